import { extname } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { EVENT_TYPES, STANCES, STATUSES, type Status } from '../coding/reading.ts';
import { type Export, exportFrom, type Filters, withPages } from './exporting.ts';
import { type ReadingOptions, takesPagesToRead } from './inputs.ts';
import { type LibraryOptions, takesLibrary, withLibrary } from './library.ts';
import { complain } from './output.ts';

const FORMATS = ['jsonl', 'csv', 'parquet', 'gdelt'] as const satisfies readonly Export['format'][];
const WHAT = ['events', 'statements', 'actors'] as const satisfies readonly Export['what'][];

type ExportOptions = Omit<Export, 'format'> & { readonly format?: Export['format'] } & ReadingOptions & LibraryOptions;

/** Filters that do not go with everything that can be exported. */
const ONLY: { readonly [Filter in keyof Filters]?: readonly Export['what'][] } = {
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
heading; actual and alleged events unless --status says otherwise). Words in CSV and GDELT's files that a spreadsheet
would run as a formula begin with an apostrophe; jsonl and parquet have all words as they are.`,
    )
    .action(async (names: string[], options: ExportOptions) => {
      const wanted: Export = { ...options, format: options.format ?? formatOf(options.out) };
      const wrong = mistake(names, options, wanted);
      if (wrong) return complain(...wrong);
      if (names.length > 0) return withPages(names, options, (library) => exportFrom(library, wanted));
      await withLibrary(options, (library) => exportFrom(library, wanted));
    });
}

/** What of the options does not go together, and what to do; null where all does. */
function mistake(names: readonly string[], options: ExportOptions, { what, format, out }: Export): string[] | null {
  if (names.length > 0 && options.library) return ['--library', 'name pages or a library, not both'];
  if (names.length === 0 && options.published) return ['--published', 'goes with pages that are read: name some'];
  if (names.length === 0 && options.follow) return ['--follow', 'goes with pages that are read: name some'];
  if (format === 'gdelt' && what !== 'events')
    return [`--what ${what}`, "GDELT's files hold events only: choose another --format"];
  if (format === 'parquet' && out === '-' && process.stdout.isTTY)
    return ['--format parquet', 'is not for terminals: name a file with --out'];
  for (const filter of Object.keys(ONLY) as (keyof typeof ONLY)[]) {
    if (options[filter] !== undefined && !ONLY[filter]!.includes(what))
      return [`--${filter}`, `goes with --what ${ONLY[filter]!.join(' or --what ')}`];
  }
  return null;
}

function formatOf(out: string): Export['format'] {
  const ending = extname(out).slice(1).toLowerCase();
  return FORMATS.find((format) => format === ending) ?? 'jsonl';
}

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
