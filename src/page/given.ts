import type { Limits } from './limits.ts';

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
  readonly limits?: Partial<Limits>;
}
