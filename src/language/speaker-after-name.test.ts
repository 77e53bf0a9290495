import { expect, test } from 'vitest';
import { speakerStandsLast } from './speaker-after-name.ts';

test('who stands right before the verb speaks, and the name before is of the noun before it', () => {
  const forms = 'Envoys met their host , Omar Haddad , the ministry said .'.split(' ');
  const parse = {
    upos: ['NOUN', 'VERB', 'PRON', 'NOUN', 'PUNCT', 'PROPN', 'PROPN', 'PUNCT', 'DET', 'NOUN', 'VERB', 'PUNCT'],
    xpos: ['NNS', 'VBD', 'PRP$', 'NN', ',', 'NNP', 'NNP', ',', 'DT', 'NN', 'VBD', '.'],
    head: [1, -1, 3, 1, 5, 10, 5, 9, 9, 5, 1, 1],
    deprel: 'nsubj root nmod:poss obj punct nsubj flat punct det appos parataxis punct'.split(' '),
  };
  speakerStandsLast(forms, parse);
  expect([parse.head[9], parse.deprel[9]]).toEqual([10, 'nsubj']);
  expect([parse.head[5], parse.deprel[5]]).toEqual([3, 'appos']);
});

test('what stands beside a name between two commas stays with it', () => {
  const forms = 'Envoys left , Omar Haddad , the minister , said .'.split(' ');
  const parse = {
    upos: ['NOUN', 'VERB', 'PUNCT', 'PROPN', 'PROPN', 'PUNCT', 'DET', 'NOUN', 'PUNCT', 'VERB', 'PUNCT'],
    xpos: ['NNS', 'VBD', ',', 'NNP', 'NNP', ',', 'DT', 'NN', ',', 'VBD', '.'],
    head: [1, -1, 3, 9, 3, 7, 7, 3, 7, 1, 1],
    deprel: 'nsubj root punct nsubj flat punct det appos punct parataxis punct'.split(' '),
  };
  const before = structuredClone(parse);
  speakerStandsLast(forms, parse);
  expect(parse).toEqual(before);
});
