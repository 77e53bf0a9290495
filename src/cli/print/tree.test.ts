import pc from 'picocolors';
import { expect, test } from 'vitest';
import { treeLines } from './tree.ts';

test('a tree reads downwards as the sentence', () => {
  const lines = treeLines(
    {
      forms: ['Putin', 'sent', 'a', 'letter', 'to', 'Damascus'],
      lemmas: ['Putin', 'send', 'a', 'letter', 'to', 'Damascus'],
      upos: ['PROPN', 'VERB', 'DET', 'NOUN', 'ADP', 'PROPN'],
      xpos: ['NNP', 'VBD', 'DT', 'NN', 'IN', 'NNP'],
      heads: [1, -1, 3, 1, 5, 1],
      deprels: ['nsubj', 'root', 'det', 'obj', 'case', 'obl'],
      misc: [],
    },
    pc.createColors(false),
  );
  expect(lines).toEqual([
    '┌─ Putin     nsubj        PROPN NNP',
    'sent         root         VERB  VBD   send',
    '│  ┌─ a      det          DET   DT',
    '├─ letter    obj          NOUN  NN',
    '│  ┌─ to     case         ADP   IN',
    '└─ Damascus  obl          PROPN NNP',
  ]);
});
