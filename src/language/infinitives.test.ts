import { expect, test } from 'vitest';
import { infinitivesGoTogether } from './infinitives.ts';

const mended = (text: string, xpos: string, head: readonly number[], deprel: string): number[] => {
  const tags = xpos.split(' ');
  const parse = { upos: tags.map(() => 'VERB'), xpos: tags, head: [...head], deprel: deprel.split(' ') };
  infinitivesGoTogether(text.split(' '), parse);
  return parse.head;
};

test('a bare verb goes on with the infinitive before it', () => {
  const given = [
    'They hoped to cross and hide',
    'PRP VBD TO VB CC VB',
    [1, -1, 3, 1, 5, 1],
    'nsubj root mark xcomp cc conj',
  ] as const;
  expect(mended(...given)).toEqual([1, -1, 3, 1, 5, 3]);
});

test('a verb in the past goes on with the verb in the past', () => {
  const given = [
    'They hoped to cross and hid',
    'PRP VBD TO VB CC VBD',
    [1, -1, 3, 1, 5, 1],
    'nsubj root mark xcomp cc conj',
  ] as const;
  expect(mended(...given)).toEqual([...given[2]]);
});
