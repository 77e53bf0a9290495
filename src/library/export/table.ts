/** What a cell holds. A list keeps its order, and null where one of several is not known. */
export type Cell = string | number | null | readonly (string | null)[];

export interface Column<Row> {
  /** The same in every format: a key of JSON Lines, a heading of CSV, a column of Parquet. */
  readonly name: string;
  readonly kind: 'text' | 'texts' | 'integer' | 'number';
  readonly of: (row: Row) => Cell;
}

/** Rows in parts, each of them whole in memory and no more, with what each column takes from a row. */
export interface Table<Row> {
  readonly columns: readonly Column<Row>[];
  readonly parts: AsyncIterable<readonly Row[]>;
}

export const text = <Row>(name: string, of: (row: Row) => string | null): Column<Row> => ({ name, kind: 'text', of });
export const texts = <Row>(name: string, of: (row: Row) => readonly (string | null)[]): Column<Row> => {
  return { name, kind: 'texts', of };
};
export const integer = <Row>(name: string, of: (row: Row) => number | null): Column<Row> => {
  return { name, kind: 'integer', of };
};
export const number = <Row>(name: string, of: (row: Row) => number | null): Column<Row> => {
  return { name, kind: 'number', of };
};
