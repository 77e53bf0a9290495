import {
  type Day,
  type Days,
  dayOf,
  fromIso,
  monthOf,
  parts,
  seasonOf,
  single,
  weekdayOf,
  weekOf,
  yearOf,
} from './calendar.ts';
import { type Context, type Expression, fromToday, type Words } from './expression.ts';
import { DAY_PARTS, dateOf, MONTHS, ordinalOf, SEASONS, unitOf, WEEKDAYS, yearOfWord } from './vocabulary.ts';

/** Dates by the names of the calendar: "20 March 2025", "Wednesday", "August last year", "summer 2015", "the 1990s". */
export function namedDate(words: Words, at: number): Expression | null {
  return (
    isoDate(words, at) ??
    calendarDate(words, at) ??
    weekday(words, at) ??
    monthExpression(words, at) ??
    season(words, at) ??
    year(words, at)
  );
}

/** Months whose whole name is as short as an abbreviation. */
const SHORT_NAMES = new Set(['may', 'june', 'july']);

/** Past the name of a day or month and the full stop of its abbreviation. */
function pastName(words: Words, at: number): number {
  return words[at + 1] === '.' && words[at].length < 5 && !SHORT_NAMES.has(words[at]) ? at + 2 : at + 1;
}

function isoDate(words: Words, at: number): Expression | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(words[at]) ? fromIso(words[at]) : null;
  return day === null ? null : { end: at + 1, days: () => single(day) };
}

/** "20 March", "March 20, 2025", "Thursday, 20 March", "3-5 May", "the 20th of March". */
function calendarDate(words: Words, at: number): Expression | null {
  let next = at;
  if (WEEKDAYS.has(words[next])) {
    next = pastName(words, next);
    if (words[next] === ',') next++;
  }
  if (words[next] === 'the') next++;
  const dayFirst = dateOf(words[next]);
  if (dayFirst !== undefined) {
    let after = next + 1;
    let last = dayFirst;
    if ((words[after] === '-' || words[after] === '–') && dateOf(words[after + 1])) {
      last = dateOf(words[after + 1])!;
      after += 2;
    }
    if (words[after] === 'of') after++;
    const month = MONTHS.get(words[after]);
    if (month !== undefined) return dated(words, pastName(words, after), month, dayFirst, last);
  }
  const month = MONTHS.get(words[next]);
  if (month === undefined) return null;
  const after = pastName(words, next);
  const first = dateOf(words[after]);
  if (first === undefined || unitOf(words[after + 1] ?? '')) return null;
  const range = (words[after + 1] === '-' || words[after + 1] === '–') && dateOf(words[after + 2]);
  return dated(words, after + (range ? 3 : 1), month, first, range || first);
}

function dated(words: Words, at: number, month: number, first: number, last: number): Expression {
  const withYear = yearAfter(words, at);
  const inYear = (year: number): Days => ({ from: dayOf(year, month, first), to: dayOf(year, month, last) });
  return {
    end: withYear?.end ?? at,
    days: (context) => {
      const year = withYear?.year(context);
      if (withYear) return year == null ? null : inYear(year);
      return fromToday(context.today, (today) => nearest(today, context.future, inYear));
    },
  };
}

/** The year that follows a month: "2015", ", 2015", "last year", "this year", "that year". */
function yearAfter(words: Words, at: number): { end: number; year: (context: Context) => number | null } | null {
  const next = words[at] === ',' || words[at] === 'of' || words[at] === 'in' ? at + 1 : at;
  const year = yearOfWord(words[next] ?? '');
  if (year !== undefined) return { end: next + 1, year: () => year };
  if (words[next + 1] !== 'year') return null;
  const shift = { last: -1, this: 0, next: 1 }[words[next]];
  if (shift !== undefined)
    return { end: next + 2, year: ({ today }) => (today === null ? null : parts(today).year + shift) };
  if (words[next] === 'that')
    return { end: next + 2, year: ({ last }) => (last?.from == null ? null : parts(last.from).year) };
  return null;
}

/** The year, of this one and its neighbours, that puts a date before the day of the report, or after it. */
function nearest(today: Day, future: boolean | null, inYear: (year: number) => Days): Days {
  const { year } = parts(today);
  const here = inYear(year);
  if (future) return here.to! >= today ? here : inYear(year + 1);
  return here.from! <= today ? here : inYear(year - 1);
}

