import type { parseFeed } from 'feedsmith';
import { Parser } from 'htmlparser2';
import { BrokenInput, LimitExceeded } from '../page/errors.ts';
import type { FeedFacts } from '../page/given.ts';
import { defaultLimits } from '../page/limits.ts';

/** An entry of a feed: its whole article as HTML, or only the address where that is to be had. */
export interface FeedEntry {
  readonly url: string | null;
  readonly facts: FeedFacts;
  /** The article's HTML; null where the feed has a summary only. */
  readonly html: string | null;
}

/** Fewest characters of text that are taken for an article in a field for summaries; what is shorter is a summary. */
const ARTICLE_LENGTH = 600;
/** The same in a field for the whole content, since wire reports are short. */
const CONTENT_LENGTH = 200;
/** How a text ends that goes on elsewhere. */
const CUT_OFF = /(?:…|\.\.\.|\[[….]+\]|(?:read|continue|see) (?:more|reading|full)\b[^.]{0,60})\s*»?\s*$/i;

/** Whether text is a feed: RSS, RDF, Atom or JSON Feed. */
export function isFeed(text: string): boolean {
  const head = text.slice(0, 2_000);
  return (
    /<(?:rss|rdf:RDF|feed)[\s>]/i.test(head) || /^\s*\{[^{]*"version"\s*:\s*"https?:\/\/jsonfeed\.org\//.test(head)
  );
}

/**
 * The entries of a feed, in its order.
 * @param base address of the feed, for entries whose own address is relative
 * @throws BrokenInput where it cannot be parsed
 */
export async function readFeed(text: string, base: string | null): Promise<FeedEntry[]> {
  // Loaded where there is a feed: most pages are none, and it takes longer to load than to read one.
  const { parseFeed } = await import('feedsmith');
  try {
    const parsed = parseFeed(text);
    const entries = entriesOf(parsed).map(({ url, ...entry }) => ({ ...entry, url: absolute(url, base) }));
    return entries.map(({ url, html, ...facts }) => ({ url, facts, html }));
  } catch (error) {
    throw new BrokenInput(`a feed that cannot be read (${error instanceof Error ? error.message : error})`);
  }
}

interface Entry extends FeedFacts {
  readonly url: string | null;
  readonly html: string | null;
}

/** What the formats call by different names. */
function entriesOf(parsed: ReturnType<typeof parseFeed<string>>): Entry[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        url: item.link ?? (item.guid?.isPermaLink ? item.guid.value : undefined) ?? null,
        title: item.title ?? null,
        authors: names([...(item.dc?.creators ?? []), ...(item.authors ?? []).map((author) => plainName(author))]),
        published: item.pubDate ?? item.dc?.dates?.[0] ?? null,
        publisher: parsed.feed.title ?? null,
        html: wholeOf(item.content?.encoded, item.description),
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => ({
        url: item.link ?? null,
        title: item.title ?? null,
        authors: names(item.dc?.creators ?? []),
        published: item.dc?.dates?.[0] ?? null,
        publisher: parsed.feed.title ?? null,
        html: wholeOf(item.content?.encoded, item.description),
      }));
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        url: entry.links?.find(({ rel }) => !rel || rel === 'alternate')?.href ?? null,
        title: plain(entry.title?.value),
        authors: names((entry.authors ?? []).map(({ name }) => name)),
        published: entry.published ?? entry.updated ?? null,
        publisher: plain(parsed.feed.title?.value),
        html: wholeOf(entry.content?.value, entry.summary?.value),
      }));
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        url: item.url ?? null,
        title: item.title ?? null,
        authors: names((item.authors ?? []).map(({ name }) => name)),
        published: item.date_published ?? null,
        publisher: parsed.feed.title ?? null,
        html: wholeOf(item.content_html ?? (item.content_text && paragraphs(item.content_text)), item.summary),
      }));
  }
}

function absolute(url: string | null, base: string | null): string | null {
  const given = url?.trim();
  return given && URL.canParse(given, base ?? undefined) ? new URL(given, base ?? undefined).href : null;
}

/** An entry's whole article: what stands in the field for it, or in that for summaries where it is as long as an article. */
function wholeOf(content: string | undefined, summary: string | undefined): string | null {
  if (isWhole(content, CONTENT_LENGTH) && (content?.length ?? 0) >= (summary?.length ?? 0)) return content!;
  return isWhole(summary, ARTICLE_LENGTH) ? summary! : null;
}

function isWhole(html: string | undefined, least: number): boolean {
  const text = plain(html);
  return text !== null && text.length >= least && !CUT_OFF.test(text);
}

function names(given: readonly (string | undefined)[]): string[] {
  return [...new Set(given.map((name) => name?.trim()).filter((name): name is string => !!name))];
}

/** RSS authors are mail addresses with the name in brackets: "desk@gazette.example (Ada Moreno)". */
function plainName(author: string | { name?: string }): string | undefined {
  if (typeof author !== 'string') return author.name;
  return author.includes('@') ? author.match(/\(([^)]+)\)/)?.[1] : author;
}

function plain(html: string | null | undefined): string | null {
  if (!html) return null;
  let text = '';
  let depth = 0;
  const parser = new Parser({
    ontext: (content) => (text += content),
    onopentagname() {
      if (++depth > defaultLimits.depth) throw new LimitExceeded('an entry nested too deep');
    },
    onclosetag: () => depth--,
  });
  parser.end(html);
  return text.replace(/\s+/g, ' ').trim();
}

function paragraphs(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}
