import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import { AsyncIterReader } from 'warcio';
import type { HttpHead } from './http-head.ts';

const decoders: Record<string, (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  // Some servers leave out the frame that the standard asks for.
  deflate: (packed, options) =>
    promisify(inflate)(packed, options).catch((error) => {
      if (error.code === 'ERR_BUFFER_TOO_LARGE') throw error;
      return promisify(inflateRaw)(packed, options);
    }),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};

/** A stored body with the transfer and content encodings of HTTP undone; null where it is larger than allowed. */
export async function unpackedBody(body: Buffer, fields: HttpHead['fields'], largest: number): Promise<Buffer | null> {
  const isChunked = fields.get('transfer-encoding')?.toLowerCase() === 'chunked';
  const whole = isChunked ? Buffer.from(await new AsyncIterReader([body], null, true).readFully()) : body;
  const decode = decoders[fields.get('content-encoding')?.toLowerCase() ?? ''];
  try {
    return decode ? await decode(whole, { maxOutputLength: largest }) : whole;
  } catch (error) {
    // Some crawlers unpack a body and keep the field that says it is packed.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? null : whole;
  }
}
