import type { Block } from '../../page/article.ts';
import type { Mention, Sentence, Time } from '../document.ts';
import { type Day, type Days, fromIso, toIso } from './calendar.ts';
import type { Context, Expression } from './expression.ts';
import { expressionAt } from './expressions.ts';
import { withinSpan } from './relative.ts';
import { isFuture } from './tense.ts';

/** The word of a sentence as dates are read: lower case, with its place in the text. */
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /\d{4}-\d{2}-\d{2}|\d+(?:,\d{3})+|[\p{L}\p{N}]+|[^\s]/gu;

/** A sentence without one of these holds no time. */
const TRIGGER =
  /\d{4}|\d(?:st|nd|rd|th)\b|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|night|week|month|year|decade|centur|today|yesterday|tomorrow|tonight|overnight|summer|winter|autumn|spring|ago|past|hour|eve\b)|(?:day|week|month|year|decade|hour)s?\b/i;

/**
 * The times that a text names, resolved against the day of the report (`published`, ISO) with the tense telling past
 * from future; a month that is a person's name here is none. Without that day relative times keep their words and stay open: no date is invented.
 */
export function timesOf(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
  published: string | null,
  mentions: readonly Mention[] = [],
): Time[] {
  const people = mentions.flatMap(({ kind, name }) => (kind === 'person' && name ? [name] : []));
  const namesPerson = (offset: number) => people.some(([start, end]) => start <= offset && offset < end);
  const today = fromIso(published);
  const times: Time[] = [];
  let last: { days: Days; sentence: number } | null = null;
  for (const sentence of sentences) {
    const [start, end] = sentence.span;
    const own = text.slice(start, end);
    if (!TRIGGER.test(own)) continue;
    const words = [...own.matchAll(WORD)].map(
      (found): Word => ({
        text: found[0].toLowerCase(),
        start: start + found.index,
        end: start + found.index + found[0].length,
      }),
    );
    const isHeadline =
      ['headline', 'caption'].includes(blocks[sentence.block]?.kind ?? '') || blocks[sentence.block]?.heading === true;
    const lower = words.map((word) => word.text);
    for (let at = 0; at < words.length; ) {
      const found = phraseAt(lower, at, own, (index) => words[index].start - start);
      if (
        !found ||
        (found.bare && namesPerson(words[found.core].start)) ||
        isCommonWord(own.slice(words[at].start - start, words[found.end - 1].end - start))
      ) {
        at++;
        continue;
      }
      const context: Context = {
        today,
        future: isFuture(sentence, tokenAt(sentence, words[found.core].start), isHeadline),
        last: last && sentence.index - last.sentence <= 3 ? last.days : null,
      };
      const days = found.days(context);
      if (days && !found.open) last = { days, sentence: sentence.index };
      const span: [number, number] = [words[at].start, words[found.end - 1].end];
      times.push({ sentence: sentence.index, span, text: text.slice(...span), ...asIso(days) });
      at = found.end;
    }
  }
  return times;
}

/** "may" the verb, "march" the walk. */
const isCommonWord = (phrase: string) => /\b(?:may|march|mar|sun|sat|mon|jan)\b/.test(phrase);

const iso = (day: Day | null) => (day === null ? null : toIso(day));
const asIso = (days: Days | null) => ({ from: iso(days?.from ?? null), to: iso(days?.to ?? null) });

function tokenAt(sentence: Sentence, offset: number): number {
  const index = sentence.tokens.findIndex(({ span }) => span[1] > offset);
  return index < 0 ? sentence.tokens.length - 1 : index;
}

interface Phrase extends Expression {
  /** The word at which the expression itself begins. */
  readonly core: number;
  /** Its days are not a time that "the next day" could follow. */
  readonly open: boolean;
}

const PLAIN = new Set([
  'in',
  'on',
  'at',
  'during',
  'over',
  'within',
  'throughout',
  'for',
  'of',
  'this',
  'through',
  'across',
]);
const BOUNDS: ReadonlyMap<string, (days: Days) => Days> = new Map<string, (days: Days) => Days>([
  ['since', ({ from }) => ({ from, to: null })],
  ['until', ({ to }) => ({ from: null, to })],
  ['till', ({ to }) => ({ from: null, to })],
  ['by', ({ to }) => ({ from: null, to })],
  ['before', ({ from }) => ({ from: null, to: from === null ? null : from - 1 })],
  ['after', ({ to }) => ({ from: to === null ? null : to + 1, to: null })],
  ['from', ({ from }) => ({ from, to: null })],
  ['between', (days) => days],
]);

