import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import { children, firstChild, hasChild, isPassive, relation, subtree } from '../tree.ts';
import { companionBefore, firstName, nameAfter, nameBefore, nameBeforeComma, nameBetween } from './names-beside.ts';
import { SPEECH } from './slots.ts';
import { FINITE, isDoneTo, isHeld, subjectOf, subjectOfMain } from './subject.ts';
import { namesTime } from './time-words.ts';

/** The words that name a source: its head and all of its phrase. */
export interface SourceWords {
  readonly head: number;
  readonly tokens: readonly number[];
}

/** ", in a speech to the guests,": words that begin when and how it was said. */
const CIRCUMSTANCE = new Set(['in', 'during', 'while', 'when', 'after', 'before', 'amid', 'speaking']);

/** "the Forces (SDF)": the last of some tokens closes a bracket that opens among them. */
function closes(sentence: Sentence, tokens: readonly number[]): boolean {
  const has = (form: string): boolean => tokens.some((index) => sentence.tokens[index].form === form);
  return sentence.tokens[tokens[tokens.length - 1]].form === ')' && has('(');
}

/** The phrase of a noun without the preposition before it, without what is said, without the punctuation at its edges. */
export function phrase(sentence: Sentence, head: number, without: readonly number[]): SourceWords {
  const markers = children(sentence, head, 'case', 'cc').map((token) => token.index);
  let tokens = subtree(sentence, head, [...without, ...markers]);
  const aside = tokens.findIndex(
    (index) =>
      index > head && sentence.tokens[index - 1].form === ',' && CIRCUMSTANCE.has(sentence.tokens[index].lowerForm),
  );
  if (aside > 0) tokens = tokens.slice(0, aside);
  const isMark = (index: number): boolean => sentence.tokens[index].upos === 'PUNCT';
  while (tokens.length > 1 && isMark(tokens[0])) tokens = tokens.slice(1);
  while (tokens.length > 1 && isMark(tokens[tokens.length - 1]) && !closes(sentence, tokens))
    tokens = tokens.slice(0, -1);
  return { head, tokens };
}

function withCase(
  sentence: Sentence,
  index: number,
  cases: readonly string[],
  relation: string,
  other?: string,
): Token | undefined {
  return children(sentence, index, relation, other).find((child) =>
    children(sentence, child.index, 'case').some((marker) => cases.includes(marker.lowerLemma)),
  );
}

/** Who did what is done, but not "by Monday". */
function byWhom(sentence: Sentence, word: Token): number {
  const doer = withCase(sentence, word.index, ['by'], 'obl', 'nmod');
  return doer && !namesTime(doer) ? doer.index : -1;
}

/**
 * "advocates in the city called for his dismissal": a participle behind a noun that brings words of its own and has no auxiliary is a
 * verb whose subject the tree took for what it describes.
 */
function isActive(sentence: Sentence, word: Token, entry: Reporting, brings: string): boolean {
  if (entry.addressee.includes('object') || (!SPEECH.has(brings) && !ACTIVE.has(brings))) return false;
  return !hasChild(sentence, word.index, 'aux:pass', 'aux', 'nsubj:pass') && NOMINAL.has(relation(word));
}

const ACTIVE = new Set(['for', 'to', 'with', 'about', 'to+as']);
const NOMINAL = new Set(['acl', 'root']);

