import { resolve } from './address.ts';
import type { Article, Provenance } from './article.ts';
import { namesOf, singleName } from './authors.ts';
import type { Facts } from './facts.ts';
import type { Given } from './given.ts';
import { type JsonObject, namesIn, typesOf } from './json-ld.ts';
import { firstDate, publishedOf, shownUpdates } from './published.ts';
import { type Element, textOf } from './tree.ts';
import { readWords } from './words.ts';

export type Field =
  | 'title'
  | 'published'
  | 'updated'
  | 'authors'
  | 'publisher'
  | 'section'
  | 'image'
  | 'url'
  | 'language'
  | 'description';
const metaNames = readWords<Record<Field, string[]>>('metadata');

export type Metadata = Pick<
  Article,
  'publisher' | 'authors' | 'published' | 'updated' | 'section' | 'image' | 'provenance'
> & { readonly language: string | null };

/** Where on the page an article stands, by element index, and the lines between its headline and its text. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly headLines: readonly string[];
  /** What opens its first paragraph: "BEIRUT, March 20, 2025 (Reuters)". */
  readonly dateline: string | null;
}

/** A value with where it was found. */
export type Found<Value> = readonly [value: Value, from: Provenance] | null;

/**
 * Decides what is known about a page's article. The order of trust, for each value: what the page says to machines
 * about the article itself (JSON-LD, then meta tags, then microdata), then what it shows beside the article (`<time>`,
 * byline, dateline, a line of text), then the feed that led to it, then its address, then what was given with the page. A value
 * nobody gives stays null; a date is never today's.
 */
export function readMetadata(
  facts: Facts,
  article: JsonObject | null,
  url: string | null,
  place: Place,
  given: Given,
): Metadata {
  const here = ({ element }: { element: Element }) => element.index >= place.from && element.index <= place.to;
  const property = (...names: string[]) =>
    names.flatMap((name) => (facts.properties.get(name) ?? []).filter(here).map(({ value }) => value));
  const publisher = firstOf<string>([
    () => found(namesIn(article?.['publisher'])[0], 'jsonld'),
    () => found(metas(facts, 'publisher')[0], 'meta'),
    () => found(property('publisher')[0], 'microdata'),
    () => found(given.feed?.publisher, 'feed'),
    () => found(url ? new URL(url).hostname.replace(/^www\./, '') : null, 'address'),
  ]);
  const published = publishedOf(facts, article, url, place, given);
  const updated = firstOf<string>([
    () => found(firstDate(namesIn(article?.['dateModified'])), 'jsonld'),
    () => found(firstDate(metas(facts, 'updated')), 'meta'),
    () => found(firstDate(property('dateModified')), 'microdata'),
    ...shownUpdates(facts, place),
  ]);
  const persons = (bylines: readonly string[], from: Provenance): Found<string[]> => {
    const site = publisher?.[0].toLowerCase();
    const names = bylines.filter((byline) => !/^(?:https?:|@)/.test(byline)).flatMap(namesOf);
    const known = names.filter((name) => name.toLowerCase() !== site);
    return known.length === 0 ? null : [distinct(known), from];
  };
  const author = article?.['author'] ?? article?.['creator'];
  const authors = firstOf<string[]>([
    () => persons(personNames(author), 'jsonld'),
    () => statedPersons(author, article?.['publisher']),
    () => persons(metas(facts, 'authors'), 'meta'),
    () => persons(authorProperties(facts, here), 'microdata'),
    () => persons(bylinesOf(facts.bylines.filter((element) => here({ element }))), 'byline'),
    () =>
      persons(
        place.headLines
          .flatMap((line) => line.split(/\s[|•·]\s/, mostParts))
          .filter((part) => /\bby/i.test(part.slice(0, 20))),
        'byline',
      ),
    () => persons(personNames(article?.['account']), 'jsonld'),
    () => persons(given.feed?.authors ?? [], 'feed'),
  ]);
  const section = firstOf<string>([
    () => found(namesIn(article?.['articleSection'])[0], 'jsonld'),
    () => found(metas(facts, 'section')[0], 'meta'),
    () => found(property('articleSection')[0], 'microdata'),
  ]);
  const image = firstOf<string>([
    () => found(resolve(imageIn(article?.['image']), url), 'jsonld'),
    () => found(resolve(metas(facts, 'image')[0], url), 'meta'),
  ]);
  const language = firstOf<string>([
    () => found(languageTag(namesIn(article?.['inLanguage'])[0]), 'jsonld'),
    () => found(languageTag(facts.language), 'meta'),
    () => found(languageTag(metas(facts, 'language')[0]), 'meta'),
  ]);
  const known = { published, updated, authors, publisher, section, image, language };
  const provenance: Record<string, Provenance> = {};
  for (const [field, value] of Object.entries(known)) if (value) provenance[field] = value[1];
  return {
    published: published?.[0] ?? null,
    updated: updated?.[0] ?? null,
    authors: authors?.[0] ?? [],
    publisher: publisher?.[0] ?? null,
    section: section?.[0] ?? null,
    image: image?.[0] ?? null,
    language: language?.[0] ?? null,
    provenance,
  };
}

