import type { Sentence, Token } from '../../language/document.ts';
import { hasChild, relation } from '../tree.ts';
import type { Tools } from './candidates.ts';
import type { PredicateClass } from './lexicon.ts';
import { slotsOf } from './slots/index.ts';
import { surfaceSubject } from './slots/subject.ts';
import { isMisreadVerb } from './slots/verb.ts';

/** As what a word is looked up in the codebook, also where the tagger takes it for something else. */

/** A capital in running text, where the words around have none. */
export function isName(sentence: Sentence, token: Token, { participants }: Tools): boolean {
  if (participants.at(sentence, token.index) !== null) return true;
  if (token.index === 0 || token.form === token.lowerForm) return false;
  const others = sentence.tokens.filter(({ upos, index }) => index > 0 && (upos === 'VERB' || upos === 'NOUN'));
  return others.filter(({ form, lowerForm }) => form !== lowerForm).length * 2 < others.length;
}

/** "*Clashes* between the army and rebels continued": a plural that the tagger takes for a verb has no subject. */
function isMisreadNoun(sentence: Sentence, token: Token): boolean {
  return (
    token.xpos === 'VBZ' &&
    token.upos !== 'NOUN' &&
    token.form.length > 3 &&
    !['conj', 'acl', 'parataxis', 'cop'].includes(relation(token)) &&
    !hasChild(sentence, token.index, 'nsubj', 'csubj', 'expl', 'aux', 'obj') &&
    surfaceSubject(sentence, token) === null
  );
}

/** "imprisoned militants", "dead or *imprisoned* militants". */
function isAttribute(sentence: Sentence, token: Token): boolean {
  const relations = ['amod', 'compound'];
  if (relation(token) !== 'conj' || token.head < 0) return relations.includes(relation(token));
  const first = sentence.tokens[token.head];
  return first.upos === 'ADJ' && relation(first) === 'amod';
}

const NOMINAL = new Set(['obj', 'nsubj', 'obl', 'nmod']);

/** "launched a major *offensive*": a noun that the tagger takes for an adjective. */
const isNominal = (sentence: Sentence, token: Token): boolean =>
  token.upos === 'ADJ' && NOMINAL.has(relation(token)) && hasChild(sentence, token.index, 'det', 'nmod:poss', 'case');

/** "*Iranian-backed*", "carpet-*bombed*", "hostage-*taking*": a verb that is the last part of a word. */
export const isAfterHyphen = ({ tokens }: Sentence, { index, xpos }: Token): boolean =>
  index > 0 && tokens[index - 1].form === '-' && xpos.startsWith('VB');

/** The word classes under which a token is looked up, the likeliest first. */
export function classesOf(sentence: Sentence, token: Token, tools: Tools): PredicateClass[] {
  // "US-backed", "besieged": attributes, not reports of an act
  const verbal = token.xpos.startsWith('VB') && !['aux', 'aux:pass', 'cop'].includes(token.deprel);
  if (isMisreadNoun(sentence, token)) return ['noun'];
  // "sent troops to oust the militants", "overran the town": rare words of war that the tagger has hardly seen
  const only = tools.lexicon.only.get(token.lowerForm);
  if (only && !(only === 'verb' ? verbal : token.upos === 'NOUN')) return [only];
  if (verbal && isAfterHyphen(sentence, token)) return isAttribute(sentence, token) ? [] : ['verb', 'noun'];
  if (token.upos === 'VERB' || verbal)
    return isAttribute(sentence, token) && !isMisreadVerb(sentence, token)
      ? []
      : token.xpos === 'VBN' || token.xpos === 'VBG'
        ? // "is opposed to", "was disappointed with": a state, unless somebody brings it about
          hasChild(sentence, token.index, 'aux:pass', 'cop') && slotsOf(sentence, token).get('subject').length === 0
          ? ['adjective', 'verb']
          : ['verb', 'adjective']
        : ['verb'];
  if (token.upos === 'NOUN' || token.upos === 'PROPN')
    // "appeals court", "attack helicopter": a kind of something else
    return relation(token) === 'compound' &&
      (token.upos === 'PROPN' || !tools.lexicon.classes.get('OF_AN_ACT')!.has(sentence.tokens[token.head].lowerLemma))
      ? []
      : ['noun'];
  if (isNominal(sentence, token)) return ['noun', 'adjective'];
  return token.upos === 'ADJ' && (relation(token) !== 'amod' || hasChild(sentence, token.index, 'obl', 'nmod'))
    ? ['adjective']
    : [];
}
