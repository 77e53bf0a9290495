import { type Day, type Days, dayOf, monthOf, parts, single, weekOf, yearOf } from './calendar.ts';
import { type Expression, fromToday, type Words } from './expression.ts';
import { expressionAt } from './expressions.ts';
import { AHEAD, BACK, countOf, DAY_PARTS, NAMED_DAYS, ROUGHLY, type Unit, unitOf, VAGUE } from './vocabulary.ts';

/** Times told from the day of the report or the time last spoken of: "yesterday", "two days later", "a year ago", "last week". */
export function relativeTime(words: Words, at: number): Expression | null {
  return deictic(words, at) ?? ago(words, at) ?? relativeSpan(words, at);
}

/** Days named from the day of the report: "yesterday", "this morning", "last night", "the day before yesterday". */
function deictic(words: Words, at: number): Expression | null {
  const near = (end: number, shift: number): Expression => ({
    end,
    days: ({ today }) => fromToday(today, (day) => single(day + shift)),
  });
  const shift = NAMED_DAYS.get(words[at]);
  if (shift !== undefined) return near(DAY_PARTS.has(words[at + 1]) ? at + 2 : at + 1, shift);
  const next = words[at] === 'the' ? at + 1 : at;
  if (words[next] === 'day' && words[next + 1] === 'before' && words[next + 2] === 'yesterday')
    return near(next + 3, -2);
  if (words[next] === 'day' && words[next + 1] === 'after' && words[next + 2] === 'tomorrow') return near(next + 3, 2);
  if (words[at] === 'this' && DAY_PARTS.has(words[at + 1])) return near(at + 2, 0);
  if (words[at] === 'last' && words[at + 1] === 'night') return near(at + 2, -1);
  return fromLast(words, at);
}

/** Days named from the time last spoken of: "the next day", "that month", "the same day", "two days later". */
function fromLast(words: Words, at: number): Expression | null {
  let next = words[at] === 'the' ? at + 1 : at;
  const count = countOf(words[next]);
  const counted = count === undefined ? undefined : unitOf(words[next + 1] ?? '');
  if (counted && ['later', 'earlier', 'afterwards', 'after', 'before'].includes(words[next + 2])) {
    if (words[next + 2] === 'after' || words[next + 2] === 'before') return null;
    const sign = words[next + 2] === 'earlier' ? -1 : 1;
    return {
      end: next + 3,
      days: ({ last }) =>
        last?.from == null || last.from !== last.to ? null : moved(last.from, sign * count!, counted),
    };
  }
  const shift = { same: 0, that: 0, next: 1, following: 1, previous: -1, preceding: -1 }[words[next]];
  if (shift === undefined || (words[next] !== 'that' && words[at] !== 'the')) return null;
  next++;
  const unit = unitOf(words[next] ?? '');
  if (!unit || words[next].endsWith('s') || unit === 'hour' || unit === 'minute') return null;
  return {
    end: next + 1,
    days: ({ last }) => {
      if (last?.from == null || last.to === null) return null;
      if (unit === 'day') return last.from === last.to ? single(last.from + shift) : null;
      return moved(last.from, shift, unit);
    },
  };
}

/** The day, week, month or year that lies so many units off. */
function moved(day: Day, count: number, unit: Unit): Days | null {
  const { year, month } = parts(day);
  if (unit === 'hour' || unit === 'minute') return single(day);
  if (unit === 'day') return single(day + count);
  if (unit === 'week') return count === 0 ? weekOf(day) : { from: day + 7 * count - 3, to: day + 7 * count + 3 };
  if (unit === 'weekend') return { from: weekOf(day).from! + 5 + 7 * count, to: weekOf(day).to! + 7 * count };
  if (unit === 'month') return monthOf(year, month + count);
  if (unit === 'year') return yearOf(year + count);
  return null;
}

/** "three weeks ago", "a year ago", "several months ago". */
function ago(words: Words, at: number): Expression | null {
  const quantity = quantityAt(words, at);
  if (!quantity || words[quantity.end] !== 'ago') return null;
  const { count, unit, end } = quantity;
  return {
    end: end + 1,
    days: ({ today }) =>
      fromToday(today, (day) => {
        if (count === null) return { from: null, to: day };
        if (unit === 'decade') return yearOf(parts(day).year - 10 * count);
        return moved(day, -count, unit);
      }),
  };
}

/** "within three weeks" of what is still to come: from the day of the report on; "within days of it" has no day. */
export function withinSpan(words: Words, at: number): Expression | null {
  const quantity = quantityAt(words, at);
  if (!quantity) return null;
  const { count, unit, end } = quantity;
  const isOfAnother = words[end] === 'of';
  return {
    end,
    days: ({ today, future }) =>
      !future || isOfAnother
        ? null
        : fromToday(today, (day) => ({ from: day, to: count === null ? null : day + lengthOf(day, count, unit) })),
  };
}

/** A number of units; its count is null where it is vague: "a few days", "more than a year", "months". */
function quantityAt(words: Words, at: number): { end: number; count: number | null; unit: Unit } | null {
  let next = at;
  let vague = false;
  while (ROUGHLY.has(words[next])) next++;
  let count: number | null | undefined = countOf(words[next]);
  if (count !== undefined) next++;
  if (VAGUE.has(words[next])) {
    vague = true;
    next++;
    if (words[next] === 'of') next++;
  }
  if (words[next] === 'and' && words[next + 1] === 'a' && words[next + 2] === 'half') next += 3;
  const unit = unitOf(words[next] ?? '');
  if (!unit) return null;
  if (count === undefined && !words[next].endsWith('s')) return null;
  if (words[next + 1] === 'and' && words[next + 2] === 'a' && words[next + 3] === 'half') next += 3;
  if (vague || count === undefined) count = null;
  return { end: next + 1, count: count, unit };
}

