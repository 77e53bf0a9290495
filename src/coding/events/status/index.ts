import type { Codebook } from '../../../codebook/codebook.ts';
import type { Sentence, Token } from '../../../language/document.ts';
import type { EventType, Status } from '../../reading.ts';
import { children, hasChild, relation } from '../../tree.ts';
import { isThatClause } from '../slots/clause.ts';
import { isInfinitive, prepositionOf } from '../slots/phrase.ts';
import { isPassiveUse } from '../slots/subject.ts';
import { type Act, isOfNothing, ofClause, ofSharedMarker } from './clause.ts';
import { type Cues, SEEMING, statusCues, stronger, VERBAL } from './cues.ts';
import { ofGovernor, ofModifiers } from './nominal.ts';

export { stronger } from './cues.ts';

const SPEAKING = new Set('say tell write add tweet note state report announce explain warn'.split(' '));
/** Verbs of taking place: what they deny did not happen at all. */
const OCCURRING = new Set('happen occur take begin start resume hold launch come confirm be continue'.split(' '));
/** Acts done by speaking: told as the purpose of another act ("went on television to denounce"), they were done with it. */
const SPOKEN: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'REJECT']);
const FIGHTING = new Set(['fight', 'battle', 'partner', 'clash']);
const LINKED_TO_OBJECT = new Set(['of', 'from', 'for', 'in', 'into']);
const MOVING = new Set(['travel', 'fly', 'go', 'come', 'arrive', 'return', 'head', 'drive']);
const FARTHEST = 12;

export interface StatusReader {
  /** The status of the act that a token reports, by its auxiliaries, modifiers, markers and governors. */
  of(sentence: Sentence, token: Token, type: EventType, words: readonly number[]): Status;
}

export function statusReader(codebook: Codebook): StatusReader {
  const cues = statusCues(codebook);
  return {
    of: (sentence, token, type, words) => {
      const act: Act = { sentence, type, words };
      const verbal = token.upos === 'VERB' || token.upos === 'AUX' || token.upos === 'ADJ';
      const status = verbal
        ? stronger(ofClause(act, token, cues), climbClause(act, token, cues))
        : climbNoun(act, token, cues);
      if (verbal && isOfNothing(act, token)) return 'negated';
      return isAsked(sentence, token) ? stronger(status, 'hypothetical') : status;
    },
  };
}

/** In a question, outside what it takes for granted: relative clauses and nouns. */
function isAsked(sentence: Sentence, token: Token): boolean {
  if (!sentence.tokens.slice(-2).some((last) => last.form === '?')) return false;
  for (let at = token; at.head >= 0; at = sentence.tokens[at.head]) if (at.deprel === 'acl:relcl') return false;
  return token.upos !== 'NOUN' || relation(token) === 'obj' || token.head < 0;
}

/** What a verb or noun makes of an act told in its clause. */
function ofClausal({ sentence, type, words }: Act, token: Token, governor: Token, cues: Cues): Status {
  const lemma = governor.lowerLemma;
  const name = relation(token);
  if (name === 'xcomp' && governor.lowerForm === 'going') return 'planned';
  // "announced that he was withdrawing the troops"
  if (name === 'ccomp' && lemma === 'announce' && token.xpos === 'VBG') return 'planned';
  if (VERBAL.has(type) && SEEMING.has(lemma)) return 'actual';
  const held = heldBy(sentence, token, governor);
  if (held) {
    const found = cues.of('noun', held.lowerLemma, type);
    // "announced that it had": a past announced is past
    if (found && (found !== 'planned' || isInfinitive(sentence, token.index))) return found;
    // "a summit to be held on Friday"
    if (held === governor && words.includes(governor.index) && isInfinitive(sentence, token.index)) return 'planned';
    if (held === governor && !isInfinitive(sentence, token.index)) return 'actual';
    // "prisoners to be released": what is laid down
    if (held === governor) return hasChild(sentence, token.index, 'aux:pass') ? 'planned' : 'hypothetical';
  }
  if (isInfinitive(sentence, token.index)) {
    // "has yet to withdraw"
    if (lemma === 'have' && children(sentence, governor.index, 'advmod').some((adverb) => adverb.lowerLemma === 'yet'))
      return 'negated';
    // "is said to have used": hearsay
    if (SPEAKING.has(lemma) && isPassiveUse(sentence, governor)) return 'alleged';
    const found = cues.of('governor', lemma, type) ?? cues.of('clause', lemma, type);
    if (found || name !== 'advcl') return found ?? 'actual';
    // "travelled to Geneva to meet him": they met
    const done = type === 'CONSULT' ? MOVING : type === 'ASSAULT' ? FIGHTING : null;
    return (SPOKEN.has(type) && governor.upos === 'VERB') || done?.has(lemma) ? 'actual' : 'hypothetical';
  }
  if (name === 'advcl' && !isOfObject(sentence, token)) return 'actual';
  return SPEAKING.has(lemma)
    ? 'actual'
    : (cues.of('governor', lemma, type) ?? cues.of('clause', lemma, type) ?? 'actual');
}

