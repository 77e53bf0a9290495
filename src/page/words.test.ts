import { expect, test } from 'vitest';
import { compileWords, readWords } from './words.ts';

test('pages are read with the word lists as they stand in their files, compiled or not', async () => {
  const { lists } = await compileWords();
  expect(Object.keys(lists)).toContain('furniture');
  for (const [name, list] of Object.entries(lists)) expect(readWords(name)).toEqual(list);
});
