import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPage } from './index.ts';

/** Pages as newsrooms build them, with invented news; what their articles hold stands between comments: `<!--w-->…<!--/w-->`. */
const folder = new URL('./testing/news/', import.meta.url);
const mark = /<!--w-->([\s\S]*?)<!--\/w-->/g;

test.each(readdirSync(folder).filter((file) => file.endsWith('.html')))(
  '%s gives its article and nothing else',
  (file) => {
    const marked = readFileSync(new URL(file, folder), 'utf8');
    const wanted = [...marked.matchAll(mark)].map(([, text]) => text!.trim());
    const { articles, errors } = readPage(new TextEncoder().encode(marked.replace(mark, '$1')));
    expect(errors).toEqual([]);
    expect(articles).toHaveLength(1);
    const { text, blocks } = articles[0]!;
    // The headline, the line under it and who took a picture are told apart; here the rest counts.
    const lines = blocks.filter(({ kind }) => !/headline|dek|credit/.test(kind)).map(({ span }) => text.slice(...span));
    expect(lines).toEqual(wanted);
  },
);
