import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const folder = new URL('../../shared/data/pages/', import.meta.url);

/** A page whose pieces are known: what its article holds, and what it must not. */
export interface SegmentPage {
  readonly name: string;
  readonly url: string;
  readonly html: Uint8Array;
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/** A page whose whole article is known, as HTML. */
export interface ExpectedPage {
  readonly name: string;
  readonly url: string;
  readonly html: Uint8Array;
  readonly expected: string;
}

export function hasPages(): boolean {
  return existsSync(folder);
}

export function segmentPages(): SegmentPage[] {
  return readFileSync(new URL('segments.jsonl', folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ url, file, with: wanted, without: unwanted }) => ({
      name: file.replace('segments/', '').replace('.html.gz', ''),
      url,
      html: gunzipSync(readFileSync(new URL(file, folder))),
      wanted,
      unwanted,
    }));
}

export function expectedPages(): ExpectedPage[] {
  return readdirSync(new URL('readability/', folder)).map((name) => ({
    name,
    url: 'http://fakehost/test/page.html',
    html: gunzipSync(readFileSync(new URL(`readability/${name}/source.html.gz`, folder))),
    expected: readFileSync(new URL(`readability/${name}/expected.html`, folder), 'utf8'),
  }));
}
