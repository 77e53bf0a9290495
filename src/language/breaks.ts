import { readFileSync } from 'node:fs';
import { hashText, mix } from './hash.ts';
import { SENTENCE_STARTERS, SPEECH_VERBS } from './lexicon.ts';

/**
 * Where a sentence ends without a stop: the lines of a signature, a greeting, a list that was run together. A logistic
 * model over the words on both sides of a gap, learnt from the treebanks.
 */
export interface BreakModel {
  /** What the weights are multiplied with: they are whole numbers. */
  readonly scale: number;
  /** Log odds above which a gap is a break. */
  readonly threshold: number;
  /** Hashes of features, ascending, and the weight of each. */
  readonly features: readonly number[];
  readonly weights: readonly number[];
}

/** The words of a block and where the sentence that may end began. */
export interface Gap {
  form(index: number): string;
  readonly length: number;
  readonly start: number;
  /** The word before the gap. */
  readonly index: number;
  /** Whether the block is running text whose sentences are marked. */
  readonly edited: boolean;
}

/** Words whose hashes are kept; this does not change what a finder says. */
const KEPT_WORDS = 4096;

export type BreakFinder = (gap: Gap) => boolean;

export function loadBreakFinder(): BreakFinder {
  const path = new URL('./model/english.breaks.json', import.meta.url);
  return createBreakFinder(JSON.parse(readFileSync(path, 'utf8')));
}

export function createBreakFinder({ scale, threshold, features, weights }: BreakModel): BreakFinder {
  const known = new Map(features.map((feature, index) => [feature, weights[index]]));
  const seen = new Map<string, BreakWord>();
  const word = (form: string): BreakWord => {
    let found = seen.get(form);
    if (found === undefined) {
      if (seen.size === KEPT_WORDS) seen.clear();
      found = breakWord(form);
      seen.set(form, found);
    }
    return found;
  };
  return (gap) => {
    if (gap.edited && goesOn(gap)) return false;
    let score = 0;
    for (const feature of breakFeatures(gap, word)) score += known.get(feature) ?? 0;
    return score * scale > threshold;
  };
}

/** Whether a block is running text whose sentences are marked, by its last word: it ends with a stop. */
export function isEdited(last: string): boolean {
  return /^[.!?"”’)…]+$/.test(last);
}

/**
 * Whether a sentence of edited text goes on after the gap: in lower case, with a name, after a dash or bracket, or with
 * the words that someone was said to have said. This also spares most gaps the model.
 */
function goesOn({ form, start, index }: Gap): boolean {
  const next = form(index + 1);
  // Most gaps are before a lower-case Latin letter or a comma: told without an expression.
  const first = next.charCodeAt(0);
  if ((first >= 97 && first <= 122) || first === 44) return true;
  const beginsNone = !SENTENCE_STARTERS.has(next.toLowerCase()) && /^\p{Ll}/u.test(form(index));
  if (beginsNone || /^\p{Ll}/u.test(next) || /^(?:[)\]–—-]|--)$/.test(form(index))) return true;
  if (form(index) !== ':') return false;
  for (let word = start; word < index; word += 1) if (SPEECH_VERBS.has(form(word).toLowerCase())) return true;
  return false;
}

/** What the features know of a word, as hashes. */
export interface BreakWord {
  readonly form: number;
  readonly lower: number;
  readonly shape: number;
  readonly ending: number;
  /** It begins sentences more often than not. */
  readonly starts: boolean;
}

export function breakWord(form: string): BreakWord {
  const lower = form.toLowerCase();
  return {
    form: hashText(form),
    lower: hashText(lower),
    shape: hashText(shape(form)),
    ending: hashText(form.slice(-3)),
    starts: SENTENCE_STARTERS.has(lower),
  };
}

/** Unlike `mix`, it tells which comes first. */
const pair = (first: number, second: number) => mix(mix(first, 1), second);

/** Hashes of what speaks for or against a break, each of the words around the gap or of some of them together. */
export function breakFeatures(gap: Gap, word: (form: string) => BreakWord = breakWord): number[] {
  const { form, length, start, index } = gap;
  const [farBefore, before, last, next, after, farAfter, first, second, final] = [
    ...[index - 2, index - 1, index, index + 1, index + 2, index + 3],
    ...[start, start + 1, length - 1],
  ].map((at) => word(form(at)));
  const words = index - start + 1;
  const long = words < 4 ? words : words < 8 ? 4 : 8;
  const left = Math.min(5, length - index - 1);
  const starts = next.starts ? 1 : 0;
  const edge = pair(last.shape, next.shape);
  const wide = mix(mix(before.shape, edge), after.shape);
  return [
    [0],
    [starts, edge],
    [starts, wide],
    [starts, last.lower],
    [gap.edited ? 1 : 0, edge],
    [last.lower],
    [next.lower],
    [last.form],
    [next.form],
    [edge],
    [last.lower, next.shape],
    [last.shape, next.lower],
    [last.shape, next.form],
    [last.form, next.shape],
    [before.shape, edge],
    [edge, after.shape],
    [long, edge],
    [long, next.form],
    [first.lower, next.shape],
    [before.lower, last.lower],
    [next.lower, after.lower],
    [last.ending, edge],
    [next.ending, edge],
    [left, edge],
    [final.shape, edge],
    [farBefore.shape, mix(before.shape, edge)],
    [farAfter.shape, mix(edge, after.shape)],
    [pair(first.form, second.form), next.shape],
  ].map(([one, other = 0], template) => mix(pair(template, one), other));
}

/** Letters by case, digits as one, runs cut to two, at most six: `08/15/2000` -> `0/0/0`. */
function shape(form: string): string {
  return form
    .slice(0, 20)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d+/g, '0')
    .replace(/(.)\1+/gu, '$1$1')
    .slice(0, 6);
}
