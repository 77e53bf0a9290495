import { expect, it } from 'vitest';
import type { GuessedSentence } from './graft.ts';
import { createOffices } from './offices.ts';
import { createRandom } from './random.ts';

const minister: GuessedSentence = {
  sentence: {
    forms: ['Minister', 'Haddad', 'resigned', '.'],
    upos: ['PROPN', 'PROPN', 'VERB', 'PUNCT'],
    xpos: ['NNP', 'NNP', 'VBD', '.'],
    heads: [2, 3, 0, 3],
    deprels: ['nmod:desc', 'nsubj', 'root', 'punct'],
  },
  hints: [1, 2, 3, 4],
};
const former: GuessedSentence = {
  sentence: {
    forms: ['The', 'minister', 'of', 'Public', 'Works', 'left', '.'],
    upos: ['DET', 'NOUN', 'ADP', 'PROPN', 'PROPN', 'VERB', 'PUNCT'],
    xpos: ['DT', 'NN', 'IN', 'NNP', 'NNPS', 'VBD', '.'],
    heads: [2, 6, 5, 5, 2, 0, 6],
    deprels: ['det', 'nsubj', 'case', 'compound', 'nmod', 'root', 'punct'],
  },
  hints: [5, 6, 7, 8, 9, 10, 4],
};

it('puts the field of an office between the office and the name, and leaves the name what the office describes', () => {
  const [made, ...others] = createOffices([minister, former])(createRandom(1));
  expect(others).toEqual([]);
  expect(made.sentence.forms.join(' ')).toBe('Minister of Public Works Haddad resigned .');
  expect(made.sentence.heads).toEqual([5, 4, 4, 1, 6, 0, 6]);
  expect(made.sentence.deprels).toEqual(['nmod:desc', 'case', 'compound', 'nmod', 'nsubj', 'root', 'punct']);
  expect(made.hints).toEqual([1, 7, 8, 9, 2, 3, 4]);
});
