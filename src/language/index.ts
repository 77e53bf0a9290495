import type { Codebook } from '../codebook/codebook.ts';
import type { Block, Span } from '../page/article.ts';
import { loadBreakFinder } from './breaks.ts';
import type { Document, Mention, Sentence } from './document.ts';
import { inSentenceCase } from './headline-case.ts';
import { headlineHasAVerb } from './headline-verb.ts';
import { loadLemmatizer } from './lemma.ts';
import { namesForModals } from './modal-names.ts';
import { withNameSyllables } from './name-syllables.ts';
import { nationsInARow } from './nations-in-a-row.ts';
import { officesBeforeNames } from './offices-before-names.ts';
import { loadParser, type Parse, type Parser } from './parser.ts';
import { phraseKey } from './phrases.ts';
import { type Gazetteer, gazetteer } from './referents/gazetteer.ts';
import { referentsOf } from './referents/index.ts';
import { splitSentences } from './sentences.ts';
import { timesOf } from './times/index.ts';
import { tokensOf } from './token.ts';
import { tokenize } from './tokens.ts';
import { createWords } from './words.ts';

const NONE: ReadonlySet<string> = new Set();

export interface LanguageInput {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** A day or ISO time, against which relative times are resolved; null where it is not known. */
  readonly published: string | null;
}

/** The language stage: sentences, words, tags, trees and lemmas of an article's blocks, who is spoken of, and when. Pure, given its parser. */
export function createLanguage({
  parser = loadParser(),
  codebook,
}: {
  parser?: Parser;
  /** What names and nouns mean; without it nothing is said of who is spoken of. */
  codebook?: Codebook;
} = {}): (input: LanguageInput) => Document {
  const lemmatize = loadLemmatizer();
  const isBreak = loadBreakFinder();
  const lists = codebook && gazetteer(codebook);
  const words = createWords(lemmatize, lists);
  return ({ text, blocks, published }) => {
    const sentences: Sentence[] = [];
    blocks.forEach(({ kind, span }, block) => {
      // Only in running text: a headline or caption is one sentence where no stop says otherwise.
      for (const spans of splitSentences(text, tokenize(text, ...span), kind === 'paragraph' ? isBreak : null)) {
        const span: Span = [spans[0][0], spans.at(-1)![1]];
        const forms = spans.map(([start, end]) => text.slice(start, end));
        const cased = inSentenceCase(forms, lemmatize, lists?.acts.nouns ?? NONE);
        const parse = parser.parse(withNameSyllables(cased, spans));
        namesForModals(forms, parse);
        if (lists && (kind === 'headline' || cased !== forms)) headlineHasAVerb(forms, parse, lists.acts, lemmatize);
        if (lists) mendWithLists(forms, parse, lists);
        sentences.push({ index: sentences.length, span, block, tokens: tokensOf(forms, spans, parse, words) });
      }
    });
    const referents = codebook ? referentsOf(text, blocks, sentences, codebook) : { mentions: [], entities: [] };
    return {
      text,
      published,
      blocks,
      sentences,
      ...referents,
      mentionAt: mentionsByHead(sentences, referents.mentions),
      times: timesOf(text, blocks, sentences, published, referents.mentions),
    };
  };
}

/** Of several mentions with one head the first. */
function mentionsByHead(sentences: readonly Sentence[], mentions: readonly Mention[]): Int32Array[] {
  const found = sentences.map(({ tokens }) => new Int32Array(tokens.length).fill(-1));
  for (const [index, { sentence, head }] of mentions.entries())
    if (found[sentence][head] < 0) found[sentence][head] = index;
  return found;
}

/** What the parser, which knows no lists of words, has not seen in a tree. */
function mendWithLists(
  forms: readonly string[],
  parse: Parse,
  { adjectives, titles, givenNames, names }: Gazetteer,
): void {
  nationsInARow(forms, parse, (form) => adjectives.get(form) !== undefined);
  officesBeforeNames(forms, parse, {
    isTitle: (word) => {
      // Mothers and lawyers of somebody are not somebody.
      const title = titles.get(word);
      return title?.kind === 'office' || (title?.kind === 'role' && title.sector !== 'CVL');
    },
    isGivenName: (form) => givenNames.has(form),
    nameEnd: (word) => names.longestAt(forms.map(phraseKey), word)?.end ?? word,
  });
}
