import { type Codebook, memo } from '../codebook/codebook.ts';
import type { Document, Word } from '../language/document.ts';
import { gazetteer, mayBegin } from './actors/gazetteer.ts';
import { eventLexicon } from './events/lexicon.ts';
import { reportingWords } from './statements/lexicon.ts';

/**
 * What the codebook has words for, as bits. Each word of a text is looked up once: most are in none of its lists, and are then
 * looked for in none.
 */
export const USE = {
  /** A predicate's head, or an inflection of it. */
  predicate: 1,
  /** A word that reports, or the first of those that do. */
  reporting: 2,
  /** First word of a fixed phrase that attributes ("according"). */
  according: 4,
  /** First word of a name or title. */
  known: 8,
  /** Verb that lends somebody the judgement of its object. */
  carriesJudgement: 16,
  /** Word that judges by itself. */
  judges: 32,
  /** Word of reports on force. */
  force: 64,
  /** Word of reports on politics. */
  politics: 128,
} as const;

/** The uses of each word, by its lemma and by its form in lower case together. */
export type Uses = readonly Uint8Array[];

const usesByWord = memo((codebook) => {
  const uses = new Map<string, number>();
  const mark = (words: Iterable<string>, use: number): void => {
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) | use);
  };
  const { heads, classes } = eventLexicon(codebook);
  const { firstWords, fixed } = reportingWords(codebook);
  mark(heads, USE.predicate);
  mark(firstWords, USE.reporting);
  mark(fixed.keys(), USE.according);
  for (const name of ['CARRIES_JUDGEMENT', 'FINDS']) mark(classes.get(name)!, USE.carriesJudgement);
  for (const { words } of codebook.judgements) mark(words, USE.judges);
  mark(classes.get('VIRTUE')!, USE.judges);
  mark(classes.get('OF_FORCE')!, USE.force);
  mark(classes.get('OF_POLITICS')!, USE.politics);
  return uses;
});

/** Words whose uses are kept; this does not change what they are. */
const KEPT = 16384;

/** The uses of a word; those of words met before are at hand, each in the place of its number. */
const usesOfWord = memo((codebook) => {
  const byWord = usesByWord(codebook);
  const names = gazetteer(codebook);
  const words: Word[] = [];
  const kept = new Uint8Array(KEPT);
  const find = (word: Word): number => {
    const uses = (byWord.get(word.lowerForm) ?? 0) | (byWord.get(word.lowerLemma) ?? 0);
    return mayBegin(names, word) ? uses | USE.known : uses;
  };
  return (word: Word): number => {
    const place = word.number % KEPT;
    if (words[place] !== word) {
      words[place] = word;
      kept[place] = find(word);
    }
    return kept[place];
  };
});

const made = new WeakMap<Document, { codebook: Codebook; uses: Uses }>();

/** The uses of a document's words, by sentence and word. */
export function usesOf(document: Document, codebook: Codebook): Uses {
  const known = made.get(document);
  if (known?.codebook === codebook) return known.uses;
  const of = usesOfWord(codebook);
  const uses = document.sentences.map(({ tokens }) => {
    const found = new Uint8Array(tokens.length);
    for (let index = 0; index < found.length; index++) found[index] = of(tokens[index].word);
    return found;
  });
  made.set(document, { codebook, uses });
  return uses;
}
