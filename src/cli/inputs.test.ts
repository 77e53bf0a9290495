import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Article } from '../page/article.ts';
import { dragoman, lines, shell } from './testing/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-inputs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const story = `Ministers sign water accord

The water ministers of both countries signed an accord on sharing the river in Geneva on Monday, after nine years of talks.

"This river has to feed both our peoples," the host said at the signing, and thanked the two delegations for their patience.
`;
const good = file('good.txt', story);

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const article = (line: object) => JSON.stringify({ id: 'a', title: 'Ministers sign', text: story, ...line });
const jsonLines = [
  ...[1, 2, 3, 4, 5, 6].map((number) => article({ id: `line-${number}` })),
  '{"id": "broken", "text": ',
  article({ id: 'line-8' }),
].join('\n');
mkdirSync(join(folder, 'nothing-to-read'));
writeFileSync(join(folder, 'nothing-to-read', 'photo.jpg'), randomBytes(100));

test.each<[what: string, path: string, complaint: RegExp]>([
  ['a missing file', join(folder, 'missing.html'), /missing\.html: no such file/],
  ['a folder without pages', join(folder, 'nothing-to-read'), /nothing-to-read: no pages in this folder/],
  ['an empty file', file('empty.html', ''), /empty\.html: empty/],
  ['a binary', file('binary.html', randomBytes(4_000)), /binary\.html: not a page of text/],
  [
    'a page of 50 MB',
    file('large.html', Buffer.alloc(50e6, '<p>words</p>')),
    /large\.html: larger than 20 MB.*--max-megabytes/,
  ],
  ['deeply nested HTML', file('deep.html', `${'<div>'.repeat(100_000)}${story}`), /deep\.html: .*deep/],
])('%s is named with its reason, and the others are still read', async (_, path, complaint) => {
  const { out, err, code } = await dragoman(['page', path, good]);
  expect(err).toMatch(complaint);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(lines<Article>(out).map(({ title }) => title)).toEqual(['Ministers sign water accord']);
  expect(code).toBe(1);
});

test('a bad line of JSON Lines is named by its number, and the lines around it are still read', async () => {
  const { out, err, code } = await dragoman(['page', file('lines.jsonl', jsonLines)]);
  expect(err).toMatch(/lines\.jsonl: line 7: not JSON/);
  const articles = lines<Article>(out);
  expect(articles.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 8].map((number) => `line-${number}`));
  expect(articles.every(({ text }) => text === story)).toBe(true);
  expect(code).toBe(1);
});

test('broken UTF-8 is read as far as it goes', async () => {
  const bytes = Buffer.concat([Buffer.from(story), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(' in the end.\n')]);
  const { out, code } = await dragoman(['page', file('broken.txt', bytes)]);
  expect(lines<Article>(out)[0]?.text).toContain('Ministers sign water accord');
  expect(code).toBe(0);
});

test('standard input is a page like any other', async () => {
  const { out, code } = await dragoman(['page', '-'], { input: readFileSync(good, 'utf8') });
  expect(lines<Article>(out)[0]).toMatchObject({ title: 'Ministers sign water accord', file: null });
  expect(code).toBe(0);
});

test('--published dates the pages that have no date, and only a date will do', async () => {
  const dated = await dragoman(['page', '--published', '2011-03-05', good]);
  expect(lines<Article>(dated.out)[0]?.published).toBe('2011-03-05');
  expect(lines<Article>((await dragoman(['page', good])).out)[0]?.published).toBeNull();
  const { err, code } = await dragoman(['page', '--published', '2011-02-30', good]);
  expect(err).toMatch(/Not a date like 2025-03-20/);
  expect(code).toBe(1);
});

test('a reader that closes the pipe early gets no complaint', async () => {
  const many = file('many.jsonl', Array.from({ length: 400 }, (_, number) => article({ id: `${number}` })).join('\n'));
  const { err, code } = await shell(`"$NODE" "$DRAGOMAN" page "${many}" | head -n 1 | wc -l`);
  expect([err, code]).toEqual(['', 0]);
});

test('addresses of one host are read one after the other, through redirects, to the last', async () => {
  const page = `<!doctype html><h1>Ministers sign water accord</h1><div>${story.replace(/\n\n/g, '<p>')}</div>`;
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
    // What a server says of a page's type is not always so.
    else
      response
        .writeHead(200, { 'content-type': 'image/png' })
        .end(request.url === '/picture' ? randomBytes(4_000) : page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const names = ['old', 'picture', 'new'].map((name) => `${address}/${name}`);
    const { out, err, code } = await dragoman(['page', '--allow-private', ...names]);
    expect(lines<Article>(out).map(({ url }) => url)).toEqual([`${address}/new`, `${address}/new`]);
    expect(err.trim()).toMatch(/picture: not a page of text/);
    expect(code).toBe(1);
  } finally {
    server.close();
  }
});
