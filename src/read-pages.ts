import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { Given } from './page/given.ts';
import type { PageRecord, Reader, ReaderOptions } from './read.ts';

/** The bytes of a page. */
export interface PageBytes {
  readonly bytes: Uint8Array;
  readonly given: Given;
}

/** Pages that are read in this thread before others are started: loading a model there takes as long as reading these. */
const BEFORE_THREADS = 4;

/** What a thread may fill before it clears up: more makes it no faster, and every thread has its own. */
const YOUNG_GENERATION_MB = 8;

/** Reads pages, many of them in worker threads; what they gave comes in their order. */
export async function* readPages<Page extends PageBytes>(
  pages: AsyncIterable<Page>,
  options: ReaderOptions = {},
): AsyncGenerator<{ page: Page; record: PageRecord }> {
  const threads = availableParallelism();
  const waiting: { page: Page; record: Promise<PageRecord> }[] = [];
  let reader: Reader | null = null;
  let pool: Piscina<PageBytes, PageRecord> | null = null;
  let count = 0;
  try {
    for await (const page of pages) {
      if (threads === 1 || count++ < BEFORE_THREADS) {
        // Loaded for the first page and not before: adding what is known already needs none of it.
        reader ??= await (await import('./read.ts')).createReader(options);
        yield { page, record: reader.readPage(page) };
        continue;
      }
      pool ??= new Piscina({
        ...{ filename: worker, maxThreads: threads, minThreads: threads, workerData: options },
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
      });
      waiting.push({ page, record: pool.run({ bytes: page.bytes, given: page.given }) });
      // As many again as are being read: enough that no thread waits, and memory does not grow with the pages.
      if (waiting.length > 2 * threads) yield await next(waiting);
    }
    while (waiting.length > 0) yield await next(waiting);
  } finally {
    await pool?.destroy();
  }
}

/** Source and built package alike. */
const worker = new URL(`./read-worker${extname(import.meta.url)}`, import.meta.url).href;

async function next<Page>(waiting: { page: Page; record: Promise<PageRecord> }[]) {
  const { page, record } = waiting.shift()!;
  return { page, record: await record };
}
