import { addressOf } from './address.ts';
import type { Facts } from './facts.ts';
import type { Given } from './given.ts';
import { type JsonObject, namesIn, typesOf } from './json-ld.ts';
import { metas } from './metadata.ts';
import { readWords } from './words.ts';

const articles = new Set(readWords<{ articleTypes: string[] }>('metadata').articleTypes);

/** The articles that a page's JSON-LD describes. */
export function articleObjects(objects: readonly JsonObject[]): JsonObject[] {
  return objects.filter((object) => typesOf(object).some((type) => articles.has(type)));
}

/**
 * The article that the page is about: the one of this address or title where its JSON-LD describes several. What it
 * leaves out is taken from further objects that describe the same article.
 */
export function mainArticle(objects: readonly JsonObject[], facts: Facts, given: Given): JsonObject | null {
  const main = chosen(objects, facts, given);
  if (!main) return null;
  // Who is only referred to is often the account that put the page up: known apart from an author named in place.
  const account = referred(main.author, objects);
  return { ...main, publisher: referred(main.publisher, objects), ...(account !== main.author && { account }) };
}

/** What a value stands for that only refers to an object elsewhere on the page: `{"@id": "#person-1"}`. */
function referred(value: unknown, objects: readonly JsonObject[]): unknown {
  if (typeof value !== 'object' || value === null || 'name' in value) return value;
  const { '@id': id } = value as JsonObject;
  if (typeof id !== 'string') return value;
  return objects.find((object) => object['@id'] === id && 'name' in object) ?? value;
}

function chosen(objects: readonly JsonObject[], facts: Facts, given: Given): JsonObject | null {
  const candidates = articleObjects(objects);
  if (candidates.length < 2) return candidates[0] ?? null;
  const url = addressOf(facts, null, given)?.[0];
  const shown = `${facts.title ?? ''} ${metas(facts, 'title').join(' ')}`;
  const main =
    candidates.find(
      (candidate) => url && [candidate.url, candidate['@id'], candidate.mainEntityOfPage].includes(url),
    ) ??
    candidates.find((candidate) => namesIn(candidate.headline).some((headline) => shown.includes(headline))) ??
    candidates[0]!;
  const headline = namesIn(main.headline)[0];
  let merged = main;
  for (const candidate of candidates) {
    if (candidate === main || !headline || namesIn(candidate.headline)[0] !== headline) continue;
    merged = { ...candidate, ...merged, author: authorsOf(merged) ?? candidate.author };
  }
  return merged;
}

/** An author field that names somebody; a mere reference to an object elsewhere does not. */
function authorsOf(article: JsonObject): unknown {
  return namesIn(article.author).length > 0 ? article.author : undefined;
}
