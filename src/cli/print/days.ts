const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2025-03-20` or a time of that day as "20 March 2025"; null where there is none. */
export function dayInWords(day: string | null): string | null {
  if (day === null) return null;
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  // A year or a month alone is all that some dates say.
  return day.length < 10 || Number.isNaN(date.getTime()) ? day : words.format(date);
}

/** A span of days after `before`: "20 March 2025", "24 January 2025 to 31 January 2025", "until …", or nothing. */
export function daysInWords(from: string | null, to: string | null, before: string): string {
  if (from === null && to === null) return '';
  if (from === null) return `${before}until ${dayInWords(to)}`;
  if (to === null) return `${before}since ${dayInWords(from)}`;
  return `${before}${dayInWords(from)}${to === from ? '' : ` to ${dayInWords(to)}`}`;
}
