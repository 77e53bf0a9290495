import type { Sentence, Token } from './document.ts';
import { interned } from './interned.ts';

const NONE: Token[] = [];

/** The relations that subtypes were found of: there are some thirty. */
const bare = new Map<string, string>();

/** A relation without its subtype (`nsubj` of `nsubj:pass`). */
export function withoutSubtype(deprel: string): string {
  const colon = deprel.indexOf(':');
  if (colon < 0) return deprel;
  const relation = bare.get(deprel) ?? interned(deprel.slice(0, colon));
  bare.set(deprel, relation);
  return relation;
}

/** The relation of a word to its head, without subtype. */
export function relation(token: Token): string {
  return token.relation;
}

/**
 * Children that stand in one of these relations, named whole (`nmod:poss`) or without subtype (`nsubj`). The relations are
 * parameters of their own, since a list of them would be made for every look at a word.
 */
export function children(
  sentence: Sentence,
  index: number,
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
  fifth?: string,
  sixth?: string,
): readonly Token[] {
  let found = NONE;
  for (const at of sentence.tokens[index].children) {
    const child = sentence.tokens[at];
    if (!standsIn(child, first, second, third, fourth, fifth, sixth)) continue;
    // Most words have none: no list is made for them.
    if (found === NONE) found = [child];
    else found.push(child);
  }
  return found;
}

/** The first child in one of these relations. */
export function firstChild(
  sentence: Sentence,
  index: number,
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
  fifth?: string,
  sixth?: string,
): Token | undefined {
  for (const at of sentence.tokens[index].children) {
    const child = sentence.tokens[at];
    if (standsIn(child, first, second, third, fourth, fifth, sixth)) return child;
  }
  return undefined;
}

/** Whether the word has a child in one of these relations. */
export function hasChild(
  sentence: Sentence,
  index: number,
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
  fifth?: string,
  sixth?: string,
): boolean {
  return firstChild(sentence, index, first, second, third, fourth, fifth, sixth) !== undefined;
}

function standsIn(
  { deprel, relation }: Token,
  first: string,
  second: string | undefined,
  third: string | undefined,
  fourth: string | undefined,
  fifth: string | undefined,
  sixth: string | undefined,
): boolean {
  if (first === relation || first === deprel) return true;
  if (second === undefined) return false;
  if (second === relation || second === deprel) return true;
  if (third === undefined) return false;
  if (third === relation || third === deprel) return true;
  if (fourth === undefined) return false;
  if (fourth === relation || fourth === deprel) return true;
  if (fifth === undefined) return false;
  return fifth === relation || fifth === deprel || sixth === relation || sixth === deprel;
}

/** The word of `[start, end)` that governs the others: the first whose own head lies outside, nouns before others. */
export function headOf(sentence: Sentence, start: number, end: number): number {
  let other = -1;
  for (let index = start; index < end; index++) {
    const { head, upos } = sentence.tokens[index];
    if ((head >= start && head < end) || upos === 'PUNCT') continue;
    if (upos === 'NOUN' || upos === 'PROPN') return index;
    if (other < 0) other = index;
  }
  return other < 0 ? end - 1 : other;
}
