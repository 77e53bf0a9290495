import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Status } from '../coding/reading.ts';
import type { Exported, TableFormat } from '../library/export/index.ts';
import type { Library } from '../library/open.ts';
import type { EventFilter, StatementFilter } from '../library/queries/entries.ts';
import { addInputs } from './adding.ts';
import type { ReadingOptions } from './inputs.ts';
import { untilStopped, withLibrary } from './library.ts';
import { clearProgress, complain, print, remark, showProgress, write } from './output.ts';
import { NotWritten, writeWhole } from './whole-file.ts';

/** Which rows: those of the reading room's filters. */
export interface Filters extends Pick<EventFilter, 'type' | 'actor' | 'country' | 'from' | 'to'> {
  readonly status?: readonly Status[];
  readonly stance?: StatementFilter['stance'];
}

/** What is exported, as what, and where to: a file, or `-` for standard output. */
export interface Export extends Filters {
  readonly what: Exported['what'];
  readonly format: TableFormat | 'gdelt';
  readonly out: string;
  /** Folder of a codebook of one's own: GDELT's codes are data of it. */
  readonly codebook?: string;
}

/** Reads pages into a library of their own, which goes when it has been used. */
export async function withPages(
  names: readonly string[],
  { published, follow, maxMegabytes, allowPrivate, codebook }: ReadingOptions,
  use: (library: Library) => Promise<void>,
): Promise<void> {
  // From the beginning, so that the folder never stays.
  const stop = stopping();
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-export-'));
  try {
    await withLibrary({ library: { folder } }, async (library) => {
      if (stop.asked) return complain('stopped', 'nothing was written');
      const reading = { published, follow, maxMegabytes, allowPrivate, codebook };
      const { stopped } = await addInputs(library, names, reading, () => {}, 'nothing was written');
      if (!stopped) await use(library);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Exports from a library, and says how much it was where the rows themselves go elsewhere. */
export async function exportFrom(library: Library, wanted: Export): Promise<void> {
  const { out, what } = wanted;
  let rows = 0;
  let leftOut = 0;
  let isWritten = false;
  const onRows = (more: number) => {
    rows += more;
    if (out !== '-' || !process.stdout.isTTY) showProgress(`${rows.toLocaleString('en')} ${what}`);
  };
  const onLeftOut = (more: number) => {
    leftOut += more;
  };
  const { withSnapshot } = await import('../library/snapshot.ts');
  await withSnapshot(library, async (seen) => {
    isWritten = await writeOut(out, await piecesOf(seen, wanted, onRows, onLeftOut));
  });
  clearProgress();
  if (!isWritten) return;
  if (out !== '-') await print(`${counted(rows - leftOut, what)} in ${out}`);
  if (leftOut > 0)
    remark(`${counted(leftOut, what)} left out, which GDELT's files cannot hold: of no known day or nobody`);
}

/** The export in the format that was asked for. */
async function piecesOf(
  library: Library,
  { what, format, type, status, stance, country, from, to, ...wanted }: Export,
  onRows: (rows: number) => void,
  onLeftOut: (events: number) => void,
): Promise<AsyncIterable<string | Uint8Array>> {
  const { exportGdelt, exportTable, GDELT_STATUSES } = await import('../library/export/index.ts');
  const { actorKey } = await import('../library/actor-key.ts');
  const actor = wanted.actor === undefined ? undefined : actorKey(wanted.actor);
  if (format === 'gdelt') {
    const { loadCodebook } = await import('../codebook/load.ts');
    const codebook = await loadCodebook({ overrides: wanted.codebook });
    const filter = { type, status: status ?? GDELT_STATUSES, actor, country, from, to };
    return exportGdelt(library, filter, codebook, onRows, onLeftOut);
  }
  if (what === 'events')
    return exportTable(library, { what, filter: { type, status, actor, country, from, to } }, format, onRows);
  if (what === 'statements')
    return exportTable(library, { what, filter: { stance, actor, country, from, to } }, format, onRows);
  return exportTable(library, { what, filter: { actor, country } }, format, onRows);
}

/** Writes everything, or says why not: the file cannot be written, or the user has stopped it. */
async function writeOut(out: string, pieces: AsyncIterable<string | Uint8Array>): Promise<boolean> {
  const stop = stopping();
  async function* untilThen() {
    for await (const piece of pieces) {
      if (stop.asked) throw new NotWritten(`stopped; ${out === '-' ? 'the rest is missing' : 'nothing was written'}`);
      yield piece;
    }
  }
  try {
    if (out !== '-') await writeWhole(out, untilThen());
    else for await (const piece of untilThen()) await write(piece);
    return true;
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    complain(out === '-' ? null : out, error.message);
    return false;
  }
}

/** Whether the user has asked to stop since. */
function stopping(): { readonly asked: boolean } {
  const stop = { asked: false };
  untilStopped().then(() => {
    stop.asked = true;
  });
  return stop;
}

const counted = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? what.slice(0, -1) : what}`;
