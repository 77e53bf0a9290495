import type { Facts } from './facts.ts';
import type { Given } from './given.ts';
import type { JsonObject } from './json-ld.ts';
import { type Found, firstOf, found, metas } from './metadata.ts';

/** The page's own address: its canonical link, what its meta tags or JSON-LD say, else where it came from. */
export function addressOf(facts: Facts, article: JsonObject | null, given: Given): Found<string> {
  const base = given.url ?? null;
  return firstOf<string>([
    () => found(pageAddress(facts.canonical, base), 'meta'),
    () => found(pageAddress(metas(facts, 'url')[0], base), 'meta'),
    () => found(pageAddress(mainEntity(article), base), 'jsonld'),
    () => found(given.url, 'given'),
  ]);
}

/** An absolute web address; null for anything else. */
export function resolve(address: string | null | undefined, base: string | null | undefined): string | null {
  if (!address) return null;
  const url = URL.parse(address, base ?? undefined);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** An absolute address of a page; a home page is no article's address, whatever a page's canonical link says. */
function pageAddress(address: string | null | undefined, base: string | null): string | null {
  const absolute = resolve(address, base);
  return absolute && new URL(absolute).pathname.length > 1 ? absolute : null;
}

function mainEntity(article: JsonObject | null): string | undefined {
  const entity = article?.['mainEntityOfPage'];
  const value =
    typeof entity === 'object' && entity !== null ? (entity as JsonObject)['@id'] : (entity ?? article?.['url']);
  return typeof value === 'string' ? value : undefined;
}
