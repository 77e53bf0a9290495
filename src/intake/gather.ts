import { decode } from '../page/encoding.ts';
import { BrokenInput, PageError } from '../page/errors.ts';
import type { FeedFacts } from '../page/given.ts';
import { type FeedEntry, isFeed, readFeed } from './feed.ts';
import { gatherPath, gatherStream, isPacked, unpacked } from './files.ts';
import { type Gathered, type GatheredPage, type GatherOptions, missed, page } from './gathered.ts';
import { isSitemap, readSitemap, type Sitemap } from './sitemap.ts';
import { FetchError } from './web/errors.ts';
import type { Fetcher } from './web/fetcher.ts';

/** Sitemaps within sitemaps that are followed. */
const SITEMAP_DEPTH = 3;

/**
 * The pages behind what was named: files, folders, `-` for standard input, http and https addresses; feeds, sitemaps
 * and archives give the pages in them. In the order of the names; what cannot be had is told and passed over.
 */
export async function* gather(
  names: readonly string[],
  fetcher: Fetcher,
  options: GatherOptions,
): AsyncGenerator<Gathered> {
  for (const name of names) {
    for await (const found of gatherName(name, fetcher, options)) {
      if (found.kind === 'page') yield* opened(found, fetcher, options, SITEMAP_DEPTH);
      else yield found;
    }
  }
}

export function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

async function* gatherName(name: string, fetcher: Fetcher, options: GatherOptions): AsyncGenerator<Gathered> {
  if (name === '-') yield await gatherStream('standard input', options.stdin, options);
  else if (isAddress(name)) yield await gatherAddress(name, null, fetcher, options);
  else if (/^[a-z][a-z\d+.-]+:\/\//i.test(name)) yield missed(name, 'only http and https addresses are read');
  else yield* gatherPath(name, options);
}

async function gatherAddress(
  url: string,
  feed: FeedFacts | null,
  fetcher: Fetcher,
  { known, bytes: largest }: GatherOptions,
): Promise<Gathered> {
  try {
    const got = await fetcher.get(url, (await known(url)) ?? undefined);
    if (!got) return { kind: 'unchanged', name: url };
    const { etag, lastModified, contentType } = got;
    // Sitemaps are often packed files, which is another thing than a packed answer.
    const bytes = isPacked(got.bytes) ? await unpacked(got.bytes, largest) : got.bytes;
    return page(url, bytes, { url: got.url, contentType, feed }, { etag, lastModified });
  } catch (error) {
    if (error instanceof FetchError || error instanceof BrokenInput) return missed(url, error.message);
    throw error;
  }
}

/** A page as it is; a feed's or sitemap's pages in its place. */
async function* opened(
  found: GatheredPage,
  fetcher: Fetcher,
  options: GatherOptions,
  depth: number,
): AsyncGenerator<Gathered> {
  // Without its zeros, UTF-16 shows its markup, too.
  const head = Buffer.from(found.bytes.subarray(0, 4_000)).toString('latin1').replaceAll('\0', '');
  if (isSitemap(head)) yield* openedSitemap(found, fetcher, options, depth);
  else if (isFeed(head)) yield* openedFeed(found, fetcher, options);
  else yield found;
}

async function* openedFeed(found: GatheredPage, fetcher: Fetcher, options: GatherOptions): AsyncGenerator<Gathered> {
  let entries: FeedEntry[];
  try {
    entries = await readFeed(textOf(found), found.given.url ?? null);
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    yield missed(found.name, error.message);
    return;
  }
  let unread = 0;
  for (const { url, facts, html } of entries) {
    const name = `${found.name}, ${url ?? facts.title ?? 'entry without an address'}`;
    if (html)
      yield page(name, Buffer.from(`<!doctype html><body><article>${html}</article>`), {
        ...found.given,
        url,
        contentType: 'text/html',
        feed: facts,
      });
    else if (url && options.follow) yield await gatherAddress(url, facts, fetcher, options);
    else unread++;
  }
  if (unread > 0) yield missed(found.name, unreadAddresses(unread));
}

async function* openedSitemap(
  found: GatheredPage,
  fetcher: Fetcher,
  options: GatherOptions,
  depth: number,
): AsyncGenerator<Gathered> {
  let sitemap: Sitemap;
  try {
    sitemap = readSitemap(textOf(found));
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    yield missed(found.name, error.message);
    return;
  }
  const { pages, sitemaps } = sitemap;
  if (!options.follow) {
    yield missed(found.name, unreadAddresses(pages.length + sitemaps.length));
    return;
  }
  for (const { url, facts } of pages) yield await gatherAddress(url, facts, fetcher, options);
  for (const url of depth > 1 ? sitemaps : []) {
    const inner = await gatherAddress(url, null, fetcher, options);
    if (inner.kind === 'page') yield* opened(inner, fetcher, options, depth - 1);
    else yield inner;
  }
}

/** Feeds and sitemaps are in any encoding, as pages are. */
function textOf({ bytes, given }: GatheredPage): string {
  return decode(bytes, given.contentType ?? undefined);
}

function unreadAddresses(count: number): string {
  return `${count} ${count === 1 ? 'entry' : 'entries'} without the article's text; give --follow to read their addresses`;
}
