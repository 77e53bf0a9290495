import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { nextRecord } from './archive-resume.ts';
import { unpackedBody } from './http-body.ts';
import { bodyStart, type HttpHead, readHead } from './http-head.ts';

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

/** Most bytes before the body of an answer. */
const HEAD_BYTES = 1 << 16;

/**
 * The pages of a WARC or WARC.gz file, one at a time: successful answers and resources that hold HTML or text. Memory
 * does not grow with the file.
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
  // warcio looks for the HTTP head of a record beyond its end, into the next one: "response" to a look-up in DNS has none.
  const parser = new WARCParser(reader, { parseHttp: false });
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
      const content = await contentOf(record, largest);
      if (damaged()) return { offset, url, reason: 'damaged compression' };
      if (!content) return { offset, url, reason: CUT_SHORT };
      if (!content.isPage || url === null) continue;
      if (content.isTooLarge) yield { offset, url, reason: `more than ${largest} bytes` };
      else yield await page(content, url, offset, largest);
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

/** What a record holds. */
interface Content {
  readonly isPage: boolean;
  readonly isTooLarge: boolean;
  /** Empty where it is no page or too large. */
  readonly body: Buffer;
  readonly fields: HttpHead['fields'];
}

/** Reads a record to its end, as the next one can only be found from there; null where the file ends first. */
async function contentOf(record: WARCRecord, largest: number): Promise<Content | null> {
  const isAnswer = record.warcType === 'response' && /^https?:/i.test(record.warcTargetURI ?? '');
  let head = record.warcType === 'resource' ? resourceHead(record) : null;
  const isTooLarge = record.warcContentLength > largest + (isAnswer ? HEAD_BYTES : 0);
  let chunks: Uint8Array[] = [];
  let isInHead = isAnswer;
  for await (const chunk of record.reader) {
    if (isInHead) {
      const message = Buffer.concat([...chunks, chunk]);
      const start = bodyStart(message);
      isInHead = start < 0 && message.length <= HEAD_BYTES;
      if (start >= 0) head = readHead(message.subarray(0, start));
      chunks = isInHead ? [message] : start < 0 ? [] : [message.subarray(start)];
    } else if (isPage(head) && !isTooLarge) chunks.push(chunk);
  }
  const missing = record.reader instanceof LimitReader && record.reader.limit > 0;
  record.consumed = 'raw';
  if (missing) return null;
  const isWanted = isPage(head);
  return {
    isPage: isWanted,
    isTooLarge,
    body: isWanted && !isTooLarge ? Buffer.concat(chunks) : Buffer.alloc(0),
    fields: head?.fields ?? new Map(),
  };
}

/** What was stored without an answer of HTTP around it says its type in the record. */
function resourceHead(record: WARCRecord): HttpHead {
  return { status: 200, fields: new Map([['content-type', record.warcContentType ?? '']]) };
}

function isPage(head: HttpHead | null): boolean {
  return head?.status === 200 && PAGE_TYPES.test(head.fields.get('content-type') ?? '');
}

async function page(
  { fields, body }: Content,
  url: string,
  offset: number,
  largest: number,
): Promise<ArchivedPage | BadRecord> {
  const bytes = await unpackedBody(body, fields, largest);
  if (!bytes) return { offset, url, reason: `more than ${largest} bytes` };
  return { url, bytes, contentType: fields.get('content-type') ?? null };
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
