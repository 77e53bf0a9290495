import { createHash } from 'node:crypto';

/**
 * An article's id: the same for the same page on every machine. An article's address is its identity, so that a
 * page saved twice is one article; without an address its words are.
 */
export function articleId(parts: readonly (string | null)[]): string {
  return createHash('sha256')
    .update(parts.map((part) => part ?? '').join('\n'))
    .digest('hex')
    .slice(0, 16);
}
