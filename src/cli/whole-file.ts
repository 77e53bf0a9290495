import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';

/** A file could not be written, with what to do about it. */
export class NotWritten extends Error {}

/**
 * Writes pieces to a file beside the wanted one, and puts it in its place when it is whole: a file that was there stays as it
 * was until then, and stays where writing fails. What is no file (`/dev/null`, a pipe) is written as it is.
 */
export async function writeWhole(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const before = await stat(path).catch(() => null);
  if (before?.isDirectory()) throw new NotWritten('this is a folder: name a file');
  const isReplaced = !before || before.isFile();
  // A link goes on pointing at the file.
  const target = before ? await realpath(path) : path;
  const beside = isReplaced ? `${target}.${randomUUID().slice(0, 8)}.unfinished` : target;
  const file = await open(beside, isReplaced ? 'wx' : 'w').catch((error) => {
    throw new NotWritten(reason(error), { cause: error });
  });
  try {
    try {
      for await (const piece of pieces) {
        await file.writeFile(piece).catch((error) => {
          throw new NotWritten(reason(error), { cause: error });
        });
      }
      if (isReplaced) await file.sync();
    } finally {
      await file.close();
    }
    if (isReplaced) await rename(beside, target);
  } catch (error) {
    if (isReplaced) await rm(beside, { force: true });
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full: make room, or name a file on another one',
};

function reason(error: NodeJS.ErrnoException): string {
  return REASONS[error.code ?? ''] ?? error.message;
}
