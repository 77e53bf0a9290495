import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addPage, knownPages, type ReadPage, validatorsOf } from './add.ts';
import { type Library, openLibrary } from './open.ts';
import { listActors, readActor } from './queries/actors.ts';
import { articleIds, countAll, listArticles, readArticle } from './queries/articles.ts';
import { listEvents } from './queries/events.ts';
import { listStatements } from './queries/statements.ts';
import { type PostgresServer, postgresFolder, startPostgres } from './testing/postgres.ts';
import { readingOf, twoReadings } from './testing/readings.ts';

const [talks, protest] = twoReadings();

describe('on PGlite', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  behavesAsALibrary(() => {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-library-'));
    folders.push(folder);
    return openLibrary({ folder });
  });
});

describe.skipIf(!postgresFolder)('on PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());
  behavesAsALibrary(async () => openLibrary({ url: await server.createDatabase() }));
});

function page(hash: string, ...readings: ReadPage['readings']): ReadPage {
  return { hash, file: `${hash}.html`, url: null, reader: 'r1', validators: null, readings };
}

function behavesAsALibrary(open: () => Promise<Library>) {
  let library: Library;

  // One library for all: opening one takes seconds. Every test starts with the two reports and nothing else.
  beforeAll(async () => {
    library = await open();
  });
  beforeEach(async () => {
    await library.db.deleteFrom('pages').execute();
    await addPage(library, page('p1', talks));
    await addPage(library, page('p2', protest));
  });
  afterAll(() => library?.close());

  test('an article comes back as it was read', async () => {
    expect(await readArticle(library, talks.id)).toEqual(talks);
    expect(await readArticle(library, protest.id)).toEqual(protest);
    expect(await readArticle(library, 'nowhere')).toBeNull();
  });

  test('an article is found by the start of its id', async () => {
    expect(await articleIds(library, 'talks')).toEqual([talks.id]);
    expect(await articleIds(library, '%')).toEqual([]);
  });

  test('articles are listed newest first, with what they hold', async () => {
    const { items, total } = await listArticles(library);
    expect(total).toBe(2);
    expect(items.map(({ id, statements, events, questions }) => [id, statements, events, questions])).toEqual([
      [protest.id, 2, 2, 0],
      [talks.id, 2, 2, 1],
    ]);
    expect((await listArticles(library, { day: '1977-11-20' })).items.map(({ id }) => id)).toEqual([talks.id]);
    expect(await listArticles(library, { limit: 1, offset: 1 })).toMatchObject({ items: [{ id: talks.id }], total: 2 });
  });

  test('events are found by actor, type, status, country and day', async () => {
    const triggers = async (filter: Parameters<typeof listEvents>[1]) =>
      (await listEvents(library, filter)).items.map(({ trigger }) => trigger.text);
    expect(await triggers({})).toEqual(['meet', 'condemned', 'deal', 'met']);
    expect(await triggers({ actor: 'menachem-begin' })).toEqual(['meet', 'met']);
    expect(await triggers({ type: 'CONSULT', status: 'planned' })).toEqual(['meet']);
    expect(await triggers({ country: 'SYR' })).toEqual(['condemned']);
    expect(await triggers({ from: '1977-11-20', to: '1977-11-30' })).toEqual(['condemned', 'deal']);
    expect(await triggers({ article: talks.id, limit: 1 })).toEqual(['deal']);
    expect((await listEvents(library, { article: talks.id, limit: 1 })).total).toBe(2);
  });

  test('an event stands by itself: who, whom, the sentence, and according to whom', async () => {
    const [accusation] = (await listEvents(library, { type: 'ACCUSE' })).items;
    expect(accusation).toMatchObject({
      article: { id: protest.id, title: protest.title, published: '1977-11-21' },
      sources: [{ key: 'syria', name: 'Syria', country: 'SYR' }],
      targets: [{ key: 'anwar-sadat', name: 'Anwar Sadat' }],
      accordingTo: 'state radio',
      day: '1977-11-21',
    });
    const [start, end] = accusation!.trigger.span.map((at) => at - accusation!.sentenceStart) as [number, number];
    expect(accusation!.sentenceText.slice(start, end)).toBe('condemned');
  });

  test('statements are found by source, kind and stance', async () => {
    const { items, total } = await listStatements(library, { actor: 'anwar-sadat', stance: 'deny' });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      sourceActor: { name: 'Anwar Sadat' },
      contentTexts: ['seeking a separate deal'],
      within: 's1',
      sentenceText: talks.text.split('\n')[2],
    });
    expect((await listStatements(library, { kind: 'media' })).items.map(({ source }) => source?.text)).toEqual([
      'state radio',
    ]);
    expect((await listStatements(library)).total).toBe(4);
  });

  test('an actor is one across articles, as the latest report has them', async () => {
    expect(await readActor(library, 'menachem-begin')).toEqual({
      ...{ key: 'menachem-begin', name: 'Menachem Begin', kind: 'person', country: 'ISR', sector: 'GOV' },
      ...{ office: 'Prime Minister', articles: 2, events: 2, statements: 0 },
      offices: [{ office: 'Prime Minister', first: '1977-11-20', last: '1977-11-20' }],
      partners: [{ key: 'anwar-sadat', name: 'Anwar Sadat', country: 'EGY', sector: 'GOV', events: 2 }],
    });
    expect(await readActor(library, 'nobody')).toBeNull();
    const { items, total } = await listActors(library);
    expect([total, items[0]!.name, items[0]!.events]).toEqual([3, 'Anwar Sadat', 4]);
    expect((await listActors(library, { search: 'sAD', country: 'EGY' })).items).toHaveLength(1);
    expect((await listActors(library, { kind: 'state' })).items.map(({ key }) => key)).toEqual(['syria']);
  });

  test('adding a page again changes nothing; a newer reading of it takes its place', async () => {
    const before = await countAll(library);
    expect(before).toEqual({ articles: 2, statements: 4, events: 4, actors: 3 });
    await addPage(library, page('p1', talks));
    expect(await countAll(library)).toEqual(before);
    expect(await readArticle(library, talks.id)).toEqual(talks);
    await addPage(library, { ...page('p1', { ...talks, events: [] }), reader: 'r2' });
    expect(await readArticle(library, talks.id)).toEqual({ ...talks, events: [] });
    expect([...(await knownPages(library, 'r2'))]).toEqual(['p1']);
  });

  test("pages that are added at the same time do not get into each other's way", async () => {
    await Promise.all(
      [1, 2, 3, 4].map((number) => addPage(library, page(`p${1 + (number % 2)}`, number % 2 ? protest : talks))),
    );
    expect(await countAll(library)).toEqual({ articles: 2, statements: 4, events: 4, actors: 3 });
  });

  test('a later version of an article takes the place of the earlier one', async () => {
    await addPage(library, page('p3', { ...talks, title: 'Sadat in Jerusalem: latest' }));
    expect((await readArticle(library, talks.id))?.title).toBe('Sadat in Jerusalem: latest');
    expect((await countAll(library)).articles).toBe(2);
  });

  test('an address is remembered with what its server gave, for the same reader', async () => {
    const validators = { etag: '"v1"', lastModified: null };
    await addPage(library, { ...page('p5'), url: 'https://harbour.example/live', validators });
    expect(await validatorsOf(library, 'https://harbour.example/live', 'r1')).toEqual(validators);
    expect(await validatorsOf(library, 'https://harbour.example/live', 'r2')).toBeNull();
  });

  test('a page whose adding fails leaves nothing behind', async () => {
    const broken = { ...talks, id: 'broken', actors: [talks.actors[0]!, talks.actors[0]!] };
    await expect(addPage(library, page('p4', protest, broken))).rejects.toThrow();
    expect((await countAll(library)).articles).toBe(2);
    expect([...(await knownPages(library, 'r1'))].sort()).toEqual(['p1', 'p2']);
  });

  test('any words can be kept, in whatever order and how often pages are added', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }).filter((words) => /[^\n]/.test(words));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(5), text), { maxLength: 6 }), async (pages) => {
        const latest = new Map<string, string>();
        for (const [number, words] of pages) {
          await addPage(library, page(`any-${number}`, readingOf(words, { id: `any-${number}` })));
          latest.set(`any-${number}`, words);
        }
        for (const [id, words] of latest) {
          const kept = await readArticle(library, id);
          expect(kept?.text).toBe(words.replaceAll('\0', '\uFFFD').toWellFormed());
          expect(kept?.sentences).toEqual(readingOf(words, { id }).sentences);
        }
      }),
      { numRuns: 20 },
    );
  });
}
