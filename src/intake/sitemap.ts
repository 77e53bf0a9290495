import type { Element } from 'domhandler';
import { getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
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

/** Whether text is a sitemap or an index of sitemaps (sitemaps.org). */
export function isSitemap(text: string): boolean {
  return /<(?:urlset|sitemapindex)[\s>]/i.test(text.slice(0, 2_000));
}

/** The addresses of a sitemap, in its order. What is no address is left out. */
export function readSitemap(text: string): Sitemap {
  const root = parseDocument(text, { xmlMode: true });
  const elements = (name: string) => getElementsByTagName(name, root, true);
  return {
    pages: elements('url').flatMap((element) => {
      const url = address(element);
      return url ? [{ url, facts: newsFacts(element) }] : [];
    }),
    sitemaps: elements('sitemap').flatMap((element) => address(element) ?? []),
  };
}

function address(element: Element): string | null {
  const location = value(element, 'loc');
  return location && URL.canParse(location) ? new URL(location).href : null;
}

function newsFacts(element: Element): FeedFacts {
  return {
    title: value(element, 'news:title'),
    authors: [],
    published: value(element, 'news:publication_date'),
    publisher: value(element, 'news:name'),
  };
}

function value(element: Element, name: string): string | null {
  const [found] = getElementsByTagName(name, element, true, 1);
  return found ? textContent(found).trim() || null : null;
}
