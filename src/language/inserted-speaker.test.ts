import { expect, test } from 'vitest';
import { speakerStandsInside } from './inserted-speaker.ts';

const forms = 'The convoy , officials told reporters , was carrying medicine .'.split(' ');
/** As the parser may have it: the speaking is the main clause. */
const astray = () => ({
  upos: [],
  xpos: ['DT', 'NN', ',', 'NNS', 'VBD', 'NNS', ',', 'VBD', 'VBG', 'NN', '.'],
  head: [1, 8, 1, 4, -1, 4, 8, 8, 4, 8, 4],
  deprel: ['det', 'nsubj', 'punct', 'nsubj', 'root', 'iobj', 'punct', 'aux', 'ccomp', 'obj', 'punct'],
});

test('a speaker in the middle hangs on what is said', () => {
  const parse = astray();
  speakerStandsInside(forms, parse);
  expect(parse.head).toEqual([1, 8, 4, 4, 8, 4, 4, 8, -1, 8, 8]);
  expect([parse.deprel[4], parse.deprel[8]]).toEqual(['parataxis', 'root']);
});

test('the subject of what is said is found though it hangs on the verb of saying', () => {
  const parse = astray();
  parse.head[1] = 4;
  parse.deprel[1] = 'obl:unmarked';
  speakerStandsInside(forms, parse);
  expect([parse.head[1], parse.deprel[1]]).toEqual([8, 'nsubj']);
});

test('a clause with a subject of its own is left where it is', () => {
  const own = 'On Monday , officials told reporters , it was medicine .'.split(' ');
  const parse = () => ({
    upos: [],
    xpos: ['IN', 'NNP', ',', 'NNS', 'VBD', 'NNS', ',', 'PRP', 'VBD', 'NN', '.'],
    head: [1, 4, 4, 4, -1, 4, 9, 9, 9, 4, 4],
    deprel: ['case', 'obl', 'punct', 'nsubj', 'root', 'iobj', 'punct', 'nsubj', 'cop', 'ccomp', 'punct'],
  });
  const kept = parse();
  speakerStandsInside(own, kept);
  expect(kept).toEqual(parse());
});
