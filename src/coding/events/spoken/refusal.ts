import type { Sentence, Token } from '../../../language/document.ts';
import { children, hasChild } from '../../tree.ts';
import type { Candidate, Tools } from '../candidates.ts';
import { slotsOf } from '../slots/index.ts';
import { isPassiveUse } from '../slots/subject.ts';
import { firstIn, isOwnSide, sourcesOf, spokenAct, whoActs } from './act.ts';
import { inCondition, isFuture, isNegated, isRefusal, lemmaOf } from './clause.ts';

const CONCERNED = ['object', 'to', 'with', 'for', 'on', 'clause object'];

/** "There will be no amnesty": what the speaker rules out. */
function ruledOutAt(sentence: Sentence, verb: Token, speaker: string): Candidate | null {
  const subject = hasChild(sentence, verb.index, 'expl') ? children(sentence, verb.index, 'nsubj')[0] : undefined;
  if (!subject || !isFuture(sentence, verb) || !isNegated(sentence, subject)) return null;
  return spokenAct(sentence, verb, 'REJECT', [verb.index, subject.index], 'there will be no', [speaker], []);
}

/** "We will not pay for the wall", "there will be no amnesty": what the speaker declares will not be done. */
export function refusalAt(sentence: Sentence, verb: Token, speaker: string, tools: Tools): Candidate | null {
  return ruledOutAt(sentence, verb, speaker) ?? ownRefusalAt(sentence, verb, speaker, tools);
}

/** "cannot describe it", "could not endure it": what is beyond somebody is no refusal, "cannot accept it" is. */
const isUnable = (sentence: Sentence, verb: Token, { lexicon }: Tools): boolean =>
  children(sentence, verb.index, 'aux').some((aux) => ['can', 'could', 'ca'].includes(lemmaOf(aux))) &&
  !children(sentence, verb.index, 'advmod').some((adverb) => lemmaOf(adverb) === 'never') &&
  !lexicon.classes.get('BEARING')!.has(lemmaOf(verb));

/** What can be refused: "will not be able", "will not defeat it with closed eyes" refuse nothing. */
const isDeed = (verb: Token, { lexicon }: Tools): boolean =>
  verb.upos === 'VERB' &&
  !lexicon.classes.get('STATIVE')!.has(lemmaOf(verb)) &&
  (!lexicon.classes.get('RESISTING')!.has(lemmaOf(verb)) || lexicon.classes.get('YIELDING')!.has(lemmaOf(verb)));

/** An own act that the speaker declares will not be done. */
function ownRefusalAt(sentence: Sentence, verb: Token, speaker: string, tools: Tools): Candidate | null {
  const { lexicon, participants } = tools;
  const refuses =
    isRefusal(sentence, verb) || (isNegated(sentence, verb) && lexicon.classes.get('YIELDING')!.has(lemmaOf(verb)));
  if (
    !isDeed(verb, tools) ||
    !refuses ||
    isUnable(sentence, verb, tools) ||
    inCondition(sentence, verb) ||
    isPassiveUse(sentence, verb)
  )
    return null;
  const slots = slotsOf(sentence, verb);
  const who = whoActs(sentence, slots, speaker, participants);
  const own = who.filter((actor) => isOwnSide(actor, speaker, participants));
  if (own.length === 0) return null;
  const targets = firstIn(slots, CONCERNED, sentence, participants, (actor) => !own.includes(actor));
  return spokenAct(sentence, verb, 'REJECT', [verb.index], 'will not', own, targets);
}

/** "Ankara would never tolerate it", "none of them will be readmitted": what somebody of whom it is told, or who tells it, does not grant. */
export function grantRefusedAt(
  sentence: Sentence,
  verb: Token,
  speaker: string | null,
  tools: Tools,
): Candidate | null {
  const { lexicon, participants } = tools;
  if (!lexicon.classes.get('GRANTING')!.has(lemmaOf(verb)) || !isFuture(sentence, verb)) return null;
  const subjects = children(sentence, verb.index, 'nsubj', 'nsubj:pass');
  const refuses =
    isRefusal(sentence, verb) || isNegated(sentence, verb) || subjects.some((subject) => isNegated(sentence, subject));
  if (!refuses || inCondition(sentence, verb)) return null;
  const slots = slotsOf(sentence, verb);
  const passive = isPassiveUse(sentence, verb);
  const who = passive ? sourcesOf(speaker) : slots.get('subject').flatMap((index) => participants.of(sentence, index));
  if (who.length === 0) return null;
  const targets = firstIn(slots, CONCERNED, sentence, participants, (actor) => !who.includes(actor));
  return spokenAct(sentence, verb, 'REJECT', [verb.index], 'will not grant', who, targets);
}
