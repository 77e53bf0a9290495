import type { Sentence, Token } from '../../../language/document.ts';
import type { Status } from '../../reading.ts';
import { children, hasChild, relation } from '../../tree.ts';
import { prepositionOf } from '../slots/phrase.ts';
import type { Act } from './clause.ts';
import { type Cues, SEEMING, stronger, VERBAL } from './cues.ts';

/** Verbs whose prepositional object is what they are about to do or hope for. */
const AHEAD = new Set(['for', 'to', 'of', 'against']);

/** "ahead of a meeting in London". */
const isAheadOf = (sentence: Sentence, noun: Token): boolean =>
  children(sentence, noun.index, 'case').some(
    (of) => of.lowerForm === 'of' && sentence.tokens[of.index - 1]?.lowerForm === 'ahead',
  );

const FORETOLD = new Set(['announcement', 'plan', 'proposal', 'decision', 'pledge', 'promise']);

/** "is likely to be messy": of an act that is taken for granted. */
const saysHow = (sentence: Sentence, adjective: Token): boolean =>
  children(sentence, adjective.index, 'xcomp').some((clause) => hasChild(sentence, clause.index, 'cop'));

/** "the planned withdrawal", "a withdrawal promised by Trump", "any attack". */
export function ofModifiers({ sentence, type, words }: Act, noun: Token, cues: Cues): Status {
  let status: Status = 'actual';
  for (const child of children(sentence, noun.index, 'amod', 'det', 'advmod', 'nmod:poss', 'case', 'acl')) {
    if (words.includes(child.index) || child.deprel === 'acl:relcl') continue;
    if (VERBAL.has(type) && SEEMING.has(child.lowerLemma)) continue;
    const participle = child.xpos === 'VBN' || child.xpos === 'VBG';
    if (relation(child) === 'acl' && child.xpos !== 'VBN') continue;
    const found = cues.of('modifier', participle ? child.lowerForm : child.lowerLemma, type) ?? 'actual';
    // "due to a disagreement": of prepositions only "without" tells of the act itself
    status = relation(child) === 'case' && found !== 'negated' ? status : stronger(status, found);
  }
  return status;
}

/** "fears an attack", "a timetable for talks", "bracing for an assault": what governs an event noun. */
export function ofGovernor({ sentence, type }: Act, noun: Token, governor: Token, cues: Cues): Status {
  const name = relation(noun);
  const preposition = name === 'obl' || name === 'nmod' ? prepositionOf(sentence, noun.index) : null;
  // "the withdrawal announcement"
  if (name === 'compound') return FORETOLD.has(governor.lowerLemma) ? 'planned' : 'actual';
  // "their goal: the defeat of …"
  if (name === 'appos') return cues.of('noun', governor.lowerLemma, type) ?? 'actual';
  if (isAheadOf(sentence, noun)) return 'planned';
  if (name === 'nmod') {
    if (preposition === null || !AHEAD.has(preposition)) return 'actual';
    // an "effort to end" is hypothetical, an effort of somebody is not
    return cues.of('noun', governor.lowerLemma, type) ?? 'actual';
  }
  const governed = cues.of('governor', governor.lowerLemma, type);
  // "refrained from criticism"
  if (name === 'obl' && preposition === 'from' && governed === 'negated') return 'negated';
  // "accused of brutal reprisals", "implicated in the killings"
  const isBehind = noun.index > governor.index;
  if (name === 'obl' && isBehind && (preposition === 'of' || preposition === 'in') && governed === 'alleged')
    return 'alleged';
  if (VERBAL.has(type)) return 'actual';
  if (name === 'obj' || (name === 'obl' && preposition === 'for')) return governed ?? 'actual';
  // "talks are due to resume", "fighting is a possibility"
  if (name === 'nsubj' && governor.upos === 'ADJ' && !saysHow(sentence, governor))
    return cues.of('modifier', governor.lowerLemma, type) ?? 'actual';
  if (name === 'nsubj' && governor.upos === 'NOUN' && !hasChild(sentence, governor.index, 'case'))
    return cues.of('noun', governor.lowerLemma, type) ?? 'actual';
  // "the meeting was scheduled"
  if (noun.deprel === 'nsubj:pass') {
    return governed === 'planned' || governed === 'alleged' ? governed : 'actual';
  }
  return 'actual';
}
