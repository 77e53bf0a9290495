import { memo } from '../../codebook/codebook.ts';
import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';

type PartOfSpeech = Reporting['pos'];

/**
 * Reporting entries by part of speech and word ("verb:say"); a word may have several, in the codebook's order. The first
 * words of fixed phrases are there too ("start:according").
 */
export const reportingWords = memo((codebook) => {
  const index = new Map<string, Reporting[]>();
  for (const entry of codebook.reporting) {
    for (const word of entry.words) {
      const key = `${entry.pos}:${word}`;
      const entries = index.get(key);
      if (entries) entries.push(entry);
      else index.set(key, [entry]);
      if (entry.pos === 'preposition') index.set(`start:${word.split(' ')[0]}`, [entry]);
    }
  }
  return index;
});

export type ReportingWords = ReturnType<typeof reportingWords>;

function partOfSpeech(token: Token): PartOfSpeech | null {
  switch (token.upos) {
    case 'VERB':
    case 'AUX':
      return 'verb';
    case 'NOUN':
      return 'noun';
    case 'ADJ':
      return 'adjective';
    case 'ADV':
      return 'adverb';
    default:
      return null;
  }
}

export interface Matched {
  readonly entries: readonly Reporting[];
  /** The particle of a phrasal verb, -1 where there is none. */
  readonly particle: number;
}

/** What the codebook knows of this word as a reporting word; a phrasal verb is looked up with its particle before the bare verb. */
export function match(words: ReportingWords, sentence: Sentence, token: Token): Matched | null {
  const pos = partOfSpeech(token);
  if (pos === null) return null;
  const lemma = token.lowerLemma;
  if (pos === 'verb') {
    for (const child of token.children) {
      if (child < token.index || child > token.index + 4) continue;
      const phrase = words.get(`verb:${lemma} ${sentence.tokens[child].lowerForm}`);
      if (phrase) return { entries: phrase, particle: child };
    }
  }
  const entries = words.get(`${pos}:${lemma}`);
  return entries ? { entries, particle: -1 } : null;
}
