import type { Article, Provenance } from './article.ts';
import { isName, namesOf } from './authors.ts';
import { findDate } from './dates.ts';
import type { Facts } from './facts.ts';
import type { Given } from './given.ts';
import { type JsonObject, namesIn, typesOf } from './json-ld.ts';
import { titleOf } from './title.ts';
import { textOf } from './tree.ts';
import { readWords } from './words.ts';

export type Metadata = Pick<
  Article,
  'url' | 'publisher' | 'title' | 'authors' | 'published' | 'updated' | 'section' | 'image' | 'provenance'
> & { readonly language: string | null; readonly description: string | null };

type Field =
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
const { articleTypes, ...metaNames } = readWords<Record<Field | 'articleTypes', string[]>>('metadata');
const articles = new Set(articleTypes);

type Found<Value> = readonly [value: Value, from: Provenance] | null;

/**
 * Decides what is known about a page's article. The order of trust, for each value: what the page says to machines
 * about the article itself (JSON-LD, then meta tags, then microdata), then what it shows (`<time>`, byline, dateline),
 * then its address, then the feed that led to it, then what was given with the page. The title is what the page shows as its headline, where the
 * machines' title agrees with it. A value nobody gives stays null; a date is never today's.
 */
export function readMetadata(facts: Facts, objects: readonly JsonObject[], given: Given): Metadata {
  const base = given.url ?? facts.canonical;
  const url = addressOf(facts, objects, given);
  const article = mainArticle(objects, facts, url?.[0] ?? null);
  const title =
    titleOf(facts, article ? namesIn(article['headline'] ?? article['name'])[0] : undefined, metas(facts, 'title')) ??
    found(given.feed?.title, 'feed');
  const published = firstOf<string>([
    () => found(dateIn(article?.['datePublished'] ?? article?.['dateCreated']), 'jsonld'),
    () => found(firstDate(metas(facts, 'published')), 'meta'),
    () => found(firstDate(property(facts, 'datePublished', 'dateCreated')), 'microdata'),
    () => found(shownTime(facts), 'time'),
    () =>
      found(firstDate(facts.dates.map((element) => textOf(element)).filter((text) => text.length < 80)), 'dateline'),
    () => found(dateInAddress(url?.[0] ?? given.url), 'address'),
    () => found(dateIn(given.feed?.published), 'feed'),
    () => found(given.published, 'given'),
  ]);
  const updated = firstOf<string>([
    () => found(dateIn(article?.['dateModified']), 'jsonld'),
    () => found(firstDate(metas(facts, 'updated')), 'meta'),
    () => found(firstDate(property(facts, 'dateModified')), 'microdata'),
  ]);
  const authors = firstOf<string[]>([
    () => foundNames(namesIn(article?.['author'] ?? article?.['creator']), 'jsonld'),
    () => foundNames(metas(facts, 'authors'), 'meta'),
    () => foundNames(property(facts, 'author'), 'microdata'),
    () =>
      foundNames(
        facts.bylines.map((element) => textOf(element)).filter((text) => text.length < 120),
        'byline',
      ),
    () => foundNames([...(given.feed?.authors ?? [])], 'feed'),
  ]);
  const publisher = firstOf<string>([
    () => found(namesIn(article?.['publisher'])[0], 'jsonld'),
    () => found(metas(facts, 'publisher')[0], 'meta'),
    () => found(property(facts, 'publisher')[0], 'microdata'),
    () => found(given.feed?.publisher, 'feed'),
  ]);
  const section = firstOf<string>([
    () => found(namesIn(article?.['articleSection'])[0], 'jsonld'),
    () => found(metas(facts, 'section')[0], 'meta'),
    () => found(property(facts, 'articleSection')[0], 'microdata'),
  ]);
  const image = firstOf<string>([
    () => found(resolve(imageIn(article?.['image']), base), 'jsonld'),
    () => found(resolve(metas(facts, 'image')[0], base), 'meta'),
  ]);
  const language = firstOf<string>([
    () => found(languageTag(namesIn(article?.['inLanguage'])[0]), 'jsonld'),
    () => found(languageTag(facts.language), 'meta'),
    () => found(languageTag(metas(facts, 'language')[0]), 'meta'),
  ]);
  const known = { title, url, published, updated, authors, publisher, section, image, language };
  const provenance: Record<string, Provenance> = {};
  for (const [field, value] of Object.entries(known)) if (value) provenance[field] = value[1];
  return {
    title: title?.[0] ?? null,
    url: url?.[0] ?? null,
    published: published?.[0] ?? null,
    updated: updated?.[0] ?? null,
    authors: authors?.[0] ?? [],
    publisher: publisher?.[0] ?? null,
    section: section?.[0] ?? null,
    image: image?.[0] ?? null,
    language: language?.[0] ?? null,
    description: metas(facts, 'description')[0] ?? null,
    provenance,
  };
}

