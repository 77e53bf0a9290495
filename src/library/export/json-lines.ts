import type { Table } from './table.ts';

/** A line of JSON for each row: columns as keys, lists as lists. */
export async function* jsonLines<Row>({ columns, parts }: Table<Row>): AsyncGenerator<string> {
  for await (const rows of parts) {
    let lines = '';
    for (const row of rows) {
      lines += `${JSON.stringify(Object.fromEntries(columns.map(({ name, of }) => [name, of(row)])))}\n`;
    }
    yield lines;
  }
}
