import type { Sentence, Token } from '../../../language/document.ts';
import type { Candidate, Tools } from '../candidates.ts';
import { isPassiveUse, slotsOf } from '../slots.ts';
import { isOwnSide, spokenAct } from './act.ts';
import { inCondition, isRefusal, lemmaOf } from './clause.ts';

const CONCERNED = ['object', 'to', 'with', 'for', 'on', 'clause object'];

/** "We will not pay for the wall": an own act that the speaker declares will not be done. */
export function refusalAt(sentence: Sentence, verb: Token, speaker: string, tools: Tools): Candidate | null {
  const { lexicon, participants } = tools;
  if (
    lexicon.classes.get('STATIVE')!.has(lemmaOf(verb)) ||
    !isRefusal(sentence, verb) ||
    inCondition(sentence, verb) ||
    isPassiveUse(sentence, verb)
  )
    return null;
  const slots = slotsOf(sentence, verb);
  const who = slots.get('subject').flatMap((index) => participants.of(sentence, index));
  const own = who.filter((actor) => isOwnSide(actor, speaker, participants));
  if (own.length === 0) return null;
  for (const slot of CONCERNED) {
    const targets = slots
      .get(slot)
      .flatMap((index) => participants.of(sentence, index))
      .filter((actor) => !own.includes(actor));
    if (targets.length > 0) return spokenAct(sentence, verb, 'REJECT', [verb.index], 'will not', own, targets);
  }
  return spokenAct(sentence, verb, 'REJECT', [verb.index], 'will not', own, []);
}
