import type { Limits } from './limits.ts';

/** What a feed or a sitemap says of an article. */
export interface FeedFacts {
  readonly title: string | null;
  readonly authors: readonly string[];
  /** As written there. */
  readonly published: string | null;
  readonly publisher: string | null;
}

/** What is known about the bytes of a page besides the bytes. */
export interface Given {
  /** The path as given, for `Article.file`. */
  readonly file?: string | null;
  /** The address that the bytes came from. */
  readonly url?: string | null;
  /** The day or time for articles whose page has none. */
  readonly published?: string | null;
  /** The transport's `Content-Type`. */
  readonly contentType?: string | null;
  /** Number of the first line, where the bytes are a part of a JSON Lines file. */
  readonly firstLine?: number;
  /** What the feed said that led to the page; it fills in what the page leaves out. */
  readonly feed?: FeedFacts | null;
  readonly limits?: Partial<Limits>;
}
