import type { Sentence, Token } from '../../../language/document.ts';
import { children, firstChild, hasChild, isPassive, relation } from '../../tree.ts';
import { movesOthers, spendsTime } from './control.ts';
import { isInfinitive, prepositionOf } from './phrase.ts';
import { resolved } from './relative.ts';

/** The subject of a predicate, written at it or understood. */

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

const AUXILIARIES = new Set([
  'be',
  'have',
  'do',
  'get',
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'shall',
  'should',
  'must',
  'need',
  'ought',
]);

/** "Mattis resigned", "May said": a name that the tagger takes for an auxiliary is the subject. */
function misreadSubject(sentence: Sentence, verb: Token): Token | undefined {
  for (const index of verb.children) {
    const aux = sentence.tokens[index];
    if (index > verb.index || relation(aux) !== 'aux' || aux.form === aux.lowerForm) continue;
    if (/^[A-Z]/.test(aux.form) && !AUXILIARIES.has(aux.lowerLemma)) return aux;
  }
  return undefined;
}

/** Undone voice, with headlines' bare participles ("Two killed in blast"). */
export function isPassiveUse(sentence: Sentence, verb: Token): boolean {
  if (misreadSubject(sentence, verb)) return false;
  if (isPassive(sentence, verb)) return true;
  if (verb.xpos !== 'VBN' || hasChild(sentence, verb.index, 'aux', 'obj')) return false;
  return sentence.tokens.at(-1)?.form !== '.' && !sentence.tokens.some((token) => FINITE.has(token.xpos));
}

/** The verb that a verb shares its subject with in a conjunction. */
export function firstConjunct(sentence: Sentence, verb: Token): Token | null {
  return verb.deprel === 'conj' && verb.head >= 0 ? sentence.tokens[verb.head] : null;
}

/** The noun right before a position: whom "whose" means, or the subject of a finite verb that the tree gives none. */
export function nounBefore(sentence: Sentence, index: number): number | null {
  for (let at = index - 1; at >= 0; at--) {
    const token = sentence.tokens[at];
    if (token.upos === 'PUNCT') continue;
    if (!['NOUN', 'PROPN', 'PRON'].includes(token.upos)) return null;
    const inName = ['flat', 'compound', 'appos'].includes(relation(token)) && token.head >= 0;
    return inName && token.head < index ? nounBefore(sentence, Math.max(token.head, 0) + 1) : at;
  }
  return null;
}

/** "claimed the rebels used gas", with the rebels read as what is claimed: a finite clause that lacks a subject of its own. */
export const isFiniteClause = (sentence: Sentence, verb: Token): boolean =>
  relation(verb) === 'ccomp' &&
  !isInfinitive(sentence, verb.index) &&
  (verb.xpos === 'VBD' || verb.xpos === 'VBN' || hasChild(sentence, verb.index, 'aux', 'cop', 'aux:pass'));

/** The grammatical subject, whether written at the verb or understood there. `depth` bounds the walk through control. */
export function surfaceSubject(sentence: Sentence, verb: Token, depth = 0): number | null {
  const own = firstChild(sentence, verb.index, 'nsubj', 'nsubj:pass') ?? misreadSubject(sentence, verb);
  if (own) return resolved(sentence, verb, own);
  if (depth > 6 || verb.head < 0) return null;
  if (relation(verb) === 'advcl' && (['VBD', 'VBZ', 'VBP'].includes(verb.xpos) || describesNoun(sentence, verb))) {
    const before = nounBefore(sentence, verb.index);
    if (before !== null) return before;
  }
  const governor = sentence.tokens[verb.head];
  switch (relation(verb)) {
    case 'conj':
      return surfaceSubject(sentence, governor, depth + 1);
    case 'acl':
      return isOfNoun(sentence, verb) && !isMoved(sentence, governor)
        ? holderOf(sentence, governor, depth + 1)
        : governor.index;
    case 'xcomp':
    case 'advcl':
    case 'ccomp': {
      if (governor.upos === 'NOUN') return holderOf(sentence, governor, depth + 1);
      const object = firstChild(sentence, governor.index, 'obj', 'iobj');
      if (object && object.index < verb.index && isOfObject(sentence, verb, governor))
        return resolved(sentence, governor, object);
      return surfaceSubject(sentence, governor, depth + 1);
    }
    default:
      return null;
  }
}

