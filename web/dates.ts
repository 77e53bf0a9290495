/** Dates as the record has them (`2025-03-20`, or an ISO time) in words. Never moved to another time zone. */

const inWords = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  return (day: string) => {
    const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? day : format.format(date);
  };
};

/** `20 March 2025` */
export const dayInWords = inWords({ day: 'numeric', month: 'long', year: 'numeric' });
/** `Thursday, 20 March 2025` */
export const weekdayInWords = inWords({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** `March 2025` */
export const monthInWords = inWords({ month: 'long', year: 'numeric' });
/** `20 March` */
const dayOfYear = inWords({ day: 'numeric', month: 'long' });

/** The time of day, as the outlet gave it: `13:10`; null where only the day is known. */
export function timeOfDay(published: string): string | null {
  return /T(\d\d:\d\d)/.exec(published)?.[1] ?? null;
}

/** A span of days: `24 January – 2 February 2025`, `December 1977`, `since 1 May 2011`; null where both ends are open. */
export function daysInWords(from: string | null, to: string | null): string | null {
  if (!from && !to) return null;
  if (!to) return `since ${dayInWords(from!)}`;
  if (!from) return `until ${dayInWords(to)}`;
  if (from === to) return dayInWords(from);
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  if (from.endsWith('-01') && to === lastDayOfMonth(from)) return monthInWords(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))} – ${dayInWords(to)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${dayOfYear(from)} – ${dayInWords(to)}`;
  return `${dayInWords(from)} – ${dayInWords(to)}`;
}

function lastDayOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
