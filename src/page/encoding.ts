import { isUtf8 } from 'node:buffer';
import { detectEncoding } from './detect-encoding.ts';
import { BinaryPage } from './errors.ts';

const byteOrderMarks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

const declaration =
  /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]+)|^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]+)/i;

/** Declarations stand near the top; HTML asks for the first 1,024 bytes, real pages need more. */
const declarationWindow = 8_192;

/**
 * Decodes the bytes of a page: by byte order mark, else as UTF-8 where they are valid UTF-8 (no other encoding
 * looks like that by chance), else by the transport's charset, else by the page's own declaration, else as its
 * letters tell (`detect-encoding.ts`), else windows-1252.
 * Throws BinaryPage where the bytes are no text.
 */
export function decode(bytes: Uint8Array, contentType?: string): string {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return decodeAs(marked[0], bytes) ?? '';
  const wide = unmarkedUtf16(bytes);
  if (wide) return decodeAs(wide, bytes) ?? '';
  const format = formatOf(bytes);
  if (format) throw new BinaryPage(`${format}, not a page of text`);
  if (looksBinary(bytes)) throw new BinaryPage('not a page of text (binary data)');
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationWindow));
  const transport = contentType?.match(/charset\s*=\s*["']?([\w-]+)/i)?.[1];
  const declared = head.match(declaration);
  const label = transport ?? declared?.[1] ?? declared?.[2];
  // A page that says UTF-8 and has a few broken bytes is still UTF-8; one whose every accent is broken never was.
  if (label && /^utf-?8$/i.test(label)) {
    const text = decodeAs('utf-8', bytes)!;
    if (validSequences(bytes) >= 1) return text;
  } else if (label) {
    const text = decodeAs(label, bytes);
    if (text !== null) return text;
  }
  if (validSequences(bytes) > 0.9) return decodeAs('utf-8', bytes)!;
  return decodeAs(detectEncoding(bytes, head) ?? 'windows-1252', bytes)!;
}

function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

/** Valid multi-byte UTF-8 sequences for each broken byte. */
function validSequences(bytes: Uint8Array): number {
  let valid = 0;
  let broken = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    if (byte < 0x80) continue;
    const following = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let run = 0;
    while (run < following && (bytes[index + run + 1]! & 0xc0) === 0x80) run++;
    if (following > 0 && run === following) valid++;
    else broken++;
    index += run;
  }
  return broken === 0 ? Number.POSITIVE_INFINITY : valid / broken;
}

/** UTF-16 without a mark: markup in Latin script has every other byte zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const window = Math.min(bytes.length & ~1, 512);
  if (window < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < window; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const half = window / 2;
  if (odd > half * 0.8 && even === 0) return 'utf-16le';
  if (even > half * 0.8 && odd === 0) return 'utf-16be';
  return null;
}

/** What files of other kinds begin with. */
const formats: Readonly<Record<string, readonly string[]>> = {
  'a PDF document': ['%PDF-'],
  'a picture': ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF', 'II*\0', 'MM\0*'],
  'an office document': ['\xd0\xcf\x11\xe0'],
  'an office document or packed files': ['PK\x03\x04'],
  'a packed file': ['\x1f\x8b', 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd', '7z\xbc\xaf'],
  'a sound or video file': ['ID3', 'OggS', '\0\0\0 ftyp', '\0\0\0\x18ftyp', '\0\0\0\x1cftyp'],
};

function formatOf(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const known = Object.entries(formats).find(([, beginnings]) => beginnings.some((some) => start.startsWith(some)));
  return known?.[0] ?? null;
}

const firstStretch = 4_096;

/** Control characters that no text holds, in the first stretch of the file. */
function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, firstStretch);
  let control = 0;
  for (let index = 0; index < length; index++) {
    const byte = bytes[index]!;
    if (byte < 32 && (byte < 9 || (byte > 13 && byte !== 27))) control++;
  }
  return control > length / 100;
}
