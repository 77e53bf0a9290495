import { expect, test } from 'vitest';
import { coder } from '../testing/read.ts';

const { read } = await coder();

/** What answers which question, by their words: "replied > asked". */
function answersIn(text: string): string[] {
  const { statements } = read(text);
  return statements.flatMap(({ answers, cue }) => {
    const question = statements.find(({ id }) => id === answers);
    return question ? [`${cue?.text} > ${question.cue?.text}`] : [];
  });
}

test.each([
  ['A reporter asked whether Chile would send troops. The minister did not answer.', 'did not > asked'],
  ['Asked whether Chile would send troops, the minister declined to comment.', 'declined > Asked'],
  ['Asked whether Chile would send troops, the minister said that nothing had been decided.', 'said > Asked'],
  ['Peru asked whether Chile would leave. Santiago replied that it would.', 'replied > asked'],
])('a question is linked with what comes of it: %s', (text, link) => {
  expect(answersIn(text)).toEqual([link]);
});

test.each([
  'Peru asked whether Chile would leave. Norway said it was glad.',
  'The envoy declined to comment. A reporter asked whether Chile would leave.',
  'The army did not answer. The harbour was quiet.',
])('what answers nothing is linked to nothing: %s', (text) => {
  expect(answersIn(text)).toEqual([]);
});
