import type { Sentence } from '../../../language/document.ts';
import { children, firstChild } from '../../tree.ts';

/** Reading the phrases that fill slots. */

/** The preposition of a phrase: "on", "out of". */
export function prepositionOf(sentence: Sentence, index: number): string | null {
  const marker = firstChild(sentence, index, 'case');
  if (!marker) return null;
  const rest = children(sentence, marker.index, 'fixed').map((token) => token.lowerLemma);
  const own = marker.lowerLemma;
  // "out of" may come as two case markers as well as one fixed phrase
  const second = children(sentence, index, 'case')[1];
  if (rest.length === 0 && second && second.index === marker.index + 1) return `${own} ${second.lowerLemma}`;
  return [own, ...rest].join(' ');
}

export function isInfinitive(sentence: Sentence, index: number): boolean {
  return children(sentence, index, 'mark').some(
    (mark) => mark.xpos === 'TO' || (mark.upos === 'PART' && mark.lowerLemma === 'to'),
  );
}

/** A phrase's head and the heads coordinated with it. */
export function coordinated(sentence: Sentence, index: number): number[] {
  return [
    index,
    ...children(sentence, index, 'conj')
      .filter((token) => ['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'].includes(token.upos))
      .map((token) => token.index),
  ];
}

/** A word as a slot's filling: one or none. */
export const list = (index: number | null | undefined): readonly number[] =>
  index === null || index === undefined ? [] : [index];
