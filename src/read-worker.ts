import { workerData } from 'piscina';
import { createReader, type PageRecord } from './read.ts';
import type { PageBytes } from './read-pages.ts';

const reader = createReader(workerData);

/** Run by the worker threads of `readPages`. */
export default async function readInWorker(page: PageBytes): Promise<PageRecord> {
  return (await reader).readPage(page);
}
