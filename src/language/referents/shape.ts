import { isCommonWord } from '../common-words.ts';
import type { Sentence, Token } from '../document.ts';
import { isLetters } from '../letters.ts';
import type { Name } from './names.ts';

const CAPITAL = /^\p{Lu}/u;
const LETTERS = /\p{L}{2}/u;

const hasLetters = (form: string): boolean => (form.length > 1 && isLetters(form)) || LETTERS.test(form);

const words = (text: string): string[] => text.split(' ');

/** Words of the calendar in lower case; what is cut short may have its stop. */
const CALENDAR = new Set([
  ...words('mon tues wednes thurs fri satur sun').flatMap((day) => [`${day}day`, `${day}days`]),
  ...words('january february march april may june july august september october november december'),
  ...words('jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thur thurs fri sat sun').flatMap(
    (word) => [word, `${word}.`],
  ),
  ...words('am pm gmt bst edt est utc ad bc'),
]);

/** Told without an expression where the first letter is ASCII. */
export function isCapitalised(form: string): boolean {
  const first = form.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : CAPITAL.test(form);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A word of the calendar, which is a time and no name. */
export const isCalendarWord = ({ lowerForm }: Token): boolean => CALENDAR.has(lowerForm);

/** Months and days that are surnames and given names as well. */
const ALSO_NAME = new Set(['May', 'March', 'April', 'June', 'August', 'Jan']);
const BEFORE_DATE = new Set(
  'in since until till before after from during early late mid last next this by to on through between of and or'.split(
    ' ',
  ),
);
/** What stands before a date also where the text has a person of that name. */
const ONLY_DATE = new Set('in since until till during early late mid last next'.split(' '));

/**
 * "May" of "Theresa May" or "May said": neither a date by what stands beside it nor the verb that begins a question.
 * Where the text has somebody of that surname, less speaks for a date.
 */
function isSurname({ tokens }: Sentence, { index, form, upos }: Token, surnames: ReadonlySet<string>): boolean {
  if (!ALSO_NAME.has(form)) return false;
  const before = tokens[index - 1]?.form ?? '';
  const after = tokens[index + 1]?.form ?? '';
  if (/^\d/.test(before) || /^\d/.test(after)) return false;
  if (surnames.has(form)) return !ONLY_DATE.has(before.toLowerCase());
  if (index === 0) return /^(?:VBD|VBZ|MD|POS)$/.test(tokens[1]?.xpos ?? '');
  if (BEFORE_DATE.has(before.toLowerCase())) return false;
  return upos === 'PROPN' || isCapitalised(before) || !isInitial({ tokens }, index);
}

/** The words that end the names of people in a text: they are names where the tagger does not see it, too. */
export function surnamesIn(sentences: readonly Sentence[], names: readonly (readonly Name[])[]): Set<string> {
  const found = new Set<string>();
  for (const [index, { tokens }] of sentences.entries())
    for (const { start, end, known, kind } of names[index])
      if (end - start > 1 && !known && (kind === null || kind === 'person')) found.add(tokens[end - 1].form);
  return found;
}

/** Whether two neighbouring words have no space between them. */
export const touches = (left: Token, right: Token) => left.span[1] === right.span[0];

/** Words that stay small in a title. */
const SMALL = new Set(
  'a an the of in on at to for from by with and or but nor as is vs v over after amid into up off out per via than that who his her its our their'.split(
    ' ',
  ),
);

export type Casing = 'sentence' | 'title' | 'upper';

/** How a sentence uses capitals: where every word has one, a capital tells no name. */
export function casingOf({ tokens }: Sentence): Casing {
  const words = tokens.filter(({ form, lowerForm, index }) => index > 0 && hasLetters(form) && !SMALL.has(lowerForm));
  if (words.length < 3) return tokens.length > 2 && isUpper(tokens) ? 'upper' : 'sentence';
  const capitals = words.filter(({ form }) => isCapitalised(form)).length;
  if (capitals < words.length * 0.85) return 'sentence';
  return isUpper(words) ? 'upper' : 'title';
}

function isUpper(words: readonly Token[]): boolean {
  const lettered = words.filter(({ form }) => hasLetters(form));
  return lettered.length > 1 && lettered.every(({ form }) => form === form.toUpperCase());
}

/** "SDF", "UNHCR", "G20", "PKKs": capitals, perhaps with figures. */
export const isAcronym = (form: string) => /^(?:\p{Lu}{2,7}|(?:\p{Lu}\.){2,}|\p{Lu}{1,3}\d{1,2})s?$/u.test(form);

/** Whether a word stands where any word has a capital: first in its sentence, quotation or bracket. */
export function isInitial({ tokens }: Pick<Sentence, 'tokens'>, index: number): boolean {
  return index === 0 || /^[“"‘'(:[•*–—-]$/.test(tokens[index - 1].form);
}

/** A word that a tagger or a capital inside the sentence makes part of a name. */
export function isNameWord(sentence: Sentence, token: Token, casing: Casing, surnames: ReadonlySet<string>): boolean {
  if (!isCapitalised(token.form) && !isDigit(token.form.charCodeAt(0))) return false;
  if (isCalendarWord(token))
    return (casing === 'sentence' || surnames.has(token.form)) && isSurname(sentence, token, surnames);
  if (!/\p{L}/u.test(token.form)) return false;
  // Where all words have capitals, only unusual ones can be names.
  if (casing !== 'sentence' && !surnames.has(token.form) && isCommonWord(token.form, token.lemma)) return false;
  if (token.upos === 'PROPN' || token.xpos.startsWith('NNP') || surnames.has(token.form)) return true;
  if (casing !== 'sentence' || token.index === 0) return false;
  return isCapitalised(token.form) && ['NOUN', 'X', 'ADJ'].includes(token.upos);
}
