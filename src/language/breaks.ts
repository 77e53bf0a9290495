import { readFileSync } from 'node:fs';
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
  readonly weights: Readonly<Record<string, number>>;
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

export type BreakFinder = (gap: Gap) => boolean;

export function loadBreakFinder(): BreakFinder {
  const path = new URL('./model/english.breaks.json', import.meta.url);
  return createBreakFinder(JSON.parse(readFileSync(path, 'utf8')));
}

export function createBreakFinder({ scale, threshold, weights }: BreakModel): BreakFinder {
  const known = new Map(Object.entries(weights));
  return (gap) => {
    if (gap.edited && goesOn(gap)) return false;
    let score = 0;
    for (const feature of breakFeatures(gap)) score += known.get(feature) ?? 0;
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

export function breakFeatures(gap: Gap): string[] {
  const { form, length, start, index } = gap;
  const [before, last, next, after] = [form(index - 1), form(index), form(index + 1), form(index + 2)];
  const [shapeBefore, shapeLast, shapeNext, shapeAfter] = [before, last, next, after].map(shape);
  const lowerLast = last.toLowerCase();
  const lowerNext = next.toLowerCase();
  const starts = SENTENCE_STARTERS.has(lowerNext);
  const edge = `${shapeLast} ${shapeNext}`;
  const words = index - start + 1;
  const long = words < 4 ? words : words < 8 ? 4 : 8;
  const left = Math.min(5, length - index - 1);
  return [
    '',
    `x ${starts} ${edge}`,
    `y ${starts} ${shapeBefore} ${edge} ${shapeAfter}`,
    `z ${starts} ${lowerLast}`,
    `1 ${gap.edited} ${edge}`,
    `a ${lowerLast}`,
    `b ${lowerNext}`,
    `c ${last}`,
    `d ${next}`,
    `e ${edge}`,
    `f ${lowerLast} ${shapeNext}`,
    `g ${shapeLast} ${lowerNext}`,
    `h ${shapeLast} ${next}`,
    `i ${last} ${shapeNext}`,
    `j ${shapeBefore} ${edge}`,
    `k ${edge} ${shapeAfter}`,
    `l ${long} ${edge}`,
    `m ${long} ${next}`,
    `n ${form(start).toLowerCase()} ${shapeNext}`,
    `o ${before.toLowerCase()} ${lowerLast}`,
    `p ${lowerNext} ${after.toLowerCase()}`,
    `q ${last.slice(-3)} ${edge}`,
    `r ${next.slice(-3)} ${edge}`,
    `s ${left} ${edge}`,
    `t ${shape(form(length - 1))} ${edge}`,
    `u ${shape(form(index - 2))} ${shapeBefore} ${edge}`,
    `v ${edge} ${shapeAfter} ${shape(form(index + 3))}`,
    `w ${form(start)} ${form(start + 1)} ${shapeNext}`,
  ];
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
