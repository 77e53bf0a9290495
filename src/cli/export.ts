import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { EVENT_TYPES, STANCES, STATUSES, type Status } from '../coding/reading.ts';
import type { Exported } from '../library/export/index.ts';
import type { Library } from '../library/open.ts';
import type { EventFilter, StatementFilter } from '../library/queries/entries.ts';
import { addInputs } from './adding.ts';
import { type ReadingOptions, takesPagesToRead } from './inputs.ts';
import { type LibraryOptions, takesLibrary, untilStopped, withLibrary } from './library.ts';
import { clearProgress, complain, print, remark, showProgress, write } from './output.ts';
import { NotWritten, writeWhole } from './whole-file.ts';

const FORMATS = ['jsonl', 'csv', 'parquet', 'gdelt'] as const;
type Format = (typeof FORMATS)[number];
const WHAT = ['events', 'statements', 'actors'] as const satisfies readonly Exported['what'][];

interface Filters extends Pick<EventFilter, 'type' | 'actor' | 'country' | 'from' | 'to'> {
  readonly status?: readonly Status[];
  readonly stance?: StatementFilter['stance'];
}

interface ExportOptions extends ReadingOptions, LibraryOptions, Filters {
  readonly what: Exported['what'];
  readonly format?: Format;
  readonly out: string;
}

/** Filters that do not go with everything that can be exported. */
const ONLY: { readonly [Filter in keyof Filters]?: readonly Exported['what'][] } = {
  type: ['events'],
  status: ['events'],
  stance: ['statements'],
  from: ['events', 'statements'],
  to: ['events', 'statements'],
};

/** `dragoman export`: the record for other programs. */
export function exportCommand(): Command {
  return takesLibrary(takesPagesToRead(new Command('export'), '[input...]'))
    .description(
      'write events, statements or actors as a table: of the library, or of pages that are read and not kept',
    )
    .addOption(new Option('--what <what>', 'what the rows are').choices(WHAT).default('events'))
    .addOption(
      new Option('--format <format>', 'by the ending of --out, else jsonl, where it is not given').choices(FORMATS),
    )
    .option('--out <file>', 'where to; - is standard output', '-')
    .addOption(new Option('--type <type>', 'events of this type').choices(EVENT_TYPES))
    .option('--status <status>', 'events of this status, or several (actual,alleged)', statuses)
    .addOption(new Option('--stance <stance>', 'statements of this stance').choices(STANCES))
    .option('--actor <name>', 'of this source or target; of statements, this source')
    .option(
      '--country <code>',
      'of a source, a target or the place (SYR); of statements and actors, their own',
      country,
    )
    .option('--from <day>', 'from this day on: of the event where it is known, else of its article (2025-03-20)', day)
    .option('--to <day>', 'up to this day', day)
    .addHelpText(
      'after',
      `
Examples:
  dragoman export | jq -r '[.day, .type, .sentence] | @tsv'
  dragoman export --out events.csv
  dragoman export --what statements --actor "Nelson Mandela" --format csv | less
  dragoman export --country SYR --from 2025-03-01 --to 2025-03-31 --out march.parquet
  dragoman export --format gdelt --out 20250320.export.CSV
  dragoman export pages/ --out pages.csv             reads pages and keeps nothing but the file

Formats: jsonl (a line of JSON a row), csv, parquet, gdelt (GDELT 1.0's event files: 58 columns, tab-separated, without a
heading; actual and alleged events unless --status says otherwise). Cells of CSV that a spreadsheet would run as a
formula begin with an apostrophe; the other formats have all words as they are.`,
    )
    .action(async (names: string[], options: ExportOptions) => {
      const wrong = mistake(names, options);
      if (wrong) return complain(...wrong);
      if (names.length > 0) return withPages(names, options, (library) => exportFrom(library, options));
      await withLibrary(options, (library) => exportFrom(library, options));
    });
}

/** What of the options does not go together, and what to do; null where all does. */
function mistake(names: readonly string[], options: ExportOptions): string[] | null {
  if (names.length > 0 && options.library) return ['--library', 'name pages or a library, not both'];
  if (formatOf(options) === 'gdelt' && options.what !== 'events')
    return [`--what ${options.what}`, "GDELT's files hold events only: choose another --format"];
  if (formatOf(options) === 'parquet' && options.out === '-' && process.stdout.isTTY)
    return ['--format parquet', 'is not for terminals: name a file with --out'];
  for (const [filter, goesWith] of Object.entries(ONLY)) {
    if (options[filter as keyof Filters] !== undefined && !goesWith.includes(options.what))
      return [`--${filter}`, `goes with --what ${goesWith.join(' or --what ')}`];
  }
  return null;
}

