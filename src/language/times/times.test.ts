import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../page/article.ts';
import { createLanguage } from '../index.ts';

const read = createLanguage();

function times(text: string, published: string | null = '2025-03-20', kind: Block['kind'] = 'paragraph') {
  const blocks: Block[] = [{ kind, span: [0, text.length] }];
  return read({ text, blocks, published }).times.map((time) => [time.text, time.from, time.to]);
}

describe('times, told from Thursday 20 March 2025', () => {
  test.each([
    ['The ministers met on Wednesday.', 'on Wednesday', '2025-03-19', '2025-03-19'],
    ['The ministers will meet on Wednesday.', 'on Wednesday', '2025-03-26', '2025-03-26'],
    ['The Kremlin announced the letter on Thursday.', 'on Thursday', '2025-03-20', '2025-03-20'],
    ['They met at the end of January.', 'at the end of January', '2025-01-24', '2025-01-31'],
    ['Fighting has gone on since 2011.', 'since 2011', '2011-01-01', null],
    ['The truce will hold until Friday.', 'until Friday', null, '2025-03-21'],
    ['In the past three weeks dozens were killed.', 'In the past three weeks', '2025-02-27', '2025-03-20'],
    ['She visited the city last week.', 'last week', '2025-03-10', '2025-03-16'],
    ['Two years ago the bridge was destroyed.', 'Two years ago', '2023-01-01', '2023-12-31'],
    ['The town fell on 8 April 2013.', 'on 8 April 2013', '2013-04-08', '2013-04-08'],
    ['The town fell on April 8, 2013.', 'on April 8, 2013', '2013-04-08', '2013-04-08'],
    ['Rebels took it in August last year.', 'in August last year', '2024-08-01', '2024-08-31'],
    ['Elections are due in early May.', 'in early May', '2025-05-01', '2025-05-10'],
    ['The siege lasted from Monday to Wednesday.', 'from Monday to Wednesday', '2025-03-17', '2025-03-19'],
    ['Prices rose in the first half of 2016.', 'in the first half of 2016', '2016-01-01', '2016-07-01'],
    ['The talks were held earlier this month.', 'earlier this month', '2025-03-01', '2025-03-20'],
    ['He spoke on the eve of the vote.', 'on the eve of', null, null],
    ['More cuts will follow in the coming weeks.', 'in the coming weeks', '2025-03-20', null],
  ])('%s', (text, words, from, to) => {
    expect(times(text)).toContainEqual([words, from, to]);
  });

  test('the next day follows the day last spoken of', () => {
    expect(times('The mine exploded on 3 March. The next day the army came.')).toEqual([
      ['on 3 March', '2025-03-03', '2025-03-03'],
      ['The next day', '2025-03-04', '2025-03-04'],
    ]);
  });

  test('no date is invented: without the day of the report the words are kept and the days stay open', () => {
    expect(times('They met on Wednesday.', null)).toEqual([['on Wednesday', null, null]]);
    expect(times('They met in March 2019.', null)).toEqual([['in March 2019', '2019-03-01', '2019-03-31']]);
  });

  test('numbers, verbs and lengths of time are no dates', () => {
    expect(times('They may march for hours: 2019 people and 1701 rules.')).toEqual([]);
  });

  test('a headline in the present tells of the past', () => {
    expect(times('Ministers meet in Oslo on Wednesday', '2025-03-20', 'headline')).toEqual([
      ['on Wednesday', '2025-03-19', '2025-03-19'],
    ]);
  });

  test('words that engines of JavaScript know are none of the calendar', () => {
    expect(times('The constructor resigned on Monday.')).toEqual([['on Monday', '2025-03-17', '2025-03-17']]);
  });

  test('a date is given back as it was written, whatever the day of the report', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (written, published) => {
        const iso = written.toISOString().slice(0, 10);
        const words = `${written.getUTCDate()} ${written.toLocaleString('en', { month: 'long', timeZone: 'UTC' })} ${written.getUTCFullYear()}`;
        expect(times(`The treaty was signed on ${words}.`, published.toISOString())).toEqual([
          [`on ${words}`, iso, iso],
        ]);
      }),
      { numRuns: 50 },
    );
  });
});
