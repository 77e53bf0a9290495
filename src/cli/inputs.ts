import { statSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import type { GatheredPage, GatherOptions } from '../intake/gathered.ts';
import type { Fetcher } from '../intake/web/fetcher.ts';
import { clearProgress, complain, showProgress } from './output.ts';

/** What all commands that take pages have in common. */
export interface InputOptions {
  readonly published?: string;
  readonly follow?: boolean;
  readonly maxMegabytes: number;
  readonly allowPrivate?: boolean;
}

/** What the commands that read the record add to them. */
export interface ReadingOptions extends InputOptions {
  /** Folder of a codebook of one's own. */
  readonly codebook?: string;
}

/** Adds the arguments of `takesPages` and what the record depends on. */
export function takesPagesToRead(command: Command, argument?: string): Command {
  return takesPages(command, argument).option(
    '--codebook <folder>',
    'a folder of YAML files that add to the codebook or override it',
    folder,
  );
}

/** Adds the argument for pages (`[input...]` where there may be none) and its options to a command. */
export function takesPages(command: Command, argument = '<input...>'): Command {
  return command
    .argument(argument, 'files, folders, http(s) addresses, or - for standard input')
    .option('--published <date>', 'day or time of publication for pages that give none (2025-03-20)', date)
    .option('--follow', 'read the pages that feeds and sitemaps name, too')
    .option('--max-megabytes <number>', 'size of the largest page that is read', megabytes, 20)
    .option('--allow-private', 'read addresses of this machine and of private networks, too');
}

/** What was read before, for addresses that need not be sent again. */
export interface Memory {
  readonly known: GatherOptions['known'];
  /** Called for each address that is as it was. */
  readonly onUnchanged: () => void;
}

const NO_MEMORY: Memory = { known: async () => null, onUnchanged: () => {} };

/** The pages behind what was named. What cannot be had is told on standard error. */
export async function* gatherInputs(
  names: readonly string[],
  options: InputOptions,
  { known, onUnchanged }: Memory = NO_MEMORY,
): AsyncGenerator<GatheredPage> {
  const { gather } = await import('../intake/gather.ts');
  const bytes = options.maxMegabytes * 1e6;
  const fetcher = fetcherWhenNeeded(bytes, options.allowPrivate ?? false);
  const { follow = false, published = null } = options;
  let pages = 0;
  try {
    for await (const found of gather(names, fetcher, { bytes, follow, known, stdin: process.stdin })) {
      if (found.kind === 'missed') complain(found.name, found.reason);
      if (found.kind === 'unchanged') onUnchanged();
      if (found.kind !== 'page') continue;
      pages++;
      if (pages > 1) showProgress(`${pages} pages · ${found.name}`);
      yield { ...found, given: { ...found.given, published, limits: { bytes } } };
    }
  } finally {
    clearProgress();
    await fetcher.close();
  }
}

/** A fetcher that is made on the first address: most commands only read files, and the HTTP client takes time to load. */
function fetcherWhenNeeded(bytes: number, allowPrivate: boolean): Fetcher {
  let fetcher: Fetcher | null = null;
  return {
    async get(address, known) {
      const { createFetcher } = await import('../intake/web/fetcher.ts');
      fetcher ??= createFetcher(allowPrivate ? { bytes, refuse: () => false } : { bytes });
      return fetcher.get(address, known);
    },
    async close() {
      await fetcher?.close();
    },
  };
}

function date(text: string): string {
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d.*)?$/.exec(text) ?? [];
  const valid = day && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) && !Number.isNaN(Date.parse(text));
  if (!valid) throw new InvalidArgumentError('Not a date like 2025-03-20 or 2025-03-20T14:30Z.');
  return text;
}

function folder(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new InvalidArgumentError('Not a folder.');
  return path;
}

function megabytes(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('Not a number above 0.');
  return number;
}
