import type { Sentence, Token } from '../../../language/document.ts';
import { children, negatesNext, relation } from '../../tree.ts';

/** What a clause's own words tell of its verb: future, negation, refusal, condition. */

export const lemmaOf = (token: Token): string => token.lowerLemma;

const auxiliaries = (sentence: Sentence, verb: Token): string[] => children(sentence, verb.index, 'aux').map(lemmaOf);

const WILL = new Set(['will', 'shall', 'would', "'ll", '’ll', "'d", '’d', 'wo']);
const CAN = new Set(['can', 'could', 'ca']);
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'no', 'neither', 'nor', 'hardly']);

/** "will", "would", "is going to", "is to". */
export function isFuture(sentence: Sentence, verb: Token): boolean {
  if (auxiliaries(sentence, verb).some((lemma) => WILL.has(lemma))) return true;
  const governor = verb.head >= 0 ? sentence.tokens[verb.head] : null;
  if (governor && relation(verb) === 'xcomp' && ['going', 'gonna'].includes(governor.lowerForm)) return true;
  return governor !== null && relation(verb) === 'conj' && verb.xpos === 'VB' && isFuture(sentence, governor);
}

/** "not", "never", "no" at a word; "not only" denies nothing. */
export const isNegated = (sentence: Sentence, token: Token): boolean =>
  children(sentence, token.index, 'advmod', 'det', 'cc').some(
    (child) => NEGATIONS.has(lemmaOf(child)) && !negatesNext(sentence, child),
  );

/** "is not going to": where the future has a verb of its own, that is negated. */
function isNotGoingTo(sentence: Sentence, verb: Token): boolean {
  const governor = verb.head >= 0 && relation(verb) === 'xcomp' ? sentence.tokens[verb.head] : null;
  return governor !== null && ['going', 'gonna'].includes(governor.lowerForm) && isNegated(sentence, governor);
}

/** "will not", "cannot", "would never", "is not going to". */
export function isRefusal(sentence: Sentence, verb: Token): boolean {
  if (isNotGoingTo(sentence, verb)) return true;
  return isNegated(sentence, verb) && auxiliaries(sentence, verb).some((lemma) => WILL.has(lemma) || CAN.has(lemma));
}

/** Inside a condition, a question of whether, or a relative clause: nothing is said of it outright. */
export function inCondition(sentence: Sentence, token: Token): boolean {
  for (let at: Token | null = token; at; at = at.head >= 0 ? sentence.tokens[at.head] : null) {
    if (children(sentence, at.index, 'mark').some((mark) => ['if', 'unless', 'whether'].includes(lemmaOf(mark))))
      return true;
    if (at.deprel === 'acl:relcl') return true;
  }
  return false;
}
