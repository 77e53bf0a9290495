import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import { children, leftEdge, relation, rightEdge, subtree } from '../tree.ts';
import type { Quoted } from './quotes.ts';
import type { Slots } from './slots.ts';
import { ownSubject } from './subject.ts';

/** What is said where the words of saying follow, interrupt or announce it. Tokens of the sentence throughout. */

/** All tokens inside quotations. */
export const quotedWords = (quotes: readonly Quoted[]): Pick<ReadonlySet<number>, 'has'> =>
  quotes.length === 0
    ? NOTHING
    : { has: (index) => quotes.some(({ words }) => words[0] <= index && index <= words[words.length - 1]) };

const NOTHING = { has: () => false };

export function range(from: number, to: number): number[] {
  const found: number[] = [];
  for (let index = from; index < to; index++) found.push(index);
  return found;
}

function hasMark({ tokens }: Sentence, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (tokens[index].upos === 'PUNCT') return true;
  return false;
}

/** The first token of the clause "he has said": its subject, auxiliaries and adverbs to the left. */
export function clauseStart(sentence: Sentence, word: Token): number {
  const subject = ownSubject(sentence, word);
  let start = subject && subject.index < word.index ? leftEdge(sentence, subject.index) : word.index;
  for (const { index } of children(sentence, word.index, 'aux', 'advmod')) {
    // "“Absolutely not,” he said": an adverb on the other side of a comma is no part of it.
    if (index < word.index && !hasMark(sentence, rightEdge(sentence, index) + 1, word.index))
      start = Math.min(start, leftEdge(sentence, index));
  }
  return start;
}

/** "…, the minister said": all that stands before the words of saying. */
function fronted(sentence: Sentence, word: Token, clause: Token): number[] {
  const end = clauseStart(sentence, word);
  if (clause.index >= end) return subtree(sentence, clause.index, [word.index]);
  const first =
    word.head < 0 ? 0 : Math.min(...subtree(sentence, clause.index, [word.index]).filter((index) => index < end));
  return range(first, end);
}

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/** "Asked about the raid, she said that …": where a clause follows the verb, the one before it is no speech, if nobody quotes it. */
function bringsClause(sentence: Sentence, word: Token, before: Token, quotes: readonly Quoted[]): boolean {
  const inside = quotedWords(quotes);
  if (inside.has(before.index) || inside.has(word.index)) return false;
  if (sentence.tokens[word.index + 1]?.form === 'that') return true;
  for (let index = word.index + 1; index < sentence.tokens.length; index++) {
    const token = sentence.tokens[index];
    if (token.form === ',' || /^W/.test(token.xpos)) return false;
    if (FINITE.has(token.xpos)) return token.index > word.index + 1;
  }
  return false;
}

/** "The road, he said, is open": the sentence around the words of saying. */
function interrupted(sentence: Sentence, word: Token): number[] {
  return subtree(sentence, word.head, [word.index]);
}

