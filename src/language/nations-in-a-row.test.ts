import { expect, test } from 'vitest';
import { nationsInARow } from './nations-in-a-row.ts';

const NATIONS = new Set(['Peruvian', 'Bolivian', 'Omani', 'Thai']);

test('two adjectives of nations are of the noun that both precede', () => {
  const parse = {
    upos: ['PROPN', 'CCONJ', 'ADJ', 'NOUN', 'VERB'],
    xpos: ['NNP', 'CC', 'JJ', 'NNS', 'VBD'],
    head: [4, 3, 3, 0, -1],
    deprel: ['nsubj', 'cc', 'amod', 'conj', 'root'],
  };
  nationsInARow('Peruvian and Bolivian soldiers left'.split(' '), parse, (form) => NATIONS.has(form));
  expect(parse.head).toEqual([3, 2, 0, 4, -1]);
  expect(parse.deprel).toEqual(['amod', 'cc', 'conj', 'nsubj', 'root']);
  expect(parse.upos[0]).toBe('ADJ');
});

test('so are they where the second has been hung on the first', () => {
  const parse = {
    upos: ['PROPN', 'CCONJ', 'ADJ', 'NOUN', 'VERB'],
    xpos: ['NNP', 'CC', 'JJ', 'NNS', 'VBD'],
    head: [4, 3, 0, 0, -1],
    deprel: ['nsubj', 'cc', 'conj', 'conj', 'root'],
  };
  nationsInARow('Peruvian and Bolivian soldiers left'.split(' '), parse, (form) => NATIONS.has(form));
  expect(parse.head).toEqual([3, 2, 0, 4, -1]);
});

test('what stands before the first goes with the noun', () => {
  const parse = {
    upos: ['NOUN', 'ADP', 'PROPN', 'CCONJ', 'ADJ', 'NOUN', 'VERB'],
    xpos: ['NNS', 'IN', 'NNP', 'CC', 'JJ', 'NNS', 'VBD'],
    head: [6, 2, 0, 5, 5, 0, -1],
    deprel: ['nsubj', 'case', 'nmod', 'cc', 'amod', 'nmod', 'root'],
  };
  nationsInARow('Talks between Omani and Thai officials collapsed'.split(' '), parse, (form) => NATIONS.has(form));
  expect(parse.head).toEqual([6, 5, 5, 4, 2, 0, -1]);
});

test('a name beside a noun stays one', () => {
  const parse = () => ({
    upos: ['PROPN', 'CCONJ', 'ADJ', 'NOUN', 'VERB'],
    xpos: ['NNP', 'CC', 'JJ', 'NNS', 'VBD'],
    head: [4, 3, 3, 0, -1],
    deprel: ['nsubj', 'cc', 'amod', 'conj', 'root'],
  });
  const kept = parse();
  nationsInARow('Lopez and Bolivian soldiers left'.split(' '), kept, (form) => NATIONS.has(form));
  expect(kept).toEqual(parse());
});
