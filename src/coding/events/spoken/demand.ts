import type { Sentence, Token } from '../../../language/document.ts';
import { children, hasChild, relation } from '../../tree.ts';
import type { Candidate, Tools } from '../candidates.ts';
import { slotsOf } from '../slots/index.ts';
import { isInfinitive, prepositionOf } from '../slots/phrase.ts';
import { isPassiveUse } from '../slots/subject.ts';
import { actorsIn, sourcesOf, spokenAct } from './act.ts';
import { inCondition, lemmaOf } from './clause.ts';

const IMPERSONAL = new Set(['i', 'there', 'this', 'that', 'what']);

/** "Iran must stop", "they need to withdraw", "all aid must be checked": what the speaker demands of the subject. */
function obligedAt(sentence: Sentence, verb: Token, speaker: string | null, tools: Tools): Candidate | null {
  const { lexicon, participants } = tools;
  const obliging = lexicon.classes.get('OBLIGATION')!;
  const modal = children(sentence, verb.index, 'aux').find((aux) => obliging.has(lemmaOf(aux)));
  const governor = verb.head >= 0 ? sentence.tokens[verb.head] : null;
  const needing =
    !modal &&
    governor &&
    relation(verb) === 'xcomp' &&
    lemmaOf(governor) === 'need' &&
    isInfinitive(sentence, verb.index)
      ? governor
      : null;
  const cue = modal ?? needing;
  // "must be able to": a need of their own; "should be ashamed": a reproach
  if (!cue || inCondition(sentence, verb) || lexicon.classes.get('UNDEMANDED')!.has(verb.lowerForm)) return null;
  const subjects = slotsOf(sentence, verb).get(isPassiveUse(sentence, verb) ? 'object' : 'subject');
  if (subjects.length === 0 || subjects.some((index) => IMPERSONAL.has(lemmaOf(sentence.tokens[index])))) return null;
  // "should she be the nominee": a condition, or a question
  if (modal && subjects.every((index) => modal.index < index)) return null;
  const own = subjects.some((index) => lemmaOf(sentence.tokens[index]) === 'we');
  const asked = own ? [] : subjects.flatMap((index) => participants.of(sentence, index));
  if (asked.some((actor) => actor === speaker)) return null;
  // nobody known is asked: "the world must act", "you need to leave", "aid must be let in"
  const addressees = lexicon.classes.get('ADDRESSEE')!;
  const meant = own || needing || subjects.some((index) => addressees.has(lemmaOf(sentence.tokens[index])));
  const isIt = subjects.some((index) => lemmaOf(sentence.tokens[index]) === 'it');
  if (asked.length === 0 && (isIt || !(meant || isPassiveUse(sentence, verb)))) return null;
  return spokenAct(sentence, verb, 'REQUEST', [cue.index, verb.index], 'must', sourcesOf(speaker), asked);
}

/** "it is vital that Iran comply": the subject of a clause that somebody finds needful. */
function neededThat(sentence: Sentence, verb: Token, speaker: string | null, tools: Tools): Candidate | null {
  const governor = verb.head >= 0 ? sentence.tokens[verb.head] : null;
  if (!governor || !['ccomp', 'csubj'].includes(relation(verb)) || isInfinitive(sentence, verb.index)) return null;
  if (!hasChild(sentence, governor.index, 'cop') || inCondition(sentence, verb)) return null;
  if (!tools.lexicon.classes.get('NECESSITY')!.has(lemmaOf(governor))) return null;
  const asked = actorsIn(slotsOf(sentence, verb), 'subject', sentence, tools.participants);
  if (asked.length === 0 || asked.includes(speaker ?? '')) return null;
  return spokenAct(sentence, verb, 'REQUEST', [verb.index], 'need that', sourcesOf(speaker), asked);
}

/** "has a duty to protect them": what the speaker says somebody owes. */
function owedAt(sentence: Sentence, verb: Token, speaker: string | null, tools: Tools): Candidate | null {
  const duty = verb.head >= 0 && relation(verb) === 'acl' ? sentence.tokens[verb.head] : null;
  const { classes } = tools.lexicon;
  if (!duty || !classes.get('DUTY')!.has(lemmaOf(duty)) || !isInfinitive(sentence, verb.index)) return null;
  const owing = relation(duty) === 'obj' ? sentence.tokens[duty.head] : null;
  if (!owing || !['have', 'bear', 'hold'].includes(lemmaOf(owing)) || inCondition(sentence, owing)) return null;
  const asked = actorsIn(slotsOf(sentence, owing), 'subject', sentence, tools.participants);
  if (asked.includes(speaker ?? '')) return null;
  return spokenAct(sentence, verb, 'REQUEST', [duty.index, verb.index], 'duty', sourcesOf(speaker), asked);
}

