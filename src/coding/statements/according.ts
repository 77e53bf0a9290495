import type { Sentence, Token } from '../../language/document.ts';
import { governors, subtree } from '../tree.ts';
import { trim } from './edges.ts';
import type { Finding } from './finding.ts';
import type { ReportingWords } from './lexicon.ts';
import type { Quoted } from './quotes.ts';
import type { SourceWords } from './source.ts';
import { range } from './speech.ts';
import { FINITE } from './subject.ts';

/** "according to the ministry", "in the words of the mayor": the clause around the phrase is the content. */
export function findAccording(
  sentence: Sentence,
  token: Token,
  words: ReportingWords,
  quotes: readonly Quoted[],
): Finding | null {
  const isAt = (word: string, offset: number): boolean => sentence.tokens[token.index + offset]?.lowerForm === word;
  const phrase = words.fixed.get(token.lowerForm)?.find((each) => each.words.every(isAt));
  if (!phrase) return null;
  const { entry } = phrase;
  const { length } = phrase.words;
  const opens = isOpening(sentence, token.index);
  const source = nounPhrase(sentence, token.index + length, opens);
  if (!source) return null;
  const content = trim(sentence, contentAround(sentence, token.index, source, opens), quotes);
  if (content.length === 0) return null;
  return {
    sentence: sentence.index,
    word: token.index,
    cue: range(token.index, token.index + length),
    entry,
    alternative: 'clause',
    source,
    content,
    addressee: [],
    negated: false,
  };
}

/** At the start of the sentence, or after no more than a conjunction. */
function isOpening(sentence: Sentence, start: number): boolean {
  return sentence.tokens.slice(0, start).every((token) => ['PUNCT', 'CCONJ', 'ADV'].includes(token.upos));
}

const INSIDE = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'PART', 'SYM', 'X']);
const JOINTS = /^(?:[-/&'"“”‘’]|'')$/;
const NAMING = new Set(['NOUN', 'PROPN', 'PRON']);

/** The noun phrase that starts at a token: its words side by side, then what depends on them, of an opening phrase up to its comma. */
function nounPhrase(sentence: Sentence, start: number, opens: boolean): SourceWords | null {
  const { tokens } = sentence;
  const isInside = (index: number): boolean =>
    INSIDE.has(tokens[index]?.upos ?? '') && !tokens[index].xpos.startsWith('W');
  const isJoint = (index: number): boolean =>
    tokens[index].xpos === 'VBN' ||
    (isInside(index + 1) && (JOINTS.test(tokens[index].form) || tokens[index].upos === 'CCONJ'));
  let end = start;
  while (end < tokens.length && (isInside(end) || isJoint(end))) end++;
  const last = range(start, end).findLast((index) => NAMING.has(tokens[index].upos));
  if (last === undefined) return null;
  // "a report published last month": of the words side by side the one that the others hang on.
  let head = last;
  while (tokens[head].head >= start && tokens[head].head < head) head = tokens[head].head;
  if (!NAMING.has(tokens[head].upos)) head = last;
  const own = new Set(range(start, last + 1));
  const branch = new Set(subtree(sentence, head));
  for (let index = last + 1; index < tokens.length; index++) {
    if (opens && tokens[index].form === ',') break;
    let at = index;
    while (at > last && tokens[at].head >= 0) at = tokens[at].head;
    if (!own.has(at) && !branch.has(index)) break;
    own.add(index);
  }
  while (tokens[Math.max(...own)].upos === 'PUNCT') own.delete(Math.max(...own));
  return { head, tokens: [...own].sort((a, b) => a - b) };
}

const CLAUSES = new Set(['root', 'ccomp', 'conj', 'advcl', 'acl', 'parataxis']);

/** What an opening phrase says of all that follows; else the clause that it stands in: what precedes it, if there is a verb in it. */
function contentAround(sentence: Sentence, start: number, source: SourceWords, opens: boolean): number[] {
  const { tokens } = sentence;
  const after = Math.max(...source.tokens) + 1;
  if (opens) return range(after, tokens.length);
  const inside = new Set([...range(start, after), ...source.tokens]);
  const rest = range(after, tokens.length).filter((index) => tokens[index].upos !== 'PUNCT');
  const around = [...governors(sentence, source.head)].find(
    (governor) => !inside.has(governor.index) && CLAUSES.has(governor.relation),
  );
  const top = rest.length === 0 || !around ? tokens.findIndex((token) => token.head < 0) : around.index;
  const clause = inside.has(top) ? range(0, start) : subtree(sentence, top).filter((index) => !inside.has(index));
  const before = clause.filter((index) => index < start);
  const isWhole = before.some((index) => FINITE.has(tokens[index].xpos) || tokens[index].upos === 'AUX');
  return isWhole ? before : clause;
}