/** "Wednesday", "last Friday", "next Monday night"; which one, the tense tells. */
function weekday(words: Words, at: number): Expression | null {
  const shift = words[at] === 'last' || words[at] === 'next' || words[at] === 'this' ? words[at] : null;
  const next = shift ? at + 1 : at;
  const wanted = WEEKDAYS.get(words[next]);
  if (wanted === undefined) return null;
  let end = pastName(words, next);
  if (words[next].length < 6 && end === next + 1) return null;
  if (DAY_PARTS.has(words[end])) end++;
  return {
    end,
    days: ({ today, future }) =>
      fromToday(today, (day) => {
        const ahead = (wanted - weekdayOf(day) + 7) % 7;
        if (shift === 'next') return single(day + (ahead || 7));
        if (shift === 'last') return single(day - (7 - ahead || 7));
        if (shift === 'this') return single(weekOf(day).from! + wanted);
        return single(future || ahead === 0 ? day + ahead : day - 7 + ahead);
      }),
  };
}

/** "January", "May 2015", "last March", "August last year". */
function monthExpression(words: Words, at: number): Expression | null {
  const shift = ['last', 'next', 'this', 'that'].includes(words[at]) ? words[at] : null;
  const next = shift ? at + 1 : at;
  const month = MONTHS.get(words[next]);
  if (month === undefined) return null;
  const after = pastName(words, next);
  const withYear = yearAfter(words, after);
  const inYear = (year: number) => monthOf(year, month);
  return {
    end: withYear?.end ?? after,
    bare: !withYear && !shift,
    days: (context) => {
      const year = withYear?.year(context);
      if (withYear) return year == null ? null : inYear(year);
      if (shift === 'that') return context.last?.from == null ? null : inYear(parts(context.last.from).year);
      return fromToday(context.today, (today) => {
        const here = parts(today);
        if (shift === 'last') return inYear(month < here.month ? here.year : here.year - 1);
        if (shift === 'next') return inYear(month > here.month ? here.year : here.year + 1);
        return shift === 'this' ? inYear(here.year) : nearest(today, context.future, inYear);
      });
    },
  };
}

/** "summer 2015", "the spring of 2011", "last winter", "this summer". */
function season(words: Words, at: number): Expression | null {
  const shift = ['last', 'next', 'this'].includes(words[at]) ? words[at] : null;
  const next = words[at] === 'the' || shift ? at + 1 : at;
  const wanted = SEASONS.get(words[next]);
  if (wanted === undefined || words[next] === 'fall') return null;
  const withYear = yearAfter(words, next + 1);
  const inYear = (year: number) => seasonOf(year, wanted);
  return {
    end: withYear?.end ?? next + 1,
    bare: !withYear && !shift,
    days: (context) => {
      const year = withYear?.year(context);
      if (withYear) return year == null ? null : inYear(year);
      return fromToday(context.today, (today) => {
        const past = nearest(today, false, inYear);
        if (shift === 'last') return past.to! < today ? past : inYear(parts(past.from!).year - 1);
        if (shift === 'next') return nearest(today + 31, true, inYear);
        return shift === 'this' ? inYear(parts(today).year) : nearest(today, context.future, inYear);
      });
    },
  };
}

/** "2015", "2011-13", "the 1990s", "the 19th century". */
function year(words: Words, at: number): Expression | null {
  const next = words[at] === 'the' ? at + 1 : at;
  const decade = /^((?:1[89]|20)\d)0s$/.exec(words[next]);
  if (decade) {
    const first = Number(`${decade[1]}0`);
    return { end: next + 1, days: () => ({ from: dayOf(first, 0, 1), to: dayOf(first + 9, 11, 31) }) };
  }
  const century = ordinalOf(words[next]);
  if (century !== undefined && words[next + 1] === 'century' && next > at) {
    const first = (century - 1) * 100;
    return { end: next + 2, days: () => ({ from: dayOf(first, 0, 1), to: dayOf(first + 99, 11, 31) }) };
  }
  const first = yearOfWord(words[at]);
  if (first === undefined) return null;
  const range = /^[-–—/]$/.test(words[at + 1] ?? '') && /^(?:\d{2}|\d{4})$/.test(words[at + 2] ?? '');
  if (!range) return { end: at + 1, days: () => yearOf(first), bare: true };
  const last = Number(words[at + 2].length === 2 ? `${words[at].slice(0, 2)}${words[at + 2]}` : words[at + 2]);
  if (last < first || last > first + 60) return { end: at + 1, days: () => yearOf(first), bare: true };
  return { end: at + 3, days: () => ({ from: dayOf(first, 0, 1), to: dayOf(last, 11, 31) }) };
}
