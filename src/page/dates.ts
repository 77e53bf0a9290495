const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const iso =
  /(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?/i;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[\\s-]+${month},?[\\s-]+(\\d{4})\\b`, 'i');
const monthFirst = new RegExp(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i');
const yearFirst = /\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b/;
const slashed = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;
const clock =
  /\b(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*([ap]\.?m\b\.?)?\s*(?:\(?(Z|UTC|GMT|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CET|CEST|[+-]\d{2}:?\d{2})\b)?/i;

/** Hours from UTC of the zones that pages name by letters. "ET" is left open: it is two zones. */
const zones: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/**
 * The first date of a text as a day (`2025-03-20`), or as an ISO 8601 time where the text gives one, with its zone
 * as far as given; null where there is none. Days given as numbers alone (`03/04/2025`) are taken only where they
 * can be read one way.
 */
export function findDate(text: string): string | null {
  const sample = text.trim().slice(0, 200);
  const epoch = sample.match(/^(\d{10})(\d{3})?$/);
  if (epoch) return `${new Date(Number(epoch[1]) * 1000).toISOString().slice(0, 19)}Z`;
  const standard = sample.match(iso) ?? sample.match(compact);
  if (standard) {
    const [, year, monthNumber, day, hour, minute, second, zone] = standard;
    return compose(Number(year), Number(monthNumber), Number(day), hour && { hour, minute: minute!, second, zone });
  }
  const named = sample.match(dayFirst);
  const spoken = named ? null : sample.match(monthFirst);
  const date = named
    ? { year: named[3]!, month: monthOf(named[2]!), day: named[1]!, at: named }
    : spoken
      ? { year: spoken[3]!, month: monthOf(spoken[1]!), day: spoken[2]!, at: spoken }
      : numeric(sample);
  if (!date) return null;
  const rest =
    sample.slice(0, date.at.index) + ' '.repeat(date.at[0].length) + sample.slice(date.at.index! + date.at[0].length);
  return compose(Number(date.year), date.month, Number(date.day), timeOf(rest));
}

/** What a wire report's first paragraph opens with before its dash: place, day, agency; null where it has none. */
export function datelineOf(paragraph: string): string | null {
  return paragraph.slice(0, 100).match(/^(\p{Lu}[\p{L}\d .,'’()/]{2,80}?)\s*(?:[–—]|\s-\s|--)/u)?.[1] ?? null;
}

function numeric(sample: string) {
  const ordered = sample.match(yearFirst);
  if (ordered) return { year: ordered[1]!, month: Number(ordered[2]), day: ordered[3]!, at: ordered };
  const match = sample.match(slashed);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first > 12) return { year: match[3]!, month: second, day: match[1]!, at: match };
  if (second > 12 || first === second) return { year: match[3]!, month: first, day: match[2]!, at: match };
  return null;
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

interface ClockTime {
  hour: string;
  minute: string;
  second?: string;
  zone?: string;
}

function timeOf(text: string): ClockTime | undefined {
  const match = text.match(clock);
  if (!match) return undefined;
  const half = match[4]?.[0]?.toLowerCase();
  let hour = Number(match[1]);
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  return { hour: String(hour), minute: match[2]!, second: match[3], zone: match[5] };
}

function compose(year: number, month: number, day: number, time: ClockTime | '' | undefined): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const text = date.toISOString().slice(0, 10);
  if (!time || Number(time.hour) > 23 || Number(time.minute) > 59) return text;
  const second = time.second ? `:${time.second}` : '';
  return `${text}T${time.hour.padStart(2, '0')}:${time.minute}${second}${offset(time.zone)}`;
}

function offset(zone: string | undefined): string {
  if (!zone) return '';
  const named = zones[zone.toUpperCase()];
  if (named) return named;
  const numeric = zone.match(/^([+-]\d{2}):?(\d{2})?$/);
  return numeric ? `${numeric[1]}:${numeric[2] ?? '00'}` : '';
}
