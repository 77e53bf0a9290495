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

const nothing = { sentences: 0, words: 0, style: 0, headlines: 0 };

describe('variants of a sentence', () => {
  it('exchange words of open classes for others of the same tag, and nothing else', () => {
    const random = createRandom(1);
    const seen = new Set<string>();
    for (let i = 0; i < 60; i++) {
      const { sentence, reordered } = augmenter.change(sentences[0], { ...nothing, sentences: 1, words: 0.5 }, random);
      expect(sentence.heads).toEqual(sentences[0].heads);
      expect(sentence.forms[2]).toBe('the');
      expect(['shelled', 'visited']).toContain(sentence.forms[1]);
      expect(reordered).toBe(false);
      seen.add(sentence.forms.join(' '));
    }
    expect(seen).toContain('Officials shelled the school .');
  });

  it('can be headlines: capitals, no full stop, no articles', () => {
    const random = createRandom(2);
    const seen = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const { sentence } = augmenter.change(sentences[1], { ...nothing, headlines: 1 }, random);
      expect(sentence.heads.filter((head) => head === 0)).toHaveLength(1);
      expect(sentence.heads.every((head) => head <= sentence.forms.length)).toBe(true);
      seen.add(sentence.forms.join(' '));
    }
    expect(seen).toContain('OFFICIALS VISITED A SCHOOL');
    expect(seen).toContain('Officials Visited a School');
    expect(seen).toContain('Officials Visited School .');
  });

  it('leave the sentence alone where nothing is to be changed', () => {
    expect(augmenter.change(sentences[0], { ...nothing, words: 1 }, createRandom(3)).sentence).toBe(sentences[0]);
  });
});
