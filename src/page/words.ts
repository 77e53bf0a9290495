import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { digestOf } from '../digest.ts';

const folder = new URL('./words/', import.meta.url);
export const snapshotFile = new URL('compiled.json', folder);

/** The word lists by name, and a digest of the files that they stand in. */
export interface WordsSnapshot {
  readonly digest: string;
  readonly lists: Readonly<Record<string, unknown>>;
}

const lists = (snapshot() ?? (await compileWords())).lists;

/** One of the word lists of `words/`: what a newsroom's pages say is data, not code. */
export function readWords<Shape>(name: string): Shape {
  return lists[name] as Shape;
}

/** The word lists out of their files. The parser for these takes longer to load than all else that a page needs. */
export async function compileWords(): Promise<WordsSnapshot> {
  const { parse } = await import('yaml');
  const files = wordFiles();
  return {
    digest: digestOf(files),
    lists: Object.fromEntries(files.map(({ name, text }) => [name, parse(text)])),
  };
}

/** The lists as set-up has compiled them, unless their files have changed since. */
function snapshot(): WordsSnapshot | null {
  if (!existsSync(snapshotFile)) return null;
  const compiled: WordsSnapshot = JSON.parse(readFileSync(snapshotFile, 'utf8'));
  return compiled.digest === digestOf(wordFiles()) ? compiled : null;
}

function wordFiles(): { name: string; text: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ name: file.slice(0, -5), text: readFileSync(new URL(file, folder), 'utf8') }));
}
