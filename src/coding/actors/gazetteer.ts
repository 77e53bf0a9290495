import { memo } from '../../codebook/codebook.ts';
import type { Sentence } from '../../language/document.ts';
import { properTitles } from '../../language/referents/gazetteer.ts';
import type { Sector } from '../reading.ts';

/** What the codebook knows a phrase to mean. */
export interface Known {
  readonly type:
    | 'state'
    | 'demonym'
    | 'people'
    | 'capital'
    | 'seat'
    | 'organisation'
    | 'office'
    | 'role'
    | 'body'
    | 'place';
  /** The codebook's own name for it. */
  readonly name: string;
  readonly country: string | null;
  readonly sector: Sector | null;
}

/** A phrase of the codebook where a sentence has it: `[start, end)` in tokens. */
export interface Found extends Known {
  readonly start: number;
  readonly end: number;
}

/** One spelling for apostrophes and hyphens, "the" and "U.S." dots left out. */
function keyOf(phrase: string): string {
  return phrase
    .replace(/[‘’`]/g, "'")
    .replace(/\s*[-‐‑–]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^the /i, '');
}

const firstWord = (phrase: string): string => /^[^\s'-]+/.exec(phrase)?.[0].toLowerCase() ?? '';

/** For each first word the most tokens that a phrase of it may have: most words of a text start none. */
function longestByFirstWord(...indexes: readonly ReadonlyMap<string, Known>[]): Map<string, number> {
  const longest = new Map<string, number>();
  for (const index of indexes) {
    for (const key of index.keys()) {
      // Hyphens and possessive marks are tokens of their own; a title's plural may be an irregular word.
      const tokens = key.split(/\s|(?=[-'])|(?<=-)/).length + 1;
      for (const first of new Set([
        firstWord(key),
        `${firstWord(key)}s`,
        firstWord(key).replace(/man$/, 'men').replace(/y$/, 'ies'),
      ]))
        longest.set(first, Math.max(longest.get(first) ?? 0, tokens));
    }
  }
  return longest;
}

/** Names are looked up as written, titles and roles in lower case. */
export const gazetteer = memo((codebook) => {
  const names = new Map<string, Known>();
  const titles = new Map<string, Known>();
  const add = (index: Map<string, Known>, phrase: string, known: Known): void => {
    const key = keyOf(phrase);
    if (!index.has(key)) index.set(key, known);
  };
  for (const country of codebook.countries) {
    const state = { name: country.name, country: country.code, sector: 'GOV' as const };
    for (const name of [country.name, ...country.aliases]) add(names, name, { type: 'state', ...state });
    for (const name of country.seats) add(names, name, { type: 'seat', ...state });
    for (const name of country.demonyms) add(names, name, { type: 'demonym', ...state, sector: null });
    for (const name of [country.capital, ...country.capitals])
      if (name) add(names, name, { type: 'capital', ...state });
    for (const name of country.people) add(names, name, { type: 'people', ...state, sector: 'CVL' });
  }
  for (const people of codebook.peoples) {
    const known = { name: people.name, country: people.country, sector: people.sector };
    for (const name of [people.name, ...people.people]) add(names, name, { type: 'people', ...known });
    for (const name of people.adjectives) add(names, name, { type: 'demonym', ...known });
  }
  for (const { name, aliases, country, sector } of codebook.organisations)
    for (const phrase of [name, ...aliases]) add(names, phrase, { type: 'organisation', name, country, sector });
  for (const { name, aliases, country } of codebook.places)
    for (const phrase of [name, ...aliases]) add(names, phrase, { type: 'place', name, country, sector: null });
  for (const { title, aliases, sector, kind, country } of codebook.offices)
    for (const phrase of [title, ...aliases])
      add(titles, phrase.toLowerCase(), { type: kind === 'people' ? 'role' : kind, name: title, country, sector });
  return { names, titles, proper: properTitles(codebook), longest: longestByFirstWord(names, titles) };
});

export type Gazetteer = ReturnType<typeof gazetteer>;

/** Singular of a role's plural ("rebels", "women"), as far as titles need it. */
function singular(phrase: string): string {
  return phrase
    .replace(/ies$/, 'y')
    .replace(/men$/, 'man')
    .replace(/([^s])s$/, '$1');
}

/** Kinds of phrase that say what somebody is. */
export const SPEAKING: ReadonlySet<Known['type']> = new Set(['office', 'role', 'body']);

/** What a phrase means by itself. */
export function lookUp(known: Gazetteer, phrase: string): Known | undefined {
  const key = keyOf(phrase);
  const lower = key.toLowerCase();
  const name = known.names.get(key);
  if (name) return name;
  const title = known.titles.has(lower) ? lower : singular(lower);
  return key[0] === lower[0] && known.proper.has(title.replaceAll(' ', '')) ? undefined : known.titles.get(title);
}

/** The codebook's phrases in a sentence, the longest at each place, left to right; phrases do not overlap. */
export function findKnown(known: Gazetteer, text: string, sentence: Sentence): Found[] {
  const found: Found[] = [];
  const { tokens } = sentence;
  for (let start = 0; start < tokens.length; ) {
    const { form } = tokens[start];
    let end = Math.min(tokens.length, start + (known.longest.get(form.toLowerCase()) ?? 0));
    for (; end > start; end--) {
      const match = lookUp(known, text.slice(tokens[start].span[0], tokens[end - 1].span[1]));
      if (!match) continue;
      // "US secretary of state" is an office of its own, and tells the country.
      const nation = end - start > 1 && SPEAKING.has(match.type) ? known.names.get(keyOf(form)) : undefined;
      if (nation) found.push({ ...nation, start, end: start + 1 });
      found.push({ ...match, start: nation ? start + 1 : start, end });
      break;
    }
    start = Math.max(end, start + 1);
  }
  return found;
}
