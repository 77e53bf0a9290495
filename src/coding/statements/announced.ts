import type { Sentence, Token } from '../../language/document.ts';
import { cueWords } from './cue-words.ts';
import type { Finding } from './finding.ts';
import type { Matched, ReportingWords } from './lexicon.ts';
import { sourceOf } from './source.ts';

/** "She replied:" at the end of a sentence: what she said follows in the next. */
export function announcementOf(
  sentence: Sentence,
  word: Token,
  words: ReportingWords,
  { entries, particle }: Matched,
): Finding | null {
  const entry = entries.find((each) => each.content.includes('quote'));
  const last = sentence.tokens[sentence.tokens.length - 1];
  if (entry?.pos !== 'verb' || (last.form !== ':' && last.form !== ',')) return null;
  const source = sourceOf(sentence, word, entry, [], 'quote', words.making);
  if (!source) return null;
  const cue = cueWords(sentence, word, particle, []);
  return {
    alternative: 'quote',
    sentence: sentence.index,
    word: word.index,
    cue,
    entry,
    source,
    content: [],
    addressee: [],
    negated: false,
  };
}
