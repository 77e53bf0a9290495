import type { StatusCue } from '../../../codebook/schema.ts';
import type { Sentence, Token } from '../../../language/document.ts';
import type { EventType, Status } from '../../reading.ts';
import { children, firstChild, hasChild, negatesNext, relation } from '../../tree.ts';
import { isInfinitive } from '../slots/phrase.ts';
import { type Cues, SEEMING, stronger, VERBAL } from './cues.ts';

/** The act whose status is read. */
export interface Act {
  readonly sentence: Sentence;
  readonly type: EventType;
  /** The words of its phrase: a negation among them belongs to the act. */
  readonly words: readonly number[];
}

function kindOfCue(child: Token): StatusCue['as'] | null {
  switch (relation(child)) {
    case 'aux':
      return 'auxiliary';
    case 'mark':
      return 'marker';
    case 'advmod':
      return child.xpos === 'WRB' ? 'marker' : 'modifier';
    case 'det':
    case 'cc':
      return 'modifier';
    default:
      return null;
  }
}

function isNobody(sentence: Sentence, subject: Token): boolean {
  // "nothing but praise", "nobody but the army"
  if (sentence.tokens[subject.index + 1]?.lowerLemma === 'but') return false;
  return (
    ['no', 'neither', 'none', 'nobody', 'nothing', 'few'].includes(subject.lowerLemma) ||
    children(sentence, subject.index, 'det', 'cc').some((det) => ['no', 'neither'].includes(det.lowerLemma))
  );
}

/** "were not sent until 2015": they were, later. */
const untilLater = (sentence: Sentence, verb: Token): boolean =>
  verb.children.some((child) =>
    children(sentence, child, 'case', 'mark').some((marker) => marker.lowerLemma === 'until'),
  );

/** The verb that a conjunct goes on from. */
function firstOf(sentence: Sentence, verb: Token): Token {
  let current = verb;
  while (relation(current) === 'conj' && current.head >= 0) current = sentence.tokens[current.head];
  return current;
}

function isReported(sentence: Sentence, verb: Token): boolean {
  const first = firstOf(sentence, verb);
  if (first.head < 0) return hasChild(sentence, first.index, 'parataxis');
  return ['ccomp', 'parataxis', 'acl'].includes(relation(first)) || hasChild(sentence, first.index, 'parataxis');
}

const CONDITIONS = new Set(['if', 'unless', 'should']);

/** Whether a clause is itself a condition. */
const isConditionOf = (sentence: Sentence, verb: Token): boolean =>
  children(sentence, verb.index, 'mark').some(
    (mark) =>
      CONDITIONS.has(mark.lowerLemma) ||
      (mark.lowerForm === 'as' && ['as', 'so'].includes(sentence.tokens[mark.index - 2]?.lowerForm ?? '')),
  );

/** "was retaken", "had left", "met": what was, and not "is retaken". */
function isPast(sentence: Sentence, verb: Token): boolean {
  if (verb.xpos === 'VBD') return true;
  if (verb.xpos !== 'VBN') return false;
  const auxiliary = firstChild(sentence, verb.index, 'aux', 'aux:pass');
  return auxiliary === undefined || !['VBZ', 'VBP', 'VB'].includes(auxiliary.xpos);
}

/** Whether a clause depends on a condition: "if they refuse, we will …". */
const isConditional = (sentence: Sentence, verb: Token): boolean =>
  children(sentence, verb.index, 'advcl').some((clause) =>
    children(sentence, clause.index, 'mark').some((mark) => CONDITIONS.has(mark.lowerLemma)),
  );

