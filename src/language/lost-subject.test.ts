import { expect, test } from 'vitest';
import { everyVerbHasASubject } from './lost-subject.ts';
import type { Parse } from './parser.ts';

const mended = (text: string, upos: string, head: readonly number[], deprel: string): Parse => {
  const tags = upos.split(' ');
  const xpos = tags.map((tag) => (tag === 'VERB' ? 'VBD' : tag === 'PROPN' ? 'NNP' : tag === 'NUM' ? 'CD' : 'NN'));
  const parse = { upos: tags, xpos, head: [...head], deprel: deprel.split(' ') };
  everyVerbHasASubject(text.split(' '), parse);
  return parse;
};

test('a number right before a verb is how many do it', () => {
  expect(mended('About 900 agreed', 'ADV NUM VERB', [1, 2, -1], 'advmod nummod root').deprel[1]).toBe('nsubj');
});

test('a share of some people is not where they are', () => {
  const { head, deprel } = mended(
    'Three in ten voters feared war',
    'NUM ADP NUM NOUN VERB NOUN',
    [3, 3, 3, 4, -1, 4],
    'nummod case nummod obl root obj',
  );
  expect([head[3], deprel[3], head[1]]).toEqual([4, 'nsubj', 2]);
});

test('a name after the time at the start of a sentence is who acted', () => {
  const { head, deprel } = mended(
    'On Monday , Haddad left',
    'ADP PROPN PUNCT PROPN VERB',
    [1, 4, 3, 1, -1],
    'case obl punct appos root',
  );
  expect([head[3], deprel[3]]).toEqual([4, 'nsubj']);
});

test('a verb that has a subject keeps it', () => {
  const given = [
    'Aides in Oslo , Norway left',
    'NOUN ADP PROPN PUNCT PROPN VERB',
    [5, 2, 0, 4, 2, -1],
    'nsubj case nmod punct appos root',
  ] as const;
  expect(mended(...given).head).toEqual([...given[2]]);
});
