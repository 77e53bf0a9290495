/** A stretch of text, `[start, end)` in UTF-16 code units of the article's `text`. */
export type Span = readonly [start: number, end: number];

/** `headline` is the article's title; `credit` says who took the picture of the caption above it. */
export type BlockKind = 'headline' | 'dek' | 'paragraph' | 'quote' | 'listItem' | 'caption' | 'credit';

/** One block of an article: a headline, a paragraph, a caption. Blocks are in reading order and do not overlap. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** True for a paragraph that is a heading inside the text. */
  readonly heading?: true;
}

/** Where a known value was found, the most trusted first. */
export type Provenance =
  | 'jsonld'
  | 'meta'
  | 'microdata'
  | 'time'
  | 'byline'
  | 'dateline'
  | 'address'
  | 'text'
  | 'feed'
  | 'given';

/**
 * A news article as the page stage gives it: its text is its blocks with a blank line between them.
 * A JSON Lines article keeps the text it came with to the character; its blocks are then the runs between line breaks.
 */
export interface Article {
  /** Stable: the same page read twice gives the same id. */
  readonly id: string;
  /** The path as given on the command line; null where the bytes came from elsewhere. */
  readonly file: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  /** A day (`2025-03-20`) or an ISO 8601 time, with its zone as far as given. Never invented. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly section: string | null;
  /** Address of the lead image. */
  readonly image: string | null;
  readonly language: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** For each known field, where its value was found. */
  readonly provenance: Readonly<Partial<Record<string, Provenance>>>;
}
