import type { Document, Sentence } from '../../language/document.ts';
import { trim } from './cues.ts';
import type { Finding } from './finding.ts';
import type { Quote } from './quotes.ts';
import { tokensOfQuote } from './speech.ts';

/** A sentence without words of saying of its own that goes on reporting what a finding began. */
export interface Running {
  readonly sentence: number;
  readonly content: readonly number[];
  /** Whose words they are. */
  readonly from: Finding;
}

const MOST_OF = 0.6;

function outer(quotes: readonly Quote[]): Quote[] {
  return quotes.filter((quote) => quote.depth === 0);
}

function wordsIn(sentence: Sentence, tokens: readonly number[]): number {
  return tokens.filter((index) => sentence.tokens[index].upos !== 'PUNCT').length;
}

/** The part of a sentence that stands in quotation marks of the author's text. */
function quotedTokens(sentence: Sentence, quotes: readonly Quote[]): number[] {
  return [...new Set(outer(quotes).flatMap((quote) => tokensOfQuote(sentence, quote)))].sort((a, b) => a - b);
}

/** The quotations of a sentence that run beyond it or are whole in it, by position in the document. */
export function quotesBySentence(document: Document, quotes: readonly Quote[]): Quote[][] {
  const bySentence: Quote[][] = document.sentences.map(() => []);
  let first = 0;
  for (const quote of quotes) {
    while (first < document.sentences.length && document.sentences[first].span[1] <= quote.span[0]) first++;
    for (
      let index = first;
      index < document.sentences.length && document.sentences[index].span[0] < quote.span[1];
      index++
    )
      bySentence[index].push(quote);
  }
  return bySentence;
}

/**
 * Speech that runs on: sentences inside a quotation that a finding has its share of, and sentences that are mostly
 * quotation and follow a quoting one in the same paragraph, or open the next.
 */
export function findRunning(
  document: Document,
  findings: readonly Finding[],
  quotes: readonly (readonly Quote[])[],
): Running[] {
  const bySentence = new Map<number, Finding[]>();
  for (const finding of findings)
    bySentence.set(finding.sentence, [...(bySentence.get(finding.sentence) ?? []), finding]);
  const speakerOf = new Map<Quote, Finding>();
  for (const finding of findings) {
    const sentence = document.sentences[finding.sentence];
    const inContent = new Set(finding.content);
    for (const quote of outer(quotes[finding.sentence])) {
      const tokens = tokensOfQuote(sentence, quote);
      if (tokens.includes(finding.word) || !tokens.some((index) => inContent.has(index))) continue;
      if (!speakerOf.has(quote)) speakerOf.set(quote, finding);
    }
  }
  const running: Running[] = [];
  let last: Finding | null = null;
  let lastBlock = -1;
  for (const sentence of document.sentences) {
    const own = outer(quotes[sentence.index]);
    const inside = quotedTokens(sentence, own);
    const spoken = own.map((quote) => speakerOf.get(quote)).find((finding) => finding !== undefined);
    const outside = (bySentence.get(sentence.index) ?? []).filter((finding) => !inside.includes(finding.word));
    if (outside.length > 0) {
      const speaker = outside.find((finding) => inside.some((index) => finding.content.includes(index)));
      last = speaker ?? (inside.length > 0 ? null : (outside.find((finding) => finding.source !== null) ?? null));
      lastBlock = sentence.block;
      // A further quotation of the sentence that nobody claims stays with its speaker.
      continue;
    }
    if (inside.length === 0) {
      last = null;
      continue;
    }
    const speaker: Finding | null = spoken ?? last;
    const mostly =
      wordsIn(sentence, inside) >=
      MOST_OF *
        wordsIn(
          sentence,
          sentence.tokens.map((token) => token.index),
        );
    const near = sentence.block === lastBlock || (sentence.block === lastBlock + 1 && mostly);
    if (speaker && (spoken || (mostly && near) || (sentence.block === lastBlock && wordsIn(sentence, inside) >= 3))) {
      const content =
        spoken || mostly
          ? inside
          : trim(
              sentence,
              sentence.tokens.map((token) => token.index),
              own,
            );
      running.push({ sentence: sentence.index, content, from: speaker });
      last = speaker;
      lastBlock = sentence.block;
    } else last = null;
  }
  return running;
}
