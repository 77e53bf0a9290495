import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { LibraryDamaged, LibraryError, LibraryTooNew, LibraryUnreachable } from './errors.ts';
import { takeLock } from './lock.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/** An open library. */
export interface Library {
  readonly db: Kysely<Schema>;
  /** Where it is, for people: a folder, or a server without its password. */
  readonly location: string;
  close(): Promise<void>;
}

/** Where the library is: a PostgreSQL server's address, or a folder for the embedded database. */
export type LibraryPlace = { readonly url: string } | { readonly folder: string };

/** The place that DATABASE_URL or DRAGOMAN_HOME names, else `./dragoman-data`. */
export function libraryPlace(environment: NodeJS.ProcessEnv = process.env): LibraryPlace {
  if (environment.DATABASE_URL) return { url: environment.DATABASE_URL };
  return { folder: resolve(environment.DRAGOMAN_HOME || 'dragoman-data') };
}

/** Opens the library, making it or bringing its schema up to date first. Throws a LibraryError. */
export async function openLibrary(place: LibraryPlace = libraryPlace()): Promise<Library> {
  const library = 'url' in place ? await openServer(place.url) : await openFolder(place.folder);
  try {
    await migrate(library);
    return library;
  } catch (error) {
    await library.close().catch(() => {});
    throw error;
  }
}

async function openFolder(folder: string): Promise<Library> {
  const release = lockFolder(folder);
  const data = join(folder, 'library');
  try {
    const pglite = await openPGlite(data);
    const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
    return { db, location: folder, close: () => db.destroy().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

function lockFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true });
    return takeLock(join(folder, 'lock'));
  } catch (error) {
    if (error instanceof LibraryError) throw error;
    throw new LibraryError(
      `no library can be kept in ${folder}: ${reason(error)}. Choose a folder with DRAGOMAN_HOME.`,
      {
        cause: error,
      },
    );
  }
}

async function openPGlite(data: string): Promise<PGlite> {
  if (!existsSync(data)) await makePGlite(data);
  // PGlite would make a fresh database over the rest of a broken one: look before it does.
  if (!looksWhole(data)) throw damaged(data);
  const wasClosed = !existsSync(join(data, 'postmaster.pid'));
  try {
    return await PGlite.create(data);
  } catch (error) {
    if (wasClosed) rmSync(join(data, 'postmaster.pid'), { force: true });
    throw damaged(data, error);
  }
}

/** Makes an empty database aside and then puts it in its place, so that one which was interrupted is never taken for whole. */
async function makePGlite(data: string): Promise<void> {
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const pglite = await PGlite.create(unfinished);
  await pglite.close();
  renameSync(unfinished, data);
}

/** Whether the files that PostgreSQL cannot start without are there. */
function looksWhole(data: string): boolean {
  const holdsFiles = (folder: string) => existsSync(join(data, folder)) && readdirSync(join(data, folder)).length > 0;
  const size = (file: string) => (existsSync(join(data, file)) ? statSync(join(data, file)).size : 0);
  return size('PG_VERSION') > 0 && size('global/pg_control') === 8192 && holdsFiles('base') && holdsFiles('pg_wal');
}

function damaged(data: string, cause?: unknown): LibraryDamaged {
  return new LibraryDamaged(
    `the library in ${data} is damaged and cannot be opened; nothing in it was changed. ` +
      `Put back a copy of that folder, or move it away (mv '${data}' '${data}.damaged') and add your pages again.`,
    { cause },
  );
}

/** The library's own words for what a query met: files that are no longer what PostgreSQL wrote. Other errors stay. */
export function explained(error: unknown, { location }: Library): unknown {
  const { code, name } = error as { code?: string; name?: string };
  // PostgreSQL's codes for corrupted data and indices; PGlite's engine may also break off altogether.
  if (code !== 'XX001' && code !== 'XX002' && name !== 'RuntimeError') return error;
  return new LibraryDamaged(
    `the library in ${location} is damaged: ${reason(error)}. Put back a copy of it, or move it away and add your pages again.`,
    { cause: error },
  );
}

async function openServer(url: string): Promise<Library> {
  const { default: pg } = await import('pg');
  const location = withoutPassword(url);
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while idle is no reason to end: the next query opens another.
  pool.on('error', () => {});
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await pool.query('select 1');
  } catch (error) {
    await db.destroy();
    throw new LibraryUnreachable(
      `no library at ${location}: ${reason(error)}. Check DATABASE_URL, or unset it to use the embedded library.`,
      { cause: error },
    );
  }
  return { db, location, close: () => db.destroy() };
}

function withoutPassword(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return 'DATABASE_URL';
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
}

function reason(error: unknown): string {
  // A name with several addresses fails with one error each and no message of its own.
  if (error instanceof AggregateError) return error.errors.map((one: Error) => one.message).join(', ');
  return error instanceof Error ? error.message : String(error);
}

async function migrate(library: Library): Promise<void> {
  const { db, location } = library;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  // Kysely's words for a migration in the database that this program does not have.
  if (/previously executed migration .* is missing/.test(reason(error))) {
    throw new LibraryTooNew(`the library at ${location} was made by a newer Dragoman: update this one.`);
  }
  const cause = explained(error, library);
  if (cause instanceof LibraryError) throw cause;
  throw new LibraryError(`the library at ${location} could not be brought up to date: ${reason(error)}`, {
    cause: error,
  });
}
