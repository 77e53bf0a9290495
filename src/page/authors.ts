import { isAgency } from './credits.ts';
import { readWords } from './words.ts';

const { openings, desks, months, professions, companies } =
  readWords<Record<'openings' | 'desks' | 'months' | 'professions' | 'companies', string[]>>('bylines');
const opening = new RegExp(
  `^(?:${[...openings].sort((one, other) => other.length - one.length).join('|')})(?=[\\s:])[\\s:]*`,
  'i',
);
const deskWords = new Set(desks);
const monthWords = new Set(months);
const legalForms = new Set(companies);

const namePart =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|de|del|della|der|den|van|von|bin|bint|ibn|al|el|la|le|da|di|dos|du|abu|y|e|ter|ten|al-[\p{L}'’-]+|el-[\p{L}'’-]+|d['’]\p{L}+)$/u;
const introduction = new RegExp(
  `^(?:(?:About the author: ?)?(?:\\p{Lu}[\\p{L}.'’-]+ ){2,4}|The (?:author|writer) )is (?:(?:now|also|currently) )?(?:a|an|the|our)\\b[^.]{0,80}\\b(?:${professions.map(inEitherCase).join('|')})s?\\b`,
  'u',
);
const separator =
  /\s*(?:,|;|&|\/|\n|\s[–—-]\s|\b(?:and|und|et|with)\b|\b(?:by|y|e|en|och|og|i)\b(?=\s\p{Lu}\S+\s\p{Lu}))\s*/iu;
/** "Coastherald.com" */
const siteName = /\.\p{Ll}{2,}$/u;
const mostNames = 20;

/** "Consultant" as in titles, "consultant" as in sentences. */
function inEitherCase(word: string): string {
  return `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`;
}

/**
 * The persons that a byline names: "By Jane Doe and John Roe, Political Editor" gives two names. Agencies, desks,
 * places and dates are left out, since they are no persons.
 */
export function namesOf(byline: string): string[] {
  // What follows a bar or a dot is where and when: "Jane Doe | Coast Herald".
  for (const part of byline.split(/[|•·]/, mostParts)) {
    const names = namesIn(part);
    if (names.length > 0) return names;
  }
  return [];
}

/** A person who signs with one name, where the page says that it is a person's: "Sleyca". */
export function singleName(text: string): string | null {
  const name = text.trim();
  return /^\p{Lu}[\p{L}\p{M}'’-]{2,}$/u.test(name) && !deskWords.has(bare(name)) && !isAgency(name) ? name : null;
}

/** True for what stands under an article about who wrote it: "Jane Doe is a staff writer at the Coast Herald." */
export function introducesAuthor(text: string): boolean {
  return introduction.test(text);
}

const mostParts = 5;

function namesIn(byline: string): string[] {
  const names: string[] = [];
  const text = byline
    .trim()
    .slice(0, 500)
    .replace(opening, '')
    .replace(/^By(?=\p{Lu})/u, '');
  for (const part of text.split(separator)) {
    const name = nameIn(part.replace(opening, ''));
    if (name && !names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
    if (names.length >= mostNames) break;
  }
  return names;
}

/** "(R.J.)" or "“Bob”" between a person's names. */
const nickname = /^(?:\([\p{L}.'’-]+\)|["“'‘]\p{Lu}[\p{L}.-]*["”'’])$/u;

/** The name that a part of a byline begins with: two to five words written like a person's, before any other word. */
function nameIn(part: string): string | null {
  if (isAgency(part)) return null;
  const words: string[] = [];
  const given = part.trim().split(/\s+/);
  if (given.slice(1).some(isLegalForm)) return null;
  for (const [index, word] of given.entries()) {
    const isNickname = words.length > 0 && nickname.test(word);
    if (siteName.test(word)) break;
    // A name in capitals ends where words in small letters begin: "JANE DOE Envoys".
    if (words.length >= 2 && words.every(isInCapitals) && !isInCapitals(word) && /^\p{Lu}\p{Ll}{2}/u.test(word)) break;
    if (!isNickname && (!namePart.test(word) || deskWords.has(bare(word)))) break;
    if (words.length >= 2 && (monthWords.has(bare(word)) || isAgency(given.slice(index).join(' ')))) break;
    words.push(word);
  }
  while (words.length > 0 && (/^\p{Ll}+$/u.test(words.at(-1)!) || nickname.test(words.at(-1)!))) words.pop();
  if (words.length < 2 || words.length > 5 || words.every((word) => word.replace('.', '').length < 2)) return null;
  const name = words.join(' ').replace(/(?<=\p{Ll}{3})\.$/u, '');
  return isAgency(name) ? null : inCase(name);
}

/** "Sp." in "Port Sp. z o.o.", which is none of a sentence's small words. */
function isLegalForm(word: string): boolean {
  return /^\p{Lu}|\./u.test(word) && legalForms.has(bare(word));
}

function isInCapitals(word: string): boolean {
  return /^\P{Ll}{2,}$/u.test(word) || /^\p{Lu}\.?$/u.test(word);
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[.:’']+s?$/, '');
}

/** Names in capitals, as bylines print them, in the case of running text. */
function inCase(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name.replace(/(\p{L})([\p{L}\p{M}]*)/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
}
