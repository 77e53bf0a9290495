import { describe, expect, it } from 'vitest';
import { createAugmenter, type Exchange } from './augment.ts';
import type { GuessedSentence } from './graft.ts';
import { createRandom } from './random.ts';

const sentences: GuessedSentence[] = [
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
].map((sentence) => ({ sentence, hints: [1, 2, 3, 4, 5] }));
const nothing: Exchange = { branches: 0, sentences: 0, words: 0, typeset: 0, settings: ['capitals', 'title'] };
const augmenter = createAugmenter(sentences);

describe('variants of a sentence', () => {
  it('exchange words of open classes for others of the same tag, and nothing else', () => {
    const random = createRandom(1);
    const seen = new Set<string>();
    for (let i = 0; i < 60; i++) {
      const { sentence: variant } = augmenter.change(sentences[0], { ...nothing, sentences: 1, words: 0.5 }, random);
      expect(variant.heads).toEqual(sentences[0].sentence.heads);
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
      const { sentence: variant } = augmenter.change(sentences[1], { ...nothing, typeset: 1 }, random);
      expect(variant.heads).toEqual(sentences[1].sentence.heads.slice(0, variant.forms.length));
      seen.add(variant.forms.join(' '));
    }
    expect(seen).toContain('OFFICIALS VISITED A SCHOOL');
    expect(seen).toContain('Officials Visited A School .');
  });

  it('leaves the sentence alone where nothing is to be changed', () => {
    const unchanged = augmenter.change(sentences[0], { ...nothing, words: 1 }, createRandom(3));
    expect(unchanged).toEqual(sentences[0]);
  });
});
