import { memo } from '../../codebook/codebook.ts';
import type { Sentence, Word } from '../../language/document.ts';
import { foldedForms, lowerForms, PhraseIndex, phraseKey } from '../../language/phrases.ts';
import { properTitles } from '../../language/referents/gazetteer.ts';
import { spellings } from '../../language/referents/spellings.ts';
import type { Sector } from '../reading.ts';
import { USE } from '../uses.ts';

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

/** Names are looked up as written, titles and roles in lower case. */
export const gazetteer = memo((codebook) => {
  const names = new PhraseIndex<Known>();
  const titles = new PhraseIndex<Known>();
  const add = (index: PhraseIndex<Known>, phrase: string, known: Known) => index.add(withoutArticle(phrase), known);
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
    for (const phrase of [name, ...aliases].flatMap(spellings))
      add(names, phrase, { type: 'organisation', name, country, sector });
  for (const { name, aliases, country } of codebook.places)
    for (const phrase of [name, ...aliases]) add(names, phrase, { type: 'place', name, country, sector: null });
  for (const { title, aliases, sector, kind, country } of codebook.offices)
    for (const phrase of [title, ...aliases])
      add(titles, phrase.toLowerCase(), { type: kind === 'people' ? 'role' : kind, name: title, country, sector });
  return { names, titles, proper: properTitles(codebook) };
});

export type Gazetteer = ReturnType<typeof gazetteer>;

export const withoutArticle = (phrase: string): string => phrase.replace(/^the /i, '');

/** Singular of a role's plural ("rebels", "women"), as far as titles need it. */
function singular(phrase: string): string {
  if (phrase.endsWith('men')) return `${phrase.slice(0, -3)}man`;
  if (!phrase.endsWith('s')) return phrase;
  if (phrase.endsWith('ies')) return `${phrase.slice(0, -3)}y`;
  return phrase.length === 1 || phrase.endsWith('ss') ? phrase : phrase.slice(0, -1);
}

/** Whether a name or title may begin with a word. */
export function mayBegin({ names, titles }: Gazetteer, { folded, lowerFolded }: Word): boolean {
  return names.begins(folded) || titles.begins(lowerFolded) || titles.begins(singular(lowerFolded));
}

/** Kinds of phrase that say what somebody is. */
export const SPEAKING: ReadonlySet<Known['type']> = new Set(['office', 'role', 'body']);

/** What a phrase means by itself. */
export function lookUp(known: Gazetteer, phrase: string): Known | undefined {
  const bare = withoutArticle(phrase);
  const name = known.names.get(bare);
  if (name) return name;
  const lower = bare.toLowerCase();
  const title = known.titles.get(lower) ? lower : singular(lower);
  return isMiswritten(known, bare, phraseKey(title)) ? undefined : known.titles.get(title);
}

/** "mp", "gen": a title that is written with a capital only. */
function isMiswritten({ proper }: Gazetteer, phrase: string, title: string): boolean {
  return proper.has(title) && phrase[0] === title[0];
}

/** "National" without its article, or before another name, is not "The National". */
function isPaperOnly({ name }: Known, { tokens }: Sentence, start: number): boolean {
  if (name !== `The ${tokens[start].form}`) return false;
  return tokens[start - 1]?.lowerForm !== 'the' || tokens[start + 1]?.upos === 'PROPN';
}

/** The codebook's phrases in a sentence, the longest at each place, left to right; phrases do not overlap. */
export function findKnown(known: Gazetteer, sentence: Sentence, uses: Uint8Array): Found[] {
  const { names, titles } = known;
  const found: Found[] = [];
  const { tokens } = sentence;
  const forms = foldedForms(tokens);
  const lower = lowerForms(tokens);
  for (let start = 0; start < tokens.length; ) {
    if ((uses[start] & USE.known) === 0) {
      start++;
      continue;
    }
    const name = names.longestAt(forms, start);
    const title = titles.longestEndingAs(lower, singular, start);
    const match = name && (!title || name.end >= title.end) ? name : title;
    if (!match || (match === title && isMiswritten(known, forms[start], title.key))) {
      start++;
      continue;
    }
    const { end, value } = match;
    if (isPaperOnly(value, sentence, start)) {
      start++;
      continue;
    }
    // "US secretary of state" is an office of its own, and tells the country.
    const nation = end - start > 1 && SPEAKING.has(value.type) ? names.get(forms[start]) : undefined;
    if (nation) found.push({ ...nation, start, end: start + 1 });
    found.push({ ...value, start: nation ? start + 1 : start, end });
    start = end;
  }
  return found;
}
