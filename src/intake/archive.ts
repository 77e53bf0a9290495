import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { nextRecord } from './archive-resume.ts';

/** A page as a web archive (WARC 1.0 or 1.1) holds it. */
export interface ArchivedPage {
  readonly url: string;
  /** The body, with the transfer and content encodings of HTTP undone. */
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

/** A record that could not be read; the ones behind it are read all the same. */
export interface BadRecord {
  /** Where the record begins in the file, in bytes. */
  readonly offset: number;
  readonly url: string | null;
  readonly reason: string;
}

const CUT_SHORT = 'the file ends before the record does';

/** Types of content that can hold an article; everything else in an archive is passed over. */
const PAGE_TYPES = /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i;

/**
 * The pages of a WARC or WARC.gz file, one at a time: successful answers that hold HTML or text. Memory does not grow
 * with the file.
 * @param largest most bytes of a page; a longer one is a bad record
 */
export async function* readArchive(path: string, largest: number): AsyncGenerator<ArchivedPage | BadRecord> {
  const packed = await isPacked(path);
  for (let start: number | null = 0; start !== null; ) {
    const broken: BadRecord | null = yield* readFrom(path, start, packed, largest);
    if (!broken) return;
    yield broken;
    start = await nextRecord(path, broken.offset + 1, packed);
  }
}

/** Reads records from an offset on; what it returns is the record at which it could not go on before the file ended. */
async function* readFrom(
  path: string,
  start: number,
  packed: boolean,
  largest: number,
): AsyncGenerator<ArchivedPage | BadRecord, BadRecord | null> {
  const stream = createReadStream(path, { start });
  const reader = new AsyncIterReader(stream, packed ? 'gzip' : null);
  const parser = new WARCParser(reader);
  let offset = start;
  try {
    for (;;) {
      const record = await parser.parse();
      // warcio takes what it cannot unpack for plain content: the damage shows only here.
      const damaged = () => packed && reader.compressed === null;
      if (!record) {
        if (damaged()) return { offset, url: null, reason: 'damaged compression' };
        const unfinished = packed && reader.inflator?.ended === false;
        return unfinished ? { offset: start + parser.offset, url: null, reason: CUT_SHORT } : null;
      }
      if (damaged() || !isRecord(record))
        return { offset: start + parser.offset, url: null, reason: 'no record begins here' };
      offset = start + parser.offset;

      const url = record.warcTargetURI ?? null;
      const wanted = isPage(record) && url !== null;
      const tooLarge = record.warcContentLength > largest;
      const body = await rawBody(record, wanted && !tooLarge);
      if (damaged()) return { offset, url, reason: 'damaged compression' };
      if (!body) return { offset, url, reason: CUT_SHORT };
      if (!wanted) continue;
      if (tooLarge) yield { offset, url, reason: `more than ${largest} bytes` };
      else yield await page(record, url, body, offset, largest);
    }
  } catch (error) {
    return { offset, url: null, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    stream.destroy();
  }
}

function isRecord(record: WARCRecord): boolean {
  return record.warcHeaders.statusline.startsWith('WARC/') && record.warcHeaders.headers.get('WARC-Type') !== null;
}

function isPage(record: WARCRecord): boolean {
  if (record.warcType !== 'response' || !record.httpHeaders) return false;
  return (
    Number(record.httpHeaders.statusCode) === 200 &&
    PAGE_TYPES.test(record.httpHeaders.headers.get('content-type') ?? '')
  );
}

/**
 * Reads a record to its end, as the next one can only be found from there; null where the file ends first.
 * @param keep whether the bytes are wanted
 */
async function rawBody(record: WARCRecord, keep: boolean): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of record.reader) if (keep) chunks.push(chunk);
  const missing = record.reader instanceof LimitReader && record.reader.limit > 0;
  record.consumed = 'raw';
  return missing ? null : Buffer.concat(chunks);
}

const decoders: Record<string, (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

async function page(
  record: WARCRecord,
  url: string,
  body: Buffer,
  offset: number,
  largest: number,
): Promise<ArchivedPage | BadRecord> {
  const headers = record.httpHeaders!.headers;
  const contentType = headers.get('content-type') ?? null;
  const chunked = headers.get('transfer-encoding')?.toLowerCase() === 'chunked';
  const whole = chunked ? Buffer.from(await new AsyncIterReader([body], null, true).readFully()) : body;
  const decode = decoders[headers.get('content-encoding')?.toLowerCase() ?? ''];
  try {
    const bytes = decode ? await decode(whole, { maxOutputLength: largest }) : whole;
    return { url, bytes, contentType };
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    // Some crawlers unpack a body and keep the header that says it is packed.
    if (!tooLarge) return { url, bytes: whole, contentType };
    return { offset, url, reason: `more than ${largest} bytes` };
  }
}

async function isPacked(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
