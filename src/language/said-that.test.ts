import { expect, test } from 'vitest';
import { whatIsSaidBare, whatIsSaidByTheWay, whatIsSaidThat } from './said-that.ts';

/** "X did (in) a thing that rebels had left": the clause hangs on the thing. */
const clauseOfNoun = () => ({
  upos: [],
  xpos: [],
  head: [1, -1, 4, 4, 1, 8, 8, 8, 4],
  deprel: ['nsubj', 'root', 'case', 'det', 'obl', 'mark', 'nsubj', 'aux', 'acl'],
});

test('what was said in a statement is what the verb has, not the statement', () => {
  const forms = 'Lee said in a statement that rebels had left'.split(' ');
  const parse = clauseOfNoun();
  whatIsSaidThat(forms, parse);
  expect([parse.head[8], parse.deprel[8]]).toEqual([1, 'ccomp']);
});

test('a clause about a thing stays with it', () => {
  const forms = 'Lee resigned over the fact that rebels had left'.split(' ');
  const parse = clauseOfNoun();
  whatIsSaidThat(forms, parse);
  expect([parse.head[8], parse.deprel[8]]).toEqual([4, 'acl']);
});

/** "X did Y that the talks had failed": the clause hangs on Y, "that" is its object. */
const clauseOfObject = () => ({
  upos: ['PROPN', 'VERB', 'NOUN', 'PRON', 'DET', 'NOUN', 'AUX', 'VERB'],
  xpos: ['NNP', 'VBD', 'NNS', 'WDT', 'DT', 'NNS', 'VBD', 'VBN'],
  head: [1, -1, 1, 7, 5, 7, 7, 2],
  deprel: ['nsubj', 'root', 'obj', 'obj', 'det', 'nsubj', 'aux', 'acl:relcl'],
});

test('what somebody is told is no clause about them', () => {
  const parse = clauseOfObject();
  whatIsSaidThat('Lee reminded delegates that the talks had failed'.split(' '), parse);
  expect([parse.head[7], parse.deprel[7], parse.deprel[3], parse.upos[3]]).toEqual([1, 'ccomp', 'mark', 'SCONJ']);
  const other = clauseOfObject();
  whatIsSaidThat('Lee met delegates that the talks had failed'.split(' '), other);
  expect(other).toEqual(clauseOfObject());
});

test('a clause with a subject and no conjunction is what is said', () => {
  const clause = () => ({
    upos: [],
    xpos: [],
    head: [1, -1, 4, 4, 1],
    deprel: ['nsubj', 'root', 'nsubj', 'aux', 'advcl'],
  });
  const bare = clause();
  whatIsSaidBare('Lee says rebels may return'.split(' '), bare);
  expect(bare.deprel[4]).toBe('ccomp');
  const adverbial = { ...clause(), head: [1, -1, 4, 4, 1], deprel: ['nsubj', 'root', 'mark', 'nsubj', 'advcl'] };
  whatIsSaidBare('Lee asked when rebels returned'.split(' '), adverbial);
  expect(adverbial.deprel[4]).toBe('advcl');
});

test('what somebody says by the way hangs on the saying, and that on what they do', () => {
  const parse = {
    upos: [],
    xpos: [],
    head: [1, -1, 6, 6, 6, 6, 1],
    deprel: ['nsubj', 'root', 'punct', 'csubj', 'nsubj', 'aux', 'parataxis'],
  };
  whatIsSaidByTheWay('Lee left , insisting Oslo had failed'.split(' '), parse);
  expect(parse.head).toEqual([1, -1, 3, 1, 6, 6, 3]);
  expect([parse.deprel[3], parse.deprel[6]]).toEqual(['advcl', 'ccomp']);
});
