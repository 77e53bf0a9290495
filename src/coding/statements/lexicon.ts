import { memo } from '../../codebook/codebook.ts';
import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import { channels } from './channel.ts';

type PartOfSpeech = Reporting['pos'];

/** Reporting entries by part of speech and word; a word may have several, in the codebook's order. */
export interface ReportingWords {
  of(pos: PartOfSpeech, word: string): readonly Reporting[] | undefined;
  /** The first words of all entries, and of phrasal verbs. */
  readonly firstWords: ReadonlySet<string>;
  readonly phrasal: ReadonlySet<string>;
  /** Fixed phrases of several words ("according to") by their first, the longest first. */
  readonly fixed: ReadonlyMap<string, readonly FixedPhrase[]>;
  readonly channels: ReturnType<typeof channels>;
}

export interface FixedPhrase {
  readonly words: readonly string[];
  readonly entry: Reporting;
}

export const reportingWords = memo((codebook): ReportingWords => {
  const byClass = new Map<PartOfSpeech, Map<string, Reporting[]>>();
  const firstWords = new Set<string>();
  const phrasal = new Set<string>();
  const fixed = new Map<string, FixedPhrase[]>();
  for (const entry of codebook.reporting) {
    const index = byClass.get(entry.pos) ?? new Map<string, Reporting[]>();
    byClass.set(entry.pos, index);
    for (const word of entry.words) {
      const entries = index.get(word);
      if (entries) entries.push(entry);
      else index.set(word, [entry]);
      const [first, ...rest] = word.split(' ');
      firstWords.add(first);
      if (entry.pos === 'verb' && rest.length > 0) phrasal.add(first);
      if (entry.pos === 'preposition' && rest.length > 0)
        fixed.set(first, [...(fixed.get(first) ?? []), { words: [first, ...rest], entry }]);
    }
  }
  for (const phrases of fixed.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return { of: (pos, word) => byClass.get(pos)?.get(word), firstWords, phrasal, fixed, channels: channels(codebook) };
});

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
  if (pos === 'verb' && words.phrasal.has(lemma)) {
    for (const child of token.children) {
      if (child < token.index || child > token.index + 4) continue;
      const phrase = words.of('verb', `${lemma} ${sentence.tokens[child].lowerForm}`);
      if (phrase) return { entries: phrase, particle: child };
    }
  }
  const entries = words.of(pos, lemma);
  return entries ? { entries, particle: -1 } : null;
}
