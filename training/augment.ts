import { asHeadline } from './headlines.ts';
import { createNewsStyle } from './news-style.ts';
import type { Random } from './random.ts';
import type { TreebankSentence } from './treebank.ts';

/** Open classes: words of one such Penn tag can stand for each other without changing the tree. */
const OPEN = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'JJ', 'RB', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'CD']);

/** Shares of sentences in which words are exchanged, of their words that are, of changes to news style, and of headlines. */
export interface Exchange {
  readonly sentences: number;
  readonly words: number;
  readonly style: number;
  readonly headlines: number;
}

/** Makes variants of sentences with known trees, for more to learn from than a treebank holds. */
export interface Augmenter {
  /**
   * By chance the sentence itself, or with the words in the order of news, or with some of its open-class words
   * exchanged for others of the same tag, or set as a headline. `reordered` where a tagger would see other sequences of
   * tags or letters than in the treebank.
   */
  change(sentence: TreebankSentence, exchange: Exchange, random: Random): Variant;
}

export interface Variant {
  readonly sentence: TreebankSentence;
  readonly reordered: boolean;
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
  const news = createNewsStyle(sentences);
  return {
    change(sentence, exchange, random) {
      const styled = news.change(sentence, exchange.style, random);
      const changed = random() < exchange.sentences ? exchangeWords(styled, words, exchange.words, random) : styled;
      const isHeadline = random() < exchange.headlines;
      return {
        sentence: isHeadline ? asHeadline(changed, random) : changed,
        reordered: isHeadline || styled !== sentence,
      };
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