function headOf(
  sentence: Sentence,
  word: Token,
  entry: Reporting,
  isFronted: boolean,
  brings: string,
  making: ReadonlySet<string>,
): number {
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
    const others = ['by', 'from', 'among', 'in', 'across', 'within'];
    const other = withCase(sentence, word.index, others, 'nmod');
    if (other) return other.index;
    // "issued a claim that": whoever makes it, but not who faces it.
    const governor = sentence.tokens[word.head];
    const isMaking = governor?.upos === 'VERB' && making.has(governor.lowerLemma) && !isPassive(sentence, governor);
    if (relation(word) === 'obj' && isMaking) return subjectOf(sentence, governor);
    return -1;
  }
  if (entry.pos === 'verb' && isDoneTo(sentence, word)) {
    const doer = byWhom(sentence, word);
    if (doer >= 0 || !isActive(sentence, word, entry, brings)) return doer;
    return relation(word) === 'acl' ? word.head : nameBefore(sentence, word.index);
  }
  const beside = entry.pos === 'verb' && word.xpos === 'VBG' ? companionBefore(sentence, word) : -1;
  if (beside >= 0) return beside;
  const ofMain = entry.pos === 'verb' && word.xpos === 'VBG' ? subjectOfMain(sentence, word) : -1;
  const subject = ofMain >= 0 ? ofMain : subjectOf(sentence, word);
  if (subject >= 0 || entry.pos !== 'verb' || !FINITE.has(word.xpos)) return subject;
  return isFronted ? nameAfter(sentence, word.index) : nameBefore(sentence, word.index);
}

/**
 * "Barrett, who led the mission and is now its chair, said": what a clause says of somebody between his name and the verb is no other speaker.
 */
function wholeName(sentence: Sentence, head: number, word: Token): number {
  const token = sentence.tokens[head];
  if (head < 0 || head > word.index || token.head < 0 || token.head >= head) return head;
  if (!hasChild(sentence, head, 'cop')) return head;
  let clause = token;
  while (relation(clause) === 'conj') clause = sentence.tokens[clause.head];
  return relation(clause) === 'acl' && clause.head >= 0 ? clause.head : head;
}

/** Who is the source of what a reporting word brings; null where nobody is named. `content`, found as the alternative `brings`, is no part of it. */
export function sourceOf(
  sentence: Sentence,
  word: Token,
  entry: Reporting,
  content: readonly number[],
  brings: string,
  making: ReadonlySet<string>,
): SourceWords | null {
  const isFronted = content.length > 0 && content[content.length - 1] < word.index;
  let head = headOf(sentence, word, entry, isFronted, brings, making);
  const gap = isFronted ? nameBetween(sentence, content[content.length - 1], word.index) : -1;
  if (
    gap >= 0 &&
    entry.source === 'subject' &&
    ((head > word.index && entry.addressee.includes('object')) || content.includes(head))
  )
    head = gap;
  const isLost = head < 0 || content.includes(head);
  const isSpeaking =
    entry.source === 'subject' && entry.pos === 'verb' && FINITE.has(word.xpos) && !isHeld(sentence, word);
  if (isLost && isSpeaking && isFronted) head = nameAfter(sentence, word.index);
  if (isLost && isSpeaking && content[0] > word.index)
    head = [nameBeforeComma, firstName].map((find) => find(sentence, word.index)).find((found) => found >= 0) ?? -1;
  head = wholeName(sentence, head, word);
  if (head < 0 || content.includes(head)) return null;
  const token = sentence.tokens[head];
  // "It emerged that …" names nobody; "It stated that …" does.
  const isEmpty =
    token.deprel === 'expl' && (!entry.nested || isDoneTo(sentence, word) || token.lowerLemma === 'there');
  if (token.upos === 'PRON' && isEmpty) return null;
  const found = phrase(sentence, head, [word.index]);
  const tokens = found.tokens.filter((index) => !content.includes(index));
  return { head, tokens };
}

/** The phrase that a relative pronoun stands for ("the rebels" of "the rebels, who said …"); null for any other word. */
export function antecedentOf(sentence: Sentence, head: number): SourceWords | null {
  const token = sentence.tokens[head];
  if (!['who', 'which', 'that'].includes(token.lowerLemma) || token.upos !== 'PRON') return null;
  for (let at = token; at.head >= 0; at = sentence.tokens[at.head])
    if (at.deprel === 'acl:relcl') return phrase(sentence, at.head, [at.index]);
  return null;
}