/** "last week", "this month", "next year", "the past three weeks", "in recent months", "the coming days". */
function relativeSpan(words: Words, at: number): Expression | null {
  let next = words[at] === 'the' ? at + 1 : at;
  const earlier = words[next] === 'earlier' || words[next] === 'later' ? words[next] : null;
  if (earlier) {
    next++;
    if (words[next] !== 'this' && words[next] !== 'in' && words[next] !== 'on') return null;
    const inner = expressionAt(words, words[next] === 'this' ? next : words[next + 1] === 'the' ? next + 2 : next + 1);
    return inner && { end: inner.end, days: (context) => cut(inner.days(context), context.today, earlier) };
  }
  const word = words[next];
  if (word === 'recent' && unitOf(words[next + 1] ?? ''))
    return { end: next + 2, days: ({ today }) => ({ from: null, to: today }) };
  if (word === 'weekend') return at === next ? null : weekend(next + 1);
  const back = BACK.has(word);
  if (!back && !AHEAD.has(word) && word !== 'this') return null;
  const unit = unitOf(words[next + 1] ?? '');
  if (unit && !words[next + 1].endsWith('s')) {
    if (unit === 'hour' || unit === 'minute' || (unit === 'day' && word !== 'past')) return null;
    if (at !== next && (word === 'next' || word === 'following' || word === 'previous')) return null;
    // "the last week" is the last seven days, "last week" the week before this.
    if (back && unit !== 'century' && (at !== next || word === 'past')) return spanBack(next + 2, 1, unit);
    const shift = back ? -1 : word === 'this' ? 0 : 1;
    return { end: next + 2, days: ({ today }) => fromToday(today, (day) => unitShifted(day, unit, shift)) };
  }
  const quantity = quantityAt(words, next + 1);
  // "following years" follow something else than the day of the report.
  if (word === 'following' || word === 'preceding' || word === 'previous') return null;
  if (!quantity || (word === 'this' && !quantity)) return null;
  if (back) return spanBack(quantity.end, quantity.count, quantity.unit);
  if (word === 'this') return null;
  const { count, end } = quantity;
  return {
    end,
    // "over the next two years he fought": next after the time of the story.
    days: ({ today, future }) =>
      future === false
        ? null
        : fromToday(today, (day) => ({
            from: day,
            to: count === null ? null : day + lengthOf(day, count, quantity.unit),
          })),
  };
}

function spanBack(end: number, count: number | null, unit: Unit): Expression {
  return {
    end,
    days: ({ today }) =>
      fromToday(today, (day) => ({ from: count === null ? null : day + lengthOf(day, -count, unit), to: day })),
  };
}

/** How many days so many units are, counted from a day. */
function lengthOf(day: Day, count: number, unit: Unit): number {
  const { year, month, date } = parts(day);
  if (unit === 'minute') return 0;
  if (unit === 'hour') return Math.sign(count) * Math.ceil(Math.abs(count) / 24);
  if (unit === 'week') return 7 * count;
  if (unit === 'month') return dayOf(year, month + count, date) - day;
  const years = { year: 1, decade: 10, century: 100, quarter: 0.25, weekend: 0, day: 0 }[unit];
  return years === 0 ? count : dayOf(year + years * count, month, date) - day;
}

function weekend(end: number): Expression {
  return {
    end,
    days: ({ today, future }) =>
      fromToday(today, (day) => {
        const saturday = weekOf(day).from! + 5;
        const from = future || saturday <= day ? saturday : saturday - 7;
        return { from, to: from + 1 };
      }),
  };
}

function unitShifted(day: Day, unit: Unit, shift: number): Days | null {
  const { year } = parts(day);
  if (unit === 'week') return weekOf(day + 7 * shift);
  if (unit === 'decade')
    return {
      from: dayOf(Math.floor(year / 10 + shift) * 10, 0, 1),
      to: dayOf(Math.floor(year / 10 + shift) * 10 + 9, 11, 31),
    };
  if (unit === 'century')
    return {
      from: dayOf((Math.floor(year / 100) + shift) * 100, 0, 1),
      to: dayOf((Math.floor(year / 100) + shift) * 100 + 99, 11, 31),
    };
  if (unit === 'weekend' && shift === -1) {
    const saturday = weekOf(day).from! + 5;
    return {
      from: saturday < day - 1 ? saturday : saturday - 7,
      to: (saturday < day - 1 ? saturday : saturday - 7) + 1,
    };
  }
  return moved(day, shift, unit);
}

/** "this week" seen from inside it: before the day of the report, or after it. */
function cut(days: Days | null, today: Day | null, side: string): Days | null {
  if (!days || today === null || days.from === null || days.to === null || days.from > today || days.to < today)
    return days;
  return side === 'earlier' ? { from: days.from, to: today } : { from: today, to: days.to };
}

export function unitAround(day: Day, unit: Unit): Days {
  return unitShifted(day, unit, 0) ?? single(day);
}
