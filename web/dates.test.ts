import { expect, test } from 'vitest';
import { dayInWords, daysInWords, timeOfDay } from './dates.ts';

test.each([
  ['2025-03-19', '2025-03-19', '19 March 2025'],
  ['2025-01-24', '2025-01-31', '24 – 31 January 2025'],
  ['2025-01-24', '2025-02-02', '24 January – 2 February 2025'],
  ['2024-12-30', '2025-01-02', '30 December 2024 – 2 January 2025'],
  ['2024-02-01', '2024-02-29', 'February 2024'],
  ['1987-01-01', '1987-12-31', '1987'],
  ['2011-05-01', null, 'since 1 May 2011'],
  [null, '2011-05-01', 'until 1 May 2011'],
  [null, null, null],
])('%s to %s is %s', (from, to, words) => {
  expect(daysInWords(from, to)).toBe(words);
});

test('a time stays what the outlet wrote, whatever the zone', () => {
  const published = '2025-03-20T23:30:00-05:00';
  expect(dayInWords(published)).toBe('20 March 2025');
  expect(timeOfDay(published)).toBe('23:30');
  expect(timeOfDay('2025-03-20')).toBeNull();
});

test('what is no date is shown as it is', () => {
  expect(dayInWords('spring 2025')).toBe('spring 2025');
});
