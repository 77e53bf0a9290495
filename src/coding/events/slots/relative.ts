import type { Sentence, Token } from '../../../language/document.ts';
import { children, relation } from '../../tree.ts';
import { prepositionOf } from './phrase.ts';

/** Relative clauses: what their pronouns stand for. */

export const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);

export function antecedent(sentence: Sentence, verb: Token): number | null {
  let top = verb;
  while (top.deprel === 'conj' && top.head >= 0) top = sentence.tokens[top.head];
  return relation(top) === 'acl' && top.head >= 0 ? top.head : null;
}

export const resolved = (sentence: Sentence, verb: Token, token: Token): number =>
  RELATIVE.has(token.lowerLemma) && token.upos !== 'NOUN' ? (antecedent(sentence, verb) ?? token.index) : token.index;

export function prepositional(sentence: Sentence, token: Token, slot: string): number[] {
  const found: number[] = [];
  for (const child of children(sentence, token.index, 'obl', 'nmod'))
    if (child.deprel !== 'nmod:poss' && prepositionOf(sentence, child.index) === slot)
      found.push(resolved(sentence, token, child));
  if (found.length > 0 || token.deprel !== 'acl:relcl' || token.upos !== 'VERB') return found;
  // "rebels they fought with": a stranded preposition
  const stranded = children(sentence, token.index, 'advmod', 'obl', 'compound:prt').some(
    (child) => child.lowerLemma === slot,
  );
  return stranded ? [token.head] : found;
}
