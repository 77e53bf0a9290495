import { expect, test } from 'vitest';
import { whatIsDue } from './due-to.ts';

test('"to" before a verb is the verb’s, not part of "due to"', () => {
  const parse = {
    upos: ['NOUN', 'AUX', 'ADJ', 'ADP', 'ADV', 'VERB'],
    xpos: ['NNS', 'VBP', 'JJ', 'IN', 'RB', 'VB'],
    head: [2, 2, -1, 2, 5, 2],
    deprel: ['nsubj', 'cop', 'root', 'fixed', 'advmod', 'advcl'],
  };
  whatIsDue('Envoys are due to formally meet'.split(' '), parse);
  expect(parse.head).toEqual([2, 2, -1, 5, 5, 2]);
  expect(parse.deprel).toEqual(['nsubj', 'cop', 'root', 'mark', 'advmod', 'xcomp']);
  expect(parse.xpos[3]).toBe('TO');
});

test('what is due has the subject, where the tree had "due" under the verb', () => {
  const parse = {
    upos: ['NOUN', 'AUX', 'ADP', 'ADP', 'ADJ', 'PUNCT'],
    xpos: ['NNS', 'VBP', 'IN', 'IN', 'VB', '.'],
    head: [4, 4, 4, 2, -1, 4],
    deprel: ['nsubj', 'cop', 'case', 'fixed', 'root', 'punct'],
  };
  whatIsDue('Envoys are due to arrive .'.split(' '), parse);
  expect(parse.head).toEqual([2, 2, -1, 4, 2, 4]);
  expect(parse.deprel).toEqual(['nsubj', 'cop', 'root', 'mark', 'xcomp', 'punct']);
  expect([parse.upos[2], parse.upos[4]]).toEqual(['ADJ', 'VERB']);
});

test('"due to" before a noun stays one preposition', () => {
  const parse = {
    upos: ['PRON', 'VERB', 'ADP', 'ADP', 'NOUN'],
    xpos: ['PRP', 'VBD', 'IN', 'IN', 'NN'],
    head: [1, -1, 4, 2, 1],
    deprel: ['nsubj', 'root', 'case', 'fixed', 'obl'],
  };
  whatIsDue('He left due to illness'.split(' '), parse);
  expect(parse.deprel).toEqual(['nsubj', 'root', 'case', 'fixed', 'obl']);
});
