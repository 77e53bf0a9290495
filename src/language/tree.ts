import type { Sentence, Token } from './document.ts';

/** The relation without its subtype (`nsubj` of `nsubj:pass`). */
export function relation(token: Token): string {
  const colon = token.deprel.indexOf(':');
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon);
}

/** Children that stand in one of these relations, named whole (`nmod:poss`) or without subtype (`nsubj`). */
export function childrenOf(sentence: Sentence, token: Token, ...relations: readonly string[]): Token[] {
  return token.children
    .map((child) => sentence.tokens[child])
    .filter((child) => relations.includes(child.deprel) || relations.includes(relation(child)));
}

/** Whether the word has a child in one of these relations. */
export function hasChild(sentence: Sentence, token: Token, ...relations: readonly string[]): boolean {
  return childrenOf(sentence, token, ...relations).length > 0;
}

/** The word of `[start, end)` that governs the others: the first whose own head lies outside. */
export function headOf(sentence: Sentence, start: number, end: number): number {
  for (let index = start; index < end; index++) {
    const { head, upos } = sentence.tokens[index];
    if ((head < start || head >= end) && upos !== 'PUNCT') return index;
  }
  return end - 1;
}
