import { expect, test } from 'vitest';
import { onePhraseInASlot } from './one-slot.ts';
import type { Parse } from './parser.ts';

const mended = (text: string, upos: string, head: readonly number[], deprel: string): Parse => {
  const forms = text.split(' ');
  const parse = { upos: upos.split(' '), xpos: forms.map(() => 'NN'), head: [...head], deprel: deprel.split(' ') };
  onePhraseInASlot(forms, parse);
  return parse;
};

test('a noun and the name behind it are one subject', () => {
  const { head, deprel } = mended(
    'Her rival Lisa Haddad left',
    'PRON NOUN PROPN PROPN VERB',
    [1, 4, 4, 2, -1],
    'nmod:poss nsubj nsubj flat root',
  );
  expect(head).toEqual([1, 4, 1, 2, -1]);
  expect(deprel[2]).toBe('appos');
});

test('a title stands before a name of several words, and what leads to it leads to the name', () => {
  const { head, deprel } = mended(
    'They wrote to President Lisa Haddad',
    'PRON VERB ADP PROPN PROPN PROPN',
    [1, -1, 3, 1, 1, 4],
    'nsubj root case obl obl flat',
  );
  expect(head).toEqual([1, -1, 4, 4, 1, 4]);
  expect([deprel[3], deprel[4]]).toEqual(['nmod:desc', 'obl']);
});

test('the second half of a name follows the first', () => {
  const { head, deprel } = mended(
    'Police held Omar Haddad',
    'NOUN VERB PROPN PROPN',
    [1, -1, 1, 1],
    'nsubj root obj obj',
  );
  expect(head).toEqual([1, -1, 1, 2]);
  expect(deprel[3]).toBe('flat');
});

test('a day or week beside a subject is when it was', () => {
  expect(mended('Haddad Tuesday left', 'PROPN PROPN VERB', [2, 2, -1], 'nsubj nsubj root').deprel).toEqual([
    'nsubj',
    'obl:unmarked',
    'root',
  ]);
  expect(mended('last week Haddad left', 'ADJ NOUN PROPN VERB', [1, 3, 3, -1], 'amod nsubj nsubj root').deprel[1]).toBe(
    'obl:unmarked',
  );
});

test('a role that somebody speaks of is not called like him', () => {
  const given = ['DET NOUN PROPN VERB', [1, 3, 3, -1], 'det nsubj nsubj root'] as const;
  expect(mended('a role Oslo rejected', ...given).deprel).toEqual(['det', 'nsubj', 'nsubj', 'root']);
});
