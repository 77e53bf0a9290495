import type { Word } from './document.ts';
import type { Lemmatizer } from './lemma.ts';
import { phraseKey } from './phrases.ts';
import type { Gazetteer } from './referents/gazetteer.ts';

/** A form with its tags. */
export type Words = (form: string, upos: string, xpos: string) => Word;

/** Forms that are kept; this does not change what is said of them. */
const KEPT = 8192;

/** What phrases of the codebook may begin with a word, as bits: most words begin none, and none is looked for there. */
export const BEGINS = { name: 1, title: 2, adjective: 4 } as const;
const ANY = BEGINS.name | BEGINS.title | BEGINS.adjective;

/**
 * Finds words: most of a text were in the one before, and are at hand with all that hangs on nothing but form and tags.
 * Without the codebook's lists any may begin with any word.
 */
export function createWords(lemmatize: Lemmatizer, lists?: Gazetteer): Words {
  const kept = new Map<string, Word[]>();
  let number = 0;
  return (form, upos, xpos) => {
    let words = kept.get(form);
    if (words === undefined) {
      if (kept.size === KEPT) kept.clear();
      words = [];
      kept.set(form, words);
    }
    for (const word of words) if (word.upos === upos && word.xpos === xpos) return word;
    const lemma = lemmatize(form, upos, xpos);
    const lowerForm = form.toLowerCase();
    const lowerLemma = lemma === form ? lowerForm : lemma.toLowerCase();
    const folded = phraseKey(form);
    const lowerFolded = folded === form ? lowerForm : folded.toLowerCase();
    const begins = lists ? beginsOf(lists, folded, [lowerFolded, lowerLemma, lowerLemma.replace(/s$/, '')]) : ANY;
    const word = { form, lemma, lowerForm, lowerLemma, folded, lowerFolded, upos, xpos, begins, number: number++ };
    words.push(word);
    return word;
  };
}

/** Titles are looked up in lower case, and in the singular. */
function beginsOf({ names, titles, adjectives }: Gazetteer, folded: string, lower: readonly string[]): number {
  return (
    (names.begins(folded) ? BEGINS.name : 0) |
    (lower.some((form) => titles.begins(form)) ? BEGINS.title : 0) |
    (adjectives.begins(folded) ? BEGINS.adjective : 0)
  );
}
