import { describe, expect, it } from 'vitest';
import { createAugmenter } from './augment.ts';
import { createRandom } from './random.ts';
import type { TreebankSentence } from './treebank.ts';

const sentences: TreebankSentence[] = [
  {
    forms: ['Rebels', 'shelled', 'the', 'town', '.'],
    upos: ['NOUN', 'VERB', 'DET', 'NOUN', 'PUNCT'],
    xpos: ['NNS', 'VBD', 'DT', 'NN', '.'],
    heads: [2, 0, 4, 2, 2],
    deprels: ['nsubj', 'root', 'det', 'obj', 'punct'],
  },
  {
    forms: ['Officials', 'visited', 'a', 'school', '.'],
    upos: ['NOUN', 'VERB', 'DET', 'NOUN', 'PUNCT'],
    xpos: ['NNS', 'VBD', 'DT', 'NN', '.'],
    heads: [2, 0, 4, 2, 2],
    deprels: ['nsubj', 'root', 'det', 'obj', 'punct'],
  },
];
const augmenter = createAugmenter(sentences);

describe('variants of a sentence', () => {
  it('exchange words of open classes for others of the same tag, and nothing else', () => {
    const random = createRandom(1);
    const seen = new Set<string>();
    for (let i = 0; i < 60; i++) {
      const variant = augmenter.change(sentences[0], { sentences: 1, words: 0.5, typeset: 0 }, random);
      expect(variant.heads).toEqual(sentences[0].heads);
      expect(variant.forms[2]).toBe('the');
      expect(['shelled', 'visited']).toContain(variant.forms[1]);
      seen.add(variant.forms.join(' '));
    }
    expect(seen).toContain('Officials shelled the school .');
  });

  it('can look like headlines: capitals, no full stop', () => {
    const random = createRandom(2);
    const seen = new Set<string>();
    for (let i = 0; i < 60; i++) {
      const variant = augmenter.change(sentences[1], { sentences: 0, words: 0, typeset: 1 }, random);
      expect(variant.heads).toEqual(sentences[1].heads.slice(0, variant.forms.length));
      seen.add(variant.forms.join(' '));
    }
    expect(seen).toContain('OFFICIALS VISITED A SCHOOL');
    expect(seen).toContain('Officials Visited A School .');
  });

  it('leaves the sentence alone where nothing is to be changed', () => {
    expect(augmenter.change(sentences[0], { sentences: 0, words: 1, typeset: 0 }, createRandom(3))).toBe(sentences[0]);
  });
});
