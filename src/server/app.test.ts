import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPage } from '../library/add.ts';
import { type Library, openLibrary } from '../library/open.ts';
import { numberedPage, twoReadings } from '../library/testing/readings.ts';
import { createApp } from './app.ts';
import { serve } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-server-'));
let library: Library;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  library = await openLibrary({ folder });
  await addPage(library, { ...numberedPage(1), readings: twoReadings() });
  app = createApp({ library, countries: { SYR: 'Syria' }, web: join(folder, 'web'), host: 'localhost' });
});

afterAll(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, host = 'localhost:7979') => app.request(`http://localhost${path}`, { headers: { host } });
const data = async (path: string) => (await ask(path)).json();

describe('every page has its data at its address with .json added', () => {
  test('an article is the reading, each actor with its address', async () => {
    const { actors, ...article } = await data('/articles/talks-1977.json');
    const { actors: read, ...reading } = twoReadings()[0];
    expect(article).toEqual(reading);
    expect(actors).toEqual([
      { ...read[0], key: 'anwar-sadat' },
      { ...read[1], key: 'menachem-begin' },
    ]);
  });

  test('articles, newest first', async () => {
    const { items, total } = await data('/articles.json?limit=1');
    expect(total).toBe(2);
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['protest-1977']);
  });

  test('events by actor, type, status, country and day', async () => {
    const triggers = async (question: string) =>
      (await data(`/events.json?${question}`)).items.map((event: { trigger: { text: string } }) => event.trigger.text);
    expect(await triggers('actor=anwar-sadat&type=CONSULT')).toEqual(['meet', 'met']);
    expect(await triggers('status=planned')).toEqual(['meet']);
    expect(await triggers('country=SYR')).toEqual(['condemned']);
    expect(await triggers('from=1977-11-19&to=1977-11-20')).toEqual(['deal', 'met']);
  });

  test('what each value of a filter would leave, given the other filters', async () => {
    const counts = await data('/events/counts.json?type=CONSULT');
    expect(counts.status).toEqual([
      { value: 'actual', events: 1 },
      { value: 'planned', events: 1 },
    ]);
    expect(counts.type.map(({ value }: { value: string }) => value)).toEqual(['CONSULT', 'ACCUSE', 'AGREE']);
    expect(counts.country).toContainEqual({ value: 'ISR', events: 1 });
  });

  test('an actor with their events a month', async () => {
    const actor = await data('/actors/anwar-sadat.json');
    expect(actor).toMatchObject({ name: 'Anwar Sadat', country: 'EGY', articles: 2 });
    expect(actor.months).toEqual([
      { month: '1977-11', role: 'source', quad: 1, events: 2 },
      { month: '1977-11', role: 'target', quad: 1, events: 1 },
      { month: '1977-12', role: 'source', quad: 1, events: 1 },
    ]);
  });

  test('statements of an actor', async () => {
    const { items } = await data('/statements.json?actor=anwar-sadat&stance=deny');
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['s2']);
  });

  test('the description names every one of them', async () => {
    const { paths } = await data('/openapi.json');
    expect(Object.keys(paths).sort()).toEqual([
      '/actors.json',
      '/actors/{key}.json',
      '/articles.json',
      '/articles/{id}.json',
      '/events.json',
      '/events/counts.json',
      '/library.json',
      '/statements.json',
    ]);
  });
});

describe('lists are files at their address with .csv, .jsonl or .parquet added', () => {
  const text = async (path: string) => (await ask(path)).text();

  test('filtered as the list is, and whole whatever part of the list is shown', async () => {
    const rows: Record<string, string>[] = parse(await text('/events.csv?actor=anwar-sadat&type=CONSULT&offset=50'), {
      columns: true,
      bom: true,
    });
    expect(rows.map(({ trigger }) => trigger)).toEqual(['meet', 'met']);
    expect((await text('/statements.jsonl?stance=deny')).split('\n')).toHaveLength(2);
    expect((await text('/actors.jsonl?search=sadat')).split('\n')).toHaveLength(2);
    expect(await text('/events.parquet')).toMatch(/^PAR1.*PAR1$/s);
  });

  test('a spreadsheet opens the file with a click, and knows its letters', async () => {
    const answer = await ask('/events.csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="dragoman-events.csv"');
    expect([...new Uint8Array(await answer.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('a browser that gives up stops the reading', async () => {
    const answer = await ask('/events.csv');
    await answer.body!.cancel();
    expect((await ask('/events.jsonl')).status).toBe(200);
  });

  test('to pages of this server only', async () => {
    expect((await ask('/events.csv', 'evil.example')).status).toBe(403);
    expect((await ask('/events.csv')).headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect((await ask('/events.exe')).status).toBe(404);
  });
});

describe('what cannot be answered is said in words', () => {
  test.each([
    ['/events.csv?status=maybe', 400, '“status” can be actual, planned, alleged, hypothetical, negated.'],
    ['/articles/nowhere.json', 404, 'There is no article under this address.'],
    ['/actors/nobody.json', 404, 'No article names an actor of this address.'],
    ['/nothing.json', 404, 'There is no data under this address.'],
    ['/events.json?status=maybe', 400, '“status” can be actual, planned, alleged, hypothetical, negated.'],
    ['/events.json?from=yesterday', 400, '“from” has to be a day like 2025-03-20.'],
    ['/events.json?country=syria', 400, '“country” has to be three capital letters (ISO 3166-1 alpha-3).'],
  ])('%s', async (path, status, error) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error });
  });

  test('an address that is no page is not found', async () => {
    expect((await ask('/articles')).status).toBe(200);
    expect((await ask('/somewhere/else')).status).toBe(404);
  });
});

describe('pages of the web cannot reach in', () => {
  test.each(['localhost:7979', '127.0.0.1:7979', '[::1]:7979', 'room.localhost'])('%s is answered', async (host) => {
    expect((await ask('/articles.json', host)).status).toBe(200);
  });

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io', ''])('“%s” is not', async (host) => {
    expect((await ask('/articles.json', host)).status).toBe(403);
  });

  test('no address gives out files beside the reading room', async () => {
    for (const path of ['/../lock', '/%2e%2e/lock', '/..%2flock', '/assets/..%2f..%2flock']) {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('pid');
    }
  });

  test('pages may run our scripts only and ask this server only', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('serving', () => {
  test('takes the next port where one is taken, listens on this machine only, and stops when told', async () => {
    const first = await serve(library, { port: 0 });
    const port = Number(new URL(first.url).port);
    const second = await serve(library, { port });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    expect((await fetch(`${second.url}/library.json`)).status).toBe(200);
    await Promise.all([first.close(), second.close()]);
    await expect(fetch(first.url)).rejects.toThrow();
  });

  test('refuses a foreign name over the wire, too', async () => {
    const served = await serve(library, { port: 0 });
    const status = await new Promise((resolve) =>
      request(served.url, { headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end(),
    );
    expect(status).toBe(403);
    await served.close();
  });
});
