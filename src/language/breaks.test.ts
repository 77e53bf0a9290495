import { expect, test } from 'vitest';
import { loadBreakFinder } from './breaks.ts';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';

const isBreak = loadBreakFinder();
const split = (text: string) =>
  splitSentences(text, tokenize(text), isBreak).map((tokens) => text.slice(tokens[0][0], tokens.at(-1)![1]));

test('lines that were run together come apart', () => {
  expect(split('Please send me the draft by Friday. Best regards, Maria Olsen 04/12/2003 09:15 AM')).toEqual([
    'Please send me the draft by Friday.',
    'Best regards,',
    'Maria Olsen',
    '04/12/2003 09:15 AM',
  ]);
});

test('edited text is cut at its stops only', () => {
  const edited = [
    'Foreign Minister Ines Moreau told the Daily Record: We will not negotiate with the Army of the North.',
    'Prime Minister Tom Hale met King Olaf in Oslo on Monday, the first visit since President Weiss left office.',
  ];
  expect(split(edited.join(' '))).toEqual(edited);
});
