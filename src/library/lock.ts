import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LibraryLocked } from './errors.ts';

/** Who holds a lock. A process id is given out again after a while, so the time that the process started goes with it. */
interface Holder {
  readonly pid: number;
  readonly started: string | null;
}

/**
 * Takes the lock at `path`, and gives it back when the returned function is called.
 * A lock whose process is gone (kill -9, power cut) is taken over. Throws LibraryLocked where it is held.
 */
export function takeLock(path: string): () => void {
  const me: Holder = { pid: process.pid, started: startOf(process.pid) };
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(me), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder && isAlive(holder)) {
      throw new LibraryLocked(
        `the library in ${dirname(path)} is in use by another process (${holder.pid}). ` +
          'Stop that one, or give this one a library of its own with DRAGOMAN_HOME=FOLDER.',
      );
    }
    rmSync(path, { force: true });
  }
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return startOf(pid) === started;
}

/** When a process started, as Linux counts it; null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold spaces; the start is the 20th field after it.
    return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
