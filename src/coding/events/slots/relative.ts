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

/** The phrases with prepositions at a word: prepositions, and heads as relative pronouns mean them. */
export interface Phrases {
  readonly prepositions: readonly (string | null)[];
  readonly heads: readonly number[];
}

const NO_PHRASES: Phrases = { prepositions: [], heads: [] };

export function phrasesAt(sentence: Sentence, token: Token): Phrases {
  let prepositions: (string | null)[] | null = null;
  const heads: number[] = [];
  for (const child of children(sentence, token.index, 'obl', 'nmod')) {
    if (child.deprel === 'nmod:poss') continue;
    prepositions ??= [];
    prepositions.push(prepositionOf(sentence, child.index));
    heads.push(resolved(sentence, token, child));
  }
  return prepositions ? { prepositions, heads } : NO_PHRASES;
}

/** The heads of the phrases at a word that have this preposition. */
export function prepositional(
  sentence: Sentence,
  token: Token,
  slot: string,
  phrases = phrasesAt(sentence, token),
): readonly number[] {
  let found: number[] | null = null;
  for (let at = 0; at < phrases.heads.length; at++) {
    if (phrases.prepositions[at] !== slot) continue;
    if (found) found.push(phrases.heads[at]);
    else found = [phrases.heads[at]];
  }
  if (found) return found;
  // "rebels they fought with": a stranded preposition
  return token.deprel === 'acl:relcl' && token.upos === 'VERB' && hasStranded(sentence, token, slot)
    ? [token.head]
    : NONE;
}

const hasStranded = (sentence: Sentence, token: Token, preposition: string): boolean =>
  children(sentence, token.index, 'advmod', 'obl', 'compound:prt').some((child) => child.lowerLemma === preposition);
