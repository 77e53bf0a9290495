import { children, hasChild, relation } from '../tree.ts';
import type { Candidate } from './candidates.ts';
import { isInfinitive, prepositionOf } from './slots/phrase.ts';
import { isPassiveUse } from './slots/subject.ts';

/** One act in several words of a sentence is told once. */

const alike = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((actor) => other.includes(actor));

/** A noun that its own verb has told already: "stood in solidarity with", "lawsuits have been filed". */
function isRetold(noun: Candidate, candidates: readonly Candidate[]): boolean {
  const { token, type, sources, targets } = noun;
  const verb = candidates.find(
    (other) => other.pos === 'verb' && other.token.index === token.head && other.type === type,
  );
  if (!verb) return false;
  if (verb.words.includes(token.index)) return true;
  return ['obj', 'obl'].includes(relation(token)) && alike(sources, verb.sources) && alike(targets, verb.targets);
}

/** "coup attempt", "a barrage of rocket fire", "the battle to retake the town": one act of force in two words. */
function isPartOfForce({ sentence, token, pos, type }: Candidate): boolean {
  if (type !== 'ASSAULT' || sentence.tokens[token.head].upos !== 'NOUN') return false;
  if (pos === 'verb') return token.deprel === 'acl' && isInfinitive(sentence, token.index);
  return (
    relation(token) === 'compound' || (relation(token) === 'nmod' && prepositionOf(sentence, token.index) === 'of')
  );
}

/** "killed and wounded dozens", "air strikes and shelling": the second of two words for one act of the same sides. */
function isSecondWord(second: Candidate, candidates: readonly Candidate[]): boolean {
  const { sentence, token, type, pos, sources, targets } = second;
  const first = candidates.find(
    (each) =>
      (each.token.index === token.head || (pos === 'noun' && each.words.includes(token.head))) && each.type === type,
  );
  if (!first) return false;
  if (isPartOfForce(second)) return true;
  // "a bombardment targeting the capital"
  if (token.deprel === 'acl' && token.xpos === 'VBG') return first.pos === 'noun';
  // "retaliated by firing rockets"
  if (relation(token) === 'advcl')
    return children(sentence, token.index, 'mark').some((mark) => mark.lowerLemma === 'by');
  if (relation(token) !== 'conj' || first.pos !== pos) return false;
  const same = alike(sources, first.sources) && alike(targets, first.targets);
  if (pos === 'noun') return same && !hasChild(sentence, token.index, 'case', 'nmod', 'nmod:poss', 'det');
  if (hasChild(sentence, token.index, 'nsubj', 'nsubj:pass')) return false;
  if (hasChild(sentence, token.index, 'obj') && hasChild(sentence, first.token.index, 'obj')) return false;
  return same || (isPassiveUse(sentence, first.token) && token.xpos === 'VBN');
}

/** A purpose of the same kind as the act that has it: "fought to drive them out", "are to meet to discuss". */
function isPurpose({ sentence, token, pos, type }: Candidate, candidates: readonly Candidate[]): boolean {
  if (pos !== 'verb' || token.head < 0 || !isInfinitive(sentence, token.index)) return false;
  return candidates.some((other) => other.pos === 'verb' && other.type === type && other.token.index === token.head);
}

/** Whether another of a sentence's candidates tells the same act. */
export function isToldBeside(candidate: Candidate, candidates: readonly Candidate[]): boolean {
  if (candidate.pos === 'noun' && isRetold(candidate, candidates)) return true;
  return isSecondWord(candidate, candidates) || isPurpose(candidate, candidates);
}
