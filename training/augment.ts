import { createGrafter, type GuessedSentence } from './graft.ts';
import type { Random } from './random.ts';
import type { TreebankSentence } from './treebank.ts';

/** Open classes: words of one such Penn tag can stand for each other without changing the tree. */
const OPEN = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'JJ', 'RB', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'CD']);

/** How a sentence may be set: in capitals, in small letters, in title case, or as it is. */
export type Setting = 'capitals' | 'small' | 'title' | 'plain';

/**
 * Shares of sentences in which a branch is exchanged, of those in which words are, of their words that are, and of
 * sentences that are set differently, as one of the settings.
 */
export interface Exchange {
  readonly branches: number;
  readonly sentences: number;
  readonly words: number;
  readonly typeset: number;
  readonly settings: readonly Setting[];
}

/** Makes variants of sentences with known trees, for more to learn from than a treebank holds. */
export interface Augmenter {
  /**
   * By chance the sentence itself, or with branches of others grafted on it, or with some of its open-class words
   * exchanged for others of the same tag, or set as a headline might be: with or without its full stop, in one of the
   * settings.
   */
  change(given: GuessedSentence, exchange: Exchange, random: Random): GuessedSentence;
}

export function createAugmenter(sentences: readonly GuessedSentence[]): Augmenter {
  const grafter = createGrafter(sentences);
  const words = new Map<string, string[]>();
  for (const {
    sentence: { forms, xpos },
  } of sentences) {
    forms.forEach((form, i) => {
      if (!OPEN.has(xpos[i])) return;
      const list = words.get(xpos[i]);
      if (list) list.push(form);
      else words.set(xpos[i], [form]);
    });
  }
  return {
    change(given, { branches, sentences: share, words: shareOfWords, typeset, settings }, random) {
      const { sentence, hints } =
        branches > 0 && random() < branches ? grafter.graft(grafter.graft(given, random), random) : given;
      const changed = random() < share ? exchangeWords(sentence, words, shareOfWords, random) : sentence;
      return { sentence: random() < typeset ? setAnew(changed, settings, random) : changed, hints };
    },
  };
}

function exchangeWords(
  sentence: TreebankSentence,
  words: ReadonlyMap<string, readonly string[]>,
  share: number,
  random: Random,
): TreebankSentence {
  const forms = sentence.forms.map((form, i) => {
    const list = words.get(sentence.xpos[i]);
    return list && random() < share ? list[Math.floor(random() * list.length)] : form;
  });
  return { ...sentence, forms };
}

function setAnew(sentence: TreebankSentence, settings: readonly Setting[], random: Random): TreebankSentence {
  const last = sentence.forms.length - 1;
  const stop = last > 0 && sentence.xpos[last] === '.' && !sentence.heads.includes(last + 1);
  const cut = stop && random() < 0.5 ? dropLast(sentence) : sentence;
  const set = SETTERS[settings[Math.floor(random() * settings.length)]];
  return { ...cut, forms: cut.forms.map(set) };
}

const SETTERS: Readonly<Record<Setting, (form: string) => string>> = {
  capitals: (form) => form.toUpperCase(),
  small: (form) => form.toLowerCase(),
  title: (form) => form.slice(0, 1).toUpperCase() + form.slice(1),
  plain: (form) => form,
};

function dropLast({ forms, upos, xpos, heads, deprels }: TreebankSentence): TreebankSentence {
  return {
    forms: forms.slice(0, -1),
    upos: upos.slice(0, -1),
    xpos: xpos.slice(0, -1),
    heads: heads.slice(0, -1),
    deprels: deprels.slice(0, -1),
  };
}
