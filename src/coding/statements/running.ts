import type { Document, Sentence } from '../../language/document.ts';
import { trim } from './edges.ts';
import type { Finding } from './finding.ts';
import type { Quote, Quoted } from './quotes.ts';

/** A sentence without words of saying of its own that goes on reporting what a finding began. */
export interface Running {
  readonly sentence: number;
  readonly content: readonly number[];
  /** Whose words they are. */
  readonly from: Finding;
  /** The finding only announced it ("She replied:"): source and cue are its own. */
  readonly announced: boolean;
}

/** A sentence is quotation when this part of its words stands in quotation marks. */
const MOST_OF = 0.6;
/** Fewer quoted words than this are a name or a term, no speech. */
const LEAST_WORDS = 3;

const outer = (quotes: readonly Quoted[]): Quoted[] => quotes.filter(({ quote }) => quote.depth === 0);
const all = (sentence: Sentence): number[] => sentence.tokens.map((token) => token.index);

function wordsIn(sentence: Sentence, tokens: readonly number[]): number {
  return tokens.filter((index) => sentence.tokens[index].upos !== 'PUNCT').length;
}

/** The part of a sentence that stands in quotation marks of the author's text. */
function quotedTokens(quotes: readonly Quoted[]): readonly number[] {
  return quotes.length === 1
    ? quotes[0].words
    : [...new Set(quotes.flatMap(({ words }) => words))].sort((a, b) => a - b);
}

/** The quotations that each sentence has a part of. */
export function quotesBySentence(document: Document, quotes: readonly Quote[]): Quoted[][] {
  const { sentences } = document;
  const bySentence: Quoted[][] = sentences.map(() => []);
  let first = 0;
  for (const quote of quotes) {
    while (first < sentences.length && sentences[first].span[1] <= quote.span[0]) first++;
    for (let index = first; index < sentences.length && sentences[index].span[0] < quote.span[1]; index++)
      bySentence[index].push({ quote, words: wordsOf(sentences[index], quote) });
  }
  return bySentence;
}

function wordsOf({ tokens }: Sentence, { span: [start, end] }: Quote): number[] {
  const found: number[] = [];
  for (const { index, span } of tokens) {
    if (span[0] >= end) break;
    if (span[0] >= start && span[1] <= end) found.push(index);
  }
  return found;
}

/** Whose words a quotation is: the finding that has a share of it in its content. */
function speakersOf(findings: readonly Finding[], quotes: readonly (readonly Quoted[])[]): Map<Quote, Finding> {
  const speakers = new Map<Quote, Finding>();
  for (const finding of findings) {
    const inContent = new Set(finding.content);
    for (const { quote, words } of outer(quotes[finding.sentence])) {
      if (words.includes(finding.word) || !words.some((index) => inContent.has(index))) continue;
      if (!speakers.has(quote)) speakers.set(quote, finding);
    }
  }
  return speakers;
}

/** Who speaks on after a sentence with findings of its own: who was quoted in it, or announced, or else its only source. */
function speakerAfter(outside: readonly Finding[], inside: readonly number[]): Finding | null {
  const announcing = outside.find((finding) => finding.content.length === 0);
  if (announcing) return announcing;
  const quoting = outside.findLast((finding) => inside.some((index) => finding.content.includes(index)));
  if (quoting) return quoting;
  return inside.length > 0 ? null : (outside.find((finding) => finding.source !== null) ?? null);
}

/** "LENA HOLT:" as a sentence of its own: the rest of its paragraph is what she says, in quotation marks or not. */
function isNamedBefore(document: Document, speaker: Finding | null): boolean {
  return speaker?.content.length === 0 && document.sentences[speaker.sentence].tokens[speaker.word].form === ':';
}

/**
 * Speech that runs on: sentences inside a quotation that a finding has its share of, sentences that are mostly
 * quotation and follow a quoting one in the same paragraph or open the next, and what a colon announces.
 */
export function findRunning(
  document: Document,
  findings: readonly Finding[],
  quotes: readonly (readonly Quoted[])[],
): Running[] {
  const bySentence = Map.groupBy(findings, (finding) => finding.sentence);
  const speakers = speakersOf(findings, quotes);
  const running: Running[] = [];
  let last: Finding | null = null;
  let lastBlock = -1;
  for (const sentence of document.sentences) {
    const own = outer(quotes[sentence.index]);
    const inside = quotedTokens(own);
    const outside = (bySentence.get(sentence.index) ?? []).filter((finding) => !inside.includes(finding.word));
    if (outside.length > 0) {
      last = speakerAfter(outside, inside);
      lastBlock = sentence.block;
      continue;
    }
    const quoter: Finding | undefined = own
      .map(({ quote }) => speakers.get(quote))
      .find((finding) => finding !== undefined);
    const speaker: Finding | null = quoter ?? last;
    const isQuotation = inside.length > 0 && wordsIn(sentence, inside) >= MOST_OF * wordsIn(sentence, all(sentence));
    const sameBlock = sentence.block === lastBlock;
    const runsOn =
      quoter !== undefined ||
      (sameBlock && isNamedBefore(document, speaker)) ||
      (isQuotation && (sameBlock || sentence.block === lastBlock + 1)) ||
      (sameBlock && wordsIn(sentence, inside) >= LEAST_WORDS);
    if (!speaker || !runsOn) {
      last = null;
      continue;
    }
    const content = quoter || isQuotation ? inside : trim(sentence, all(sentence), own);
    const announced = speaker.content.length === 0 && running.at(-1)?.from !== speaker;
    running.push({ sentence: sentence.index, content, from: speaker, announced });
    last = speaker;
    lastBlock = sentence.block;
  }
  return running;
}
