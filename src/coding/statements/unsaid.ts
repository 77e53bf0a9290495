import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import { hasChild, relation } from '../tree.ts';
import { SPEECH } from './slots.ts';
import { isHeld } from './subject.ts';

/** Words of reporting by which nobody has been heard: they tell what is meant to be said, who somebody is, or what something is for. */

/** "appeared to blame them", "began to praise them": who only seems to do it is heard doing it. */
const RAISING = new Set(['appear', 'seem', 'begin', 'start', 'continue', 'proceed']);

/** "to discuss", "in order to meet and seek": no more than an intention. */
function isIntended(sentence: Sentence, word: Token): boolean {
  if (relation(word) === 'xcomp' && RAISING.has(sentence.tokens[word.head].lowerLemma)) return false;
  if (word.xpos !== 'VB' || hasChild(sentence, word.index, 'aux')) return false;
  if (hasChild(sentence, word.index, 'mark')) return true;
  // "to help defend the port"
  const isHelped = relation(word) === 'xcomp' && sentence.tokens[word.head].lowerLemma === 'help';
  return (relation(word) === 'conj' || isHelped) && isIntended(sentence, sentence.tokens[word.head]);
}

/** "a leader who wants to talk", "an effort to convince them that …": tells what somebody is or something is for. */
function describes(sentence: Sentence, word: Token, alternative: string): boolean {
  if (word.upos !== 'VERB' || relation(word) !== 'acl') return false;
  const isBeside = alternative === 'infinitive' ? word.xpos !== 'VBZ' : word.xpos === 'VB' && SPEECH.has(alternative);
  return isBeside && !isHeld(sentence, word);
}

/** Whether what an entry brings in this way has not been said by the word. */
export function isUnsaid(
  sentence: Sentence,
  word: Token,
  entry: Reporting,
  alternative: string,
  isDenied: boolean,
): boolean {
  // Whoever "met to discuss the port" has not been heard yet; whoever "spoke up to vow to fight" has.
  const isAttitude = alternative === 'object' || (alternative === 'infinitive' && entry.stance === 'assert');
  return (isAttitude && !isDenied && isIntended(sentence, word)) || describes(sentence, word, alternative);
}
