import { type Insertable, sql, type Transaction } from 'kysely';
import type { Reading } from '../coding/reading.ts';
import type { Validators } from '../intake/web/fetcher.ts';
import type { Library } from './open.ts';
import { type ArticleRows, toRows } from './rows.ts';
import type { Schema } from './schema.ts';

/** A page as it was read: `hash` tells its bytes, `reader` the version of what read them. */
export interface ReadPage {
  readonly hash: string;
  readonly file: string | null;
  readonly url: string | null;
  readonly reader: string;
  readonly validators: Validators | null;
  readonly readings: readonly Reading[];
}

/** PostgreSQL takes 65,535 parameters a statement; PGlite is quickest with far fewer. */
const PARAMETERS = 8_000;

/**
 * Adds a page in one transaction. A page that the library holds, by its bytes, is replaced, and so is an article by
 * one with its id: an article's address or words are its id, so that is its later version.
 */
export async function addPage({ db }: Library, page: ReadPage): Promise<void> {
  const { hash, file, url, reader, validators } = storable(page);
  const readings = storable(page.readings);
  await db.transaction().execute(async (transaction) => {
    // Two processes may add the same page to one server: the second waits, and then replaces what the first has added.
    await sql`lock table pages in share row exclusive mode`.execute(transaction);
    await transaction.deleteFrom('pages').where('hash', '=', hash).execute();
    await transaction
      .insertInto('pages')
      .values({ hash, file, url, reader, etag: validators?.etag, last_modified: validators?.lastModified })
      .execute();
    if (readings.length === 0) return;
    const ids = readings.map(({ id }) => id);
    await transaction.deleteFrom('articles').where('id', 'in', ids).execute();
    for (const [position, reading] of readings.entries()) await insert(transaction, toRows(reading, hash, position));
  });
}

/** The hashes of the pages that `reader` has read into the library. */
export async function knownPages({ db }: Library, reader: string): Promise<Set<string>> {
  const rows = await db.selectFrom('pages').select('hash').where('reader', '=', reader).execute();
  return new Set(rows.map(({ hash }) => hash));
}

/** Lets the database count anew what it holds, which PGlite never does by itself: after many pages, queries are far quicker. */
export async function refreshStatistics({ db }: Library): Promise<void> {
  await sql`analyze`.execute(db);
}

/** What the server of `url` gave with the page that `reader` has read from there; null where there is none. */
export async function validatorsOf({ db }: Library, url: string, reader: string): Promise<Validators | null> {
  const row = await db
    .selectFrom('pages')
    .select(['etag', 'last_modified as lastModified'])
    .where('url', '=', url)
    .where('reader', '=', reader)
    .executeTakeFirst();
  return row ?? null;
}

async function insert(transaction: Transaction<Schema>, rows: ArticleRows): Promise<void> {
  // Articles first, then what refers to them, as the tables stand in `toRows`.
  for (const table of Object.keys(rows) as (keyof ArticleRows)[]) {
    const list: Insertable<Schema[typeof table]>[] = rows[table];
    if (list.length === 0) continue;
    const size = Math.floor(PARAMETERS / Object.keys(list[0]).length);
    for (let start = 0; start < list.length; start += size) {
      await transaction
        .insertInto(table)
        .values(list.slice(start, start + size))
        .execute();
    }
  }
}

/** PostgreSQL's text holds neither NUL nor half a surrogate pair: a replacement character keeps every span in place. */
function storable<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === 'string' ? part.replaceAll('\0', '\uFFFD').toWellFormed() : part,
    ),
  );
}
