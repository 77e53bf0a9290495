import type { Part } from './calendar.ts';

/** The words of dates, in lower case. */
const table = (words: string): ReadonlyMap<string, number> =>
  new Map(words.split(/\s+/).flatMap((group, index) => group.split('|').map((word) => [word, index] as const)));

export const MONTHS = table(
  'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
);
export const WEEKDAYS = table(
  'monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri saturday|sat sunday|sun',
);
export const SEASONS = table('spring summer autumn|fall winter');
const COUNTS = table(
  'zero a|an|one two|both three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
);
const TENS = new Map(Object.entries({ thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90, hundred: 100 }));
const ORDINALS = table('zeroth first second third fourth fifth sixth seventh eighth ninth tenth');
/** Words before a number of units: "nearly two weeks", "more than a year". */
export const ROUGHLY = new Set(
  'about around nearly almost just over roughly more less than the only exactly some'.split(' '),
);
/** Numbers that nobody counted. */
export const VAGUE = new Set(['few', 'several', 'some', 'many', 'recent', 'couple']);

/** Parts of longer times: "early May", "the end of January". */
export const PARTS: ReadonlyMap<string, Part> = new Map(
  Object.entries({
    ...({
      early: 'early',
      mid: 'mid',
      late: 'late',
      middle: 'mid',
      end: 'end',
      start: 'begin',
      beginning: 'begin',
    } as const),
    ...({ close: 'end', outset: 'begin', eve: 'begin', first: 'begin', height: 'mid' } as const),
  }),
);

export type Unit = 'day' | 'week' | 'month' | 'year' | 'decade' | 'century' | 'weekend' | 'hour' | 'minute' | 'quarter';

const UNITS = new Map<string, Unit>();
for (const unit of ['day', 'week', 'month', 'year', 'decade', 'weekend', 'hour', 'minute'] as const)
  UNITS.set(unit, unit).set(`${unit}s`, unit);
UNITS.set('century', 'century')
  .set('centuries', 'century')
  .set('fortnight', 'week')
  .set('night', 'day')
  .set('nights', 'day');

export const BACK = new Set(['last', 'past', 'previous', 'preceding']);
export const AHEAD = new Set(['next', 'coming', 'following', 'upcoming']);

/** Days named from the day of the report, and how far they lie from it. */
export const NAMED_DAYS: ReadonlyMap<string, number> = new Map(
  Object.entries({ today: 0, tonight: 0, yesterday: -1, tomorrow: 1, overnight: 0 }),
);

/** Words by which other times begin: "very early", "this week", "that day", "earlier this year", "a half years ago". */
const OPENINGS = ['very', 'this', 'that', 'earlier', 'later', 'recent', 'and'];

const FIRST_WORDS = new Set(
  [MONTHS, WEEKDAYS, SEASONS, COUNTS, TENS, ORDINALS, UNITS, NAMED_DAYS, PARTS, VAGUE, ROUGHLY, BACK, AHEAD]
    .flatMap((words) => [...words.keys()])
    .concat(OPENINGS),
);

/** Whether a time can begin with a word: most words begin none, and one look tells. */
export const beginsTime = (word: string): boolean => /^\d/.test(word) || FIRST_WORDS.has(word);

export const unitOf = (word: string): Unit | undefined => UNITS.get(word);

/** Parts of a day, which leave the day as it is. */
export const DAY_PARTS = new Set([
  'morning',
  'afternoon',
  'evening',
  'night',
  'lunchtime',
  'dawn',
  'midnight',
  'noon',
  'midday',
  'dusk',
]);

/** A whole number in figures or words. */
export function countOf(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  return COUNTS.get(word) ?? TENS.get(word);
}

/** "3rd", "third". */
export function ordinalOf(word: string): number | undefined {
  const figures = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  return figures ? Number(figures[1]) : ORDINALS.get(word);
}

/** A date of the month in figures, "th" or not. */
export function dateOf(word: string): number | undefined {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const date = found ? Number(found[1]) : 0;
  return date >= 1 && date <= 31 ? date : undefined;
}

export function yearOfWord(word: string): number | undefined {
  return /^(?:1[5-9]|20)\d\d$/.test(word) ? Number(word) : undefined;
}