/** An event noun, up to the clause it is the subject of. */
function climbNoun(act: Act, noun: Token, cues: Cues): Status {
  const { sentence } = act;
  let status = stronger(ofModifiers(act, noun, cues), ofClause(act, noun, cues));
  let current = noun;
  while (relation(current) === 'conj' && current.head >= 0 && sentence.tokens[current.head].upos === 'NOUN')
    current = sentence.tokens[current.head];
  if (current.head < 0) return status;
  const governor = sentence.tokens[current.head];
  if (['acl', 'xcomp', 'ccomp', 'advcl'].includes(relation(current)))
    return stronger(status, climbClause(act, current, cues));
  status = stronger(status, ofGovernor(act, current, governor, cues));
  // "could resort to attacks": what is not yet is as the verb that brings it about; "could resolve the conflict" takes it for given
  if (['obj', 'obl'].includes(relation(current)) && governor.upos === 'VERB' && isNew(sentence, current)) {
    const outer = stronger(ofClause(act, governor, cues), climbClause(act, governor, cues));
    status = stronger(status, outer === 'negated' ? 'actual' : outer);
  }
  if (relation(current) !== 'nsubj') return status;
  if (hasChild(sentence, governor.index, 'obj')) return stronger(status, ofConsequence(act, current, governor, cues));
  const outer = ofClause(act, governor, cues);
  if (OCCURRING.has(governor.lowerLemma) || current.deprel === 'nsubj:pass')
    return stronger(stronger(status, outer), climbClause(act, governor, cues));
  // "an assault would lead to …": what is said of an act that may come
  const supposed = children(sentence, governor.index, 'aux').some((aux) =>
    ['would', "'d", '’d'].includes(aux.lowerLemma),
  );
  return supposed ? stronger(status, 'hypothetical') : stronger(status, outer === 'negated' ? 'actual' : outer);
}

/** "a withdrawal will leave them exposed": an act that is not spoken of as known is as what it brings about. */
function ofConsequence(act: Act, noun: Token, verb: Token, cues: Cues): Status {
  if (VERBAL.has(act.type) || noun.xpos === 'NNS' || isKnown(act.sentence, noun)) return 'actual';
  const outer = ofClause(act, verb, cues);
  return outer === 'hypothetical' || outer === 'planned' ? outer : 'actual';
}

/** "could eclipse past atrocities": what has been. */
const BYGONE = new Set(['past', 'previous', 'earlier', 'recent', 'last', 'former']);

/** Prepositions of what a verb brings about, not of its time or occasion. */
const BROUGHT = new Set(['to', 'into', 'with', 'in', 'for']);

const KNOWN = new Set(['the', 'this', 'that', 'these', 'those']);

/** An act that is spoken of as known: "the strike", "their attacks", "past atrocities". */
const isKnown = (sentence: Sentence, noun: Token): boolean =>
  hasChild(sentence, noun.index, 'nmod:poss') ||
  children(sentence, noun.index, 'amod').some((each) => BYGONE.has(each.lowerLemma)) ||
  children(sentence, noun.index, 'det').some((det) => KNOWN.has(det.lowerLemma));

