import type { Random } from './random.ts';
import type { TreebankSentence } from './treebank.ts';

/** Open classes: words of one such Penn tag can stand for each other without changing the tree. */
const OPEN = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'JJ', 'RB', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'CD']);

/** Shares of sentences in which words are exchanged, of their words that are, and of sentences that are set differently. */
export interface Exchange {
  readonly sentences: number;
  readonly words: number;
  readonly typeset: number;
}

/** Makes variants of sentences with known trees, for more to learn from than a treebank holds. */
export interface Augmenter {
  /**
   * By chance the sentence itself, or with some of its open-class words exchanged for others of the same tag, or set as
   * a headline might be: without its full stop, in capitals, in small letters, in title case.
   */
  change(sentence: TreebankSentence, exchange: Exchange, random: Random): TreebankSentence;
}

export function createAugmenter(sentences: readonly TreebankSentence[]): Augmenter {
  const words = new Map<string, string[]>();
  for (const { forms, xpos } of sentences) {
    forms.forEach((form, i) => {
      if (!OPEN.has(xpos[i])) return;
      const list = words.get(xpos[i]);
      if (list) list.push(form);
      else words.set(xpos[i], [form]);
    });
  }
  return {
    change(sentence, exchange, random) {
      const changed = random() < exchange.sentences ? exchangeWords(sentence, words, exchange.words, random) : sentence;
      return random() < exchange.typeset ? typeset(changed, random) : changed;
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

function typeset(sentence: TreebankSentence, random: Random): TreebankSentence {
  const last = sentence.forms.length - 1;
  const stop = last > 0 && sentence.xpos[last] === '.' && !sentence.heads.includes(last + 1);
  const cut = stop && random() < 0.5 ? dropLast(sentence) : sentence;
  const kind = random();
  const set = (form: string): string => {
    if (kind < 0.25) return form.toUpperCase();
    if (kind < 0.5) return form.toLowerCase();
    return kind < 0.75 ? form.slice(0, 1).toUpperCase() + form.slice(1) : form;
  };
  return { ...cut, forms: cut.forms.map(set) };
}

function dropLast({ forms, upos, xpos, heads, deprels }: TreebankSentence): TreebankSentence {
  return {
    forms: forms.slice(0, -1),
    upos: upos.slice(0, -1),
    xpos: xpos.slice(0, -1),
    heads: heads.slice(0, -1),
    deprels: deprels.slice(0, -1),
  };
}