/** Contents of the meta tags that give a field, the most trusted first. */
export function metas(facts: Facts, field: Field): string[] {
  return metaNames[field].flatMap((name) => facts.metas.get(name) ?? []);
}

export function firstOf<Value>(sources: readonly (() => Found<Value>)[]): Found<Value> {
  for (const source of sources) {
    const value = source();
    if (value) return value;
  }
  return null;
}

export function found<Value>(value: Value | null | undefined, from: Provenance): Found<Value> {
  return value == null ? null : [value, from];
}

function distinct(names: readonly string[]): string[] {
  return names.filter(
    (name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index,
  );
}

/** Names of an author field, without those that it says are organisations. */
function personNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(personNames);
  if (isOfType(value, /Organi[sz]ation/)) return [];
  return namesIn(value);
}

/** Persons that a page calls persons: they may have one name only, or give theirs to the site. */
function statedPersons(author: unknown, publisher: unknown): Found<string[]> {
  const stated = (Array.isArray(author) ? author.slice(0, mostBylines) : [author]).filter((value) =>
    isOfType(value, /^Person$/),
  );
  const isSite = isOfType(publisher, /Organi[sz]ation/) ? namesIn(publisher) : [];
  const names = namesIn(stated)
    .filter((name) => !isSite.includes(name))
    .flatMap((text) => {
      const names = namesOf(text);
      return names.length > 0 ? names : (singleName(text) ?? []);
    });
  return names.length === 0 ? null : [distinct(names), 'jsonld'];
}

function isOfType(value: unknown, type: RegExp): boolean {
  return typeof value === 'object' && value !== null && typesOf(value as JsonObject).some((name) => type.test(name));
}

/** Microdata authors: by the name that stands inside them, where one does. */
function authorProperties(facts: Facts, here: (fact: { element: Element }) => boolean): string[] {
  const names = (facts.properties.get('name') ?? []).filter(here).slice(0, mostBylines);
  return (facts.properties.get('author') ?? [])
    .filter(here)
    .slice(0, mostBylines)
    .flatMap(({ value, element }) => {
      const inside = names.filter((name) => name.element !== element && isInside(name.element, element));
      if (inside.length > 0) return inside.map((name) => name.value);
      return [element.children.length > 0 ? textOf(element, '\n') : value];
    });
}

function isInside(element: Element, outer: Element): boolean {
  let parent: Element | null = element;
  while (parent && parent !== outer) parent = parent.parent;
  return parent === outer;
}

const longestByline = 160;
/** Bylines, names and dates that are looked at. */
const mostBylines = 50;

/** Parts of a line that bars set apart: "12:15 CET | By Jane Doe". */
const mostParts = 5;

/** The first byline's text, with those of its siblings: co-authors often stand in elements of their own. */
function bylinesOf(elements: readonly Element[]): string[] {
  const bylines = elements
    .slice(0, mostBylines)
    .map((element) => ({ element, text: textOf(element, '\n') }))
    .filter(({ text }) => text.length <= longestByline);
  const first = bylines.find(({ text }) => namesOf(text).length > 0);
  return first ? bylines.filter(({ element }) => element.parent === first.element.parent).map(({ text }) => text) : [];
}

function imageIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return imageIn(value[0]);
  return typeof value === 'object' && value !== null ? imageIn((value as JsonObject)['url']) : undefined;
}

function languageTag(value: string | null | undefined): string | null {
  const match = value?.trim().match(/^([a-z]{2,3})(?:[-_]|$)/i);
  return match ? match[1]!.toLowerCase() : null;
}
