import type { Random } from './random.ts';
import type { TreebankSentence } from './treebank.ts';

/** Open classes: words of one such Penn tag can stand for each other without changing the tree. */
const OPEN = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'JJ', 'RB', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'CD']);

/** Makes variants of sentences with known trees, for more to learn from than a treebank holds. */
export interface Augmenter {
  /** The sentence with a share of its open-class words changed for others of the same tag. */
  exchange(sentence: TreebankSentence, share: number, random: Random): TreebankSentence;
  /** The sentence as a headline might be set: without its full stop, in capitals, in small letters or in title case. */
  typeset(sentence: TreebankSentence, random: Random): TreebankSentence;
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
    exchange(sentence, share, random) {
      const forms = sentence.forms.map((form, i) => {
        const list = words.get(sentence.xpos[i]);
        return list && random() < share ? list[Math.floor(random() * list.length)] : form;
      });
      return { ...sentence, forms };
    },
    typeset(sentence, random) {
      const last = sentence.forms.length - 1;
      const stop = last > 0 && sentence.xpos[last] === '.' && !sentence.heads.includes(last + 1);
      const cut = stop && random() < 0.5 ? dropLast(sentence) : sentence;
      const kind = random();
      const set =
        kind < 0.25
          ? (form: string) => form.toUpperCase()
          : kind < 0.5
            ? (form: string) => form.toLowerCase()
            : kind < 0.75
              ? (form: string) => form.slice(0, 1).toUpperCase() + form.slice(1)
              : (form: string) => form;
      return { ...cut, forms: cut.forms.map(set) };
    },
  };
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