/** "the need for Lebanon to disarm them", "vital for Iran to comply": what the speaker finds needful that another does. */
function neededAt(sentence: Sentence, verb: Token, speaker: string | null, tools: Tools): Candidate | null {
  if (verb.head < 0 || !isInfinitive(sentence, verb.index)) return null;
  const { lexicon, participants } = tools;
  const needful = lexicon.classes.get('NECESSITY')!;
  const governor = sentence.tokens[verb.head];
  const cue = [governor, ...children(sentence, governor.index, 'obj', 'obl')].find(
    (word) => word.index < verb.index && needful.has(lemmaOf(word)),
  );
  if (!cue) return null;
  const asked = children(sentence, cue.index, 'nmod', 'obl')
    .filter((child) => child.index < verb.index && prepositionOf(sentence, child.index) === 'for')
    .flatMap((child) => participants.of(sentence, child.index));
  if (asked.length === 0 || asked.some((actor) => actor === speaker)) return null;
  return spokenAct(sentence, verb, 'REQUEST', [verb.index], 'need for', sourcesOf(speaker), asked);
}

const BEFORE_ORDER = new Set(['please', 'do', 'not', "n't", 'n’t', 'never', 'just', 'and', 'but', 'so', 'now', 'then']);
const OPENING = new Set(['"', '“', '‘', "'", '``', ':', '-', '–', '—', '.', '!', '?', ';', '…', '..', '...']);

/** Whether nothing but a word of politeness or negation stands before a verb in its clause. */
function opensClause(sentence: Sentence, verb: Token): boolean {
  let at = verb.index - 1;
  while (at >= 0 && BEFORE_ORDER.has(lemmaOf(sentence.tokens[at]))) at--;
  return at < 0 || OPENING.has(sentence.tokens[at].form);
}

const isAfterPlease = (sentence: Sentence, verb: Token): boolean =>
  verb.index > 0 && lemmaOf(sentence.tokens[verb.index - 1]) === 'please';

/** "please", "do not": what makes an order of any verb. */
const isPleaded = (sentence: Sentence, verb: Token): boolean =>
  isAfterPlease(sentence, verb) || children(sentence, verb.index, 'aux').some((aux) => lemmaOf(aux) === 'do');

/** "Stop the bombing!", "Don't let that happen": an order in somebody's own words. */
function orderedAt(
  sentence: Sentence,
  verb: Token,
  speaker: string | null,
  { lexicon, participants }: Tools,
): Candidate | null {
  if (verb.xpos !== 'VB' || !['root', 'parataxis', 'ccomp', 'conj'].includes(relation(verb))) return null;
  const pleaded = isPleaded(sentence, verb);
  if (!pleaded && (relation(verb) === 'conj' || lexicon.classes.get('NO_ORDER')!.has(lemmaOf(verb)))) return null;
  if (!isAfterPlease(sentence, verb) && !opensClause(sentence, verb)) return null;
  if (hasChild(sentence, verb.index, 'nsubj', 'nsubj:pass', 'csubj', 'expl')) return null;
  const addressed = children(sentence, verb.index, 'vocative', 'obj')
    .flatMap((child) => participants.of(sentence, child.index))
    .filter((actor) => actor !== speaker);
  return spokenAct(sentence, verb, 'REQUEST', [verb.index], 'order', sourcesOf(speaker), addressed.slice(0, 1));
}

/** What the speaker asks for by saying that somebody must do it, or by telling somebody to. */
export function demandAt(sentence: Sentence, verb: Token, speaker: string | null, tools: Tools): Candidate | null {
  return (
    obligedAt(sentence, verb, speaker, tools) ??
    neededThat(sentence, verb, speaker, tools) ??
    owedAt(sentence, verb, speaker, tools) ??
    neededAt(sentence, verb, speaker, tools) ??
    orderedAt(sentence, verb, speaker, tools)
  );
}
