import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reading } from '../coding/reading.ts';
import { openLibrary } from '../library/open.ts';
import { readArticle } from '../library/queries/articles.ts';
import type { ArticleSummary } from '../library/queries/entries.ts';
import { dragoman, lines, openRoom, program, type Room } from './testing/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-cli-'));
const pages = join(folder, 'pages');
const home = join(folder, 'home');

beforeAll(async () => {
  mkdirSync(pages);
  for (const name of ['suez-wire.txt', 'tunisia-flight.html', 'wire-desk.jsonl'])
    copyFileSync(`samples/${name}`, join(pages, name));
  const { out, err, code } = await dragoman(['add', pages], { home });
  expect([err, code]).toEqual(['', 0]);
  expect(out).toMatch(/suez-wire\.txt +1 /);
  expect(out).toMatch(/3 added +4 /);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('adding pages again adds nothing', async () => {
  const { out, code } = await dragoman(['add', pages], { home });
  expect(out.trim()).toBe('3 pages were in the library already');
  expect(code).toBe(0);
  expect(lines<ArticleSummary>((await dragoman(['list'], { home })).out)).toHaveLength(4);
});

test('what `add` keeps is what `read` reads, and `show` shows', async () => {
  const read = lines<Reading>((await dragoman(['read', pages])).out);
  expect(read).toHaveLength(4);
  const shown = await dragoman(['show', read[0].id], { home });
  expect(lines<Reading>(shown.out)).toEqual([read[0]]);
  const library = await openLibrary({ folder: home });
  for (const reading of read) expect(await readArticle(library, reading.id)).toEqual(reading);
  await library.close();
});

test('articles are listed newest first, and shown by the beginning of their id', async () => {
  const { out } = await dragoman(['list', '--text'], { home });
  expect(out.split('\n')[0]).toMatch(/^id +date +title +statements +events$/);
  expect(out.split('\n')[1]).toMatch(/2011-01-14/);
  expect(out).toMatch(/4 articles in .*home/);
  const shown = await dragoman(['show', 'wire-1989', '--text'], { home });
  expect(shown.out.split('\n').slice(0, 2)).toEqual([
    'Czechoslovak party leadership resigns',
    `Delta Press · 24 November 1989 · ${join(pages, 'wire-desk.jsonl')}`,
  ]);
});

test('an id that is unknown or stands for several is told', async () => {
  const unknown = await dragoman(['show', 'nowhere'], { home });
  expect([unknown.out, unknown.code]).toEqual(['', 1]);
  expect(unknown.err).toMatch(/^dragoman: nowhere: no article of this id.*`dragoman list`/);
  const several = await dragoman(['show', 'wire-'], { home });
  expect(several.err).toMatch(/more than one article begins so: wire-1985-geneva, wire-1989-prague/);
  expect(several.code).toBe(1);
});

test('the reading room is served until Ctrl-C, and has the library for itself meanwhile', async () => {
  const room = await openRoom(['serve', '--port', '47979'], home);
  try {
    expect((await fetch(room.address)).status).toBe(200);
    const { err, code } = await dragoman(['list'], { home });
    expect(err).toMatch(/^dragoman: the library in .* is in use by another process \(\d+\)\. Stop that one/);
    expect(code).toBe(1);
  } finally {
    expect(await room.stop()).toBe(0);
  }
  expect((await dragoman(['list'], { home })).code).toBe(0);
});

test('`npm start` reads the samples once, and opens two rooms beside each other', async () => {
  const homes = [join(folder, 'start'), join(folder, 'start-again')];
  const first = await openRoom(['start'], homes[0]);
  expect(first.out).toMatch(
    /^page +articles +statements +events +seconds\n(?:…?[\w/.-]+(?: +[\d.]+){4}\n){15}15 added/,
  );
  cpSync(homes[0], homes[1], { recursive: true, filter: (path) => !path.endsWith('/lock') });
  const articles = async ({ address }: Room) => (await (await fetch(`${address}/articles.json`)).json()).total;
  try {
    expect(await articles(first)).toBeGreaterThan(15);
  } finally {
    expect(await first.stop()).toBe(0);
  }
  const [again, beside] = [await openRoom(['start'], homes[0]), await openRoom(['serve'], homes[1])];
  try {
    expect(again.out.split('\n')[0]).toBe('15 pages were in the library already');
    expect(beside.address).not.toBe(again.address);
    expect(await articles(again)).toBe(await articles(beside));
  } finally {
    expect([await again.stop(), await beside.stop()]).toEqual([0, 0]);
  }
});

test('an address is added, and not sent again while it is as it was', async () => {
  const story = readFileSync('samples/mandela-release.html');
  let sent = 0;
  const server = createServer((request, response) => {
    if (request.url !== '/story') return response.writeHead(404).end();
    if (request.headers['if-none-match'] === '"v1"') return response.writeHead(304).end();
    sent++;
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: '"v1"' }).end(story);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/story`;
  try {
    const refused = await dragoman(['add', address], { home });
    expect([refused.code, sent]).toEqual([1, 0]);
    expect(refused.err).toContain('--allow-private');
    const first = await dragoman(['add', '--allow-private', address], { home });
    expect(first.err).toBe('');
    expect(first.out).toMatch(/1 added +1 /);
    const second = await dragoman(['add', '--allow-private', address], { home });
    expect(second.out.trim()).toBe('1 page was in the library already');
    expect(sent).toBe(1);
  } finally {
    server.close();
  }
});

test('Ctrl-C while adding keeps whole pages, and the same command adds the rest', async () => {
  const path = join(folder, 'many');
  mkdirSync(path);
  const article = readFileSync('samples/tunisia-flight.html', 'utf8');
  for (let number = 10; number < 40; number++)
    writeFileSync(join(path, `${number}.html`), `${article}<!-- ${number} -->`);
  const empty = join(folder, 'stopped');
  const child = spawn(process.execPath, [program, 'add', path], { env: { ...process.env, DRAGOMAN_HOME: empty } });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  while (!existsSync(join(empty, 'library'))) await setTimeout(50);
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  if (code === 1) expect(err).toMatch(/stopped: the pages so far are in the library; the same command adds the rest/);
  const { out } = await dragoman(['add', path], { home: empty });
  const counts = [...out.matchAll(/^(\d+) (?:added|pages? w)/gm)].map(([, count]) => Number(count));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
});

test('a damaged library is told, with what to do', async () => {
  const damaged = join(folder, 'damaged');
  cpSync(home, damaged, { recursive: true });
  rmSync(join(damaged, 'library', 'PG_VERSION'));
  const { err, code } = await dragoman(['list'], { home: damaged });
  expect(err).toMatch(
    /^dragoman: the library in .* is damaged and cannot be opened; nothing in it was changed\. .*mv /,
  );
  expect(code).toBe(1);
});

test.each(['read', 'page', 'add', 'list', 'show', 'serve', 'parse', 'export'])(
  '%s --help shows examples',
  async (command) => {
    const { out, code } = await dragoman([command, '--help']);
    expect(out).toMatch(new RegExp(`Examples:\\n(?:.*\\n)*.*dragoman ${command} `));
    expect(code).toBe(0);
  },
);
