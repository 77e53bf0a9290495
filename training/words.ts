import type { TreebankSentence } from './treebank.ts';

/** A word of a sentence that is being changed: its head is a word and not a number, so that words can come and go. */
export interface Word {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  head: Word | null;
  deprel: string;
}

/** The words of a sentence, free to be moved. */
export function wordsOf({ forms, upos, xpos, heads, deprels }: TreebankSentence): Word[] {
  const words = forms.map((form, i): Word => ({ form, upos: upos[i], xpos: xpos[i], head: null, deprel: deprels[i] }));
  words.forEach((word, i) => {
    word.head = words[heads[i] - 1] ?? null;
  });
  return words;
}

/** The sentence that words make in the order given. */
export function sentenceOf(words: readonly Word[]): TreebankSentence {
  const numbers = new Map(words.map((word, i) => [word, i + 1]));
  return {
    forms: words.map(({ form }) => form),
    upos: words.map(({ upos }) => upos),
    xpos: words.map(({ xpos }) => xpos),
    heads: words.map(({ head }) => (head ? numbers.get(head)! : 0)),
    deprels: words.map(({ deprel }) => deprel),
  };
}

/** A word and all that hangs on it, in order. */
export function phraseOf(words: readonly Word[], top: Word): Word[] {
  return words.filter((word) => {
    for (let at: Word | null = word; at; at = at.head) if (at === top) return true;
    return false;
  });
}

/** Whether words (in order) stand side by side. */
export function isUnbroken(words: readonly Word[], phrase: readonly Word[]): boolean {
  return words.indexOf(phrase[phrase.length - 1]) - words.indexOf(phrase[0]) === phrase.length - 1;
}