/** "Saw them leaving", "helped them leave", "wanted them arrested". */
const BEHIND_OBJECTS = new Set(['VBG', 'VB', 'VBN']);

/** Whether a verb behind its governor's object is what the object does: "urged them to leave", "accused them of lying". */
function isOfObject(sentence: Sentence, verb: Token, governor: Token): boolean {
  const infinitive = isInfinitive(sentence, verb.index);
  if (relation(verb) !== 'advcl')
    return infinitive || isFiniteClause(sentence, verb) || (BEHIND_OBJECTS.has(verb.xpos) && !spendsTime(governor));
  if (infinitive) return movesOthers(governor);
  const mark = firstChild(sentence, verb.index, 'mark')?.lowerLemma;
  return (
    mark !== undefined && (['of', 'from', 'for', 'into'].includes(mark) || (mark === 'in' && movesOthers(governor)))
  );
}

/** Whether a clause says what a noun is about ("the decision to leave", "a policy of turning boats away") rather than what it does. */
const isOfNoun = (sentence: Sentence, verb: Token): boolean =>
  isInfinitive(sentence, verb.index) || (verb.xpos === 'VBG' && hasChild(sentence, verb.index, 'mark'));

/** "trained units to fight": the object of a verb that moves others to do something. */
function isMoved(sentence: Sentence, noun: Token): boolean {
  return relation(noun) === 'obj' && noun.head >= 0 && movesOthers(sentence.tokens[noun.head]);
}

/** "Without Chad agreeing", "open to forces fighting": a participle right behind a noun, where no object has been told of before. */
function describesNoun(sentence: Sentence, verb: Token): boolean {
  const before = sentence.tokens[verb.index - 1];
  if (verb.xpos !== 'VBG' || before === undefined || !['NOUN', 'PROPN'].includes(before.upos)) return false;
  if (/^obl:(?:unmarked|tmod)$/.test(before.deprel) || hasChild(sentence, verb.index, 'mark')) return false;
  const object = firstChild(sentence, verb.head, 'obj', 'iobj');
  return object === undefined || object.index > verb.index;
}

/** Whose a noun's infinitive is: "Trump's decision to withdraw", "Trump made the decision to withdraw". */
function holderOf(sentence: Sentence, noun: Token, depth: number): number | null {
  const own = firstChild(sentence, noun.index, 'nmod:poss');
  if (own) return own.index;
  const by = children(sentence, noun.index, 'nmod').find((token) =>
    ['by', 'from'].includes(prepositionOf(sentence, token.index) ?? ''),
  );
  if (by) return by.index;
  const modifier = children(sentence, noun.index, 'amod', 'compound').find((token) => token.upos === 'PROPN');
  if (modifier) return modifier.index;
  if (noun.head < 0 || depth > 6) return null;
  const governor = sentence.tokens[noun.head];
  switch (relation(noun)) {
    case 'obj':
    case 'obl':
      return isPassiveUse(sentence, governor) ? agentOf(sentence, governor) : surfaceSubject(sentence, governor, depth);
    case 'conj':
    case 'nmod':
      return holderOf(sentence, governor, depth + 1);
    default:
      return null;
  }
}

/** By whom a passive is done. */
export function agentOf(sentence: Sentence, verb: Token): number | null {
  const agent = children(sentence, verb.index, 'obl', 'nmod').find(
    (token) => token.deprel === 'obl:agent' || prepositionOf(sentence, token.index) === 'by',
  );
  if (agent) return agent.xpos !== 'CD' && agent.deprel !== 'obl:tmod' ? agent.index : null;
  const last = lastOfRow(sentence, verb);
  return last && agentOf(sentence, last);
}

/** "were bombed, expelled and *killed* by": the last of a row of bare participles, whose agent is that of all. */
function lastOfRow(sentence: Sentence, verb: Token): Token | null {
  const next = sentence.tokens[verb.index + 1];
  if (verb.xpos !== 'VBN' || (next?.form !== ',' && next?.upos !== 'CCONJ')) return null;
  const first = firstConjunct(sentence, verb);
  const row = [...children(sentence, verb.index, 'conj'), ...(first ? children(sentence, first.index, 'conj') : [])];
  const last = row.findLast(({ index, xpos }) => index > verb.index && index - verb.index <= ROW && xpos === 'VBN');
  return last ?? null;
}

/** Words from one participle of a row to its last. */
const ROW = 4;
