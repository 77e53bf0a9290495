import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCodebook } from '../src/codebook/load.ts';
import { addPage, refreshStatistics } from '../src/library/add.ts';
import { exportGdelt, exportTable, TABLE_FORMATS } from '../src/library/export/index.ts';
import { type Library, openLibrary } from '../src/library/open.ts';
import { createReader } from '../src/read.ts';

/** How often the samples are kept, each time under other ids. */
const TIMES = 100;

/**
 * Rows a second from an embedded library of many articles into each format, by the processor time of this process and by the
 * clock, and the memory that it takes: the samples, read once and kept `TIMES` times.
 */
export async function run([times = String(TIMES)]: string[] = []): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
  const library = await openLibrary({ folder });
  try {
    const articles = await fill(library, Number(times));
    console.log(`${articles} articles\n`);
    console.log('format      rows   rows/s (clock)   rows/s (processor)   MB   peak MB');
    const codebook = await loadCodebook();
    for (const format of TABLE_FORMATS)
      await measure(format, (onRows) => exportTable(library, { what: 'events', filter: {} }, format, onRows));
    await measure('gdelt', (onRows) => exportGdelt(library, {}, codebook, onRows));
    for (const what of ['statements', 'actors'] as const)
      await measure(what, (onRows) => exportTable(library, { what, filter: {} }, 'jsonl', onRows));
  } finally {
    await library.close();
    rmSync(folder, { recursive: true });
  }
}

async function fill(library: Library, times: number): Promise<number> {
  const reader = await createReader();
  const folder = new URL('../samples/', import.meta.url);
  const readings = readdirSync(folder)
    .filter((name) => !name.endsWith('.md'))
    .flatMap((file) => reader.readPage({ bytes: readFileSync(new URL(file, folder)), given: { file } }).readings);
  for (let time = 0; time < times; time++) {
    const copies = readings.map((reading) => ({ ...reading, id: `${reading.id}-${time}` }));
    await addPage(library, { hash: `${time}`, file: null, url: null, reader: 'r', validators: null, readings: copies });
  }
  await refreshStatistics(library);
  return readings.length * times;
}

async function measure(
  name: string,
  start: (onRows: (rows: number) => void) => AsyncIterable<string | Uint8Array>,
): Promise<void> {
  let [rows, bytes, peak] = [0, 0, 0];
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  for await (const piece of start((more) => (rows += more))) {
    bytes += Buffer.byteLength(piece);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - clock) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const busy = (user + system) / 1e6;
  const figures = [rows, Math.round(rows / seconds), Math.round(rows / busy), (bytes / 1e6).toFixed(1)];
  console.log(
    [name.padEnd(10), ...figures, Math.round(peak / 1e6)].map((each) => String(each).padStart(6)).join('   '),
  );
}
