import type { Sentence, Token } from '../../../language/document.ts';
import { children, relation } from '../../tree.ts';
import { NONE, prepositionOf } from './phrase.ts';

/** Relative clauses: what their pronouns stand for. */

export const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);

export function antecedent(sentence: Sentence, verb: Token): number | null {
  let top = verb;
  while (top.deprel === 'conj' && top.head >= 0) top = sentence.tokens[top.head];
  return relation(top) === 'acl' && top.head >= 0 ? top.head : null;
}

export const resolved = (sentence: Sentence, verb: Token, token: Token): number =>
  RELATIVE.has(token.lowerLemma) && token.upos !== 'NOUN' ? (antecedent(sentence, verb) ?? token.index) : token.index;

/** The heads of the phrases at a word that have this preposition. */
export function prepositional(sentence: Sentence, token: Token, slot: string): readonly number[] {
  const { tokens } = sentence;
  let found: number[] | null = null;
  for (const index of token.children) {
    const child = tokens[index];
    if ((child.relation !== 'obl' && child.relation !== 'nmod') || child.deprel === 'nmod:poss') continue;
    if (prepositionOf(sentence, index) !== slot) continue;
    found ??= [];
    found.push(resolved(sentence, token, child));
  }
  if (found) return found;
  // "rebels they fought with": a stranded preposition
  return token.deprel === 'acl:relcl' && token.upos === 'VERB' && hasStranded(sentence, token, slot)
    ? [token.head]
    : NONE;
}

const hasStranded = (sentence: Sentence, token: Token, preposition: string): boolean =>
  children(sentence, token.index, 'advmod', 'obl', 'compound:prt').some((child) => child.lowerLemma === preposition);
