import type { Sentence, Token } from '../../language/document.ts';
import { children, relation } from '../tree.ts';

const DENYING = new Set(['not', 'never', 'no']);

/** "did not say", "no claim that …", "has yet to respond". */
export function isNegated(sentence: Sentence, word: Token): boolean {
  for (const index of word.children) {
    const child = sentence.tokens[index];
    const isBeside = child.relation === 'advmod' || child.relation === 'det';
    if (isBeside && DENYING.has(child.lowerLemma)) return true;
  }
  return isYetTo(sentence, word);
}

/** "has yet to respond". */
export function isYetTo(sentence: Sentence, word: Token): boolean {
  const governor = word.head >= 0 && relation(word) === 'xcomp' ? sentence.tokens[word.head] : null;
  return (
    governor?.lowerLemma === 'have' &&
    children(sentence, governor.index, 'advmod').some((adverb) => adverb.lowerLemma === 'yet')
  );
}
