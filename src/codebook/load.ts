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

/** A path as it is named to people: from where they are, unless it lies elsewhere. */
function shown(path: string): string {
  const near = relative('.', path);
  return near.startsWith('..') ? path : near;
}

/** The YAML files of a codebook folder, by path. */
export function codebookFiles(folder: string = OWN_FOLDER): CodebookFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path: shown(join(folder, path)), text: readFileSync(join(folder, path), 'utf8') }));
}

/** Our own codebook from its YAML files. YAML and schema are loaded only here: a start from the snapshot needs neither. */
export async function compile(files: readonly CodebookFile[]): Promise<Snapshot> {
  return { digest: digestOf(files), data: await gathered(files) };
}

/** Where an entry, or something within it, stands ("mine.yaml:3"). */
export type Places = ReadonlyMap<unknown, (path: readonly PropertyKey[]) => string>;

/** The entries of codebook files; one that stands twice is a mistake. */
async function gathered(
  files: readonly CodebookFile[],
  stands?: Map<unknown, (path: readonly PropertyKey[]) => string>,
): Promise<CodebookData> {
  const [{ CodebookError, parseCodebookFile }, { keyOf, sections }] = await Promise.all([
    import('./parse.ts'),
    import('./schema.ts'),
  ]);
  const found = new Map<SectionName, unknown[]>((Object.keys(sections) as SectionName[]).map((name) => [name, []]));
  const places = new Map<string, string>();
  for (const file of files) {
    for (const [name, entries] of Object.entries(parseCodebookFile(file.path, file.text))) {
      const section = name as SectionName;
      for (const { entry, line, lineOf } of entries) {
        const key = `${section} ${keyOf[section](entry as never)}`;
        const before = places.get(key);
        if (before)
          throw new CodebookError(file.path, [
            { line, message: `${section}: "${keyOf[section](entry as never)}" stands at ${before} already` },
          ]);
        places.set(key, `${file.path}:${line}`);
        found.get(section)!.push(entry);
        stands?.set(entry, (path) => `${file.path}:${lineOf(path)}`);
      }
    }
  }
  return Object.fromEntries(found) as unknown as CodebookData;
}

/**
 * The codebook: ours, with the entries of `overrides` (a folder of YAML files) added or in the place of ours.
 * Throws `CodebookError` naming file and line of each mistake.
 */
export async function loadCodebook(options: { overrides?: string } = {}): Promise<Codebook> {
  const files = codebookFiles();
  const shipped = existsSync(SNAPSHOT) ? (JSON.parse(readFileSync(SNAPSHOT, 'utf8')) as Snapshot) : null;
  const own = shipped?.digest === digestOf(files) ? shipped.data : (await compile(files)).data;
  if (!options.overrides) return own;
  const [{ overridden }, theirs] = await Promise.all([
    import('./overriding.ts'),
    gathered(codebookFiles(options.overrides)),
  ]);
  return overridden(own, theirs);
}

/** A codebook read from its files, and where the entries stand that are to be checked: a user's, where there are any, else ours. */
export async function placedCodebook(options: { overrides?: string } = {}): Promise<[Codebook, Places]> {
  const places = new Map<unknown, (path: readonly PropertyKey[]) => string>();
  if (!options.overrides) return [await gathered(codebookFiles(), places), places];
  const theirs = await gathered(codebookFiles(options.overrides), places);
  const { overridden } = await import('./overriding.ts');
  return [overridden(await loadCodebook(), theirs), places];
}
