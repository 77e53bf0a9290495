import { expect, test } from 'vitest';
import { tagsAfterRelations } from './function-words.ts';
import type { Parse } from './parser.ts';

const mended = (text: string, upos: string, xpos: string, head: readonly number[], deprel: string): Parse => {
  const parse = { upos: upos.split(' '), xpos: xpos.split(' '), head: [...head], deprel: deprel.split(' ') };
  tagsAfterRelations(text.split(' '), parse);
  return parse;
};

test('a subject that one tag has for a name is no adjective', () => {
  const { upos } = mended('the KDP left', 'DET ADJ VERB', 'DT NNP VBD', [1, 2, -1], 'det nsubj root');
  expect(upos[1]).toBe('PROPN');
});

test('"Democratic" before a noun stays an adjective', () => {
  const { upos } = mended(
    'the Democratic leader left',
    'DET ADJ NOUN VERB',
    'DT NNP NN VBD',
    [2, 2, 3, -1],
    'det amod nsubj root',
  );
  expect(upos[1]).toBe('ADJ');
});

test('"that" as a subject stands for something', () => {
  const { upos, xpos } = mended('that failed', 'SCONJ VERB', 'IN VBD', [1, -1], 'nsubj root');
  expect([upos[0], xpos[0]]).toEqual(['PRON', 'DT']);
});
