import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { WARCRecord, WARCSerializer } from 'warcio';
import { type ArchivedPage, type BadRecord, readArchive } from './archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  readonly url: string;
  readonly body: Buffer | string;
  readonly headers?: Record<string, string>;
  readonly status?: string;
}

async function records(answers: readonly Answer[], packed: boolean): Promise<Buffer[]> {
  const info = WARCRecord.createWARCInfo({ filename: 'test.warc' }, { software: 'a test' });
  const made = answers.map(({ url, body, headers, status }) =>
    WARCRecord.create(
      {
        url,
        date: '2018-03-14T17:05:00Z',
        type: 'response',
        warcHeaders: {},
        httpHeaders: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
        statusline: `HTTP/1.1 ${status ?? '200 OK'}`,
      },
      (async function* () {
        yield Buffer.from(body);
      })(),
    ),
  );
  const out: Buffer[] = [];
  for (const record of [info, ...made]) out.push(Buffer.from(await WARCSerializer.serialize(record, { gzip: packed })));
  return out;
}

async function read(bytes: Buffer, largest = 1_000_000) {
  const path = join(folder, 'test.warc');
  writeFileSync(path, bytes);
  const pages: ArchivedPage[] = [];
  const bad: BadRecord[] = [];
  for await (const one of readArchive(path, largest)) 'reason' in one ? bad.push(one) : pages.push(one);
  return { pages, bad, texts: pages.map(({ bytes }) => Buffer.from(bytes).toString()) };
}

const story = (n: number) =>
  `<!doctype html><h1>Report ${n}</h1><p>${`The envoy of round ${n} met the minister. `.repeat(n * 7)}</p>`;
const stories = [1, 2, 3, 4, 5].map((n) => ({ url: `https://gazette.example/${n}`, body: story(n) }));

describe.each([
  ['plain', false],
  ['gzip', true],
])('a %s archive', (_, packed) => {
  it('gives its pages in order', async () => {
    const { pages, bad, texts } = await read(Buffer.concat(await records(stories, packed)));
    expect(pages.map(({ url }) => url)).toEqual(stories.map(({ url }) => url));
    expect(texts).toEqual(stories.map(({ body }) => body));
    expect(pages[0].contentType).toBe('text/html; charset=utf-8');
    expect(bad).toEqual([]);
  });

  it('gives neither pictures nor answers that are no page', async () => {
    const others: Answer[] = [
      { url: 'https://gazette.example/logo.png', body: 'PNG', headers: { 'Content-Type': 'image/png' } },
      { url: 'https://gazette.example/gone', body: story(1), status: '404 Not Found' },
    ];
    const { pages } = await read(Buffer.concat(await records([...others, stories[0]], packed)));
    expect(pages.map(({ url }) => url)).toEqual([stories[0].url]);
  });

  it('undoes the encodings of HTTP', async () => {
    const chunked = Buffer.from(`${story(2).length.toString(16)}\r\n${story(2)}\r\n0\r\n\r\n`);
    const { texts, bad } = await read(
      Buffer.concat(
        await records(
          [
            { url: 'https://a.example/', body: gzipSync(story(1)), headers: { 'Content-Encoding': 'gzip' } },
            { url: 'https://b.example/', body: chunked, headers: { 'Transfer-Encoding': 'chunked' } },
            { url: 'https://c.example/', body: brotliCompressSync(story(3)), headers: { 'Content-Encoding': 'br' } },
            { url: 'https://d.example/', body: story(4), headers: { 'Content-Encoding': 'gzip' } },
            { url: 'https://e.example/', body: deflateSync(story(5)), headers: { 'Content-Encoding': 'deflate' } },
            { url: 'https://f.example/', body: deflateRawSync(story(6)), headers: { 'Content-Encoding': 'deflate' } },
            { url: 'https://g.example/', body: zstdCompressSync(story(7)), headers: { 'Content-Encoding': 'zstd' } },
          ],
          packed,
        ),
      ),
    );
    expect(texts).toEqual([1, 2, 3, 4, 5, 6, 7].map(story));
    expect(bad).toEqual([]);
  });

  it('names a page that is too large and a bomb, and gives the others', async () => {
    const bomb = {
      url: 'https://bomb.example/',
      body: gzipSync(Buffer.alloc(5_000_000)),
      headers: { 'Content-Encoding': 'gzip' },
    };
    const large = { url: 'https://large.example/', body: 'x'.repeat(2_000_000) };
    const { pages, bad } = await read(Buffer.concat(await records([large, stories[0], bomb, stories[1]], packed)));
    expect(pages.map(({ url }) => url)).toEqual([stories[0].url, stories[1].url]);
    expect(bad.map(({ url }) => url)).toEqual(['https://large.example/', 'https://bomb.example/']);
  });

  it('loses no page behind records without a head of HTTP, and has those that were stored as they are', async () => {
    const bare = (type: string, url: string, content: string, kind: string) => {
      const record = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2018-03-14T17:05:00Z\r\nContent-Type: ${kind}\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}\r\n\r\n`;
      return packed ? gzipSync(record) : Buffer.from(record);
    };
    const [info, first, second] = await records(stories.slice(0, 2), packed);
    const { texts, bad } = await read(
      Buffer.concat([
        info!,
        bare('response', 'dns:gazette.example', '192.0.2.1', 'text/dns'),
        first!,
        bare('request', stories[1]!.url, 'GET / HTTP/1.0\r\n\r\n', 'application/http; msgtype=request'),
        second!,
        bare('resource', stories[2]!.url, story(3), 'text/html'),
        bare('resource', 'https://gazette.example/logo.png', 'PNG', 'image/png'),
        bare('response', stories[3]!.url, `HTTP/2 200\nContent-Type: text/html\n\n${story(4)}`, 'application/http'),
      ]),
    );
    expect(texts).toEqual([1, 2, 3, 4].map(story));
    expect(bad).toEqual([]);
  });

  it('goes on behind a damaged record', async () => {
    const parts = await records(stories, packed);
    const hurt = parts[2];
    if (packed) hurt.fill(0x55, 40, 90);
    else hurt.write('GARBAGE!', 0);
    const { pages, bad } = await read(Buffer.concat(parts));
    expect(pages.map(({ url }) => url)).toEqual([1, 3, 4, 5].map((n) => `https://gazette.example/${n}`));
    expect(bad).toHaveLength(1);
  });

  it('that was cut short gives what is whole', async () => {
    const whole = Buffer.concat(await records(stories, packed));
    const { pages, bad } = await read(whole.subarray(0, whole.length - (packed ? 30 : 300)));
    expect(pages.map(({ url }) => url)).toEqual([1, 2, 3, 4].map((n) => `https://gazette.example/${n}`));
    expect(bad).toHaveLength(1);
    expect(bad[0].reason).toMatch(/file ends before/);
  });
});

it('a file that is no archive is one bad record', async () => {
  const { pages, bad } = await read(Buffer.from('Dear reader,\nthis is a letter.\n\nYours\n'));
  expect(pages).toEqual([]);
  expect(bad).toHaveLength(1);
});
