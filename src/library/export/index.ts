import type { Codebook } from '../../codebook/codebook.ts';
import type { Library } from '../open.ts';
import type { ActorFilter, EventFilter, StatementFilter } from '../queries/entries.ts';
import { ACTOR_COLUMNS, exportedActors } from './actors.ts';
import { csv } from './csv.ts';
import { EVENT_COLUMNS } from './event-columns.ts';
import { exportedEvents } from './events.ts';
import { gdeltLines } from './gdelt/index.ts';
import { jsonLines } from './json-lines.ts';
import { parquet } from './parquet.ts';
import { exportedStatements, STATEMENT_COLUMNS } from './statements.ts';
import type { Column, Table } from './table.ts';

export { GDELT_STATUSES } from './gdelt/index.ts';

/** Formats that hold any table. GDELT's files hold events only: `exportGdelt`. */
export const TABLE_FORMATS = ['jsonl', 'csv', 'parquet'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** What is exported, and which of it. Paging has no part in it: all that matches is. */
export type Exported =
  | { readonly what: 'events'; readonly filter: EventFilter }
  | { readonly what: 'actors'; readonly filter: ActorFilter }
  | { readonly what: 'statements'; readonly filter: StatementFilter };

/** Called with the number of rows (of GDELT's files: events) read, part after part. */
type OnRows = (rows: number) => void;

/** A table of the library in one of the formats, in pieces to be written one after the other, in constant memory. */
export function exportTable(
  library: Library,
  exported: Exported,
  format: TableFormat,
  onRows: OnRows = () => {},
): AsyncGenerator<string | Uint8Array> {
  const written = <Row>(columns: readonly Column<Row>[], parts: AsyncIterable<readonly Row[]>) =>
    WRITERS[format]({ columns, parts: counted(parts, onRows) });
  switch (exported.what) {
    case 'events':
      return written(EVENT_COLUMNS, exportedEvents(library, exported.filter));
    case 'statements':
      return written(STATEMENT_COLUMNS, exportedStatements(library, exported.filter));
    case 'actors':
      return written(ACTOR_COLUMNS, exportedActors(library, exported.filter));
  }
}

/** Events as GDELT 1.0's daily files have them; `onLeftOut` is told of events that such files cannot hold. */
export function exportGdelt(
  library: Library,
  filter: EventFilter,
  codebook: Codebook,
  onRows: OnRows = () => {},
  onLeftOut: (events: number) => void = () => {},
): AsyncGenerator<string> {
  return gdeltLines(counted(exportedEvents(library, filter), onRows), codebook, onLeftOut);
}

const WRITERS: { readonly [Format in TableFormat]: <Row>(table: Table<Row>) => AsyncGenerator<string | Uint8Array> } = {
  jsonl: jsonLines,
  csv,
  parquet,
};

async function* counted<Row>(parts: AsyncIterable<readonly Row[]>, onRows: OnRows) {
  for await (const rows of parts) {
    onRows(rows.length);
    yield rows;
  }
}
