import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../page/index.ts';
import { gather } from './gather.ts';
import type { Gathered, GatherOptions } from './gathered.ts';
import { createFetcher } from './web/fetcher.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-gather-'));
afterAll(() => rmSync(folder, { recursive: true }));

const paragraph =
  'The foreign ministers of both countries met in Geneva on Monday and agreed to reopen their embassies, a spokesman for the host government said. ';
const body = `<p>${paragraph.repeat(3)}</p><p>${paragraph.repeat(2)}</p><p>${paragraph.repeat(3)}</p>`;
const story = `<!doctype html><title>Ministers meet</title><article><h1>Ministers meet</h1>${body}</article>`;

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function gathered(names: string[], options: Partial<GatherOptions> = {}): Promise<Gathered[]> {
  const fetcher = createFetcher({ refuse: () => false, pause: 0 });
  const found: Gathered[] = [];
  const all = { bytes: 1_000_000, follow: false, known: async () => null, stdin: nothing(), ...options };
  for await (const one of gather(names, fetcher, all)) found.push(one);
  await fetcher.close();
  return found;
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const articles = (found: readonly Gathered[]) =>
  found.flatMap((one) => (one.kind === 'page' ? readPage(one.bytes, one.given).articles : []));
const reasons = (found: readonly Gathered[]) => found.flatMap((one) => (one.kind === 'missed' ? [one.reason] : []));

describe('files', () => {
  it('are taken from a folder by name, with those in its folders, and nothing that is no page', async () => {
    file('desk/b.html', story);
    file('desk/a/z.txt', paragraph);
    file('desk/picture.png', 'png');
    file('desk/.hidden.html', story);
    file('desk/c.html.gz', gzipSync(story));
    file('desk/d.shtml', story);
    const found = await gathered([join(folder, 'desk')]);
    expect(found.map(({ name }) => name)).toEqual(
      ['a/z.txt', 'b.html', 'c.html.gz', 'd.shtml'].map((name) => join(folder, 'desk', name)),
    );
    expect(articles(found).at(-1)?.title).toBe('Ministers meet');
  });

  it('an archive without a page says so', async () => {
    const info = 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nab\r\n\r\n';
    expect(reasons(await gathered([file('info.warc', info)]))).toEqual(['no pages in this archive']);
  });

  it('that are missing, too large or damaged are told, the others still come', async () => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    const found = await gathered([
      join(folder, 'none.html'),
      join(folder, 'empty'),
      file('large.html', 'x'.repeat(1_000_001)),
      file('bomb.html.gz', gzipSync(Buffer.alloc(3_000_000))),
      file('hurt.html.gz', gzipSync(story).subarray(0, 60)),
      file('good.html', story),
    ]);
    expect(reasons(found)).toEqual([
      'no such file',
      expect.stringContaining('no pages in this folder'),
      expect.stringContaining('larger than 1 MB'),
      expect.stringContaining('larger than 1 MB'),
      'damaged gzip file',
    ]);
    expect(articles(found)).toHaveLength(1);
  });

  it('of JSON Lines may be larger than a page, and their bad lines keep their numbers', async () => {
    const line = (id: number) => JSON.stringify({ id: `n${id}`, published: '2018-03-14', text: paragraph.repeat(20) });
    const lines = Array.from({ length: 1500 }, (_, index) => line(index + 1));
    lines[1233] = '{"id": "broken';
    const found = await gathered([file('wire.jsonl', lines.join('\n'))]);
    expect(found.length).toBeGreaterThan(3);
    const readings = found.map((one) => (one.kind === 'page' ? readPage(one.bytes, one.given) : null)!);
    expect(readings.flatMap(({ articles }) => articles.map(({ id }) => id))).toEqual(
      lines.map((_, index) => `n${index + 1}`).filter((id) => id !== 'n1234'),
    );
    expect(readings.flatMap(({ errors }) => errors.map((error) => error.line))).toEqual([1234]);
  });

  it('of JSON Lines may have a line without end, which is named and passed over', async () => {
    const line = (id: string) => `{"id":"${id}","text":"The envoy met the minister."}\n`;
    const endless = `{"id":"long","text":"${'word '.repeat(500_000)}`;
    const found = await gathered([
      file('endless.jsonl', `${line('a')}${endless}"}\n${line('b')}${line('c')}`),
      file('cut.jsonl', `${line('d')}${endless}`),
    ]);
    expect(articles(found).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(reasons(found)).toEqual(Array(2).fill('line 2: larger than 1 MB; give --max-megabytes to read more'));
    const numbered = found.flatMap((one) => (one.kind === 'page' ? [one.given.firstLine] : []));
    expect(numbered).toEqual([1, 3, 1]);
  });

  it('may come from standard input', async () => {
    async function* stdin() {
      yield Buffer.from(story);
    }
    expect(articles(await gathered(['-'], { stdin: stdin() }))).toHaveLength(1);
  });

  it('may come packed from standard input; an archive there is told to be one', async () => {
    async function* stdin(bytes: Buffer) {
      yield bytes;
    }
    expect(articles(await gathered(['-'], { stdin: stdin(gzipSync(story)) }))).toHaveLength(1);
    const archive = await gathered(['-'], { stdin: stdin(gzipSync('WARC/1.0\r\nWARC-Type: warcinfo\r\n')) });
    expect(reasons(archive)).toEqual([expect.stringContaining('a web archive')]);
  });

  it.skipIf(process.platform === 'win32')('may come from a pipe that is named as a file', async () => {
    const pipe = file('pipe.html', '');
    rmSync(pipe);
    execFileSync('mkfifo', [pipe]);
    const written = writeFile(pipe, story);
    expect(articles(await gathered([pipe]))).toHaveLength(1);
    await written;
  });

  it('that are no pages are told by what they are', async () => {
    const found = await gathered([
      file('report.html', '%PDF-1.7\n%âãÏÓ'),
      file('photo.html', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70])),
    ]);
    const errors = found.flatMap((one) => (one.kind === 'page' ? readPage(one.bytes, one.given).errors : []));
    expect(errors.map(({ message }) => message)).toEqual([
      'a PDF document, not a page of text',
      'a picture, not a page of text',
    ]);
    expect(reasons(await gathered(['ftp://files.example/report.html']))).toEqual([
      'only http and https addresses are read',
    ]);
  });
});

