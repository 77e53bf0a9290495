import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Office } from '../../codebook/schema.ts';
import type { EntityKind } from '../document.ts';
import type { ActWords } from '../headline-verb.ts';
import { PhraseIndex, phraseKey } from '../phrases.ts';
import { spellings } from './spellings.ts';

/** What the codebook knows of a name. */
export interface KnownName {
  /** The codebook's own name for its bearer. */
  readonly name: string;
  readonly kind: EntityKind;
  readonly role: 'state' | 'capital' | 'seat' | 'city' | 'region' | 'world' | 'organisation' | 'people';
  readonly country: string | null;
  readonly sector: string | null;
}

export type Gender = 'female' | 'male';

/** The codebook's lists as names are found with them. */
export interface Gazetteer {
  readonly names: PhraseIndex<KnownName>;
  /** Offices, roles, bodies and populations, in lower case. */
  readonly titles: PhraseIndex<Office>;
  /** The codebook's lists of words by their names. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Titles that are written with a capital only, in lower case: "mp", "gen", "conservative". */
  readonly properTitles: ReadonlySet<string>;
  /** Adjectives of countries and peoples, for those whom they name. */
  readonly adjectives: PhraseIndex<KnownName>;
  readonly givenNames: ReadonlyMap<string, Gender | null>;
  readonly honorifics: ReadonlyMap<string, Gender | null>;
  /** Last words of names, and what bears such a name. */
  readonly lastWords: ReadonlyMap<string, EntityKind>;
  /** Those of them that are nouns for places, in lower case: "valley". */
  readonly placeNouns: ReadonlySet<string>;
  /** First words of names, and what bears such a name. */
  readonly firstWords: ReadonlyMap<string, EntityKind>;
  readonly particles: ReadonlySet<string>;
  /** What somebody may do: the first words of the codebook's verbs, and its nouns. */
  readonly acts: ActWords;
  /** What can stand before the name of a place as part of it: "North", "Kafr". */
  readonly prefixes: ReadonlySet<string>;
  /** Names of bodies whose men a report may call jihadists and extremists. */
  readonly militants: ReadonlySet<string>;
  /** The name of each country's capital, and of the country, by code. */
  readonly countries: ReadonlyMap<string, { readonly name: string; readonly capital: string | null }>;
}

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
    for (const phrase of [name, ...aliases].flatMap(spellings))
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
  return {
    names,
    titles,
    classes: wordClasses(codebook),
    properTitles: properTitles(codebook),
    adjectives,
    countries,
    militants: new Set(codebook.organisations.flatMap(({ name, militant }) => (militant ? name : []))),
    acts: {
      verbs: new Set(codebook.predicates.flatMap(({ verb }) => verb ?? []).map((phrase) => phrase.split(' ')[0])),
      nouns: new Set(codebook.predicates.flatMap(({ noun }) => noun ?? [])),
    },
    ...words(codebook),
  };
});

/** The codebook's lists of words by their names. */
export const wordClasses = memo(
  (codebook): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map(codebook.classes.map(({ name, words }) => [name, new Set(words)])),
);

/** Titles that the codebook writes with a capital, in lower case, as `Match.key` has them. */
export const properTitles = memo((codebook) => {
  const phrases = codebook.offices.flatMap(({ title, aliases }) => [title, ...aliases]);
  return new Set(phrases.filter((phrase) => /^\p{Lu}/u.test(phrase)).map((phrase) => phraseKey(phrase).toLowerCase()));
});

function words(codebook: Codebook) {
  const givenNames = new Map<string, Gender | null>();
  for (const { gender, names } of codebook.givenNames)
    for (const name of names) givenNames.set(name, gender === 'either' ? null : gender);
  const honorifics = new Map<string, Gender | null>();
  const lastWords = new Map<string, EntityKind>();
  const particles = new Set<string>();
  const prefixes = new Set<string>();
  const firstWords = new Map<string, EntityKind>();
  for (const { kind, gender, at, words } of codebook.nameWords)
    for (const word of words) {
      if (kind === 'honorific') honorifics.set(word, gender ?? null);
      else if (kind === 'particle') particles.add(word);
      else if (kind === 'prefix') prefixes.add(word);
      else (at === 'first' ? firstWords : lastWords).set(word, kind);
    }
  const places = [...lastWords.keys()].filter(
    (word) => lastWords.get(word) === 'place' && /^\p{Lu}\P{Lu}*$/u.test(word),
  );
  const placeNouns = new Set(places.map((word) => word.toLowerCase()));
  return { givenNames, honorifics, lastWords, placeNouns, firstWords, particles, prefixes };
}
