import type { Cell, Column, Table } from './table.ts';

/** Stands between the items of a list; inside of one it becomes a broken bar, so that lists that go together stay so. */
const BETWEEN = '|';

/** Comma-separated values as RFC 4180 has them, with a heading and newlines (`\n`) between rows, UTF-8. */
export async function* csv<Row>({ columns, parts }: Table<Row>): AsyncGenerator<string> {
  yield `${columns.map(({ name }) => name).join(',')}\n`;
  for await (const rows of parts) {
    let lines = '';
    for (const row of rows) lines += `${columns.map((column) => field(column, column.of(row))).join(',')}\n`;
    yield lines;
  }
}

function field<Row>({ kind }: Column<Row>, cell: Cell): string {
  if (cell === null) return '';
  if (kind === 'integer' || kind === 'number') return String(cell);
  const words = Array.isArray(cell)
    ? cell.map((item) => (item ?? '').replaceAll(BETWEEN, '¦')).join(BETWEEN)
    : String(cell);
  return quoted(harmless(words));
}

function quoted(words: string): string {
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** What spreadsheets take for a formula, after any apostrophes that stand before it already. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Words of a page that a spreadsheet would run as a formula, with an apostrophe before them, which it takes for "this is
 * text". A page may be hostile, and whoever double-clicks the file should not be its victim. Programs that want the words
 * to the character read JSON Lines or Parquet, or take one apostrophe away.
 */
export function harmless(words: string): string {
  return FORMULA.test(words) ? `'${words}` : words;
}
