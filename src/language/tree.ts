import type { Sentence, Token } from './document.ts';

const NONE: Token[] = [];

/** A relation without its subtype (`nsubj` of `nsubj:pass`). */
export function withoutSubtype(deprel: string): string {
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

/** The relation of a word to its head, without subtype. */
export function relation(token: Token): string {
  return token.relation;
}

/** Children that stand in one of these relations, named whole (`nmod:poss`) or without subtype (`nsubj`). */
export function childrenOf(sentence: Sentence, token: Token, ...relations: readonly string[]): readonly Token[] {
  let found = NONE;
  for (const index of token.children) {
    const child = sentence.tokens[index];
    if (!standsIn(child, relations)) continue;
    // Most words have none: no list is made for them.
    if (found === NONE) found = [child];
    else found.push(child);
  }
  return found;
}

/** The first child in one of these relations. */
export function firstChildOf(sentence: Sentence, token: Token, ...relations: readonly string[]): Token | undefined {
  for (const index of token.children) {
    const child = sentence.tokens[index];
    if (standsIn(child, relations)) return child;
  }
  return undefined;
}

/** Whether the word has a child in one of these relations. */
export function hasChild(sentence: Sentence, token: Token, ...relations: readonly string[]): boolean {
  return firstChildOf(sentence, token, ...relations) !== undefined;
}

function standsIn({ deprel, relation }: Token, relations: readonly string[]): boolean {
  for (const wanted of relations) if (wanted === relation || wanted === deprel) return true;
  return false;
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