/** The time phrase that begins at word `at`, with its preposition. */
function phraseAt(
  words: readonly string[],
  at: number,
  sentence: string,
  offset: (index: number) => number,
): Phrase | null {
  const word = words[at];
  const bound = BOUNDS.get(word);
  const leads = bound !== undefined || (PLAIN.has(word) && word !== 'of' && word !== 'this');
  if (word === 'in' && words[at + 1] === 'the' && words[at + 2] === 'past' && !expressionAt(words, at + 1))
    return {
      end: at + 3,
      core: at,
      open: true,
      days: ({ today }) => (today === null ? null : { from: null, to: today }),
    };
  if (word === 'on' && words[at + 1] === 'the' && words[at + 2] === 'eve' && words[at + 3] === 'of')
    return eveOf(words, at);
  const core = leads ? skipThe(words, at + 1) : at;
  const expression =
    core < words.length
      ? (expressionAt(words, leads ? at + 1 : at) ??
        (core !== at ? expressionAt(words, core) : null) ??
        (word === 'within' ? withinSpan(words, core) : null))
      : null;
  if (!expression || !stands(expression, words, leads ? at + 1 : at, leads, sentence, offset)) return null;
  const range = word === 'from' || word === 'between' ? rangeFrom(words, expression, word) : null;
  if (range) return { ...range, core: leads ? at + 1 : at, open: true };
  if (!bound) return { ...expression, core: leads ? at + 1 : at, open: false };
  const isPossessive = /^['’]$/.test(words[expression.end] ?? '');
  return {
    end: expression.end,
    bare: expression.bare,
    core: at + 1,
    open: word !== 'from',
    days: (context) => {
      const days = expression.days(context);
      if (!days || (word === 'from' && words.slice(at, expression.end).includes('-'))) return days;
      return isPossessive ? besideEvent(word, days) : bound(days);
    },
  };
}

/** "after last month's takeover" is after something in that month; "by last year's deal" tells who, not when. */
function besideEvent(word: string, days: Days): Days {
  if (word === 'after' || word === 'since') return { from: days.from, to: null };
  return word === 'before' || word === 'until' ? { from: null, to: days.to } : days;
}

/** Past "the", and what makes a time less certain: "since at least", "until about". */
function skipThe(words: readonly string[], at: number): number {
  const next =
    words[at] === 'at' && words[at + 1] === 'least' ? at + 2 : /^(?:about|around)$/.test(words[at] ?? '') ? at + 1 : at;
  return words[next] === 'the' ? next + 1 : next;
}

/** "on the eve of Christmas": the day before, where it is told which; else only the words. */
function eveOf(words: readonly string[], at: number): Phrase {
  const inner = expressionAt(words, at + 4);
  return {
    end: inner?.end ?? at + 4,
    core: at,
    open: true,
    days: (context) => {
      const from = inner?.days(context)?.from;
      return from == null ? null : { from: from - 1, to: from - 1 };
    },
  };
}

/** "from Monday to Friday", "between 2011 and 2013". */
function rangeFrom(words: readonly string[], first: Expression, word: string): Expression | null {
  const link = words[first.end];
  if (!(word === 'between' ? link === 'and' : ['to', 'until', 'till', 'through', '-', '–'].includes(link))) return null;
  const second = expressionAt(words, skipThe(words, first.end + 1));
  if (!second) return null;
  return {
    end: second.end,
    days: (context) => {
      const from = first.days(context);
      const to = second.days(context);
      return from && to ? { from: from.from, to: to.to } : (from ?? to);
    },
  };
}

const NEAR_MONTH = new Set([
  'in',
  'since',
  'until',
  'till',
  'by',
  'before',
  'after',
  'from',
  'during',
  'of',
  'early',
  'late',
  'mid',
  'between',
  'throughout',
  'through',
  'to',
  'and',
  'or',
  'for',
  'at',
  'over',
]);

/** Whether a bare word is a time here: not "may" the verb, "march" the walk, or a number of things. */
function stands(
  { bare, end }: Expression,
  words: readonly string[],
  at: number,
  leads: boolean,
  sentence: string,
  offset: (index: number) => number,
): boolean {
  if (!bare) return true;
  const original = sentence.slice(offset(at));
  if (/^\d{4}/.test(original)) {
    if (!leads && Number(words[at]) < 1900) return false;
    const before = words[at - 1] ?? '';
    const after = words[end] ?? '';
    if (
      /^(?:resolution|no|number|flight|article|room|\$|£|€|#)$/.test(before) ||
      /^(?:people|civilians|troops|soldiers|fighters|refugees|men|dead|km|miles|metres|%|percent)$/.test(after)
    )
      return false;
    return true;
  }
  if (/^\p{Ll}/u.test(original)) return leads || words[at] === 'the';
  return (
    leads ||
    NEAR_MONTH.has(words[at - 1] ?? '') ||
    /^(?:'|’|s|,|\.|and|or|to)$/.test(words[end] ?? '.') ||
    !['may', 'march', 'mar', 'sun', 'sat', 'jan', 'mon'].includes(words[at])
  );
}