/** "are to travel to Geneva". */
const isToBe = (sentence: Sentence, verb: Token): boolean =>
  isInfinitive(sentence, verb.index) &&
  (children(sentence, verb.index, 'aux', 'cop').some(
    (aux) => aux.lowerLemma === 'be' && /^(is|are|was|were|'s|’s)$/.test(aux.lowerForm),
  ) ||
    (relation(verb) === 'xcomp' && verb.head >= 0 && sentence.tokens[verb.head].lowerLemma === 'be'));

const isNoLonger = (sentence: Sentence, verb: Token): boolean =>
  children(sentence, verb.index, 'advmod').some(
    (adverb) =>
      ['long', 'longer', 'more'].includes(adverb.lowerLemma) && sentence.tokens[adverb.index - 1]?.lowerForm === 'no',
  );

/** What one auxiliary, adverb or marker makes of its clause's act; null where it changes nothing. */
function ofCue(act: Act, verb: Token, child: Token, cues: Cues): Status | null {
  const { sentence, type, words } = act;
  const kind = words.includes(child.index) ? null : kindOfCue(child);
  const word = child.lowerLemma;
  const found = kind && cues.of(kind, word, type);
  if (!found || (VERBAL.has(type) && SEEMING.has(word))) return null;
  // "even if it criticises": it does
  if (kind === 'marker' && sentence.tokens[child.index - 1]?.lowerLemma === 'even') return null;
  if (found === 'negated' && (negatesNext(sentence, child) || untilLater(sentence, verb))) return null;
  // "as long as they do not use gas": a condition, either way
  if (found === 'negated' && isConditionOf(sentence, verb)) return 'hypothetical';
  if (kind === 'marker' && ['until', 'once', 'should'].includes(word) && isPast(sentence, verb)) return null;
  // "said it would": the future of a past report
  if (word === 'would') return isReported(sentence, verb) && !isConditional(sentence, verb) ? 'planned' : found;
  return kind === 'auxiliary' && found === 'planned' && isConditional(sentence, verb) ? 'hypothetical' : found;
}

const TEMPORAL = new Set(['when', 'until', 'once', 'before', 'after', 'as']);

/** "will meet him when he arrives": the present of a time to come. */
function isTimeToCome(sentence: Sentence, verb: Token): boolean {
  if (relation(verb) !== 'advcl' || !['VBZ', 'VBP'].includes(verb.xpos) || verb.head < 0) return false;
  const marker = children(sentence, verb.index, 'mark', 'advmod').some((child) => TEMPORAL.has(child.lowerLemma));
  const main = sentence.tokens[verb.head];
  return (
    marker &&
    children(sentence, main.index, 'aux').some((aux) => ['will', "'ll", '’ll', 'shall', 'wo'].includes(aux.lowerLemma))
  );
}

/** "made no concessions", "received no help", but not "showed them no mercy", nor where it belongs to the phrase ("gave *no* ground"). */
export const isOfNothing = ({ sentence, words }: Act, verb: Token): boolean =>
  verb.upos === 'VERB' &&
  !hasChild(sentence, verb.index, 'iobj') &&
  children(sentence, verb.index, 'obj').some(
    (object) => isNobody(sentence, object) && !words.some((index) => sentence.tokens[index].lowerForm === 'no'),
  );

const INVERTED = new Set(['had', 'should', 'were']);

/** "Had the rebels attacked, …", "Should Turkey invade, …": a condition told by the order of its words. */
function isInvertedCondition({ tokens }: Sentence, verb: Token): boolean {
  const first = tokens.find((token) => token.upos !== 'PUNCT');
  if (!first || !INVERTED.has(first.lowerForm) || tokens.slice(-2).some((last) => last.form === '?')) return false;
  return tokens.findIndex((token) => token.index > first.index && token.form === ',') > verb.index;
}

/** The status that a clause's own words give its act. */
export function ofClause(act: Act, verb: Token, cues: Cues): Status {
  const { sentence } = act;
  let status: Status = isToBe(sentence, verb) || isTimeToCome(sentence, verb) ? 'planned' : 'actual';
  for (const index of verb.children)
    status = stronger(status, ofCue(act, verb, sentence.tokens[index], cues) ?? 'actual');
  if (isInvertedCondition(sentence, verb)) status = stronger(status, 'hypothetical');
  if (isNoLonger(sentence, verb)) status = stronger(status, 'negated');
  const subject = firstChild(sentence, verb.index, 'nsubj', 'nsubj:pass');
  return subject && isNobody(sentence, subject) ? stronger(status, 'negated') : status;
}

/** What the conjunction before the first of coordinated clauses makes of the next: "unless it withdraws and pays". */
export function ofSharedMarker(act: Act, verb: Token, cues: Cues): Status {
  const first = firstOf(act.sentence, verb);
  if (first === verb || relation(first) !== 'advcl') return 'actual';
  let status: Status = 'actual';
  for (const mark of children(act.sentence, first.index, 'mark'))
    status = stronger(status, ofCue(act, first, mark, cues) ?? 'actual');
  return status;
}
