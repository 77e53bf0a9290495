import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

/** Where PostgreSQL's server programs are, or null: Debian keeps them out of the PATH. */
export const postgresFolder: string | null = (() => {
  const base = '/usr/lib/postgresql';
  const debian = existsSync(base) ? readdirSync(base).map((version) => join(base, version, 'bin')) : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...debian];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
})();

/** A PostgreSQL server of our own, in a temporary folder, on a free port. */
export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<PostgresServer> {
  if (!postgresFolder) throw new Error('no PostgreSQL server on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-postgres-'));
  // PostgreSQL refuses to run as root; "nobody" (65534 everywhere) will do.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (user.uid) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, stdio: 'ignore' as const };
  execFileSync(
    join(postgresFolder, 'initdb'),
    ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-N'],
    options,
  );
  const port = await freePort();
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `unix_socket_directories=`].flatMap((one) => [
    '-c',
    one,
  ]);
  const server = spawn(join(postgresFolder, 'postgres'), ['-D', folder, '-p', String(port), ...settings], options);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const address = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await untilItAnswers(address('postgres'));

  let databases = 0;
  return {
    async createDatabase() {
      const name = `test_${++databases}`;
      await query(address('postgres'), `create database ${name}`);
      return address(name);
    },
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await query(url, 'select 1');
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
