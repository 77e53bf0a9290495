import type { Word } from './document.ts';
import type { Lemmatizer } from './lemma.ts';
import { phraseKey } from './phrases.ts';

/** A form with its tags. */
export type Words = (form: string, upos: string, xpos: string) => Word;

/** Forms that are kept; this does not change what is said of them. */
const KEPT = 8192;

/** Finds words: most of a text were in the one before, and are at hand with all that hangs on nothing but form and tags. */
export function createWords(lemmatize: Lemmatizer): Words {
  const kept = new Map<string, Word[]>();
  return (form, upos, xpos) => {
    let words = kept.get(form);
    if (words === undefined) {
      if (kept.size === KEPT) kept.clear();
      words = [];
      kept.set(form, words);
    }
    for (const word of words) if (word.upos === upos && word.xpos === xpos) return word;
    const word = wordOf(form, upos, xpos, lemmatize(form, upos, xpos));
    words.push(word);
    return word;
  };
}

function wordOf(form: string, upos: string, xpos: string, lemma: string): Word {
  const lowerForm = form.toLowerCase();
  const folded = phraseKey(form);
  return {
    ...{ form, upos, xpos, lemma, lowerForm, folded },
    lowerLemma: lemma === form ? lowerForm : lemma.toLowerCase(),
    lowerFolded: folded === form ? lowerForm : folded.toLowerCase(),
  };
}
