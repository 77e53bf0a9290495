import type { Span } from '../page/article.ts';
import {
  ABBREVIATIONS,
  CLIPPED_WORDS,
  JOINED_WORDS,
  JOINING_PREFIXES,
  JOINING_SUFFIXES,
  NUMBERED,
  TITLES,
} from './lexicon.ts';

/**
 * English words as the UD treebanks EWT and GUM cut them: clitics apart ("do n't", "Russia 's"), compounds split at
 * their hyphens ("US - backed") but not after a prefix ("anti-government"), numbers apart from their units ("10 km"),
 * abbreviations with their full stop.
 */

const LETTER = '[\\p{L}\\p{M}]';
const APOSTROPHE = "['’‘`´ʼ]";
const TOP_LEVEL =
  'com|org|net|edu|gov|mil|int|info|biz|io|eu|uk|us|ca|au|de|fr|ru|cn|in|tv|me|co|gl|ly|il|ir|sy|lb|tr|ua';
const FILE_TYPE = 'docx?|pdf|xlsx?|pptx?|txt|html?|jpe?g|png|gif|mp3|mp4|zip|csv';

const pattern = (source: string) => new RegExp(source, 'uy');

/** Addresses of pages, mail boxes, files. What closes a sentence or bracket after one is cut off afterwards. */
const ADDRESS = pattern(
  [
    '(?:https?|ftp)://[^\\s<>"“”]+',
    'mailto:[^\\s<>"“”]+',
    'www\\.[^\\s<>"“”]+',
    '[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)*',
    `(?:[A-Za-z0-9][\\w-]*\\.)+(?:${TOP_LEVEL})(?![\\p{L}\\p{N}_])(?:/[^\\s<>"“”]*)?`,
    '[a-z]+(?:\\.[a-z]{2,}){2,}(?![\\p{L}\\p{N}_])',
    `[\\w#-]+\\.(?:${FILE_TYPE})(?![\\p{L}\\p{N}_])`,
  ].join('|'),
);
const ADDRESS_END = /[.,;:!?'"’”)\]}>…*]+$/u;
const HANDLE = pattern('[@#][\\p{L}_][\\p{L}\\p{N}_]*');
const EMOTICON = pattern("(?:[:;=]['^]?-?[)(\\]\\[DPpOo|*/\\\\3]+|\\([:;=]|<3|\\^_+\\^)(?![\\p{L}\\p{N}/])");
const EMOJI = pattern(
  '\\p{RI}\\p{RI}|(?=[^\\d#*])\\p{Extended_Pictographic}(?:\\p{EMod}|\\uFE0F|\\u{E0020}-\\u{E007F})*(?:\\u200D\\p{Extended_Pictographic}(?:\\p{EMod}|\\uFE0F)*)*',
);
/** Marks that stand together as one. */
const RUN = pattern("[.!?]{2,}|…+|[-=+|]{2,}|\\*+|_{2,}|~+|#{2,}|[$]{2,}|<{2,}|>{2,}|''|``");
const TELEPHONE = pattern('(?:\\+?\\d{1,3}-)?\\d{3}-(?:\\d{3}-)?\\d{4}(?![\\d-])');
const CALENDAR = pattern(
  '\\d{4}-\\d{2}-\\d{2}(?!\\d)|\\d{1,2}-\\d{1,2}-\\d{2,4}(?!\\d)|\\d{1,3}/\\d{1,4}(?:/\\d{2,4})?(?![\\d/])',
);
const NUMBER = pattern('(?:\\p{Nd}{1,3}(?:,\\p{Nd}{3})+(?!\\p{Nd})|\\p{Nd}+)(?:[.:]\\p{Nd}+)*|\\.\\p{Nd}+');
/** What belongs to a number: "1st", "1980s", "80's", "3D"; units do not. */
const NUMBER_TAIL = pattern(`(?<=0)${APOSTROPHE}s(?!${LETTER})|[\\p{L}\\p{N}]+`);
const UNIT =
  /^(?:[ap]m|[kmgt]|[kcm]m|[mbt]n|[kgmt]b|[km]w|k?g|kph|mph|lbs?|oz|ft|in|hrs?|mins?|secs?|yrs?|mm|sqm|kwh?|mwh?|°)$/iu;
/** "U.S.", "a.m.", "Ph.D."; a last letter may lack its stop. */
const DOTTED = pattern(`(?:${LETTER}{1,2}\\.){2,}(?:\\p{L}(?!${LETTER}))?|\\p{L}\\.\\p{L}(?!${LETTER})`);
const INITIAL = pattern('\\p{Lu}\\.(?=\\s?\\p{Lu}|-\\p{Lu}|\\s\\()');
const WORD = pattern(`\\p{L}(?:[\\p{L}\\p{M}\\p{N}_\\u00AD\\u200C\\u200D]|${APOSTROPHE}(?=\\p{L})|[&*](?=\\p{L}))*`);
const CURRENCY = pattern('(?:US|AU?|CA?|NZ|HK|R|S)\\$|\\p{Sc}');
const CLITIC = pattern(`${APOSTROPHE}(?:s|m|re|ve|ll|d)(?!${LETTER}|\\p{N})`);
const CLIPPED = pattern(`${APOSTROPHE}(\\p{L}+|\\d\\ds?)(?![\\p{L}\\p{N}])`);
const SHORTHAND = pattern('(?:w/(?:o|out)?|b/c|s/he)(?![\\p{L}\\p{N}/])');
const ANY = pattern('[^]\\p{M}*');

const CONTRACTION = new RegExp(`^(.+?)(n${APOSTROPHE}t|${APOSTROPHE}(?:s|m|re|ve|ll|d))$`, 'iu');
const HYPHENATED = pattern('[-‑](?=[\\p{L}\\p{N}])');
const HYPHEN_TAIL = pattern(`[-‑][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:${APOSTROPHE}\\p{L}+)*`);
const FUNCTION_WORD = /^(?:the|a|an|and|or|of|to|in|on|by|at|for|with)$/i;
const PLAIN_WORD = /[A-Za-z]+(?=[\s,])/y;
const SPACE = /\s+/y;

/** The words of `text` between `start` and `end`, in order; what lies between them is white space. */
export function tokenize(text: string, start = 0, end = text.length): Span[] {
  const source = end < text.length ? text.slice(0, end) : text;
  const spans: Span[] = [];
  let at = start;
  while (at < end) {
    const gap = matchEnd(SPACE, source, at);
    if (gap > at) {
      at = gap;
      continue;
    }
    const plain = matchEnd(PLAIN_WORD, source, at);
    const next = plain > at ? plain : tokenEnd(source, at);
    cut(source, at, next, spans);
    at = next;
  }
  return spans;
}

/** Where a match that begins at `at` ends; `at` where there is none. */
function matchEnd(expression: RegExp, source: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(source) ? expression.lastIndex : at;
}

type Finder = (source: string, at: number) => number;

const finder =
  (expression: RegExp): Finder =>
  (source, at) =>
    matchEnd(expression, source, at);

/** What can stand right after a letter or digit, the first that matches. */
const AFTER_LETTER: readonly Finder[] = [
  ...[EMOJI, RUN, CURRENCY].map(finder),
  quantityEnd,
  wordEnd,
  cliticEnd,
  finder(ANY),
];
/** What can stand anywhere else. */
const ELSEWHERE: readonly Finder[] = [
  addressEnd,
  ...[HANDLE, EMOTICON, SHORTHAND, EMOJI, RUN, CURRENCY, TELEPHONE, CALENDAR].map(finder),
  quantityEnd,
  wordEnd,
  cliticEnd,
  clippedEnd,
  finder(ANY),
];

function tokenEnd(source: string, at: number): number {
  const finders = /[\p{L}\p{N}]/u.test(source[at - 1] ?? '') ? AFTER_LETTER : ELSEWHERE;
  for (const find of finders) {
    const end = find(source, at);
    if (end > at) return end;
  }
  return at + 1;
}

/** "'s" after anything but an opening mark: "Yahoo!'s". */
function cliticEnd(source: string, at: number): number {
  return at > 0 && !/[\s(“"‘]/u.test(source[at - 1]) ? matchEnd(CLITIC, source, at) : at;
}

function clippedEnd(source: string, at: number): number {
  const end = matchEnd(CLIPPED, source, at);
  const word = source.slice(at + 1, end);
  return /^\d/.test(word) || CLIPPED_WORDS.has(word.toLowerCase()) ? end : at;
}

function addressEnd(source: string, at: number): number {
  const end = matchEnd(ADDRESS, source, at);
  if (end === at) return at;
  const address = source.slice(at, end);
  const closed = address.replace(ADDRESS_END, (marks) => (marks.startsWith(')') && address.includes('(') ? ')' : ''));
  return at + closed.length;
}

/** A number without its unit. */
function quantityEnd(source: string, at: number): number {
  const end = matchEnd(NUMBER, source, at);
  if (end === at) return at;
  const tail = matchEnd(NUMBER_TAIL, source, end);
  return tail > end && !UNIT.test(source.slice(end, tail)) ? tail : end;
}

function wordEnd(source: string, at: number): number {
  const dotted = matchEnd(DOTTED, source, at);
  if (dotted > at) return dotted;
  const end = matchEnd(WORD, source, at);
  if (end === at) return at;
  const word = source.slice(at, end);
  if (source[end] === '.')
    return end - at === 1 && matchEnd(INITIAL, source, at) > at ? end + 1 : abbreviationEnd(source, word, end);
  if (matchEnd(HYPHENATED, source, end) > end) return compoundEnd(source, word, end);
  return end;
}

function abbreviationEnd(source: string, word: string, end: number): number {
  const lower = word.toLowerCase();
  if (NUMBERED.has(lower) && /^\.\s?\d/.test(source.slice(end, end + 3))) return end + 1;
  if (NUMBERED.has(lower) && !TITLES.has(lower)) return end;
  return TITLES.has(lower) || ABBREVIATIONS.has(lower) ? end + 1 : end;
}

/** Where a word with a hyphen after it ends: behind the next part where one of the two cannot stand alone. */
function compoundEnd(source: string, word: string, end: number): number {
  const whole = matchEnd(HYPHEN_TAIL, source, end);
  const tail = source.slice(end + 1, whole);
  const shouted = word.length > 1 && word === word.toUpperCase() && tail !== tail.toUpperCase();
  const joins = JOINING_PREFIXES.has(word.toLowerCase()) && !shouted && !FUNCTION_WORD.test(tail);
  return joins || JOINING_SUFFIXES.has(tail.toLowerCase()) ? whole : end;
}

/** Adds the words of one run of characters: contractions are cut. */
function cut(source: string, start: number, end: number, spans: Span[]): void {
  const form = source.slice(start, end);
  const joined = JOINED_WORDS.get(form.toLowerCase());
  if (joined !== undefined) {
    let from = start;
    for (const length of [...joined, form.length]) {
      spans.push([from, start + length]);
      from = start + length;
    }
    return;
  }
  const contraction = /['’‘`´ʼ]/.test(form) ? CONTRACTION.exec(form) : null;
  if (contraction !== null && !/^[@#]|:\/\/|^\d+0.s$/.test(form)) {
    const middle = start + contraction[1].length;
    spans.push([start, middle], [middle, end]);
  } else {
    spans.push([start, end]);
  }
}
