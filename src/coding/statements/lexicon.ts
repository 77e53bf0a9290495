import { memo } from '../../codebook/codebook.ts';
import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import { children, hasChild } from '../tree.ts';
import { channels } from './channel.ts';

type PartOfSpeech = Reporting['pos'];

/** Reporting entries by part of speech and word; a word may have several, in the codebook's order. */
export interface ReportingWords {
  of(pos: PartOfSpeech, word: string): readonly Reporting[] | undefined;
  /** The parts of an alternative ("object+of") that belong together. */
  partsOf(alternative: string): readonly string[];
  /** The first words of all entries, and of phrasal verbs. */
  readonly firstWords: ReadonlySet<string>;
  readonly phrasal: ReadonlySet<string>;
  /** Fixed phrases of several words ("according to") by their first, the longest first. */
  readonly fixed: ReadonlyMap<string, readonly FixedPhrase[]>;
  readonly channels: ReturnType<typeof channels>;
  /** The codebook's lists of words, by name. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Verbs whose subject says or thinks what their object names ("made a promise"). */
  readonly making: ReadonlySet<string>;
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
  const classes = new Map(codebook.classes.map(({ name, words }) => [name, new Set(words)]));
  const making = classes.get('MAKES_STATEMENT') ?? new Set();
  const of: ReportingWords['of'] = (pos, word) => byClass.get(pos)?.get(word);
  const parts = new Map(
    ['object+infinitive', ...codebook.reporting.flatMap(({ content }) => content)].map((each) => [
      each,
      each.split('+'),
    ]),
  );
  const partsOf: ReportingWords['partsOf'] = (alternative) => parts.get(alternative) ?? [alternative];
  return { of, partsOf, firstWords, phrasal, fixed, channels: channels(codebook), classes, making };
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

/** "They are convinced that …": a participle that the codebook has as an adjective tells what they think, unless somebody does it to them. */
function asAdjective(words: ReportingWords, sentence: Sentence, token: Token): readonly Reporting[] | undefined {
  if (token.xpos !== 'VBN' || !hasChild(sentence, token.index, 'aux:pass', 'cop')) return undefined;
  const isByOthers = children(sentence, token.index, 'obl').some((agent) =>
    children(sentence, agent.index, 'case').some((marker) => marker.lowerForm === 'by'),
  );
  return isByOthers ? undefined : words.of('adjective', token.lowerForm);
}

/** What the codebook knows of this word as a reporting word; a phrasal verb is looked up with its particle before the bare verb. */
export function match(words: ReportingWords, sentence: Sentence, token: Token): Matched | null {
  const pos = partOfSpeech(token);
  if (pos === null) return null;
  const adjective = pos === 'verb' ? asAdjective(words, sentence, token) : undefined;
  if (adjective) return { entries: adjective, particle: -1 };
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
