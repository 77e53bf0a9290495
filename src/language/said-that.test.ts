import { expect, test } from 'vitest';
import { whatIsSaidByTheWay, whatWasSaidThat } from './said-that.ts';

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
  whatWasSaidThat(forms, parse);
  expect([parse.head[8], parse.deprel[8]]).toEqual([1, 'ccomp']);
});

test('a clause about a thing stays with it', () => {
  const forms = 'Lee resigned over the fact that rebels had left'.split(' ');
  const parse = clauseOfNoun();
  whatWasSaidThat(forms, parse);
  expect([parse.head[8], parse.deprel[8]]).toEqual([4, 'acl']);
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
