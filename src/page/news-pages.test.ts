import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPage } from './index.ts';

/** Pages as newsrooms build them, with invented news; what their articles hold stands between comments: `<!--w-->…<!--/w-->`. */
const folder = new URL('./testing/news/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.html'));
const mark = /<!--w-->([\s\S]*?)<!--\/w-->/g;

function wantedAndGiven(marked: string): { wanted: string[]; given: string[] } {
  const { articles, errors } = readPage(new TextEncoder().encode(marked.replace(mark, '$1')));
  expect(errors).toEqual([]);
  expect(articles).toHaveLength(1);
  const { text, blocks } = articles[0]!;
  // The headline, the line under it and who took a picture are told apart; here the rest counts.
  const rest = blocks.filter(({ kind }) => !/headline|dek|credit/.test(kind));
  return {
    wanted: [...marked.matchAll(mark)].map(([, text]) => text!.trim()),
    given: rest.map(({ span }) => text.slice(...span)),
  };
}

test.each(files)('%s gives its article and nothing else', (file) => {
  const { wanted, given } = wantedAndGiven(readFileSync(new URL(file, folder), 'utf8'));
  expect(given).toEqual(wanted);
});

test.each(files)('%s does so but for an eighth without any names of classes and parts', (file) => {
  const named = readFileSync(new URL(file, folder), 'utf8');
  const { wanted, given } = wantedAndGiven(named.replace(/\s(?:class|id|role|itemprop)=(?:"[^"]*"|'[^']*')/g, ''));
  const size = (lines: readonly string[]) => lines.join('').length;
  const missing = wanted.filter((line) => !given.includes(line));
  const further = given.filter((line) => !wanted.includes(line));
  expect(size(missing) + size(further)).toBeLessThan(size(wanted) / 8);
});
