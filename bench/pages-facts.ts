import { createHash } from 'node:crypto';

/** What a page shows about its article, read off by eye: the headline as a digest, the day, the persons. */
export interface PageFacts {
  readonly name: string;
  readonly title: string;
  readonly published: string | null;
  readonly authors: readonly string[];
}

/** A title's digest: the bench holds no text of other people's pages. */
export function titleDigest(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return createHash('sha256').update(words).digest('hex').slice(0, 12);
}
