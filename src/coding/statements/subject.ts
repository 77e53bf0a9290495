import type { Sentence, Token } from '../../language/document.ts';
import { children, governors, hasChild, isPassive, relation } from '../tree.ts';
import { namesDay } from './time-words.ts';

/** Who does what a verb says: its subject, whichever word the tree gave it to. */

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ', 'X', 'SYM']);

/** A passive, or a participle without a subject that opens its clause ("When asked about the raid, …"). */
export function isDoneTo(sentence: Sentence, word: Token): boolean {
  if (isPassive(sentence, word) || isHeld(sentence, word)) return true;
  if (word.relation !== 'advcl' || (word.xpos !== 'VBN' && word.xpos !== 'VBD')) return false;
  const before = sentence.tokens[word.index - 1];
  const opens =
    !before || before.upos === 'PUNCT' || ['when', 'whenever', 'if', 'as', 'once'].includes(before.lowerForm);
  return opens && children(sentence, word.index, 'nsubj', 'aux').length === 0;
}

/** "men believed to be its leaders", "…, thought to have fled,": with whatever tag and relation behind a noun. */
export function isHeld(sentence: Sentence, word: Token): boolean {
  if (!HELD.has(word.lowerLemma) || !['VBD', 'VBN'].includes(word.xpos)) return false;
  const to = sentence.tokens[word.index + 1];
  const verb = sentence.tokens[word.index + 2];
  if (to?.lowerForm !== 'to' || !['be', 'have'].includes(verb?.lowerForm ?? '')) return false;
  const isLoose = word.deprel === 'acl' || (word.deprel === 'advcl' && sentence.tokens[word.index - 1]?.form === ',');
  return isLoose && children(sentence, word.index, 'nsubj', 'aux').length === 0;
}

const HELD = new Set([
  'believe',
  'think',
  'say',
  'report',
  'know',
  'understand',
  'suspect',
  'presume',
  'fear',
  'rumour',
]);

/** What the tree has for subjects of a verb; "on Friday the minister said": a day is none, but who stands in apposition to it may be. */
function subjectsOf(sentence: Sentence, verb: Token): readonly Token[] {
  const found = children(sentence, verb.index, 'nsubj');
  if (!found.some((token) => token.deprel === 'nsubj:outer' || namesDay(token))) return found;
  return found
    .filter((token) => token.deprel !== 'nsubj:outer')
    .flatMap((token) => (namesDay(token) ? children(sentence, token.index, 'appos') : [token]));
}

/**
 * The verb's own subject: of several the last before it, or the nearest where what is said comes first, for the others
 * belong to what is said. A subject on the left that the tree gave to the clause on the right ("the minister said [the
 * road is shut]") is the verb's.
 */
export function ownSubject(sentence: Sentence, word: Token): Token | undefined {
  const subjects = subjectsOf(sentence, word);
  if (subjects.length > 0) {
    const right = subjects.find((token) => token.index > word.index);
    if (right && sentence.tokens[word.index - 1]?.upos === 'PUNCT') return right;
    const left = subjects.findLast((token) => token.index < word.index);
    if (left && !children(sentence, word.index, 'ccomp').some((clause) => clause.index < word.index)) return left;
    const distance = (token: Token): number => Math.abs(token.index - word.index);
    return subjects.reduce((best, token) => (distance(token) < distance(best) ? token : best));
  }
  return children(sentence, word.index, 'ccomp')
    .filter((clause) => clause.index > word.index)
    .flatMap((clause) => children(sentence, clause.index, 'nsubj'))
    .findLast((token) => token.index < word.index);
}

/**
 * Who does what a verb or adjective says: its subject, or the one it has by control from its governor
 * ("agreed to say", "left, adding that", "a letter saying"). -1 where nobody is named.
 */
