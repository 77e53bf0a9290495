import { readWords } from './words.ts';

const words = readWords<{ months: string[][]; monthFirst: string[]; zones: Record<string, string> }>('dates');
const monthNumbers = new Map(words.months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const monthFirstRegions = new Set(words.monthFirst);
const zone = `Z|(?:UTC|GMT)\\s?[+-]\\d{1,2}(?::?\\d{2})?|${Object.keys(words.zones).join('|')}|[ECMP]T|[+-]\\d{2}:?\\d{2}`;
// Names that begin others stand after them, so that the longest is taken. Arabic pages give a month two names: "آب/أغسطس".
const month = `(${[...monthNumbers.keys()].sort((one, other) => other.length - one.length).join('|')})[\\p{L}\\p{M}]*\\.?(?:\\s?/\\s?[\\p{L}\\p{M}]+)?`;
const from = '(?<![\\p{L}\\d])';
const to = '(?![\\p{L}\\d])';

const iso =
  /(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?/i;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** "4 March 2025", "4th of March, 2025", "4. März 2025", "4 de marzo de 2025". */
const dayFirst = new RegExp(
  `${from}(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?(?: of| de| d['’])?[\\s-]*${month}(?: de| del)?[,،]?[\\s.-]+(\\d{4})${to}`,
  'iu',
);
/** "March 4, 2025". */
const monthFirst = new RegExp(`${from}${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${to}`, 'iu');
/** "Tue Mar 4 21:30:09 EST 2025", as programs print it. */
const printed = new RegExp(
  `${from}${month}\\s+(\\d{1,2})\\s+\\d{1,2}:\\d{2}(?::\\d{2})?\\s+(?:\\S{1,6}\\s+)?(\\d{4})${to}`,
  'iu',
);
/** "2025. március 4.", "2025-Mar-04". */
const yearNamed = new RegExp(`${from}(\\d{4})[\\s.,-]+${month}[\\s-]+(\\d{1,2})${to}`, 'iu');
const yearFirst = /(?<!\d)(\d{4})(?:[/.]\s?|\s?年\s?|년\s?)(\d{1,2})(?:[/.]\s?|\s?月\s?|월\s?)(\d{1,2})(?!\d)/;
const numbers = /\b(\d{1,2})([/.])\s?(\d{1,2})[/.]\s?(\d{4})\b/;
const clock = new RegExp(
  `(?<!\\d)(\\d{1,2})[:.h](\\d{2})(?!\\d)(?::(\\d{2}))?\\s*([ap]\\.?m\\b\\.?)?\\s*(?:\\(?(${zone})(?![\\p{L}\\d]))?`,
  'iu',
);

/** Whether dates in numbers give the month first, as a language's region tells (`en-US`); null where it tells nothing. */
export function writesMonthFirst(language: string | null): boolean | null {
  const region = language?.match(/^[a-z]{2,3}[-_]([a-z]{2})\b/i)?.[1]?.toLowerCase();
  if (region === undefined) return language && !/^en\b/i.test(language) ? false : null;
  return monthFirstRegions.has(region);
}

/**
 * The first date of a text as a day (`2025-03-20`), or as an ISO 8601 time where the text gives one, with its zone
 * as far as given; null where there is none. Days given as numbers alone (`03/04/2025`) are taken only where they
 * can be read one way, or where it is known which comes first.
 */
export function findDate(text: string, isMonthFirst: boolean | null = null): string | null {
  const sample = text.trim().slice(0, 200);
  const epoch = sample.match(/^(\d{10})(\d{3})?$/);
  if (epoch) return `${new Date(Number(epoch[1]) * 1000).toISOString().slice(0, 19)}Z`;
  const standard = sample.match(iso) ?? sample.match(compact);
  if (standard) {
    const [, year, monthNumber, day, hour, minute, second, zone] = standard;
    return compose(Number(year), Number(monthNumber), Number(day), hour && { hour, minute: minute!, second, zone });
  }
  if (!/\d{4}/.test(sample)) return null;
  const date = named(sample) ?? numeric(sample, isMonthFirst);
  if (!date) return null;
  const rest =
    sample.slice(0, date.at.index) + ' '.repeat(date.at[0].length) + sample.slice(date.at.index! + date.at[0].length);
  return compose(Number(date.year), date.month, Number(date.day), timeOf(date.withTime ? date.at[0] : rest));
}

/** What a wire report's first paragraph opens with before its dash: place, day, agency; null where it has none. */
export function datelineOf(paragraph: string): string | null {
  return paragraph.slice(0, 100).match(/^(\p{Lu}[\p{L}\d .,'’()/]{2,80}?)\s*(?:[–—]|\s-\s|--)/u)?.[1] ?? null;
}

interface WrittenDate {
  readonly year: string;
  readonly month: number;
  readonly day: string;
  readonly at: RegExpMatchArray;
  /** True where the time stands inside the date. */
  readonly withTime?: true;
}

function named(sample: string): WrittenDate | null {
  const first = sample.match(dayFirst);
  if (first) return { day: first[1]!, month: monthOf(first[2]!), year: first[3]!, at: first };
  const second = sample.match(monthFirst);
  if (second) return { month: monthOf(second[1]!), day: second[2]!, year: second[3]!, at: second };
  const third = sample.match(printed);
  if (third) return { month: monthOf(third[1]!), day: third[2]!, year: third[3]!, at: third, withTime: true };
  const fourth = sample.match(yearNamed);
  return fourth && { year: fourth[1]!, month: monthOf(fourth[2]!), day: fourth[3]!, at: fourth };
}

function numeric(sample: string, isMonthFirst: boolean | null): WrittenDate | null {
  const ordered = sample.match(yearFirst);
  if (ordered) return { year: ordered[1]!, month: Number(ordered[2]), day: ordered[3]!, at: ordered };
  const at = sample.match(numbers);
  if (!at) return null;
  const [first, second] = [Number(at[1]), Number(at[3])];
  const year = at[4]!;
  const dayLeads = { year, month: second, day: at[1]!, at };
  const monthLeads = { year, month: first, day: at[3]!, at };
  if (first > 12) return dayLeads;
  if (second > 12 || first === second) return monthLeads;
  // Nobody who writes dots gives the month first.
  if (at[2] === '.' || isMonthFirst === false) return dayLeads;
  return isMonthFirst ? monthLeads : null;
}

function monthOf(name: string): number {
  return monthNumbers.get(name.toLowerCase())!;
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
  const known = words.zones[zone.toUpperCase()];
  if (known) return known;
  const numeric = zone.match(/^(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?$/i);
  return numeric ? `${numeric[1]}${numeric[2]!.padStart(2, '0')}:${numeric[3] ?? '00'}` : '';
}
