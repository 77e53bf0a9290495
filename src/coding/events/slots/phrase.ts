import type { Sentence } from '../../../language/document.ts';
import { children, firstChild } from '../../tree.ts';

/** Reading the phrases that fill slots. */

/** The preposition of a phrase: "on", "out of". */
export function prepositionOf(sentence: Sentence, index: number): string | null {
  const marker = firstChild(sentence, index, 'case');
  if (!marker) return null;
  const own = marker.lowerLemma;
  if (marker.children.length > 0) {
    const rest = children(sentence, marker.index, 'fixed');
    if (rest.length > 0) return [own, ...rest.map((token) => token.lowerLemma)].join(' ');
  }
  // "out of" may come as two case markers as well as one fixed phrase
  const next = sentence.tokens[marker.index + 1];
  return next?.head === index && next.relation === 'case' ? `${own} ${next.lowerLemma}` : own;
}

export function isInfinitive(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  for (const child of tokens[index].children) {
    const { relation, upos, xpos, lowerLemma } = tokens[child];
    if (relation === 'mark' && (xpos === 'TO' || (upos === 'PART' && lowerLemma === 'to'))) return true;
  }
  return false;
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ']);

/** A phrase's head and the heads coordinated with it. */
export function coordinated({ tokens }: Sentence, index: number): number[] {
  const heads = [index];
  for (const child of tokens[index].children)
    if (tokens[child].relation === 'conj' && NOMINAL.has(tokens[child].upos)) heads.push(child);
  return heads;
}

/** A slot that nothing fills: most are so, and no list is made for them. */
export const NONE: readonly number[] = [];

/** A word as a slot's filling: one or none. */
export const list = (index: number | null | undefined): readonly number[] =>
  index === null || index === undefined ? NONE : [index];
