import { createReadStream, type Dirent, type Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gunzip, gunzipSync } from 'node:zlib';
import { BrokenInput } from '../page/errors.ts';
import { readArchive } from './archive.ts';
import { type Gathered, type GatherOptions, missed, page } from './gathered.ts';

/** Files that are looked at in a folder. A file that is named itself is always read. */
const PAGE_FILE = /\.(?:[xsp]?html?|php|aspx?|jsp|txt|jsonl|ndjson|xml|rss|atom|json|warc)(?:\.gz)?$/i;

/** Size of the pieces of a JSON Lines file, in bytes: small enough to hold, large enough to be worth a worker. */
const PIECE = 1 << 16;

/** What stands behind a path: a file's page or pages, or those of a folder's files, in the order of their names. */
export async function* gatherPath(path: string, options: GatherOptions): AsyncGenerator<Gathered> {
  let found: Stats;
  try {
    found = await stat(path);
  } catch (error) {
    const isAddress =
      /^www\.|^[\w-]+(?:\.[\w-]+)+\/[^/]/i.test(path) && (error as NodeJS.ErrnoException).code === 'ENOENT';
    yield missed(path, isAddress ? 'no such file; an address begins with https://' : reasonOf(error));
    return;
  }
  if (!found.isDirectory()) {
    // A pipe (`dragoman read <(…)`) is read once, from its begin.
    if (found.isFile()) yield* gatherFile(path, options);
    else yield await gatherStream(path, createReadStream(path), options);
    return;
  }
  let empty = true;
  for await (const inside of pageFiles(path)) {
    empty = false;
    if (typeof inside === 'string') yield* gatherFile(inside, options);
    else yield inside;
  }
  if (empty) yield missed(path, 'no pages in this folder (.html, .txt, .jsonl, .xml, .warc, each also with .gz)');
}

/** The files of a folder and of those in it; a folder that cannot be looked into is told. */
async function* pageFiles(folder: string): AsyncGenerator<string | Gathered> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield missed(folder, reasonOf(error));
    return;
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* pageFiles(join(folder, entry.name));
    else if (PAGE_FILE.test(entry.name)) yield join(folder, entry.name);
  }
}

/** A page that can be read once and only from its begin: standard input, a pipe. */
export async function gatherStream(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  { bytes: largest }: GatherOptions,
): Promise<Gathered> {
  try {
    const given = await wholeStream(stream, largest);
    if (isArchive(given.subarray(0, 1024)))
      throw new BrokenInput('a web archive, which is read from a file only: give its name');
    return page(name, isPacked(given) ? await unpacked(given, largest) : given, {});
  } catch (error) {
    return missed(name, reasonOf(error));
  }
}

async function* gatherFile(path: string, options: GatherOptions): AsyncGenerator<Gathered> {
  try {
    const head = await firstBytes(path);
    if (isArchive(head)) yield* gatherArchive(path, options);
    else if (/\.(?:jsonl|ndjson)$/i.test(path)) yield* gatherLines(path, options);
    else yield page(path, await wholeFile(path, options.bytes), { file: path });
  } catch (error) {
    yield missed(path, reasonOf(error));
  }
}

async function* gatherArchive(path: string, { bytes }: GatherOptions): AsyncGenerator<Gathered> {
  let empty = true;
  for await (const record of readArchive(path, bytes)) {
    empty = false;
    const name = `${path}, ${record.url ?? `record at byte ${(record as { offset: number }).offset}`}`;
    if ('reason' in record) yield missed(name, record.reason);
    else yield page(name, record.bytes, { file: path, url: record.url, contentType: record.contentType });
  }
  if (empty) yield missed(path, 'no pages in this archive');
}

/** A JSON Lines file in pieces of whole lines, so that its size does not matter; a line that is too long is passed over. */
async function* gatherLines(path: string, { bytes: largest }: GatherOptions): AsyncGenerator<Gathered> {
  let firstLine = 1;
  let piece: Buffer[] = [];
  let size = 0;
  let isTooLong = false;
  const take = (): Gathered => {
    const bytes = Buffer.concat(piece);
    const taken = page(path, bytes, { file: path, firstLine });
    firstLine += bytes.filter((byte) => byte === 10).length;
    piece = [];
    size = 0;
    return taken;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    let rest = chunk;
    if (isTooLong) {
      const next = chunk.indexOf(10) + 1;
      if (next === 0) continue;
      isTooLong = false;
      firstLine++;
      rest = chunk.subarray(next);
    }
    const end = rest.lastIndexOf(10) + 1;
    if (end > 0 && size + end >= PIECE) {
      piece.push(rest.subarray(0, end));
      yield take();
      piece = [rest.subarray(end)];
    } else {
      piece.push(rest);
    }
    size = piece.reduce((sum, { length }) => sum + length, 0);
    if (size <= largest) continue;
    const held = Buffer.concat(piece);
    piece = [held.subarray(0, held.lastIndexOf(10) + 1)];
    if (piece[0]!.length > 0) yield take();
    yield missed(path, `line ${firstLine}: ${tooLarge(largest)}`);
    [piece, size, isTooLong] = [[], 0, true];
  }
  if (!isTooLong && (size > 0 || firstLine === 1)) yield take();
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function isArchive(head: Buffer): boolean {
  return unpackedHead(head).subarray(0, 7).toString() === 'WARC/1.';
}

function unpackedHead(head: Buffer): Buffer {
  if (!isPacked(head)) return head;
  try {
    // The head ends in the middle of the data: what is there so far is enough.
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return head;
  }
}

async function wholeFile(path: string, largest: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > largest) throw new Error(tooLarge(largest));
    const bytes = await file.readFile();
    return isPacked(bytes) ? await unpacked(bytes, largest) : bytes;
  } finally {
    await file.close();
  }
}

/** Undoes gzip, up to a size. */
export async function unpacked(bytes: Uint8Array, largest: number): Promise<Buffer> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: largest });
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new BrokenInput(large ? tooLarge(largest) : 'damaged gzip file');
  }
}

/** Reads a stream to its end, up to a size. */
async function wholeStream(stream: AsyncIterable<Uint8Array>, largest: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > largest) throw new Error(tooLarge(largest));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(largest: number): string {
  return `larger than ${Math.round(largest / 1e6)} MB; give --max-megabytes to read more`;
}

function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'no such file';
    case 'EACCES':
      return 'may not be read (permissions)';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
