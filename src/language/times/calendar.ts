/** Days as numbers since 1970-01-01, and spans of them; a bound that is open is null. */
export type Day = number;

export interface Days {
  readonly from: Day | null;
  readonly to: Day | null;
}

const MS = 86_400_000;

/** Month from 0; a month outside 0–11 runs over into other years. */
export const dayOf = (year: number, month: number, date: number): Day => Date.UTC(year, month, date) / MS;

export function parts(day: Day): { year: number; month: number; date: number } {
  const date = new Date(day * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
}

/** 0 for Monday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

export const toIso = (day: Day): string => new Date(day * MS).toISOString().slice(0, 10);

/** The day that an ISO date or time begins with; null where it is none. */
export function fromIso(text: string | null): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '');
  return found ? dayOf(Number(found[1]), Number(found[2]) - 1, Number(found[3])) : null;
}

export const single = (day: Day): Days => ({ from: day, to: day });

export const monthOf = (year: number, month: number): Days => ({
  from: dayOf(year, month, 1),
  to: dayOf(year, month + 1, 1) - 1,
});

export const yearOf = (year: number): Days => ({ from: dayOf(year, 0, 1), to: dayOf(year, 11, 31) });

/** Monday to Sunday. */
export function weekOf(day: Day): Days {
  const monday = day - weekdayOf(day);
  return { from: monday, to: monday + 6 };
}

/** Northern summer, where the news that names seasons is mostly written. Winter belongs to the year in which it begins. */
export function seasonOf(year: number, season: number): Days {
  const first = [2, 5, 8, 11][season];
  return { from: dayOf(year, first, 1), to: dayOf(year, first + 3, 1) - 1 };
}

export type Part = 'begin' | 'early' | 'mid' | 'late' | 'end';

/** Eight days at either edge of a month or shorter span, a month at either edge of a year; else tens of days, or thirds. */
export function partOf(days: Days, part: Part): Days {
  if (days.from === null || days.to === null) return days;
  const { from, to } = days;
  const length = to - from + 1;
  const edge = length > 300 ? Math.round(length / 12) : length > 7 ? Math.min(8, Math.ceil(length / 3)) : 2;
  const isMonth = length >= 28 && length <= 31;
  const [first, second] = isMonth ? [10, 20] : [Math.floor(length / 3), Math.floor((2 * length) / 3)];
  if (part === 'begin') return { from, to: from + edge - 1 };
  if (part === 'end') return { from: to - edge + 1, to };
  if (part === 'early') return { from, to: from + first - 1 };
  if (part === 'late') return { from: from + second, to };
  return { from: from + first, to: from + second - 1 };
}
