import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv, harmless } from './csv.ts';
import { number, text, texts } from './table.ts';

interface Row {
  readonly words: string | null;
  readonly figure: number | null;
  readonly list: readonly (string | null)[];
}

async function written(rows: readonly Row[]): Promise<string> {
  async function* parts() {
    yield rows;
  }
  const columns = [
    text<Row>('words', ({ words }) => words),
    number<Row>('figure', ({ figure }) => figure),
    texts<Row>('list', ({ list }) => list),
  ];
  let all = '';
  for await (const piece of csv({ columns, parts: parts() })) all += piece;
  return all;
}

/** Takes away the apostrophe that keeps words from being run, as README says. */
const plain = (words: string) => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(words) ? words.slice(1) : words);

const anyWords = fc.oneof(
  fc.string({ unit: 'binary' }).map((words) => words.toWellFormed()),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', "'", '=', '-', '@', '|', ' ', 'é') }),
);

test('any words come back from a parser as they were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ words: anyWords, figure: fc.double({ noNaN: true }), list: fc.array(anyWords) }), {
        minLength: 1,
      }),
      async (rows) => {
        const parsed: string[][] = parse(await written(rows), { from: 2, record_delimiter: '\n' });
        expect(parsed.map(([words]) => plain(words))).toEqual(rows.map(({ words }) => words));
        expect(parsed.map(([, figure]) => Number(figure) + 0)).toEqual(rows.map(({ figure }) => figure + 0));
        expect(parsed.map(([, , list]) => plain(list))).toEqual(
          rows.map(({ list }) => list.map((item) => item.replaceAll('|', '¦')).join('|')),
        );
      },
    ),
  );
});

test('nothing that a spreadsheet would run is left, and figures stay figures', async () => {
  expect(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', "'=1"].map(harmless)).toEqual([
    ...["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "'＝1", "''=1"],
  ]);
  expect(['a = b', '– said', "'quoted' words", ''].map(harmless)).toEqual(['a = b', '– said', "'quoted' words", '']);
  expect(await written([{ words: null, figure: -7.5, list: [] }])).toBe('words,figure,list\n,-7.5,\n');
});
