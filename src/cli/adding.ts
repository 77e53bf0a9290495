import { createHash } from 'node:crypto';
import type { GatheredPage } from '../intake/gathered.ts';
import type { Library } from '../library/open.ts';
import { gatherInputs, type ReadingOptions } from './inputs.ts';
import { untilStopped } from './library.ts';
import { complain } from './output.ts';

/** What a page that was added gave. */
export interface Added {
  readonly name: string;
  readonly articles: number;
  readonly statements: number;
  readonly events: number;
  readonly seconds: number;
}

/** From so many new pages on, what the database knows of its content is out of date. */
const MANY_PAGES = 20;

/** How adding ended: how many pages the library held already, and whether the user stopped it. */
export interface Ended {
  readonly known: number;
  readonly stopped: boolean;
}

/**
 * Reads pages into the library, each in a transaction of its own. Ends after the present page where the user asks to
 * stop; what is left can be added by the same command.
 */
export async function addInputs(
  library: Library,
  names: readonly string[],
  options: ReadingOptions,
  onAdded: (page: Added) => void,
  whenStopped = 'the pages so far are in the library; the same command adds the rest',
): Promise<Ended> {
  const [{ addPage, knownPages, refreshStatistics, validatorsOf }, { readPages }, { readerVersion }] =
    await Promise.all([import('../library/add.ts'), import('../read-pages.ts'), import('../reader-version.ts')]);
  // The date that is given for pages without one is part of how they are read.
  const reader = [readerVersion(options), options.published].filter(Boolean).join(' ');
  const known = await knownPages(library, reader);
  let held = 0;
  let added = 0;
  let stopped = false;
  untilStopped().then(() => {
    stopped = true;
  });

  async function* newPages(): AsyncGenerator<GatheredPage & { hash: string }> {
    const memory = {
      known: (url: string) => validatorsOf(library, url, reader),
      onUnchanged: () => {
        held++;
      },
    };
    for await (const page of gatherInputs(names, options, memory)) {
      if (stopped) return;
      const hash = hashOf(page);
      if (known.has(hash)) held++;
      else yield { ...page, hash };
    }
  }

  for await (const { page, record } of readPages(newPages(), options)) {
    const { readings, errors, seconds } = record;
    for (const message of errors) complain(page.name, message);
    if (readings.length === 0) continue;
    const { hash, given, validators, name } = page;
    await addPage(library, { hash, reader, readings, validators, file: given.file ?? null, url: given.url ?? null });
    added++;
    const sum = (count: (reading: (typeof readings)[number]) => number) =>
      readings.reduce((all, one) => all + count(one), 0);
    const [statements, events] = [sum((one) => one.statements.length), sum((one) => one.events.length)];
    onAdded({ name, articles: readings.length, statements, events, seconds });
    if (stopped) break;
  }
  if (added >= MANY_PAGES) await refreshStatistics(library);
  if (stopped) complain('stopped', whenStopped);
  return { known: held, stopped };
}

/** A page's identity: its bytes, and the address that they came from, since an article's id depends on it. */
function hashOf({ bytes, given }: GatheredPage): string {
  return createHash('sha256')
    .update(`${given.url ?? ''}\n`)
    .update(bytes)
    .digest('hex');
}
