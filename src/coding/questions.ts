import { type Codebook, memo } from '../codebook/codebook.ts';
import type { Document, Sentence } from '../language/document.ts';
import type { Span } from '../page/article.ts';
import { type Quote, quotesOf } from './statements/quotes.ts';

const openQuestions = memo((codebook) => {
  const phrases = codebook.openQuestions.flatMap((entry) => entry.words).map((words) => words.replace(/ /g, '\\s+'));
  return phrases.length > 0 ? new RegExp(`\\b(?:${phrases.join('|')})\\b`, 'i') : null;
});

function isQuoted(sentence: Sentence, quotes: readonly Quote[], at: number): boolean {
  return quotes.some(
    (quote) => quote.depth === 0 && at >= quote.span[0] && at < quote.span[1] && sentence.span[0] < quote.span[1],
  );
}

/**
 * The sentences in which the report itself leaves a question open: it asks one, or says that something is not known.
 * What others ask in quotation marks is theirs.
 */
export function questionsOf(document: Document, codebook: Codebook): Span[] {
  const quotes = quotesOf(document);
  const open = openQuestions(codebook);
  return document.sentences
    .filter((sentence) => {
      const text = document.text.slice(...sentence.span);
      const mark = text.trimEnd().lastIndexOf('?');
      if (mark >= 0 && mark >= text.trimEnd().length - 2) return !isQuoted(sentence, quotes, sentence.span[0] + mark);
      const phrase = open?.exec(text);
      return phrase ? !isQuoted(sentence, quotes, sentence.span[0] + phrase.index) : false;
    })
    .map((sentence) => sentence.span);
}