/** Words between the verb and the colon before a quotation: "said in an interview published on Monday: “…”". */
const MOST_BEFORE_COLON = 15;
const BRIDGE = new Set(['ADV', 'PUNCT', 'PART', 'ADP', 'DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'AUX']);

/** The quotation next to the words of saying, where the tree does not tell: "said: “…”", "“…” he said". */
function adjacent(
  sentence: Sentence,
  word: Token,
  quotes: readonly Quoted[],
  entry: Reporting,
): readonly number[] | null {
  if (quotes.length === 0) return null;
  const start = clauseStart(sentence, word);
  const subject = ownSubject(sentence, word);
  const end = Math.max(word.index, subject ? rightEdge(sentence, subject.index) : 0);
  for (const { words: tokens } of quotes) {
    if (tokens.length === 0 || tokens.includes(word.index)) continue;
    const gapAfter = range(end + 1, tokens[0]);
    const follows =
      tokens[0] > end &&
      ((gapAfter.length <= 8 && gapAfter.every((index) => BRIDGE.has(sentence.tokens[index].upos))) ||
        (entry.nested &&
          gapAfter.length <= MOST_BEFORE_COLON &&
          sentence.tokens[tokens[0] - 1].form === ':' &&
          !gapAfter.some((index) => FINITE.has(sentence.tokens[index].xpos))));
    const gapBefore = range(tokens[tokens.length - 1] + 1, start);
    const precedes =
      subject !== undefined &&
      tokens[tokens.length - 1] < start &&
      gapBefore.every((index) => sentence.tokens[index].upos === 'PUNCT');
    // Words that seldom report need a comma or colon to bring a quotation: "offered “hard” terms" brings none.
    const isSetApart = entry.nested || /^[,:]$/.test(sentence.tokens[tokens[0] - 1]?.form ?? '');
    if (precedes) return withResumed(sentence, word, tokens, quotes);
    if (follows && isSetApart) return tokens;
  }
  return null;
}

/**
 * "said [the plans to tax guns] are dead": what a verb that has no object seems to have for one begins what is said. So
 * does what stands before "This campaign, he says, is different".
 */
function reported(sentence: Sentence, word: Token, clause: Token, entry: Reporting): number[] {
  const all = subtree(sentence, clause.index, [word.index]);
  const tokens = all.filter((index) => index > word.index);
  const before = interruptedStart(sentence, word, all);
  if (before.length > 0) return [...before, ...tokens];
  if (!entry.nested || entry.addressee.includes('object')) return tokens;
  const [object] = children(sentence, word.index, 'obj');
  const opensClause = sentence.tokens[tokens[0]]?.lowerForm === 'that';
  if (object && !opensClause && object.index > word.index && object.index < tokens[0])
    return range(leftEdge(sentence, object.index), tokens[tokens.length - 1] + 1);
  return tokens;
}

/** "“No,” the admiral, 59, told them": what stands between a quotation and the verb names the speaker, whichever word is its subject. */
function upToSpeaker(
  sentence: Sentence,
  word: Token,
  before: readonly number[],
  quotes: readonly Quoted[],
): readonly number[] {
  if (quotes.length === 0) return before;
  const ends = quotes.map((quote) => quote.words.at(-1) ?? -1).filter((end) => end < word.index);
  const end = Math.max(-1, ...ends);
  const between = range(end + 1, word.index).map((index) => sentence.tokens[index]);
  const names = between.some((token) => token.upos === 'PROPN' || token.upos === 'NOUN' || token.upos === 'PRON');
  const first = between.find((token) => token.upos !== 'PUNCT');
  const isPlain = first?.upos !== 'ADP' && between.every((token) => token.upos !== 'VERB' && token.upos !== 'SCONJ');
  return end >= 0 && names && isPlain && between.length <= 25 ? before.filter((index) => index <= end) : before;
}

/** "“No,” said the admiral, “and not tomorrow.”": a quotation that goes on after the speaker is named is one with what comes before. */
function withResumed(
  sentence: Sentence,
  word: Token,
  before: readonly number[],
  quotes: readonly Quoted[],
): readonly number[] {
  const inside = quotedWords(quotes);
  if (!before.some((index) => inside.has(index))) return before;
  const next = quotes.map((quote) => quote.words).find(([first]) => first > word.index);
  if (!next || sentence.tokens[next[0] - 1].form !== ',') return before;
  const between = range(word.index + 1, next[0]);
  if (between.some((index) => sentence.tokens[index].upos === 'VERB')) return before;
  return [...before, ...next];
}

/** The words before "he says" that the clause after it goes on with: its own, or a second subject of the verb, up to a comma. */
function interruptedStart(sentence: Sentence, word: Token, clause: readonly number[]): number[] {
  const isBreak = (index: number): boolean => sentence.tokens[index]?.upos === 'PUNCT';
  if (!isBreak(word.index + 1)) return [];
  const subject = ownSubject(sentence, word);
  if (!subject || subject.index > word.index) return [];
  const start = clauseStart(sentence, word);
  if (!isBreak(start - 1)) return [];
  const others = children(sentence, word.index, 'nsubj').filter(({ index }) => index < start);
  const left = [...clause, ...others.flatMap(({ index }) => subtree(sentence, index))].filter((index) => index < start);
  return left.length > 0 ? range(Math.min(...left), start - 1) : [];
}

/** What a verb of saying brings besides its complements; null where nothing is said. */
export function speechOf(
  sentence: Sentence,
  word: Token,
  slots: Slots,
  quotes: readonly Quoted[],
  entry: Reporting,
): readonly number[] | null {
  const clause = slots.at.get('clause');
  if (clause && clause.index < word.index && bringsClause(sentence, word, clause, quotes))
    return range(word.index + 1, sentence.tokens.length);
  if (clause && clause.index < word.index) {
    const next = adjacent(sentence, word, quotes, entry);
    const inside = quotedWords(quotes);
    if (next && next[0] > word.index && !inside.has(clause.index)) return next;
    return withResumed(sentence, word, upToSpeaker(sentence, word, fronted(sentence, word, clause), quotes), quotes);
  }
  if (clause) return reported(sentence, word, clause, entry);
  if (relation(word) === 'parataxis' && ownSubject(sentence, word) && !slots.passive)
    return interrupted(sentence, word);
  const [after] = children(sentence, word.index, 'parataxis').filter((child) => child.index > word.index);
  if (after && /^[:“"]/.test(sentence.tokens[leftEdge(sentence, after.index)].form))
    return subtree(sentence, after.index);
  const object = slots.at.get('object');
  const quoted = adjacent(sentence, word, quotes, entry);
  // "stressed the need for “a new start”": the quoted words are part of its object.
  if (object && quoted && object.index > word.index && subtree(sentence, object.index).includes(quoted[0])) return null;
  return quoted;
}
