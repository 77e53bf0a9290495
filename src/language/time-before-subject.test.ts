import { expect, test } from 'vitest';
import { timeStandsBeforeSubject } from './time-before-subject.ts';

test('a time before the subject says when', () => {
  const parse = {
    upos: ['NOUN', 'ADJ', 'NOUN', 'AUX', 'VERB'],
    xpos: ['NNS', 'JJR', 'NNS', 'VBD', 'VBN'],
    head: [1, 2, 4, 4, -1],
    deprel: ['obl:unmarked', 'amod', 'nsubj', 'aux', 'root'],
  };
  timeStandsBeforeSubject('Hours earlier guards had left'.split(' '), parse);
  expect([parse.head, parse.deprel[1], parse.upos[1]]).toEqual([[1, 4, 4, 4, -1], 'advmod', 'ADV']);
});

test('what came earlier stays so', () => {
  const given = {
    upos: ['DET', 'ADJ', 'NOUN', 'VERB'],
    xpos: ['DT', 'JJR', 'NNS', 'VBD'],
    head: [2, 2, 3, -1],
    deprel: ['det', 'amod', 'nsubj', 'root'],
  };
  const parse = structuredClone(given);
  timeStandsBeforeSubject('The earlier talks failed'.split(' '), parse);
  expect(parse).toEqual(given);
});
