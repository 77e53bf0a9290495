import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import { children, firstChild, isPassive, relation, subtree } from '../tree.ts';

/** The words that name a source: its head and all of its phrase. */
export interface SourceWords {
  readonly head: number;
  readonly tokens: readonly number[];
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ', 'X', 'SYM']);

/** The phrase of a noun without the preposition before it, without what is said, without the punctuation at its edges. */
function phrase(sentence: Sentence, head: number, without: readonly number[]): SourceWords {
  const markers = children(sentence, head, 'case', 'cc').map((token) => token.index);
  let tokens = subtree(sentence, head, [...without, ...markers]);
  const isMark = (index: number): boolean => sentence.tokens[index].upos === 'PUNCT';
  while (tokens.length > 1 && isMark(tokens[0])) tokens = tokens.slice(1);
  while (tokens.length > 1 && isMark(tokens[tokens.length - 1])) tokens = tokens.slice(0, -1);
  return { head, tokens };
}

/**
 * The verb's own subject: of several the last before it, or the nearest where what is said comes first, for the others
 * belong to what is said. A subject on the left that the tree gave to the clause on the right ("the minister said [the
 * road is shut]") is the verb's.
 */
export function ownSubject(sentence: Sentence, word: Token): Token | undefined {
  const subjects = children(sentence, word.index, 'nsubj').filter((token) => token.deprel !== 'nsubj:outer');
  const left = subjects.filter((token) => token.index < word.index);
  const isFronted = children(sentence, word.index, 'ccomp').some((clause) => clause.index < word.index);
  if (left.length > 0 && !isFronted) return left[left.length - 1];
  if (subjects.length > 0) {
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
        if (governor.upos !== 'VERB' && governor.upos !== 'AUX' && governor.upos !== 'ADJ') return -1;
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
        return NOMINAL.has(governor.upos) ? governor.index : -1;
      default:
        return -1;
    }
  }
  return -1;
}

function withCase(
  sentence: Sentence,
  index: number,
  cases: readonly string[],
  ...relations: string[]
): Token | undefined {
  return children(sentence, index, ...relations).find((child) =>
    children(sentence, child.index, 'case').some((marker) => cases.includes(marker.lowerLemma)),
  );
}

function headOf(sentence: Sentence, word: Token, entry: Reporting): number {
  if (entry.source === 'none') return -1;
  if (entry.source !== 'subject') return withCase(sentence, word.index, [entry.source], 'obl', 'nmod')?.index ?? -1;
  if (entry.pos === 'noun') {
    const possessor = firstChild(sentence, word.index, 'nmod:poss');
    if (possessor) return possessor.index;
    // "Turkish hopes", "the US announcement".
    const adjective = children(sentence, word.index, 'amod', 'compound').find(
      (child) => child.upos === 'PROPN' || (child.upos === 'ADJ' && child.index > 0 && /^\p{Lu}/u.test(child.form)),
    );
    if (adjective) return adjective.index;
    const others = ['by', 'from', 'among', 'in'];
    const other = withCase(sentence, word.index, others, 'nmod');
    if (other) return other.index;
    // "issued a claim that": whoever does something with the claim made it.
    const governor = sentence.tokens[word.head];
    if (relation(word) === 'obj' && governor?.upos === 'VERB' && !isPassive(sentence, governor))
      return subjectOf(sentence, governor);
    return -1;
  }
  if (entry.pos === 'verb' && isPassive(sentence, word))
    return withCase(sentence, word.index, ['by'], 'obl', 'nmod')?.index ?? -1;
  const subject = subjectOf(sentence, word);
  return subject >= 0 || entry.pos !== 'verb' || !FINITE.has(word.xpos) ? subject : nameBefore(sentence, word.index);
}

/** Tags of verbs that have a subject, whether the tree finds it or not. */
const FINITE = new Set(['VBD', 'VBZ', 'VBP']);
const BETWEEN = new Set(['AUX', 'ADV', 'PART']);

/** The noun right before a verb, -1 where there is none. */
function nameBefore(sentence: Sentence, verb: number): number {
  let at = verb - 1;
  while (at >= 0 && BETWEEN.has(sentence.tokens[at].upos)) at--;
  if (at < 0 || !['NOUN', 'PROPN', 'PRON'].includes(sentence.tokens[at].upos)) return -1;
  while (
    sentence.tokens[at].head >= 0 &&
    sentence.tokens[at].head < at &&
    ['flat', 'compound'].includes(relation(sentence.tokens[at]))
  )
    at = sentence.tokens[at].head;
  return at;
}

/** Who is the source of what a reporting word brings; null where nobody is named. `content` is no part of it. */
export function sourceOf(
  sentence: Sentence,
  word: Token,
  entry: Reporting,
  content: readonly number[],
): SourceWords | null {
  const head = headOf(sentence, word, entry);
  if (head < 0 || content.includes(head)) return null;
  const token = sentence.tokens[head];
  if (token.upos === 'PRON' && ['it', 'there'].includes(token.lowerLemma) && token.deprel === 'expl') return null;
  const inside = new Set(content);
  const found = phrase(sentence, head, [word.index]);
  return { head, tokens: found.tokens.filter((index) => !inside.has(index)) };
}

/** The phrase that a relative pronoun stands for ("the rebels" of "the rebels, who said …"); null for any other word. */
export function antecedentOf(sentence: Sentence, head: number): SourceWords | null {
  const token = sentence.tokens[head];
  if (!['who', 'which', 'that'].includes(token.lowerLemma) || token.upos !== 'PRON') return null;
  for (let at = token; at.head >= 0; at = sentence.tokens[at.head])
    if (at.deprel === 'acl:relcl') return phrase(sentence, at.head, [at.index]);
  return null;
}
