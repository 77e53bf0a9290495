import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../digest.ts';
import type { Codebook } from './codebook.ts';
import type { CodebookData, SectionName } from './schema.ts';

const OWN_FOLDER = fileURLToPath(new URL('./data', import.meta.url));
const SNAPSHOT = fileURLToPath(new URL('./compiled.json', import.meta.url));

export interface CodebookFile {
  /** Path relative to the codebook's folder. */
  readonly path: string;
  readonly text: string;
}

export interface Snapshot {
  /** Digest of the files it was compiled from. */
  readonly digest: string;
  readonly data: CodebookData;
}

/** The YAML files of a codebook folder, by path. */
export function codebookFiles(folder: string = OWN_FOLDER): CodebookFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path: relative('.', join(folder, path)), text: readFileSync(join(folder, path), 'utf8') }));
}

/** Our own codebook from its YAML files. YAML and schema are loaded only here: a start from the snapshot needs neither. */
export async function compile(files: readonly CodebookFile[]): Promise<Snapshot> {
  return { digest: digestOf(files), data: await merge(null, files) };
}

async function merge(base: CodebookData | null, files: readonly CodebookFile[]): Promise<CodebookData> {
  const [{ CodebookError, parseCodebookFile }, { keyOf, sections }] = await Promise.all([
    import('./parse.ts'),
    import('./schema.ts'),
  ]);
  const names = Object.keys(sections) as SectionName[];
  const merged = new Map(
    names.map((name): [SectionName, Map<string, unknown>] => [
      name,
      new Map((base?.[name] ?? []).map((entry) => [keyOf[name](entry as never), entry])),
    ]),
  );
  const places = new Map<string, string>();
  for (const file of files) {
    for (const [name, entries] of Object.entries(parseCodebookFile(file.path, file.text))) {
      const section = name as SectionName;
      for (const { entry, line } of entries) {
        const key = keyOf[section](entry as never);
        const before = places.get(`${section} ${key}`);
        if (before) throw new CodebookError(file.path, line, `${section}: "${key}" stands at ${before} already`);
        places.set(`${section} ${key}`, `${file.path}:${line}`);
        merged.get(section)!.set(key, entry);
      }
    }
  }
  return Object.fromEntries(names.map((name) => [name, [...merged.get(name)!.values()]])) as unknown as CodebookData;
}

/**
 * The codebook: ours, with the entries of `overrides` (a folder of YAML files) added or, where they have the same key, taking our place.
 * Throws `CodebookError` naming file and line where an entry is not valid.
 */
export async function loadCodebook(options: { overrides?: string } = {}): Promise<Codebook> {
  const files = codebookFiles();
  const shipped = existsSync(SNAPSHOT) ? (JSON.parse(readFileSync(SNAPSHOT, 'utf8')) as Snapshot) : null;
  const own = shipped?.digest === digestOf(files) ? shipped.data : (await compile(files)).data;
  return options.overrides ? merge(own, codebookFiles(options.overrides)) : own;
}
