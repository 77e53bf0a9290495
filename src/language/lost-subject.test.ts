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

test('what an attack did before the main clause is done by the attack', () => {
  const { head, deprel } = mended(
    'After attack killed dozens , Niger left',
    'ADP NOUN VERB NOUN PUNCT PROPN VERB',
    [1, 2, -1, 2, 6, 6, 2],
    'case obl root obj punct nsubj parataxis',
  );
  expect([head[0], deprel[0], head[1], deprel[1]]).toEqual([2, 'mark', 2, 'nsubj']);
});

test('a month without a comma is not part of who acts', () => {
  const { head, deprel } = mended(
    'In June members urged peace',
    'ADP PROPN NOUN VERB NOUN',
    [2, 2, 3, -1, 3],
    'case compound obl root obj',
  );
  expect([head[0], head[1], deprel[1], deprel[2]]).toEqual([1, 3, 'obl', 'nsubj']);
});

test('after a semicolon somebody else acts', () => {
  const { head, deprel } = mended(
    'Chad offered officers ; Niger thanked her',
    'PROPN VERB NOUN PUNCT PROPN VERB PRON',
    [1, -1, 1, 4, 2, 1, 5],
    'nsubj root obj punct appos parataxis obj',
  );
  expect([head[4], deprel[4]]).toEqual([5, 'nsubj']);
});
