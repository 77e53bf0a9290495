import type { Sentence, Token } from '../../../language/document.ts';
import { children } from '../../tree.ts';
import type { Candidate, Tools } from '../candidates.ts';
import { slotsOf } from '../slots/index.ts';
import { isPassiveUse } from '../slots/subject.ts';
import { actorsIn, firstIn, isOwnSide, spokenAct, whoActs } from './act.ts';
import { inCondition, isFuture, isNegated, lemmaOf } from './clause.ts';

const TOWARDS = ['object', 'against', 'from', 'on', 'to', 'with', 'clause object'];

/** "We will defend ourselves", "Turkey will not tolerate it": force or resistance that the speaker's own side announces. */
function announcedAt(sentence: Sentence, verb: Token, speaker: string, tools: Tools): Candidate | null {
  const { lexicon, participants } = tools;
  const resisting = lexicon.classes.get(isNegated(sentence, verb) ? 'UNYIELDING' : 'RESISTING')!;
  if (!resisting.has(lemmaOf(verb)) || isPassiveUse(sentence, verb)) return null;
  // "will continue to help": what is gone on with
  const goneOnWith = lemmaOf(verb) === 'continue' ? children(sentence, verb.index, 'xcomp')[0] : undefined;
  if (goneOnWith && !resisting.has(lemmaOf(goneOnWith))) return null;
  const slots = slotsOf(sentence, verb);
  const who = whoActs(sentence, slots, speaker, participants);
  if (!who.some((actor) => isOwnSide(actor, speaker, participants))) return null;
  const isOther = (actor: string): boolean => !isOwnSide(actor, speaker, participants);
  const targets = firstIn(slots, TOWARDS, sentence, participants, isOther);
  // "I will win Ohio", "we will do it in the first hundred days": campaigning
  if (targets.length === 0 && tools.isPolitical[sentence.index]) return null;
  return spokenAct(sentence, verb, 'THREATEN', [verb.index], 'will resist', who, targets);
}

/** "Damascus will pay", "they would face trial", "there will be consequences": what the speaker has in store for others. */
function foretoldAt(sentence: Sentence, verb: Token, speaker: string, tools: Tools): Candidate | null {
  const { lexicon, participants } = tools;
  if (isNegated(sentence, verb)) return null;
  const harms = lexicon.classes.get('RECKONING')!;
  const existential = children(sentence, verb.index, 'expl').length > 0;
  const meets = existential || lexicon.classes.get('MEETS_WITH')!.has(lemmaOf(verb));
  const suffered =
    meets &&
    children(sentence, verb.index, 'obj', existential ? 'nsubj' : undefined).some((child) => harms.has(lemmaOf(child)));
  const pays = lexicon.classes.get('SUFFERS')!.has(lemmaOf(verb));
  if (!suffered && !(pays && children(sentence, verb.index, 'obj').length === 0)) return null;
  const whom = existential ? [] : actorsIn(slotsOf(sentence, verb), 'subject', sentence, participants);
  if (whom.some((actor) => isOwnSide(actor, speaker, participants))) return null;
  return spokenAct(sentence, verb, 'THREATEN', [verb.index], 'will pay', [speaker], whom);
}

/** A threat in the words of the speaker. */
export function threatAt(sentence: Sentence, verb: Token, speaker: string, tools: Tools): Candidate | null {
  if (!isFuture(sentence, verb) || inCondition(sentence, verb)) return null;
  return announcedAt(sentence, verb, speaker, tools) ?? foretoldAt(sentence, verb, speaker, tools);
}
