/**
 * What the tagger sees of a word and its surroundings, as 32-bit feature hashes. Features that depend on one form only
 * are made once a form; those that join words or earlier tags are made by mixing hashes.
 */
import { hashText, mix } from './hash.ts';
import { isLetters } from './letters.ts';

/** Hashes of everything that depends on one form, by the place from which it is looked at. */
export interface FormFeatures extends JoinedFeatures {
  /** Seen at the word itself: form, affixes, shape. */
  readonly own: Int32Array;
  /** Seen from a neighbour: at -2, -1, +1, +2. */
  readonly beside: readonly [Int32Array, Int32Array, Int32Array, Int32Array];
}

/** Hashes of a form that are joined with those of its neighbours. */
export interface JoinedFeatures {
  readonly word: number;
  readonly suffix: number;
}

export const CONTEXT_FEATURES = 6;

/** Letters by case, digits and others by themselves, runs shortened: `Al-9` -> `Xx-d`. */
function shape(form: string): string {
  return form
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{Nd}/gu, 'd')
    .replace(/(.)\1+/gu, '$1$1');
}

/** The form with digits levelled and typographic marks as on a typewriter, as the treebanks mostly have them. */
function normalise(form: string): string {
  if (isLetters(form)) return form;
  return form
    .replace(/\p{Nd}/gu, '0')
    .replace(/[’‘´`]/g, "'")
    .replace(/[“”„]/g, '"');
}

export function formFeatures(form: string): FormFeatures {
  const word = normalise(form);
  const lower = word.toLowerCase();
  const outline = shape(form);
  const before = (prefix: string, length: number) => hashText(lower, prefix, 0, Math.min(length, lower.length));
  const end = (prefix: string, length: number) => hashText(lower, prefix, Math.max(0, lower.length - length));
  const beside = (place: string): Int32Array =>
    Int32Array.of(hashText(lower, `${place}l`), end(`${place}3`, 3), hashText(outline, `${place}s`));
  return {
    own: Int32Array.of(
      hashText('bias'),
      hashText(word, 'w'),
      hashText(lower, 'l'),
      hashText(outline, 's'),
      ...[1, 2, 3, 4, 5].map((length) => end(String(length), length)),
      ...['p', 'q', 'r', 't'].map((prefix, index) => before(prefix, index + 1)),
      end(`c${outline.slice(0, 2)}|`, 2),
      end(`d${outline.slice(0, 1)}|`, 3),
    ),
    beside: [beside('a'), beside('b'), beside('y'), beside('z')],
    word: hashText(lower),
    suffix: end('', 3),
  };
}

/** What stands before the first and after the last word. */
export const EDGE = formFeatures('\u0002');

/** Hashes of the two tags before a word, `first` the nearer one. */
export function tagFeatures(first: number, second: number): [number, number, number] {
  const nearer = mix(101, first);
  return [nearer, mix(nearer, second + 977), mix(mix(103, second), 1)];
}

/** Writes the hashes that join a word with its neighbours and with the two tags before it into `out`. */
export function contextFeatures(
  out: Int32Array,
  before: JoinedFeatures,
  word: JoinedFeatures,
  after: JoinedFeatures,
  first: number,
  second: number,
): void {
  const nearer = mix(101, first);
  const both = mix(nearer, second + 977);
  out[0] = mix(mix(nearer, word.word), 2);
  out[1] = mix(mix(nearer, word.suffix), 3);
  out[2] = mix(mix(nearer, after.word), 4);
  out[3] = mix(mix(both, word.word), 5);
  out[4] = mix(mix(before.word, word.word), 6);
  out[5] = mix(mix(word.word, after.word), 7);
}
