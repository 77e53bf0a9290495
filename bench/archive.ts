import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WARCRecord, WARCSerializer } from 'warcio';
import { readArchive } from '../src/intake/archive.ts';
import { readPage } from '../src/page/index.ts';
import { hasPages, segmentPages } from './pages-data.ts';

const PAGES = 2_000;
const SAMPLE_EVERY = 200;

/**
 * Makes a WARC.gz of 2,000 pages (the development pages, over and over) and reads it: pages a second, and the
 * memory of a process of its own after every 200 pages, which has to stay flat.
 * @param path an archive to read, in place of the one made here
 */
export async function run([path]: string[]): Promise<void> {
  if (path) return measure(path);
  if (!hasPages()) {
    console.log('archive: skipped, ../shared/data/pages is not here');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
  const made = join(folder, 'pages.warc.gz');
  try {
    await pipeline(Readable.from(archive(segmentPages())), createWriteStream(made));
    console.log(`archive of ${PAGES} pages, ${(statSync(made).size / 1e6).toFixed(0)} MB packed`);
    execFileSync(process.execPath, [import.meta.dirname + '/run.ts', 'archive', made], { stdio: 'inherit' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function* archive(pages: readonly { url: string; html: Uint8Array }[]): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < PAGES; n++) {
    const { url, html } = pages[n % pages.length];
    const record = WARCRecord.create(
      {
        url: `${url}?copy=${n}`,
        date: '2026-01-01T00:00:00Z',
        type: 'response',
        httpHeaders: { 'Content-Type': 'text/html' },
        statusline: 'HTTP/1.1 200 OK',
      },
      [html],
    );
    yield await WARCSerializer.serialize(record, { gzip: true });
  }
}

async function measure(path: string): Promise<void> {
  const start = performance.now();
  let read = 0;
  let articles = 0;
  let bad = 0;
  let unpacked = 0;
  console.log('pages read   memory (RSS, MB)');
  for await (const found of readArchive(path, 20_000_000)) {
    if ('reason' in found) {
      bad++;
      continue;
    }
    unpacked += found.bytes.length;
    articles += readPage(found.bytes, { url: found.url, contentType: found.contentType }).articles.length;
    if (++read % SAMPLE_EVERY === 0)
      console.log(`${String(read).padStart(10)}   ${(process.memoryUsage().rss / 1e6).toFixed(0)}`);
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(`${read} pages, ${(unpacked / 1e6).toFixed(0)} MB unpacked, ${articles} articles, ${bad} bad records`);
  console.log(`${(read / seconds).toFixed(0)} pages a second, ${(unpacked / 1e6 / seconds).toFixed(0)} MB a second`);
}
