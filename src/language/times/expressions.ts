import { partOf } from './calendar.ts';
import { type Expression, fromToday, type Words } from './expression.ts';
import { namedDate } from './named-dates.ts';
import { relativeTime, unitAround } from './relative.ts';
import { beginsTime, MONTHS, ordinalOf, PARTS, unitOf, yearOfWord } from './vocabulary.ts';

/** The time that begins at word `at`, without the preposition before it. */
export function expressionAt(words: Words, at: number): Expression | null {
  if (at >= words.length || !beginsTime(words[at])) return null;
  return partExpression(words, at) ?? relativeTime(words, at) ?? namedDate(words, at);
}

/** "early May", "mid-2017", "the end of January", "late last year", "early on Friday", "the second half of 2016". */
function partExpression(words: Words, at: number): Expression | null {
  let next = words[at] === 'the' || words[at] === 'very' ? at + 1 : at;
  const half = fraction(words, next);
  if (half) return half;
  const word = words[next];
  const part = PARTS.get(word);
  if (!part || word === 'first' || word === 'height' || word === 'eve' || word === 'outset') return null;
  next++;
  const noun = ['end', 'start', 'beginning', 'middle', 'close'].includes(word);
  if (noun) {
    if (words[next] !== 'of' && !(word === 'end' || word === 'start')) return null;
    if (words[next] === 'of') next++;
    else if (!MONTHS.has(words[next]) && !yearOfWord(words[next])) return null;
  } else if (words[next] === '-' || words[next] === 'on' || words[next] === 'in') next++;
  if (words[next] === 'the' && noun && unitOf(words[next + 1])) {
    const unit = unitOf(words[next + 1])!;
    return { end: next + 2, days: ({ today }) => fromToday(today, (day) => partOf(unitAround(day, unit), part)) };
  }
  const whole = expressionAt(words, words[next] === 'the' ? next + 1 : next);
  if (!whole) return null;
  return {
    end: whole.end,
    days: (context) => {
      const days = whole.days(context);
      return days && days.from !== days.to ? partOf(days, part) : days;
    },
  };
}

/** "the first half of 2016", "the third quarter", "the last days of December". */
function fraction(words: Words, at: number): Expression | null {
  const ordinal = words[at] === 'last' ? -1 : ordinalOf(words[at]);
  const size = words[at + 1] === 'half' ? 2 : words[at + 1] === 'quarter' ? 4 : 0;
  const edge = unitOf(words[at + 1] ?? '');
  if (ordinal === undefined || words[at + 2] !== 'of' || (size === 0 && edge !== 'day' && edge !== 'week')) return null;
  const whole = ofYear(words, at + 3) ?? expressionAt(words, words[at + 3] === 'the' ? at + 4 : at + 3);
  if (!whole || ordinal > 4) return null;
  return {
    end: whole.end,
    days: (context) => {
      const days = whole.days(context);
      if (days?.from == null || days.to === null) return null;
      if (edge === 'week' && ordinal !== -1)
        return { from: days.from + 7 * (ordinal - 1), to: days.from + 7 * ordinal - 1 };
      if (size === 0) return partOf(days, ordinal === -1 ? 'end' : 'begin');
      const length = (days.to - days.from + 1) / size;
      const index = ordinal === -1 ? size - 1 : ordinal - 1;
      return { from: Math.round(days.from + index * length), to: Math.round(days.from + (index + 1) * length) - 1 };
    },
  };
}

/** "the year" in "the first half of the year": this one. */
function ofYear(words: Words, at: number): Expression | null {
  if (words[at] !== 'the' || words[at + 1] !== 'year') return null;
  return { end: at + 2, days: ({ today }) => fromToday(today, (day) => unitAround(day, 'year')) };
}
