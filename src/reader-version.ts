import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReaderOptions } from './read.ts';

const STAGES = ['page', 'language', 'codebook', 'coding'];

/**
 * A name for the present way of reading: it changes when anything changes that a reading depends on, be it code,
 * codebook or model. What another version read is read again when it is added again.
 */
export function readerVersion({ codebook }: ReaderOptions = {}): string {
  const hash = createHash('sha256');
  const folders = STAGES.map((stage) => fileURLToPath(new URL(`./${stage}/`, import.meta.url)));
  for (const folder of codebook ? [...folders, codebook] : folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      // The compiled codebook may be there or not: what it is made from counts. Tests and what they share do not.
      .filter(
        ({ name, parentPath }) =>
          !name.includes('.test.') && basename(parentPath) !== 'testing' && name !== 'compiled.json',
      )
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) hash.update(file.slice(folder.length)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
