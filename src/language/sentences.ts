import type { Span } from '../page/article.ts';
import { type BreakFinder, isEdited } from './breaks.ts';
import { datelineLength } from './dateline.ts';
import { isLetters } from './letters.ts';
import { ABBREVIATIONS, INTRODUCING, SALUTATIONS, SENTENCE_STARTERS, SPEECH_VERBS, TITLES } from './lexicon.ts';

const CLOSER = /^(?:["'”’»)\]}]|'')$/u;
const OPENER = /^(?:["'“‘«([{*]|``)$/u;
const STOP = /^(?:[.!?…]+|[。！？])$/u;
const BULLET = /^[-–—•●▪◦‣*]$/;
const SPACED_STOP = /^[.?!]$/;
const RULER = /^(?:[=_*~#]{3,}|[-=_*~#]{4,})$/;
const SMILEY = /^[:;=8][-'^]?[)(DPp|]+$/;
const ABBREVIATION = /^[\p{L}\p{M}.]*\p{L}\.$/u;
/** After these abbreviations any capital begins a sentence, other than a day or a month. */
const TIME_OR_REST = /^(?:[ap]\.m|etc|al)\.$/i;
const CALENDAR_WORD =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|[ecmp][ds]?t|gmt|utc)$/i;

/**
 * Cuts a block's words into sentences. The full stop of an abbreviation that ends a sentence becomes a word of its
 * own, as in the treebanks ("in the U.S" ".").
 * @param isBreak finds the ends that no stop marks; without it there are none
 */
export function splitSentences(text: string, tokens: readonly Span[], isBreak: BreakFinder | null = null): Span[][] {
  const forms = tokens.map(([start, end]) => text.slice(start, end));
  const form = (index: number) => forms[index] ?? '';
  const block: Words = { tokens, form, edited: isEdited(form(tokens.length - 1)) };
  const sentences: Span[][] = [];
  let start = wordsOfDateline(text, tokens);
  if (start > 0) sentences.push(tokens.slice(0, start));
  for (let index = start; index < tokens.length; index += 1) {
    const marked = sentenceEnd(block, start, index);
    const end = marked === index && isBreak && breaksAt(block, start, index, isBreak) ? index + 1 : marked;
    if (end > index) {
      sentences.push(withFinalStop(text, tokens.slice(start, end)));
      start = end;
      index = end - 1;
    }
  }
  if (start < tokens.length) sentences.push(withFinalStop(text, tokens.slice(start)));
  return sentences;
}

/** How many words the dateline has; it stands before the first sentence, not in it. */
function wordsOfDateline(text: string, tokens: readonly Span[]): number {
  if (tokens.length === 0) return 0;
  const end = tokens[0][0] + datelineLength(text.slice(tokens[0][0], tokens.at(-1)![1]));
  return tokens.findIndex(([start]) => start >= end);
}

function breaksAt({ tokens, form, edited }: Words, start: number, index: number, isBreak: BreakFinder): boolean {
  const last = index === tokens.length - 1;
  if (index === start && BULLET.test(form(index))) return false;
  return !last && !touches(tokens, index + 1) && isBreak({ form, length: tokens.length, start, index, edited });
}

interface Words {
  readonly tokens: readonly Span[];
  readonly edited: boolean;
  form(index: number): string;
}

/** The word after the sentence that ends at word `index`, closing marks included; `index` where none ends there. */
function sentenceEnd(block: Words, start: number, index: number): number {
  const { tokens } = block;
  const form = block.form(index);
  // Between two plain words no sentence ends.
  if (index + 1 < tokens.length && isLetters(form) && isLetters(block.form(index + 1))) return index;
  const stop = STOP.test(form);
  if (!stop && !ABBREVIATION.test(form)) return endsUnstopped(block, start, index) ? index + 1 : index;
  let next = index + 1;
  while (next < tokens.length && touches(tokens, next) && CLOSER.test(block.form(next))) next += 1;
  if (stop && SMILEY.test(block.form(next))) next += 1;
  const closed = next > index + 1;
  next = afterReferences(block, next);
  if (next >= tokens.length) return next;
  if (touches(tokens, next)) return stop && isGlued(block, index, next) ? next : index;
  // ". . ." is one mark.
  if (!closed && SPACED_STOP.test(form) && SPACED_STOP.test(block.form(next))) return index;
  const ends = stop ? endsAtStop(block, start, index, next, closed) : endsAtAbbreviation(block, form, next);
  return ends ? next : index;
}

const touches = (tokens: readonly Span[], index: number) => tokens[index][0] === tokens[index - 1][1];

/** Rulers, greetings, smileys and numbered points end a sentence, too, or the one before them. */
function endsUnstopped({ tokens, form }: Words, start: number, index: number): boolean {
  const next = index + 1;
  if (next >= tokens.length || touches(tokens, next)) return false;
  if (RULER.test(form(index)) || RULER.test(form(next))) return true;
  const capital = /^\p{Lu}/u.test(form(next));
  if (/^[,–—-]$/.test(form(index))) return capital && index - start < 4 && SALUTATIONS.has(form(start).toLowerCase());
  if (SMILEY.test(form(index))) return capital;
  return (
    /^\d{1,2}$/.test(form(next)) &&
    form(next + 1) === ')' &&
    index - start > 1 &&
    !/^\P{L}|^(?:and|or)$/u.test(form(index))
  );
}

/** Past the numbers of notes: "… was closed. [3][4]". */
function afterReferences({ tokens, form }: Words, index: number): number {
  let next = index;
  while (next + 2 < tokens.length && form(next) === '[' && /^\d+$/.test(form(next + 1)) && form(next + 2) === ']')
    next += 3;
  return next;
}

/** A sentence that begins without a space: "We left.They stayed." */
function isGlued({ form }: Words, index: number, next: number): boolean {
  if (/^(?:\.+|…)$/.test(form(index)))
    return /^\p{Ll}{2,}$/u.test(form(index - 1)) && /^\p{Lu}\p{Ll}*$/u.test(form(next));
  return /^[!?]+$/.test(form(index)) && /^\p{L}/u.test(form(next));
}

function endsAtStop(block: Words, start: number, index: number, next: number, closed: boolean): boolean {
  const stop = block.form(index);
  const opened = OPENER.test(block.form(next)) ? next + 1 : next;
  const follower = block.form(opened);
  const lower = /^\p{Ll}/u.test(follower);
  // "1." before a list item.
  if (stop === '.' && index === start + 1 && /^(?:\d{1,2}|[a-z])$/i.test(block.form(start))) return false;
  if (/^[,;:)\]]|^[-–—]$/.test(block.form(next))) return false;
  if (closed && stop !== '.') return !lower && !speakerFollows(block, next);
  const isSpacedOut = index > start && !touches(block.tokens, index) && SPACED_STOP.test(block.form(index - 1));
  if (stop === '.') return !(lower && (closed || isSpacedOut));
  return !lower || /[!?]/.test(stop);
}

/** A name and a verb of saying: the quotation before them is part of their sentence. */
function speakerFollows(block: Words, next: number): boolean {
  for (let index = next; index < next + 4; index += 1) {
    const form = block.form(index);
    if (index > next && SPEECH_VERBS.has(form)) return true;
    if (!/^\p{Lu}/u.test(form)) return false;
  }
  return false;
}

function endsAtAbbreviation(block: Words, form: string, next: number): boolean {
  const bare = form.slice(0, -1).toLowerCase();
  if (TITLES.has(bare) || INTRODUCING.has(bare)) return false;
  const quoted = OPENER.test(block.form(next));
  const follower = block.form(quoted ? next + 1 : next);
  if (!/^\p{Lu}/u.test(follower)) return false;
  if (TIME_OR_REST.test(form)) return !CALENDAR_WORD.test(follower);
  return SENTENCE_STARTERS.has(follower.toLowerCase());
}

/** Parts the full stop from an abbreviation at the end, before any closing marks. */
function withFinalStop(text: string, tokens: readonly Span[]): Span[] {
  let last = tokens.length - 1;
  while (last > 0 && CLOSER.test(text.slice(...tokens[last]))) last -= 1;
  const [start, end] = tokens[last];
  const form = text.slice(start, end);
  const bare = form.slice(0, -1);
  const isAbbreviation =
    ABBREVIATION.test(form) &&
    (bare.includes('.') || ABBREVIATIONS.has(bare.toLowerCase()) || TITLES.has(bare.toLowerCase()));
  if (!isAbbreviation && !/^\p{Lu}\.$/u.test(form)) return [...tokens];
  return [...tokens.slice(0, last), [start, end - 1], [end - 1, end], ...tokens.slice(last + 1)];
}
