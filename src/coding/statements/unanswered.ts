import type { Sentence, Token } from '../../language/document.ts';
import { children, isPassive } from '../tree.ts';
import { cueWords } from './cue-words.ts';
import type { Finding } from './finding.ts';
import type { Matched, ReportingWords } from './lexicon.ts';
import { isNegated, isYetTo } from './negation.ts';
import { sourceOf } from './source.ts';

/** "The ministry has not responded", "has yet to comment": no answer, to what stands before. */
export function silenceOf(
  sentence: Sentence,
  word: Token,
  words: ReportingWords,
  { entries, particle }: Matched,
): Finding | null {
  const entry = entries.find((each) => each.stance === 'no answer' && each.content.includes('to'));
  if (entry?.pos !== 'verb' || !isNegated(sentence, word) || isPassive(sentence, word)) return null;
  const own = new Set([word.index, ...children(sentence, word.index, 'mark').map(({ index }) => index)]);
  const refused = isYetTo(sentence, word) ? cueWords(sentence, sentence.tokens[word.head], -1, []) : [];
  const cue = [...refused, ...cueWords(sentence, word, particle, [])].filter((index) => !own.has(index));
  const source = sourceOf(sentence, word, entry, [...own], 'silence', words.making);
  if (!source || cue.length === 0) return null;
  return {
    alternative: 'silence',
    sentence: sentence.index,
    word: word.index,
    cue: cue.sort((a, b) => a - b),
    entry,
    source,
    content: [...own].sort((a, b) => a - b),
    addressee: [],
    negated: true,
  };
}