describe('short wire reports', () => {
  const text = `<p>${paragraph}</p><p>The date was left open, and neither side said who had asked for the meeting.</p>`;
  const entry = (field: string) =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire</title><item><title>Embassies to reopen</title><link>https://wire.example/1</link><${field}><![CDATA[${text}]]></${field}></item></channel></rss>`;

  it('are articles where a feed gives them as content, and may be summaries elsewhere', async () => {
    expect(articles(await gathered([file('content.rss', entry('content:encoded'))]))).toHaveLength(1);
    expect(reasons(await gathered([file('summary.rss', entry('description'))]))).toEqual([
      expect.stringContaining('1 entry without'),
    ]);
  });
});

const rss = (
  base: string,
) => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Lakeside Gazette</title>
<item><title>Embassies to reopen</title><link>${base}/embassies</link><pubDate>Mon, 05 Mar 2018 10:00:00 +0100</pubDate>
<author>desk@gazette.example (Ada Moreno)</author><content:encoded><![CDATA[${body}]]></content:encoded></item>
<item><title>Ministers meet</title><link>/story</link><pubDate>Tue, 06 Mar 2018 08:00:00 GMT</pubDate><description>The ministers met.</description></item>
</channel></rss>`;

describe('feeds and sitemaps', () => {
  const server = createServer((request, response) => {
    const base = `http://${request.headers.host}`;
    const answers: Record<string, [type: string, text: string]> = {
      '/feed': ['application/rss+xml', rss(base)],
      '/story': ['text/html', story],
      '/sitemap': [
        'application/xml',
        `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${base}/news-sitemap</loc></sitemap></sitemapindex>`,
      ],
      '/packed': ['application/gzip', ''],
      '/news-sitemap': [
        'application/xml',
        `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${base}/story</loc><news:news><news:publication><news:name>Lakeside Gazette</news:name></news:publication><news:publication_date>2018-03-06T08:00:00Z</news:publication_date><news:title>Ministers meet</news:title></news:news></url></urlset>`,
      ],
    };
    const [type, text] = answers[request.url!] ?? ['', ''];
    if (request.url === '/packed') return response.writeHead(200).end(gzipSync(answers['/news-sitemap']![1]));
    response.writeHead(type ? 200 : 404, { 'content-type': type, etag: '"v1"' }).end(text);
  });
  let base = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('a saved feed gives the articles it holds whole and says how many it does not', async () => {
    const found = await gathered([file('feed.xml', rss('https://gazette.example'))]);
    expect(articles(found)).toMatchObject([
      {
        url: 'https://gazette.example/embassies',
        title: 'Embassies to reopen',
        authors: ['Ada Moreno'],
        published: '2018-03-05T10:00:00+01:00',
        publisher: 'Lakeside Gazette',
        provenance: { title: 'feed', published: 'feed' },
      },
    ]);
    expect(reasons(found)).toEqual([expect.stringContaining('1 entry without')]);
  });

  it('a feed is followed to its pages where that is asked for, and fills in what they leave out', async () => {
    const found = await gathered([`${base}/feed`], { follow: true });
    expect(articles(found).map(({ url, published }) => [url, published])).toEqual([
      [`${base}/embassies`, '2018-03-05T10:00:00+01:00'],
      [`${base}/story`, '2018-03-06T08:00:00Z'],
    ]);
    expect(reasons(await gathered([`${base}/feed`]))).toEqual([expect.stringContaining('1 entry without')]);
  });

  it('a sitemap leads to its pages, through an index of sitemaps', async () => {
    const found = await gathered([`${base}/sitemap`], { follow: true });
    expect(articles(found)).toMatchObject([{ title: 'Ministers meet', publisher: 'Lakeside Gazette' }]);
  });

  it('a sitemap may be a packed file', async () => {
    expect(articles(await gathered([`${base}/packed`], { follow: true }))).toHaveLength(1);
  });

  it('a feed is read in the encoding that it is in', async () => {
    const feed = (encoding: string) =>
      rss('https://gazette.example')
        .replace(/^(?:<\?xml[^>]*>)?/, `<?xml version="1.0" encoding="${encoding}"?>`)
        .replace('Embassies to reopen', 'Embassies to reopen in Tromsø');
    const files = [
      file('latin.xml', Buffer.from(feed('ISO-8859-1'), 'latin1')),
      file('wide.xml', Buffer.from(`\ufeff${feed('UTF-16')}`, 'utf16le')),
    ];
    expect(articles(await gathered(files)).map(({ title }) => title)).toEqual([
      'Embassies to reopen in Tromsø',
      'Embassies to reopen in Tromsø',
    ]);
  });

  it('an Atom feed and a JSON Feed say the same', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Lakeside Gazette</title><entry><title>Embassies to reopen</title><link href="https://gazette.example/embassies"/><published>2018-03-05T10:00:00+01:00</published><author><name>Ada Moreno</name></author><content type="html">${body.replace(/</g, '&lt;')}</content></entry></feed>`;
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Lakeside Gazette',
      items: [
        {
          id: '1',
          url: 'https://gazette.example/embassies',
          title: 'Embassies to reopen',
          content_html: body,
          date_published: '2018-03-05T10:00:00+01:00',
          authors: [{ name: 'Ada Moreno' }],
        },
      ],
    });
    const [first] = articles(await gathered([file('atom.xml', atom)]));
    const [second] = articles(await gathered([file('feed.json', json)]));
    expect(first).toMatchObject({
      title: 'Embassies to reopen',
      authors: ['Ada Moreno'],
      publisher: 'Lakeside Gazette',
    });
    expect({ ...second, file: null }).toEqual({ ...first, file: null });
  });

  it('a broken feed is told, and one or a sitemap that is nested without end', async () => {
    expect(reasons(await gathered([file('broken.xml', '<rss version="2.0"><channel')]))).toHaveLength(1);
    const nested = `<urlset><url><loc>${'<b>'.repeat(200_000)}</loc></url></urlset>`;
    expect(reasons(await gathered([file('nested.xml', nested)]))).toEqual([expect.stringContaining('nested deeper')]);
    const entry = `<rss version="2.0"><channel><item><title>x</title><description>${'&lt;div&gt;'.repeat(50_000)}</description></item></channel></rss>`;
    expect(reasons(await gathered([file('deep.xml', entry)]))).toEqual([expect.stringContaining('nested too deep')]);
  });

  it('an address that did not change is not read again', async () => {
    const known = async () => ({ etag: '"v1"', lastModified: null });
    const unchanging = createServer((request, response) =>
      response.writeHead(request.url === '/robots.txt' ? 404 : request.headers['if-none-match'] ? 304 : 200).end(story),
    );
    await new Promise<void>((resolve) => unchanging.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(unchanging.address() as AddressInfo).port}/`;
    expect((await gathered([url], { known })).map(({ kind }) => kind)).toEqual(['unchanged']);
    expect((await gathered([url])).map(({ kind }) => kind)).toEqual(['page']);
    unchanging.closeAllConnections();
    unchanging.close();
  });
});
