import { expect, it } from 'vitest';
import { loadCodebook } from '../codebook/load.ts';
import { createLanguage } from '../language/index.ts';
import { questionsOf } from './questions.ts';

it('finds the questions that the report itself leaves open, not those of others', async () => {
  const codebook = await loadCodebook();
  const text =
    'It remains unclear whether the dam will hold. “Who will pay?” asked the mayor. Will the rebels agree? They said nothing.';
  const document = createLanguage({ codebook })({
    text,
    blocks: [{ kind: 'paragraph', span: [0, text.length] }],
    published: null,
  });
  expect(questionsOf(document, codebook).map((span) => text.slice(...span))).toEqual([
    'It remains unclear whether the dam will hold.',
    'Will the rebels agree?',
  ]);
});
