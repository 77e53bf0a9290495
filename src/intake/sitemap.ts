import { Parser } from 'htmlparser2';
import { BrokenInput } from '../page/errors.ts';
import type { FeedFacts } from '../page/given.ts';

/** A page that a sitemap names, with what its news extension says of it. */
export interface SitemapPage {
  readonly url: string;
  readonly facts: FeedFacts;
}

export interface Sitemap {
  readonly pages: readonly SitemapPage[];
  /** Addresses of further sitemaps, where this is an index of them. */
  readonly sitemaps: readonly string[];
}

/** Sitemaps are four elements deep. */
const deepest = 100;
/** A value that is longer is none of those that are asked for. */
const longestValue = 4_000;

/** Whether text is a sitemap or an index of sitemaps (sitemaps.org). */
export function isSitemap(text: string): boolean {
  return /<(?:urlset|sitemapindex)[\s>]/i.test(text.slice(0, 2_000));
}

/**
 * The addresses of a sitemap, in its order. What is no address is left out. Read without building a tree.
 * @throws BrokenInput where it is nested like no sitemap
 */
export function readSitemap(text: string): Sitemap {
  const pages: SitemapPage[] = [];
  const sitemaps: string[] = [];
  let values = new Map<string, string>();
  let field: string | null = null;
  let depth = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (++depth > deepest)
          throw new BrokenInput(`a sitemap that cannot be read (nested deeper than ${deepest} elements)`);
        if (name === 'url' || name === 'sitemap') values = new Map();
        field = fields.has(name) && !values.has(name) ? name : null;
      },
      ontext(content) {
        if (field === null) return;
        const value = (values.get(field) ?? '') + content;
        if (value.length <= longestValue) values.set(field, value);
      },
      onclosetag(name) {
        depth--;
        field = null;
        if (name !== 'url' && name !== 'sitemap') return;
        const url = addressIn(values);
        if (url && name === 'sitemap') sitemaps.push(url);
        if (url && name === 'url') pages.push({ url, facts: factsIn(values) });
        values = new Map();
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return { pages, sitemaps };
}

const fields = new Set(['loc', 'news:title', 'news:publication_date', 'news:name']);

function addressIn(values: ReadonlyMap<string, string>): string | null {
  const location = values.get('loc')?.trim();
  return location && URL.canParse(location) ? new URL(location).href : null;
}

function factsIn(values: ReadonlyMap<string, string>): FeedFacts {
  const value = (name: string) => values.get(name)?.trim() || null;
  return {
    title: value('news:title'),
    authors: [],
    published: value('news:publication_date'),
    publisher: value('news:name'),
  };
}
