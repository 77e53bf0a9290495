import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import { children, isPassive, leftEdge, subtree } from '../tree.ts';
import { cueWords } from './cue-words.ts';
import { trim } from './edges.ts';
import type { Finding } from './finding.ts';
import type { Matched, ReportingWords } from './lexicon.ts';
import { nameAfter } from './names-beside.ts';
import { isNegated } from './negation.ts';
import type { Quoted } from './quotes.ts';
import { sourceOf } from './source.ts';
import { clauseStart, range } from './speech.ts';
import { FINITE, ownSubject } from './subject.ts';
import { namesTime } from './time-words.ts';

/** What a verb of reporting brings, read off the words where the tree has lost it. */

const LEAST_WORDS = 3;
const STARTS_CLAUSE = new Set(['DET', 'PRON', 'PROPN', 'NOUN', 'NUM', 'ADJ', 'SCONJ', 'VERB']);

const hasVerb = (sentence: Sentence, tokens: readonly number[]): boolean =>
  tokens.some((index) => ['VERB', 'AUX'].includes(sentence.tokens[index].upos));

/** Whether a verb with a tense is among some tokens. */
const hasFiniteVerb = (sentence: Sentence, tokens: readonly number[]): boolean =>
  tokens.some((index) => FINITE.has(sentence.tokens[index].xpos) || sentence.tokens[index].xpos === 'MD');

/** "many said dogs and cats are alike": what follows the verb, if there is a verb in it. */
function following(sentence: Sentence, word: Token, particle: number, quotes: readonly Quoted[]): number[] | null {
  const from = Math.max(word.index, particle) + 1;
  const end = children(sentence, word.index, 'conj', 'parataxis', 'advcl')
    .map(({ index }) => leftEdge(sentence, index))
    .filter((index) => index > from && hasFiniteVerb(sentence, range(from, index)))
    .reduce((least, index) => Math.min(least, index), sentence.tokens.length);
  const rest = trim(sentence, range(from, end), quotes);
  const isClause = STARTS_CLAUSE.has(sentence.tokens[rest[0]]?.upos ?? '') && hasFiniteVerb(sentence, rest);
  return rest.length >= LEAST_WORDS && isClause ? rest : null;
}

const MOST_BETWEEN = 15;

const asks = (token: Token): boolean => ['if', 'whether'].includes(token.lowerForm) || /^W/.test(token.xpos);

/** "said in an interview taped last week that …", "asked the mayor whether …": the clause after the circumstances of saying. */
function afterThat(sentence: Sentence, word: Token, entry: Reporting, quotes: readonly Quoted[]): number[] | null {
  for (const token of sentence.tokens.slice(word.index + 1, word.index + MOST_BETWEEN)) {
    if (FINITE.has(token.xpos) || token.xpos === 'MD') return null;
    // "told a crowd that cheered" tells of the crowd.
    const isThat = token.lowerForm === 'that' && token.relation !== 'nsubj' && token.relation !== 'det';
    if (entry.stance === 'question' ? !asks(token) : !isThat) continue;
    const content = trim(sentence, range(token.index, sentence.tokens.length), quotes);
    return content.length >= LEAST_WORDS && hasVerb(sentence, content) ? content : null;
  }
  return null;
}

const MOST_CIRCUMSTANCES = 8;

