import { expect, test } from 'vitest';
import type { Parse } from './parser.ts';
import { verbsAfterRelations } from './verb-tags.ts';

const mended = (text: string, upos: string, xpos: string, head: readonly number[], deprel: string): Parse => {
  const parse = { upos: upos.split(' '), xpos: xpos.split(' '), head: [...head], deprel: deprel.split(' ') };
  verbsAfterRelations(text.split(' '), parse);
  return parse;
};

test('what has a subject and an object is a verb', () => {
  const { upos, xpos } = mended(
    'Oslo views them as foes',
    'PROPN NOUN PRON ADP NOUN',
    'NNP NNS PRP IN NNS',
    [1, -1, 1, 4, 1],
    'nsubj root obj case obl',
  );
  expect([upos[1], xpos[1]]).toEqual(['VERB', 'VBZ']);
});

test('an object is no verb', () => {
  expect(mended('They expressed concern', 'PRON VERB VERB', 'PRP VBD NN', [1, -1, 1], 'nsubj root obj').upos[2]).toBe(
    'NOUN',
  );
});

test('"to" before a verb is no preposition', () => {
  const { upos, xpos } = mended(
    'told Oslo to leave',
    'VERB PROPN ADP VERB',
    'VBD NNP IN VB',
    [-1, 0, 3, 0],
    'root obj mark xcomp',
  );
  expect([upos[2], xpos[2]]).toEqual(['PART', 'TO']);
});

test('a verb with a subject and no auxiliary is in the past', () => {
  expect(mended('Jets circled', 'NOUN VERB', 'NNS VBN', [1, -1], 'nsubj root').xpos[1]).toBe('VBD');
  expect(mended('Jets have circled', 'NOUN AUX VERB', 'NNS VBP VBN', [2, 2, -1], 'nsubj aux root').xpos[2]).toBe('VBN');
});