function formatOf({ format, out }: ExportOptions): Format {
  const ending = extname(out).slice(1).toLowerCase();
  return format ?? FORMATS.find((each) => each === ending) ?? 'jsonl';
}

/** Reads pages into a library of their own, which goes when it has been used. */
async function withPages(
  names: readonly string[],
  { published, follow, maxMegabytes, allowPrivate, codebook }: ExportOptions,
  use: (library: Library) => Promise<void>,
): Promise<void> {
  // From the beginning, so that the folder never stays.
  let stoppedBefore = false;
  untilStopped().then(() => {
    stoppedBefore = true;
  });
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-export-'));
  try {
    await withLibrary({ library: { folder } }, async (library) => {
      if (stoppedBefore) return complain('stopped', 'nothing was written');
      const reading = { published, follow, maxMegabytes, allowPrivate, codebook };
      const { stopped } = await addInputs(library, names, reading, () => {}, 'nothing was written');
      if (!stopped) await use(library);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function exportFrom(library: Library, options: ExportOptions): Promise<void> {
  const { out, what } = options;
  let rows = 0;
  let leftOut = 0;
  let isWritten = true;
  const count = (more: number) => {
    rows += more;
    if (out !== '-' || !process.stdout.isTTY) showProgress(`${rows.toLocaleString('en')} ${what}`);
  };
  const { withSnapshot } = await import('../library/snapshot.ts');
  await withSnapshot(library, async (seen) => {
    const pieces = await piecesOf(seen, options, count, (more) => {
      leftOut += more;
    });
    if (out === '-') for await (const piece of pieces) await write(piece);
    else isWritten = await writeFile(out, pieces);
  });
  clearProgress();
  if (!isWritten) return;
  if (out !== '-') await print(`${counted(rows - leftOut, what)} in ${out}`);
  if (leftOut > 0)
    remark(`${counted(leftOut, what)} left out, which GDELT's files cannot hold: of no known day or nobody`);
}

/** The export in the format that was asked for. */
async function piecesOf(
  library: Library,
  options: ExportOptions,
  onRows: (rows: number) => void,
  onLeftOut: (events: number) => void,
): Promise<AsyncIterable<string | Uint8Array>> {
  const { exportGdelt, exportTable, GDELT_STATUSES } = await import('../library/export/index.ts');
  const { actorKey } = await import('../library/actor-key.ts');
  const { what, type, status, stance, country, from, to, codebook: overrides } = options;
  const actor = options.actor === undefined ? undefined : actorKey(options.actor);
  const format = formatOf(options);
  if (format === 'gdelt') {
    const { loadCodebook } = await import('../codebook/load.ts');
    const filter = { type, status: status ?? GDELT_STATUSES, actor, country, from, to };
    return exportGdelt(library, filter, await loadCodebook({ overrides }), onRows, onLeftOut);
  }
  if (what === 'events')
    return exportTable(library, { what, filter: { type, status, actor, country, from, to } }, format, onRows);
  if (what === 'statements')
    return exportTable(library, { what, filter: { stance, actor, country, from, to } }, format, onRows);
  return exportTable(library, { what, filter: { actor, country } }, format, onRows);
}

/** Writes the file as a whole, or says why not: it cannot be written, or the user has stopped it. */
async function writeFile(out: string, pieces: AsyncIterable<string | Uint8Array>): Promise<boolean> {
  let stopped = false;
  untilStopped().then(() => {
    stopped = true;
  });
  async function* untilThen() {
    for await (const piece of pieces) {
      if (stopped) throw new NotWritten('stopped; nothing was written');
      yield piece;
    }
  }
  try {
    await writeWhole(out, untilThen());
    return true;
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    complain(out, error.message);
    return false;
  }
}

const counted = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? what.slice(0, -1) : what}`;

function statuses(words: string): Status[] {
  const given = words.split(',').map((word) => word.trim());
  const unknown = given.find((word) => !STATUSES.some((status) => status === word));
  if (unknown !== undefined) throw new InvalidArgumentError(`“${unknown}” is none of ${STATUSES.join(', ')}.`);
  return given as Status[];
}

function country(words: string): string {
  if (!/^[A-Za-z]{3}$/.test(words)) throw new InvalidArgumentError('Not three letters (ISO 3166-1 alpha-3).');
  return words.toUpperCase();
}

function day(words: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(words) && new Date(`${words}T00:00:00Z`).toJSON()?.startsWith(words);
  if (!isDay) throw new InvalidArgumentError('Not a day like 2025-03-20.');
  return words;
}
