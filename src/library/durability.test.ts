import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addPage, knownPages } from './add.ts';
import { LibraryDamaged, LibraryLocked, LibraryTooNew, LibraryUnreachable } from './errors.ts';
import { explained, openLibrary } from './open.ts';
import { listArticles, readArticle } from './queries/articles.ts';
import { numberedPage } from './testing/readings.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-durability-'));
const whole = join(folder, 'whole');
const children: ChildProcess[] = [];

// One library is made and then copied: making one takes seconds.
beforeAll(async () => {
  const library = await openLibrary({ folder: whole });
  await addPage(library, numberedPage(0));
  await library.close();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

function copy(name: string): string {
  cpSync(whole, join(folder, name), { recursive: true });
  return join(folder, name);
}

/** Another process that adds pages to the library until it is killed; resolves when it has added `pages`. */
async function adding(library: string, pages: number): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./testing/add-pages.ts', import.meta.url));
  const child = spawn(process.execPath, [script, library], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const line of createInterface(child.stdout!)) if (Number(line) >= pages) break;
  return child;
}

test('kill -9 while adding leaves whole pages only, and adding again completes them', async () => {
  const path = copy('killed');
  const child = await adding(path, 7);
  child.kill('SIGKILL');
  await once(child, 'exit');

  const library = await openLibrary({ folder: path });
  const known = await knownPages(library, 'r1');
  expect(known.size).toBeGreaterThanOrEqual(8);
  expect((await listArticles(library)).total).toBe(2 * known.size);
  for (const hash of known) {
    for (const reading of numberedPage(Number(hash.slice('page-'.length))).readings) {
      expect(await readArticle(library, reading.id)).toEqual(reading);
    }
  }
  for (let number = 0; number < known.size + 2; number++) await addPage(library, numberedPage(number));
  expect((await listArticles(library)).total).toBe(2 * (known.size + 2));
  await library.close();
});

test('a library in use by another process is left alone, and opens when that one is gone', async () => {
  const path = copy('locked');
  const child = await adding(path, 1);
  await expect(openLibrary({ folder: path })).rejects.toThrow(LibraryLocked);
  await expect(openLibrary({ folder: path })).rejects.toThrow(new RegExp(`process \\(${child.pid}\\).*DRAGOMAN_HOME`));
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await openLibrary({ folder: path })).close();
});

test('a lock whose process number now belongs to another process does not hold', async () => {
  const path = copy('reused');
  writeFileSync(join(path, 'lock'), JSON.stringify({ pid: process.pid, started: '1' }));
  await (await openLibrary({ folder: path })).close();
});

describe('a damaged library is told as such, with what to do, and nothing in it changes', () => {
  const damages: Record<string, (data: string) => void> = {
    'no version file': (data) => rmSync(join(data, 'PG_VERSION')),
    'control file overwritten': (data) => writeFileSync(join(data, 'global/pg_control'), Buffer.alloc(8192, 7)),
    'control file cut short': (data) => truncateSync(join(data, 'global/pg_control'), 100),
    'log gone': (data) => {
      rmSync(join(data, 'pg_wal'), { recursive: true });
    },
    'everything gone but a file': (data) => {
      for (const name of readdirSync(data))
        if (name !== 'postgresql.conf') rmSync(join(data, name), { recursive: true });
    },
  };
  test.each(Object.entries(damages))('%s', async (name, damage) => {
    const path = copy(name.replaceAll(' ', '-'));
    damage(join(path, 'library'));
    const before = digest(path);
    const opening = openLibrary({ folder: path });
    await expect(opening).rejects.toThrow(LibraryDamaged);
    await expect(opening).rejects.toThrow(/damaged.*nothing in it was changed.*mv /s);
    expect(digest(path)).toBe(before);
  });
});

test('damage that only a query meets is told as such', async () => {
  const path = copy('torn');
  const opened = await openLibrary({ folder: path });
  const { rows } = await sql<{ file: string }>`select pg_relation_filepath('articles') as file`.execute(opened.db);
  await opened.close();
  writeFileSync(join(path, 'library', rows[0].file), Buffer.alloc(8192, 7));

  const library = await openLibrary({ folder: path });
  const error = await readArticle(library, numberedPage(0).readings[0].id).catch((met: unknown) =>
    explained(met, library),
  );
  await library.close().catch(() => {});
  expect(error).toBeInstanceOf(LibraryDamaged);
});

test('a library whose making was interrupted is made anew', async () => {
  const path = join(folder, 'interrupted');
  cpSync(join(whole, 'library', 'global'), join(path, 'library.unfinished', 'global'), { recursive: true });
  const library = await openLibrary({ folder: path });
  await addPage(library, numberedPage(1));
  await library.close();
  expect(readdirSync(path)).toEqual(['library']);
});

test('a place where no folder can be is told as such', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(openLibrary({ folder: file })).rejects.toThrow(/no library can be kept in .*DRAGOMAN_HOME/);
});

test('a library made by a newer Dragoman is told as such', async () => {
  const path = copy('newer');
  const library = await openLibrary({ folder: path });
  const migration = { name: '9999-later', timestamp: new Date().toISOString() };
  await library.db
    .insertInto('kysely_migration' as never)
    .values(migration as never)
    .execute();
  await library.close();
  await expect(openLibrary({ folder: path })).rejects.toThrow(LibraryTooNew);
});

test('a server that does not answer is told by its address, without its password', async () => {
  const opening = openLibrary({ url: 'postgres://reader:secret@127.0.0.1:9/news' });
  await expect(opening).rejects.toThrow(LibraryUnreachable);
  await expect(opening).rejects.toThrow(/^no library at postgres:\/\/127\.0\.0\.1:9\/news: .*DATABASE_URL/);
});

/** One value for all file names and contents below a folder. */
function digest(path: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  }
  return hash.digest('hex');
}