const isBreak = (token: Token | undefined): boolean => /^(?:,|["”’]|''|–|—|-+)$/.test(token?.form ?? '');

/** "What we need, aides said on Monday, is rain": the sentence around the words of saying between two commas, or all before them. */
function around(sentence: Sentence, word: Token, quotes: readonly Quoted[]): number[] | null {
  const { tokens } = sentence;
  const start = clauseStart(sentence, word);
  const end = tokens.findIndex(
    ({ index, form }) => index > word.index && (form === ',' || index === tokens.length - 1),
  );
  if (!isBreak(tokens[start - 1]) || end < 0 || end - word.index > MOST_CIRCUMSTANCES) return null;
  const first = tokens[word.index + 1];
  const between = range(word.index + 1, end);
  const isPlain = between.length === 0 || first.upos === 'ADP' || first.upos === 'ADV' || namesTime(first);
  if (!isPlain || hasVerb(sentence, between)) return null;
  const before = trim(sentence, range(0, start), quotes);
  const after = trim(sentence, range(end, tokens.length), quotes);
  return before.length >= LEAST_WORDS ? [...before, ...after] : null;
}

/** ", as the paper reported on Monday": the clause that it stands in, or leads. */
function asReported(sentence: Sentence, word: Token, quotes: readonly Quoted[]): number[] | null {
  if (word.relation !== 'advcl' || word.head < 0 || !children(sentence, word.index, 'mark').some(isAs)) return null;
  if (children(sentence, word.index, 'obj', 'ccomp', 'xcomp').length > 0) return null;
  const clause = trim(sentence, subtree(sentence, word.head, [word.index]), quotes);
  return clause.length >= LEAST_WORDS && hasVerb(sentence, clause) ? clause : null;
}

/** "As first reported by the Herald": who did is named behind "by". */
const hasAgent = (sentence: Sentence, word: Token): boolean =>
  children(sentence, word.index, 'obl').some(({ deprel }) => deprel === 'obl:agent');

/** "…, said Olaf Berg, an engineer working for the council.": all that stands before the verb. */
function inverted(sentence: Sentence, word: Token, quotes: readonly Quoted[]): number[] | null {
  if (!isBreak(sentence.tokens[word.index - 1])) return null;
  const name = nameAfter(sentence, word.index);
  if (name < 0 || namesTime(sentence.tokens[name])) return null;
  const before = trim(sentence, range(0, word.index), quotes);
  return before.length >= LEAST_WORDS && hasVerb(sentence, before) ? before : null;
}

const isAs = (mark: Token): boolean => mark.lowerForm === 'as';

/** What is said by a verb of reporting whose content the tree does not show; null where nothing is. */
function lostSpeech(
  sentence: Sentence,
  word: Token,
  particle: number,
  entry: Reporting,
  quotes: readonly Quoted[],
): number[] | null {
  const subject = ownSubject(sentence, word);
  const hasTense = FINITE.has(word.xpos);
  const isSaying = hasTense || word.xpos === 'VBG' || children(sentence, word.index, 'aux').length > 0;
  if (isPassive(sentence, word)) return hasAgent(sentence, word) ? asReported(sentence, word, quotes) : null;
  if (!isSaying) return null;
  const hasSubject = subject !== undefined && subject.index < word.index;
  const told = hasSubject ? asReported(sentence, word, quotes) : null;
  if (told) return told;
  const before = hasTense && entry.nested && !hasSubject ? inverted(sentence, word, quotes) : null;
  if (before) return before;
  const that = entry.nested || entry.stance === 'question' ? afterThat(sentence, word, entry, quotes) : null;
  if (that || entry.stance === 'question') return that;
  if (hasTense && hasSubject) {
    const both = around(sentence, word, quotes);
    if (both) return both;
  }
  if (!entry.nested) return null;
  if (hasTense ? !hasSubject && word.relation !== 'conj' : subject || word.xpos !== 'VBG') return null;
  return following(sentence, word, particle, quotes);
}

/** The statement of a verb of reporting whose content the tree misses. */
export function lostOf(
  sentence: Sentence,
  word: Token,
  words: ReportingWords,
  { entries, particle }: Matched,
  quotes: readonly Quoted[],
): Finding | null {
  const entry =
    entries.find((each) => (each.nested || each.stance === 'question') && each.content[0] === 'clause') ??
    entries.find((each) => each.content[0] === 'clause');
  if (entry?.pos !== 'verb') return null;
  const content = lostSpeech(sentence, word, particle, entry, quotes);
  if (content === null) return null;
  return {
    sentence: sentence.index,
    word: word.index,
    cue: cueWords(sentence, word, particle, []),
    entry,
    alternative: 'rest',
    source: sourceOf(sentence, word, entry, content, 'rest', words.making),
    content,
    addressee: [],
    negated: isNegated(sentence, word),
  };
}

/**
 * "the king's claim last week that …": the clause with "that" after a noun of speech; before a verb that the noun is the
 * subject of, it ends where that verb begins.
 */
export function lostClaim(sentence: Sentence, noun: Token, quotes: readonly Quoted[]): number[] | null {
  const { tokens } = sentence;
  let at = noun.index + 1;
  while (tokens[at] && (namesTime(tokens[at]) || ['last', 'this', 'on', 'earlier'].includes(tokens[at].lowerForm)))
    at++;
  const next = tokens[at + 1];
  // "the claim that was made", "the claim that he made" tell of the claim.
  if (
    tokens[at]?.lowerForm !== 'that' ||
    tokens[at].relation === 'nsubj' ||
    !next ||
    next.upos === 'VERB' ||
    next.upos === 'AUX'
  )
    return null;
  const verb = tokens[noun.head];
  const isSubject = noun.relation === 'nsubj' && verb !== undefined && verb.index > at;
  const end = isSubject ? clauseEnd(sentence, verb) : tokens.length;
  const content = trim(sentence, range(at, end), quotes);
  return content.length > LEAST_WORDS && hasVerb(sentence, content) ? content : null;
}

/** Where the verb phrase of a verb begins: its auxiliaries right before it. */
function clauseEnd(sentence: Sentence, verb: Token): number {
  let at = verb.index;
  while (['AUX', 'ADV', 'PART'].includes(sentence.tokens[at - 1].upos)) at--;
  return at;
}
