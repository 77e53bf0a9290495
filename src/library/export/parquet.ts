import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, Column, Table } from './table.ts';

/** Rows that are held until they are written together: enough for columns to be packed well, a few megabytes. */
const ROW_GROUP = 10_000;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Apache Parquet, packed with Snappy: text, 32-bit integers, doubles, and lists of text, any of them null where not known. */
export async function* parquet<Row>({ columns, parts }: Table<Row>): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elements)];
  const file = new ParquetWriter({ writer, schema, createdBy: 'dragoman' });
  let waiting: Row[] = [];
  for await (const rows of parts) {
    waiting.push(...rows);
    if (waiting.length < ROW_GROUP) continue;
    file.write({ columnData: dataOf(columns, waiting), rowGroupSize: waiting.length });
    waiting = [];
    yield taken(writer);
  }
  if (waiting.length > 0) file.write({ columnData: dataOf(columns, waiting), rowGroupSize: waiting.length });
  file.finish();
  yield taken(writer);
}

function elements<Row>({ name, kind }: Column<Row>): SchemaElement[] {
  const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const;
  if (kind === 'text') return [{ name, ...text }];
  if (kind !== 'texts') return [{ name, type: kind === 'integer' ? 'INT32' : 'DOUBLE', repetition_type: 'OPTIONAL' }];
  return [
    { name, converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', ...text },
  ];
}

function dataOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]) {
  return columns.map(({ name, of }) => ({ name, data: rows.map((row): Cell => of(row)), offsetIndex: false }));
}

/** What has been written since the last time; positions in the file go on. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
