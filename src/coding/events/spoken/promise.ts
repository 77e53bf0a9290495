import type { Sentence, Token } from '../../../language/document.ts';
import type { Candidate, Tools } from '../candidates.ts';
import { slotsOf } from '../slots/index.ts';
import { isPassiveUse } from '../slots/subject.ts';
import { firstIn, isOwnSide, spokenAct } from './act.ts';
import { inCondition, isFuture, isNegated, lemmaOf } from './clause.ts';

const CONCERNED = ['with', 'to', 'object', 'for', 'indirect', 'clause object'];

/** "We will find a solution with them": an own act for or with another that the speaker announces. */
export function promiseAt(sentence: Sentence, verb: Token, speaker: string, tools: Tools): Candidate | null {
  const { lexicon, participants } = tools;
  if (!lexicon.classes.get('FORTHCOMING')!.has(lemmaOf(verb))) return null;
  if (!isFuture(sentence, verb) || isNegated(sentence, verb) || inCondition(sentence, verb)) return null;
  if (isPassiveUse(sentence, verb)) return null;
  const slots = slotsOf(sentence, verb);
  // "their withdrawal would restore him": what belongs to somebody promises nothing
  const who = slots.get('subject').flatMap((index) => participants.at(sentence, index) ?? []);
  if (!who.some((actor) => isOwnSide(actor, speaker, participants))) return null;
  const targets = firstIn(slots, CONCERNED, sentence, participants, (actor) => !who.includes(actor));
  return spokenAct(sentence, verb, 'AGREE', [verb.index], 'will', who, targets);
}
