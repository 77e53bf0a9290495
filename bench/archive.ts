import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WARCRecord, WARCSerializer } from 'warcio';
import { keepHeapSmall } from '../src/cli/memory.ts';
import { readArchive } from '../src/intake/archive.ts';
import { readPage } from '../src/page/index.ts';
import { hasPages, segmentPages } from './pages-data.ts';

const MEGABYTES = 70;
const SAMPLES = 10;
/** Bytes of one page in it, packed, about. */
const PACKED_PAGE = 34_600;

/**
 * Makes a WARC.gz of the development pages, over and over, and reads it: pages a second, and the memory of a process
 * of its own after every tenth of it, which has to stay flat.
 * @param size megabytes of the archive to make, packed (70 holds 2,000 pages), or the path of one to read
 */
export async function run([size = String(MEGABYTES)]: string[]): Promise<void> {
  if (!/^\d+$/.test(size)) return measure(size);
  if (!hasPages()) {
    console.log('archive: skipped, ../shared/data/pages is not here');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
  const made = join(folder, 'pages.warc.gz');
  try {
    await pipeline(Readable.from(archive(segmentPages(), Number(size) * 1e6)), createWriteStream(made));
    execFileSync(process.execPath, [`${import.meta.dirname}/run.ts`, 'archive', made], { stdio: 'inherit' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function* archive(
  pages: readonly { url: string; html: Uint8Array }[],
  bytes: number,
): AsyncGenerator<Uint8Array> {
  const records: Uint8Array[] = [];
  for (const { url, html } of pages) {
    const record = WARCRecord.create(
      {
        url,
        date: '2026-01-01T00:00:00Z',
        type: 'response',
        httpHeaders: { 'Content-Type': 'text/html' },
        statusline: 'HTTP/1.1 200 OK',
      },
      [html],
    );
    records.push(await WARCSerializer.serialize(record, { gzip: true }));
  }
  for (let n = 0, written = 0; written < bytes; written += records[n++ % records.length]!.length) {
    yield records[n % records.length]!;
  }
}

async function measure(path: string): Promise<void> {
  keepHeapSmall();
  const start = performance.now();
  let read = 0;
  let articles = 0;
  let bad = 0;
  let unpacked = 0;
  const { size } = statSync(path);
  const every = Math.max(1, Math.round(size / PACKED_PAGE / SAMPLES));
  console.log(`archive of ${(size / 1e6).toFixed(0)} MB packed`);
  console.log('pages read   memory (RSS, MB)');
  for await (const found of readArchive(path, 20_000_000)) {
    if ('reason' in found) {
      bad++;
      continue;
    }
    unpacked += found.bytes.length;
    articles += readPage(found.bytes, { url: found.url, contentType: found.contentType }).articles.length;
    if (++read % every === 0)
      console.log(`${String(read).padStart(10)}   ${(process.memoryUsage().rss / 1e6).toFixed(0)}`);
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(`${read} pages, ${(unpacked / 1e6).toFixed(0)} MB unpacked, ${articles} articles, ${bad} bad records`);
  console.log(`${(read / seconds).toFixed(0)} pages a second, ${(unpacked / 1e6 / seconds).toFixed(0)} MB a second`);
}
