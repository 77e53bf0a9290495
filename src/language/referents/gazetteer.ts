import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Office } from '../../codebook/schema.ts';
import type { EntityKind, Token } from '../document.ts';

/** What the codebook knows of a name. */
export interface KnownName {
  /** The codebook's own name for its bearer. */
  readonly name: string;
  readonly kind: EntityKind;
  readonly role: 'state' | 'capital' | 'seat' | 'city' | 'region' | 'world' | 'organisation' | 'people';
  readonly country: string | null;
  readonly sector: string | null;
}

/** A phrase found in a sentence: `[start, end)` in its tokens. */
export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

export type Gender = 'female' | 'male';

/** The codebook's lists as names are found with them. */
export interface Gazetteer {
  readonly names: PhraseIndex<KnownName>;
  /** Offices, roles, bodies and populations, in lower case. */
  readonly titles: PhraseIndex<Office>;
  /** Titles that are written with a capital only, in lower case: "mp", "gen", "conservative". */
  readonly properTitles: ReadonlySet<string>;
  /** Adjectives of countries and peoples, for those whom they name. */
  readonly adjectives: PhraseIndex<KnownName>;
  readonly givenNames: ReadonlyMap<string, Gender | null>;
  readonly honorifics: ReadonlyMap<string, Gender | null>;
  /** Last words of names, and what bears such a name. */
  readonly lastWords: ReadonlyMap<string, EntityKind>;
  readonly particles: ReadonlySet<string>;
  /** What can stand before the name of a place as part of it: "North", "Kafr". */
  readonly prefixes: ReadonlySet<string>;
  /** The name of each country's capital, and of the country, by code. */
  readonly countries: ReadonlyMap<string, { readonly name: string; readonly capital: string | null }>;
}

const PLAIN = /^[A-Za-z]*$/;

/** Spaces and kinds of apostrophes and hyphens do not tell phrases apart: tokenising is not the gazetteer's business. */
const fold = (text: string) =>
  PLAIN.test(text)
    ? text
    : text
        .replace(/\s+/g, '')
        .replace(/[‘’ʼ`]/g, "'")
        .replace(/[‐‑–]/g, '-');

/** What any tokeniser leaves together at the begin of a phrase: "al" of "al-Bab", "U" of "U.S.". */
const stemOf = (text: string) => (PLAIN.test(text) ? text : /^[^\s\-'.’‑]*/.exec(text)![0]);

/** Phrases by their text without spaces, looked up token by token. */
export class PhraseIndex<T> {
  readonly #phrases = new Map<string, T>();
  /** Length of the longest phrase by its first word: most words begin none. */
  readonly #longest = new Map<string, number>();

  add(phrase: string, value: T): void {
    const key = fold(phrase);
    if (key === '' || this.#phrases.has(key)) return;
    this.#phrases.set(key, value);
    const stem = stemOf(phrase);
    this.#longest.set(stem, Math.max(this.#longest.get(stem) ?? 0, key.length));
  }

  get(phrase: string): T | undefined {
    return this.#phrases.get(fold(phrase));
  }

  /** The longest phrase that begins at token `start` and ends before `limit`; forms as `foldedForms` gives them. */
  longestAt(forms: readonly string[], start: number, limit = forms.length): Match<T> | null {
    const most = this.#longest.get(stemOf(forms[start]));
    if (most === undefined) return null;
    let best: Match<T> | null = null;
    let key = '';
    for (let end = start; end < limit && key.length < most; end++) {
      key += forms[end];
      const value = this.#phrases.get(key);
      if (value !== undefined) best = { start, end: end + 1, value };
    }
    return best;
  }
}

/** Token forms as phrases are looked up: one apostrophe, one hyphen. */
export const foldedForms = (tokens: readonly Token[]) => tokens.map((token) => fold(token.form));

export const gazetteer: (codebook: Codebook) => Gazetteer = memo((codebook) => {
  const names = new PhraseIndex<KnownName>();
  const titles = new PhraseIndex<Office>();
  const adjectives = new PhraseIndex<KnownName>();
  const countries = new Map<string, { name: string; capital: string | null }>();
  for (const { code, name, aliases, capital, capitals, seats, people, demonyms } of codebook.countries) {
    countries.set(code, { name, capital });
    const known = { country: code, sector: 'GOV' };
    for (const phrase of [name, ...aliases]) names.add(phrase, { name, kind: 'place', role: 'state', ...known });
    for (const phrase of capital ? [capital, ...capitals] : [])
      names.add(phrase, { name: capital!, kind: 'place', role: 'capital', ...known });
    for (const seat of seats) names.add(seat, { name: seat, kind: 'organisation', role: 'seat', ...known });
    for (const phrase of people)
      names.add(phrase, { name: people.at(-1)!, kind: 'people', role: 'people', country: code, sector: 'CVL' });
    for (const phrase of demonyms) adjectives.add(phrase, { name, kind: 'place', role: 'state', ...known });
  }
  for (const { name, aliases, country, sector } of codebook.organisations)
    for (const phrase of [name, ...aliases].flatMap(withSmallLastWord))
      names.add(phrase, { name, kind: 'organisation', role: 'organisation', country, sector });
  for (const { name, aliases, country, kind } of codebook.places)
    for (const phrase of [name, ...aliases])
      names.add(phrase, { name, kind: 'place', role: kind, country, sector: null });
  for (const { name, people, adjectives: demonyms, country, sector } of codebook.peoples) {
    for (const phrase of [name, ...people])
      names.add(phrase, { name, kind: 'people', role: 'people', country, sector });
    for (const phrase of demonyms) adjectives.add(phrase, { name, kind: 'people', role: 'people', country, sector });
  }
  for (const office of codebook.offices)
    for (const phrase of [office.title, ...office.aliases]) titles.add(phrase.toLowerCase(), office);
  return { names, titles, properTitles: properTitles(codebook), adjectives, countries, ...words(codebook) };
});

/** Titles that the codebook writes with a capital, in lower case and without spaces. */
export const properTitles = memo((codebook) => {
  const phrases = codebook.offices.flatMap(({ title, aliases }) => [title, ...aliases]);
  return new Set(phrases.filter((phrase) => /^\p{Lu}/u.test(phrase)).map((phrase) => fold(phrase).toLowerCase()));
});

/** Some papers write "Free Syrian army", others "Free Syrian Army". */
function withSmallLastWord(phrase: string): string[] {
  const small = phrase.replace(
    / (?=(?:Army|Party|Movement|Front|Forces|Force|Council|Guards?|Coalition|Agency|Church)$)\p{Lu}/u,
    (letter) => letter.toLowerCase(),
  );
  return small === phrase ? [phrase] : [phrase, small];
}

function words(codebook: Codebook) {
  const givenNames = new Map<string, Gender | null>();
  for (const { gender, names } of codebook.givenNames)
    for (const name of names) givenNames.set(name, gender === 'either' ? null : gender);
  const honorifics = new Map<string, Gender | null>();
  const lastWords = new Map<string, EntityKind>();
  const particles = new Set<string>();
  const prefixes = new Set<string>();
  for (const { kind, gender, words } of codebook.nameWords)
    for (const word of words) {
      if (kind === 'honorific') honorifics.set(word, gender ?? null);
      else if (kind === 'particle') particles.add(word);
      else if (kind === 'prefix') prefixes.add(word);
      else lastWords.set(word, kind);
    }
  return { givenNames, honorifics, lastWords, particles, prefixes };
}
