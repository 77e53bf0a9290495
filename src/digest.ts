import { createHash } from 'node:crypto';

/** A digest that changes when the content of any of the files does. */
export function digestOf(files: readonly { readonly text: string }[]): string {
  const hash = createHash('sha256');
  for (const { text } of files) hash.update(text).update('\0');
  return hash.digest('hex');
}
