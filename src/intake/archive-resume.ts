import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';

const CHUNK = 1 << 20;
/** A record's beginning, unpacked, has to show within so many packed bytes. */
const PROBE = 1 << 12;
const GZIP_MEMBER = Buffer.from([0x1f, 0x8b, 0x08]);
const PLAIN_RECORD = Buffer.from('\nWARC/1.');

/** The offset of the next record of an archive that begins at or behind `from`; null where there is none. */
export async function nextRecord(path: string, from: number, packed: boolean): Promise<number | null> {
  const mark = packed ? GZIP_MEMBER : PLAIN_RECORD;
  const file = await open(path);
  try {
    for (let start = from; ; start += CHUNK) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK + PROBE), 0, CHUNK + PROBE, start);
      const window = buffer.subarray(0, bytesRead);
      for (let at = window.indexOf(mark); at >= 0 && at < CHUNK; at = window.indexOf(mark, at + 1)) {
        if (!packed) return start + at + 1;
        if (beginsRecord(window.subarray(at, at + PROBE))) return start + at;
      }
      if (bytesRead < CHUNK + PROBE) return null;
    }
  } finally {
    await file.close();
  }
}

/** Whether packed bytes unpack to the beginning of a record: the mark alone can stand in compressed data by chance. */
function beginsRecord(packed: Buffer): boolean {
  try {
    // The probe ends in the middle of the data: what is there so far is enough.
    return gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, 5).toString() === 'WARC/';
  } catch {
    return false;
  }
}
