import type { Sentence, Token } from '../../language/document.ts';
import { trim } from './edges.ts';
import type { Finding } from './finding.ts';
import { match, type ReportingWords } from './lexicon.ts';
import type { Quote } from './quotes.ts';
import type { SourceWords } from './source.ts';

/** Words that a short attribution at the end of a sentence is made of, besides its verb: a name, an office, when and where. */
const PLAIN = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADP', 'ADV', 'PART', 'AUX', 'X']);
const NAMING = new Set(['NOUN', 'PROPN', 'PRON']);
const MOST_WORDS = 12;

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}

const isBreak = (token: Token): boolean => /^(?:,|["”’']+|''|–|—|-+)$/.test(token.form);

/** The noun phrase of the attribution: of "said the sources" what follows the verb, of "the sources said" what precedes it. */
function sourceAround(sentence: Sentence, start: number, verb: number, end: number): SourceWords | null {
  const before = range(start, verb);
  const side = before.some((index) => NAMING.has(sentence.tokens[index].upos)) ? before : range(verb + 1, end);
  const stop = side.findIndex((index) => index > verb && sentence.tokens[index].upos === 'ADP' && index > verb + 1);
  const tokens =
    stop > 0 &&
    side[0] > verb &&
    sentence.tokens[side[stop]].lemma !== 'of' &&
    sentence.tokens[side[stop]].lemma !== 'for'
      ? side.slice(0, stop)
      : side;
  const named = tokens.filter((index) => NAMING.has(sentence.tokens[index].upos));
  if (named.length === 0) return null;
  const inside = new Set(tokens);
  const head = named.find((index) => !inside.has(sentence.tokens[index].head)) ?? named[0];
  return { head, tokens: tokens.filter((index) => !['AUX', 'ADV', 'PART'].includes(sentence.tokens[index].upos)) };
}

/**
 * "…, added the sources." and "…, the officials said on Monday." at the end of a sentence, read off the words: a long
 * sentence before them is where trees go wrong. Null where there is no such end.
 */
export function findClosing(sentence: Sentence, words: ReportingWords, quotes: readonly Quote[]): Finding | null {
  const { tokens } = sentence;
  let end = tokens.length;
  while (end > 0 && tokens[end - 1].upos === 'PUNCT') end--;
  let start = end;
  while (
    start > 0 &&
    end - start <= MOST_WORDS &&
    (PLAIN.has(tokens[start - 1].upos) || tokens[start - 1].upos === 'VERB')
  )
    start--;
  if (start < 4 || !isBreak(tokens[start - 1])) return null;
  const verbs = range(start, end).filter((index) => tokens[index].upos === 'VERB');
  if (verbs.length !== 1) return null;
  const word = tokens[verbs[0]];
  const entry = match(words, sentence, word)?.entries.find((each) => each.nested && each.content.includes('quote'));
  if (!entry || word.xpos === 'VBG' || word.xpos === 'VB') return null;
  const source = sourceAround(sentence, start, word.index, end);
  const content = trim(sentence, range(0, start), quotes);
  if (!source || content.length === 0) return null;
  const cue = [word.index];
  return {
    sentence: sentence.index,
    word: word.index,
    cue,
    entry,
    alternative: 'quote',
    source,
    content,
    addressee: [],
    negated: false,
  };
}
