import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { decode } from '../src/page/encoding.ts';
import { readPage } from '../src/page/index.ts';
import { htmlToText } from './pages-score.ts';

/** Gives the text of a page's article. */
export type Extractor = (html: Uint8Array, url: string) => string | Promise<string>;

const ours =
  (kinds: RegExp): Extractor =>
  (html, url) =>
    readPage(html, { url })
      .articles.flatMap(({ text, blocks }) =>
        blocks.filter(({ kind }) => !kinds.test(kind)).map(({ span }) => text.slice(...span)),
      )
      .join('\n');

export const EXTRACTORS: Readonly<Record<string, Extractor>> = {
  Dragoman: ours(/headline/),
  'Dragoman, body only': ours(/headline|dek|caption|credit/),
  'Readability on linkedom': (html) =>
    silently(() => {
      return htmlToText(new Readability(documentOf(html)).parse()?.content ?? '');
    }),
  Defuddle: (html, url) =>
    silently(async () => {
      return htmlToText((await Defuddle(documentOf(html), url)).content ?? '');
    }),
};

/** Peers get the text decoded as ours is, and linkedom a whole page: it makes no document of a piece of one. */
function documentOf(html: Uint8Array): Document {
  const text = decode(html);
  return parseHTML(/<html\b/i.test(text) ? text : `<html><body>${text}</body></html>`).document as unknown as Document;
}

/** Peers print what they could not parse; a bench prints its table. */
async function silently<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  const { error, warn, log } = console;
  console.error = console.warn = console.log = () => {};
  try {
    return await work();
  } finally {
    Object.assign(console, { error, warn, log });
  }
}