function firstOf<Value>(sources: readonly (() => Found<Value>)[]): Found<Value> {
  for (const source of sources) {
    const value = source();
    if (value) return value;
  }
  return null;
}

function found<Value>(value: Value | null | undefined, from: Provenance): Found<Value> {
  return value == null ? null : [value, from];
}

function foundNames(bylines: readonly string[], from: Provenance): Found<string[]> {
  const names = [...new Set(bylines.filter((byline) => !/^https?:|^@/.test(byline)).flatMap(namesOf))];
  return names.length === 0 ? null : [names.filter(isName), from];
}

function metas(facts: Facts, field: Field): string[] {
  return metaNames[field].flatMap((name) => facts.metas.get(name) ?? []);
}

function property(facts: Facts, ...names: string[]): string[] {
  return names.flatMap((name) => facts.properties.get(name) ?? []);
}

function firstDate(texts: readonly string[]): string | null {
  for (const text of texts) {
    const date = findDate(text);
    if (date) return date;
  }
  return null;
}

function dateIn(value: unknown): string | null {
  return firstDate(namesIn(value));
}

/** The first `<time>` with a machine-readable day. */
function shownTime(facts: Facts): string | null {
  return firstDate(facts.times.map(({ value }) => value));
}

function dateInAddress(url: string | null | undefined): string | null {
  const match =
    url?.match(/\/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?=[/_-]|$)/) ??
    url?.match(/\/((?:19|20)\d{2})\/(\w{3})\/(\d{1,2})(?=\/|$)/);
  return match
    ? findDate(/^\d/.test(match[2]!) ? `${match[1]}-${match[2]}-${match[3]}` : `${match[3]} ${match[2]} ${match[1]}`)
    : null;
}

function addressOf(facts: Facts, objects: readonly JsonObject[], given: Given): Found<string> {
  const base = given.url ?? null;
  return firstOf<string>([
    () => found(pageAddress(facts.canonical, base), 'meta'),
    () => found(pageAddress(metas(facts, 'url')[0], base), 'meta'),
    () =>
      found(
        pageAddress(mainEntity(objects.find((object) => typesOf(object).some((type) => articles.has(type)))), base),
        'jsonld',
      ),
    () => found(given.url, 'given'),
  ]);
}

/** An absolute address of a page; a home page is no article's address, whatever a page's canonical link says. */
function pageAddress(address: string | null | undefined, base: string | null): string | null {
  const absolute = resolve(address, base);
  return absolute && new URL(absolute).pathname.length > 1 ? absolute : null;
}

function resolve(address: string | null | undefined, base: string | null | undefined): string | null {
  if (!address) return null;
  const url = URL.parse(address, base ?? undefined);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

function mainEntity(article: JsonObject | undefined): string | undefined {
  const entity = article?.['mainEntityOfPage'];
  const value =
    typeof entity === 'object' && entity !== null ? (entity as JsonObject)['@id'] : (entity ?? article?.['url']);
  return typeof value === 'string' ? value : undefined;
}

function imageIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return imageIn(value[0]);
  return typeof value === 'object' && value !== null ? imageIn((value as JsonObject)['url']) : undefined;
}

/** The article that the page's JSON-LD describes: the one of this address or title where there are several. */
function mainArticle(objects: readonly JsonObject[], facts: Facts, url: string | null): JsonObject | null {
  const candidates = objects.filter((object) => typesOf(object).some((type) => articles.has(type)));
  if (candidates.length < 2) return candidates[0] ?? null;
  const shown = `${facts.title ?? ''} ${metas(facts, 'title').join(' ')}`;
  return (
    candidates.find((candidate) => url !== null && (mainEntity(candidate) === url || candidate['url'] === url)) ??
    candidates.find((candidate) => namesIn(candidate['headline']).some((headline) => shown.includes(headline))) ??
    candidates[0]!
  );
}

function languageTag(value: string | null | undefined): string | null {
  const match = value?.trim().match(/^([a-z]{2,3})(?:[-_]|$)/i);
  return match ? match[1]!.toLowerCase() : null;
}
