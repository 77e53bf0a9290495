import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits, PageError, readPage } from './index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const samples = new URL('../../samples/', import.meta.url);
const pages = readdirSync(samples)
  .filter((name) => /\.(html|txt|jsonl)$/.test(name))
  .map((name) => new Uint8Array(readFileSync(new URL(name, samples))));

describe('each limit has its own error', () => {
  test.each([
    ['size', ' '.repeat(2_000), { bytes: 1_000 }, 'LimitExceeded: too large (2000 bytes, at most 1000)'],
    ['nesting', '<div>'.repeat(100_000), {}, 'LimitExceeded: nested too deep (more than 2000 elements)'],
    ['elements', '<br>'.repeat(2_000), { nodes: 1_000 }, 'LimitExceeded: too many elements (more than 1000)'],
    [
      'attributes',
      `<p ${Array.from({ length: 1_000 }, (_, n) => `a${n}`).join(' ')}>`,
      {},
      'LimitExceeded: too many attributes on one element (more than 500)',
    ],
    [
      'a line',
      ` ${'word '.repeat(300)}\nThe end.`,
      { line: 1_000 },
      'LimitExceeded: a line too long (1501 characters, at most 1000)',
    ],
    [
      'time of plain text',
      ' The envoy met the minister.\n\n'.repeat(200_000),
      { milliseconds: 1 },
      'TimeExceeded: took longer than 1 ms',
    ],
    ['time', '<p>x'.repeat(50_000), { milliseconds: 1 }, 'TimeExceeded: took longer than 1 ms'],
  ])('%s', (_, page, limits, message) => {
    const { articles, errors } = readPage(bytes(`<html>${page}`.slice(6 * Number(page.startsWith(' ')))), { limits });
    expect(articles).toEqual([]);
    expect(errors.map((error) => `${error.name}: ${error.message}`)).toEqual([message]);
  });
});

describe('what a page repeats without end is read, or refused with an error of its own', () => {
  const text =
    '<p>The minister said on Monday that the talks would go on for another week in the capital of the province.</p>';
  const head = `<title>Talks go on in Orvana</title><h1>Talks go on in Orvana</h1>${text.repeat(8)}`;
  test.each([
    ['names for machines', '<meta property="og:title" content="Talks go on in Orvana">', 125_000],
    ['headlines', '<h2>Talks go on in Orvana</h2>', 20_000],
    ['signed remarks', '<div>reader 14 March 2024 10:05</div><p>A short remark on this.</p>', 8_000],
    ['counted pictures', '<div>1/900 A picture</div><div>2/900 A picture</div>', 10_000],
    ['buttons', '<div><button>More</button>', 1_900],
    ['entities', '&amp', 500_000],
    ['broken data', `<script type="application/ld+json">{"a": "b" "c":${' '.repeat(9_000)}</script>`, 200],
    ['notices', '<p>Please subscribe to our newsletter by email today.</p>', 30_000],
  ])(
    '%s',
    (_, piece, times) => {
      const { articles, errors } = readPage(bytes(head + piece.repeat(times)), { limits: { milliseconds: 60_000 } });
      expect(errors).toEqual([]);
      expect(articles.map(({ title }) => title)).toEqual(['Talks go on in Orvana']);
    },
    60_000,
  );
});

describe('a page that was tampered with gives articles or errors, and nothing else', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<div>',
      '</div>',
      '<p',
      '">',
      '<!--',
      '-->',
      '<script type="application/ld+json">',
      '</script>',
      '<table>',
      '<article><h1>',
      '&#x0;',
      '&amp;',
      '<![CDATA[',
      '\u0000',
      '\ud800',
      '{"@type":["NewsArticle"],"author":[[{}]]}',
      '<time datetime="99999-99-99">',
      '<meta property="og:title">',
      '<base href="::">',
      '<link rel=canonical href="http://[">',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(400),
    insert: piece,
    times: fc.integer({ min: 1, max: 60 }),
  });

  test('by cutting, inserting and repeating', () => {
    fc.assert(
      fc.property(fc.nat(pages.length - 1), fc.array(change, { minLength: 1, maxLength: 8 }), (which, changes) => {
        let page = new TextDecoder().decode(pages[which]!);
        for (const { at, cut, insert, times } of changes) {
          const place = Math.floor(at * page.length);
          page = page.slice(0, place) + insert.repeat(times) + page.slice(place + cut);
        }
        check(bytes(page));
      }),
      { numRuns: 400 },
    );
  });

  test('by changing bytes', () => {
    fc.assert(
      fc.property(
        fc.nat(pages.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 200 }),
        (which, changes) => {
          const page = pages[which]!.slice();
          for (const [at, byte] of changes) page[at % page.length] = byte;
          check(page);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('and so does any run of bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3_000 }), check), { numRuns: 200 });
  });

  function check(page: Uint8Array): void {
    const { articles, errors } = readPage(page, { url: 'https://news.example/2020/01/02/story' });
    for (const error of errors) expect(error).toBeInstanceOf(PageError);
    expect(articles.length + errors.length).toBeGreaterThan(0);
    for (const { text, blocks } of articles) {
      let end = 0;
      for (const { span } of blocks) {
        expect(span[0]).toBeGreaterThanOrEqual(end);
        expect(span[1]).toBeGreaterThan(span[0]);
        end = span[1];
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
});

test('the same bytes give the same articles', () => {
  for (const page of pages) expect(readPage(page)).toEqual(readPage(page));
});

test('the limits are those that the documents name', () => {
  expect(defaultLimits).toEqual({
    bytes: 20_000_000,
    depth: 2_000,
    nodes: 1_000_000,
    attributes: 500,
    line: 1_000_000,
    milliseconds: 10_000,
  });
});
