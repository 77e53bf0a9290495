import { findDate } from './dates.ts';
import { readWords } from './words.ts';

interface Furniture {
  readonly labels: readonly string[];
  readonly openings: readonly { readonly most: number; readonly begins: readonly string[] }[];
  readonly patterns: readonly string[];
  readonly endings: readonly string[];
  readonly endingPatterns: readonly string[];
  readonly commentsHeadings: readonly string[];
  readonly commentsAbroad: readonly string[];
  readonly replies: readonly string[];
  readonly paywalls: readonly string[];
  readonly heads: readonly string[];
  readonly notices: readonly string[];
  readonly prefixes: readonly string[];
  readonly refusals: readonly string[];
}

const furniture = readWords<Furniture>('furniture');
const labels = new Set(furniture.labels.map(bare));
const endings = new Set(furniture.endings.map(bare));
/** Beginnings of calls, with the length that a call has at most, by their first word. */
const openings = new Map<string, { readonly begin: string; readonly most: number }[]>();
for (const { most, begins } of furniture.openings) {
  for (const begin of begins.map((begin) => begin.toLowerCase())) {
    const word = firstWord(begin);
    openings.set(word, [...(openings.get(word) ?? []), { begin, most }]);
  }
}
const longestOpening = 80;
const pattern = new RegExp(`^(?:${furniture.patterns.join('|')})$`, 'iu');
const endingPattern = new RegExp(`^(?:${[...furniture.endingPatterns, ...furniture.commentsAbroad].join('|')})$`, 'iu');
const commentsHeading = new RegExp(
  `^(?:${[...furniture.commentsHeadings, ...furniture.commentsAbroad].join('|')})$`,
  'iu',
);
const reply = new RegExp(`(?<!\\p{L})(?:${furniture.replies.join('|')})(?!\\p{L})`, 'iu');
const paywall = new RegExp(`^(?:${furniture.paywalls.map(wordly).join('|')})`, 'iu');
const head = new RegExp(`^(?:${furniture.heads.map(wordly).join('|')})(?:$|[:\\s])`, 'iu');
const notice = new RegExp(furniture.notices.join('|'), 'i');
const prefix = new RegExp(`^(?:${furniture.prefixes.map(escaped).join('|')})[:,]?\\s*(?=\\P{Ll})`, 'u');
const refusal = new RegExp(`^(?:${furniture.refusals.join('|')})[.…!]*$`, 'iu');
const longestNotice = 500;
const longestLabel = Math.max(...[...labels].map((label) => label.length));

/** True for a block that is a button, a label or a call to read, share or subscribe: no part of any article. */
export function isFurniture(text: string): boolean {
  if (text.length <= longestLabel + 4 && (labels.has(bare(text)) || text.trim() === '')) return true;
  if (text.length <= 100 && pattern.test(text)) return true;
  // Markup or data that a page shows by mistake.
  if (/^(?:<[a-z!/]|[[{] ?[{"])/i.test(text)) return true;
  return isCall(text);
}

/** True for a call to read, share or subscribe, or a notice of the publisher: what stands around it is of its kind. */
export function isCall(text: string): boolean {
  if (text.length <= longestNotice && notice.test(text)) return true;
  const lower = text.slice(0, longestOpening).toLowerCase().replace(/’/g, "'");
  return (openings.get(firstWord(lower)) ?? []).some(
    ({ begin, most }) => text.length <= most && lower.startsWith(begin) && endsAt(lower, begin.length),
  );
}

function firstWord(text: string): string {
  return text.match(/^\p{L}*/u)![0];
}

/** Whether no word goes on at a place: "follow the" is not the beginning of "follow these". */
function endsAt(text: string, place: number): boolean {
  return !/\p{L}\p{L}/u.test(text.slice(place - 1, place + 1));
}

/** True for the title of what a server shows in place of a page: "Page not found | Coast Herald", "Just a moment...". */
export function isRefusal(title: string): boolean {
  return title.length <= 120 && title.split(/\s+[|·•»–—-]+\s+/).some((part) => refusal.test(part.trim()));
}

/** A caption without the label that readers do not see: "Image caption The port at dawn". */
export function withoutPrefix(caption: string): string {
  return caption.replace(prefix, '');
}

/** True for a heading after which the article is over: "Related stories", "Comments (12)". */
export function isEnding(heading: string): boolean {
  if (heading.length > 120 || /[.!?]['"”’]?$/.test(heading)) return false;
  const label = bare(heading.replace(/[([]?\d+[)\]]?/g, ''));
  return endings.has(label) || endingPattern.test(label);
}

/** True for a heading over what readers wrote. */
export function isCommentsHeading(heading: string): boolean {
  return heading.length <= 120 && commentsHeading.test(bare(heading.replace(/[([]?\d+[)\]]?/g, '')));
}

/** True for the button, or the row of buttons, under a reader's comment: "Reply", "Like · Reply · 3 h". */
export function isReply(text: string): boolean {
  return text.length <= 60 && reply.test(text) && !/[.!?]$/.test(text);
}

/** True for the notice that stands where the rest is for subscribers. */
export function isPaywall(text: string): boolean {
  return text.length < 400 && paywall.test(text);
}

/** True for a line that says by whom and when, as it stands between a headline and the text. */
export function isHeadLine(text: string): boolean {
  // "By dawn on Tuesday the city had fallen." is a sentence.
  if (text.length >= 120 || /[.!?…]["'”’]?$/.test(text)) return false;
  return head.test(text) || (text.length < 50 && findDate(text) !== null);
}

/** True for a line that is a date, with or without its time, and nothing else. */
export function isDateOnly(text: string): boolean {
  return text.length < 50 && findDate(text) !== null && !/\p{L}{4,}/u.test(text.replace(dateWords, ''));
}

const dateWords =
  /\b(?:january|february|march|april|june|july|august|sept(?:ember)?|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/gi;

/** A label without case, typographic quotes and surrounding punctuation. */
function bare(label: string): string {
  return (
    label
      .toLowerCase()
      // The dot that a Turkish capital leaves behind.
      .replace(/\u0307/g, '')
      .replace(/[’‘]/g, "'")
      .replace(/^[^\p{L}\p{N}]+|(?:\s[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}+-]+)$/gu, '')
      .replace(/\s+/g, ' ')
  );
}

/** A pattern for the words themselves, which end where a word ends: "follow the" is not the beginning of "follow these". */
function wordly(literal: string): string {
  return escaped(literal) + (/\p{L}$/u.test(literal) ? '(?!\\p{L})' : '');
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