/** "attacks", "a strike", "more sanctions" that a verb brings about. */
function isNew(sentence: Sentence, noun: Token): boolean {
  if (isKnown(sentence, noun)) return false;
  const preposition = relation(noun) === 'obl' ? prepositionOf(sentence, noun.index) : null;
  return preposition === null ? relation(noun) === 'obj' : BROUGHT.has(preposition);
}

/** A clause, up to the statement or sentence it stands in. */
function climbClause(act: Act, verb: Token, cues: Cues): Status {
  const { sentence } = act;
  let status: Status = ofSharedMarker(act, verb, cues);
  let current = verb;
  for (let steps = 0; current.head >= 0 && steps < FARTHEST; steps++) {
    const governor = sentence.tokens[current.head];
    const name = relation(current);
    if (name === 'conj') {
      // "claims that it struck the camp but hit a school": both are claimed
      if (sharesAuxiliary(sentence, current)) status = stronger(status, ofClause(act, governor, cues));
      else if (!isTold(sentence, governor) || hasChild(sentence, current.index, 'nsubj', 'nsubj:pass')) break;
    } else if (['xcomp', 'ccomp', 'csubj', 'acl', 'advcl'].includes(name)) {
      const background =
        (current.deprel === 'acl:relcl' && !heldBy(sentence, current, governor)) || isReduced(sentence, current);
      if (background || (name === 'advcl' && !isInfinitive(sentence, current.index) && !isOfObject(sentence, current)))
        break;
      status = stronger(status, ofClausal(act, current, governor, cues));
      if (governor.upos === 'NOUN' && !hasChild(sentence, governor.index, 'cop')) break;
      if (SPEAKING.has(governor.lowerLemma)) break;
      // "did not say that it had attacked": the saying is negated, not the attack
      const outer = name === 'ccomp' ? 'actual' : ofClause(act, governor, cues);
      // "withdrawing would be a mistake", also where somebody said so
      const unreal = outer === 'hypothetical' || outer === 'planned';
      status = stronger(status, name !== 'csubj' ? outer : unreal ? 'hypothetical' : 'actual');
    } else break;
    current = governor;
  }
  return status;
}

/** "the fifth Briton killed there": a participle that tells a person apart is background. */
const isReduced = (sentence: Sentence, clause: Token): boolean =>
  clause.deprel === 'acl' &&
  clause.xpos === 'VBN' &&
  !hasChild(sentence, clause.index, 'mark', 'aux', 'aux:pass', 'nsubj', 'nsubj:pass');

/** The noun that holds a clause: "the decision to withdraw", also where the tree hangs the clause on the verb before it. */
function heldBy(sentence: Sentence, clause: Token, governor: Token): Token | null {
  if (governor.upos === 'NOUN' && (clause.deprel !== 'acl:relcl' || isThatClause(sentence, clause))) return governor;
  const to = children(sentence, clause.index, 'mark').find((mark) => mark.index < clause.index);
  const before = to && to.index > 0 ? sentence.tokens[to.index - 1] : null;
  return before && before.upos === 'NOUN' && isInfinitive(sentence, clause.index) ? before : null;
}

/** "accused X of bombing": a clause tied to the verb by a preposition. */
function isOfObject(sentence: Sentence, token: Token): boolean {
  return children(sentence, token.index, 'mark').some((mark) => LINKED_TO_OBJECT.has(mark.lowerLemma));
}

/** A clause that a noun or verb of telling holds. */
const isTold = (sentence: Sentence, clause: Token): boolean =>
  relation(clause) === 'ccomp' || (relation(clause) === 'acl' && isThatClause(sentence, clause));

/** "will attack and destroy": the second verb has no auxiliary or subject of its own. */
function sharesAuxiliary(sentence: Sentence, verb: Token): boolean {
  return !hasChild(sentence, verb.index, 'aux', 'nsubj', 'nsubj:pass') && ['VB', 'VBN', 'VBG'].includes(verb.xpos);
}
