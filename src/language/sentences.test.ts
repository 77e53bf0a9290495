import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';

const split = (text: string) =>
  splitSentences(text, tokenize(text)).map((tokens) => text.slice(tokens[0][0], tokens.at(-1)![1]));

/** Sentences stand on lines of their own. */
function expectSplit(lines: string[]): void {
  expect(split(lines.join(' '))).toEqual(lines);
}

describe('splitSentences', () => {
  test('abbreviations, initials and decimals end no sentence', () => {
    expectSplit([
      'Gen. Mark T. Hale met Dr. Osman in St. Gallen at 9 a.m. on Jan. 5.',
      'The rate rose by 3.5 per cent, from 2.1, No. 4 on the list.',
      'U.S. President Ellis spoke with Sen. Ruth Vega.',
    ]);
  });

  test('an abbreviation may end a sentence, and then gives its stop away', () => {
    expectSplit(['They moved to the U.S.', 'The firm, Hale Inc., stayed.', 'It left at 5 p.m.', 'Nobody came.']);
    const text = 'They moved to the U.S.';
    expect(
      splitSentences(text, tokenize(text))[0]
        .map((span) => text.slice(...span))
        .slice(-2),
    ).toEqual(['U.S', '.']);
  });

  test('closing quotes and brackets belong to the sentence that they close', () => {
    expectSplit([
      '“We will not leave.”',
      'He paused (for a minute or so.)',
      '"Nobody asked us," she said.',
      '“Who would?” Foreign Minister Dahl asked.',
      '“Stop!” he shouted.',
      'They stopped.',
    ]);
  });

  test('an ellipsis ends a sentence only before a capital', () => {
    expectSplit(['We waited … and waited...', 'Then it rained.']);
    expectSplit(['They promised aid . . . and sent none . . . .', 'Then it rained.']);
    expect(split('It rained all night...Nobody came.')).toEqual(['It rained all night...', 'Nobody came.']);
  });

  test('"P.S." and "i.e." open what follows', () => {
    expectSplit(['P.S. I may be late.', 'They meet on the first day, i.e. The Monday after Easter.']);
  });

  test('a dateline is not part of the first sentence', () => {
    expectSplit(['DAMASCUS (Reuters) –', 'The government said on Monday it would talk.']);
    expectSplit(['BEIRUT, Lebanon —', 'Two ministers resigned.']);
    expectSplit(['NATO – the alliance of 32 states – agreed.']);
  });

  test('a headline without a stop is one sentence', () => {
    expectSplit(['Minister resigns over leaked letter, denies wrongdoing']);
  });

  test('a numbered point keeps its number', () => {
    expectSplit(['1. The parties withdraw.', '2. Prisoners are exchanged.']);
  });

  test('a missing space does not hide the end', () => {
    expect(split('The talks failed.Both sides left. See example.org for more.')).toEqual([
      'The talks failed.',
      'Both sides left.',
      'See example.org for more.',
    ]);
  });

  test('no character but white space is lost, in any text', () => {
    const marks = fc.string({ unit: fc.constantFrom(...'aB. ”"?!…)(U.S1[]') });
    fc.assert(
      fc.property(fc.oneof(marks, fc.string({ unit: 'grapheme' })), (text) => {
        const kept = splitSentences(text, tokenize(text)).flat();
        expect(kept.map((span) => text.slice(...span)).join('')).toBe(text.replace(/\s+/g, ''));
      }),
    );
  });
});
