import type { Sentence, Token } from '../../language/document.ts';
import { children, inOrder } from '../tree.ts';

const BEFORE_CUE = new Set(['AUX', 'ADV', 'PART', 'PUNCT']);

/** All words that attribute: auxiliaries, the word, its particle (-1: none), what denies it, whom it was told. */
export function cueWords(
  sentence: Sentence,
  word: Token,
  particle: number,
  addressee: readonly number[],
): readonly number[] {
  const cue = [word.index];
  if (particle >= 0) cue.push(particle);
  // In "the signs are that they would win" only what stands right before the word goes with it.
  let first = word.index;
  while (first > 0 && BEFORE_CUE.has(sentence.tokens[first - 1].upos)) first--;
  for (const child of children(sentence, word.index, 'aux', 'cop'))
    if (child.index < word.index && child.index >= first) cue.push(child.index);
  for (const child of children(sentence, word.index, 'advmod'))
    if (Math.abs(child.index - word.index) === 1 || child.lemma === 'not') cue.push(child.index);
  // Whom it was told belongs to the cue where it follows directly ("told reporters").
  if (addressee[0] === word.index + 1) cue.push(...addressee);
  return inOrder(cue);
}