export function subjectOf(sentence: Sentence, word: Token): number {
  const seen = new Set<number>();
  let at = word;
  while (!seen.has(at.index)) {
    seen.add(at.index);
    const subject = ownSubject(sentence, at);
    if (subject) return subject.index;
    if (at.head < 0) return -1;
    const governor = sentence.tokens[at.head];
    switch (relation(at)) {
      case 'conj':
        at = governor;
        continue;
      case 'advcl':
      case 'parataxis':
        if (!['VERB', 'AUX', 'ADJ'].includes(governor.upos) && !hasChild(sentence, governor.index, 'cop')) return -1;
        at = governor;
        continue;
      case 'xcomp':
      case 'ccomp': {
        const [object] = children(sentence, governor.index, 'obj', 'iobj');
        if (object && object.index < at.index && !isPassive(sentence, governor) && relation(at) === 'xcomp')
          return object.index;
        at = governor;
        continue;
      }
      case 'acl':
      case 'amod':
        // "issued a statement saying", "held signs calling": who made it says so.
        if (at.xpos === 'VBG' && isMade(sentence, governor)) {
          at = sentence.tokens[governor.head];
          continue;
        }
        if (isMarked(sentence, at)) {
          const [owner] = children(sentence, governor.index, 'nmod:poss');
          if (owner) return owner.index;
          const main = verbAbove(sentence, governor);
          if (main && !isPassive(sentence, main)) {
            at = main;
            continue;
          }
        }
        return NOMINAL.has(governor.upos) ? partOf(sentence, governor).index : -1;
      default:
        return -1;
    }
  }
  return -1;
}

/** "in addition to saying", "a bid to persuade them": of an infinitive or gerund behind a noun, whoever does what the noun tells. */
function isMarked(sentence: Sentence, verb: Token): boolean {
  return (verb.xpos === 'VB' || verb.xpos === 'VBG') && children(sentence, verb.index, 'mark', 'case').length > 0;
}

/** The verb in whose clause a noun stands. */
function verbAbove(sentence: Sentence, noun: Token): Token | undefined {
  for (const governor of governors(sentence, noun.index)) if (governor.upos === 'VERB') return governor;
  return undefined;
}

const PARTS = new Set(['percent', '%', 'half', 'majority', 'plurality', 'third', 'quarter', 'number', 'share']);

/** "a third of voters saying so": the part of them that says so. */
function partOf(sentence: Sentence, noun: Token): Token {
  const whole = sentence.tokens[noun.head];
  return relation(noun) === 'nmod' && whole && (PARTS.has(whole.lowerLemma) || whole.upos === 'NUM') ? whole : noun;
}

/** A thing not spoken of before, the object of a verb: "issued a statement". */
function isMade(sentence: Sentence, noun: Token): boolean {
  if (noun.relation !== 'obj' || noun.upos !== 'NOUN' || isPassive(sentence, sentence.tokens[noun.head])) return false;
  const [determiner] = children(sentence, noun.index, 'det', 'nmod:poss', 'nummod');
  return determiner ? ['a', 'an', 'another'].includes(determiner.lowerForm) : noun.xpos === 'NNS';
}

/** Tags of verbs that have a subject, whether the tree finds it or not. */
export const FINITE = new Set(['VBD', 'VBZ', 'VBP']);
const MAIN = new Set(['root', 'conj', 'parataxis']);

/** The last quotation mark before a token opens a quotation. */
function isQuoted(sentence: Sentence, index: number): boolean {
  return sentence.tokens.slice(0, index).findLast(({ xpos }) => xpos === '``' || xpos === "''")?.xpos === '``';
}

/**
 * "praised a third attempt at talks, insisting …": after a comma it is whoever does what the sentence tells before, not the
 * noun next to it; -1 where no comma stands before.
 */
export function subjectOfMain(sentence: Sentence, word: Token): number {
  const before = sentence.tokens.slice(0, word.index);
  const previous = before.findLast(({ upos, xpos }) => upos !== 'ADV' && xpos !== '``' && xpos !== "''");
  if (!/^(?:,|-+|–|—)$/.test(previous?.form ?? '')) return -1;
  const main = before.findLast(
    (token) =>
      token.upos === 'VERB' &&
      MAIN.has(token.relation) &&
      !isQuoted(sentence, token.index) &&
      subjectOf(sentence, token) >= 0,
  );
  return main ? subjectOf(sentence, main) : -1;
}
