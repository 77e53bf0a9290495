import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../page/article.ts';
import { findQuotes } from './quotes.ts';

/** Paragraphs between blank lines. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]+/g))
    blocks.push({ kind: 'paragraph', span: [match.index, match.index + match[0].length] });
  return blocks;
}

function quoted(text: string): string[] {
  return findQuotes(text, blocksOf(text)).map((quote) => text.slice(...quote.inner));
}

describe('findQuotes', () => {
  it('finds curly, straight, low and angle marks', () => {
    expect(quoted('The mayor said “no deal” and her deputy "not yet".')).toEqual(['no deal', 'not yet']);
    expect(quoted('„Never“, he wrote. «Jamais», she replied.')).toContain('Jamais');
    expect(quoted("''We are ready,'' the admiral said.")).toEqual(['We are ready,']);
  });

  it('tells apostrophes from quotation marks', () => {
    expect(quoted('The ministers’ plan isn’t ready, the envoys’ aides said.')).toEqual([]);
    expect(quoted("It's the workers' day in the '90s, and rock 'n' roll.").filter((q) => q !== 'n')).toEqual([]);
    expect(quoted('He called it ‘the ministers’ plan’ on Monday.')).toEqual(['the ministers’ plan']);
    expect(quoted("The aide called it 'a mistake' twice.")).toEqual(['a mistake']);
  });

  it('finds a quotation inside a quotation', () => {
    expect(quoted('“She told me ‘go home’ and I went,” said the driver.')).toEqual([
      'She told me ‘go home’ and I went,',
      'go home',
    ]);
  });

  it('carries a quotation over paragraphs', () => {
    const text = 'The judge wrote: “The first point.\n\n“The second point.\n\n“The third point.”\n\nNobody spoke.';
    const quotes = findQuotes(text, blocksOf(text));
    expect(quotes.map((quote) => [quote.open, quote.continued])).toEqual([
      [true, false],
      [true, true],
      [false, true],
    ]);
  });

  it('carries on where the next paragraph has only the closing mark', () => {
    const text = 'The judge wrote: “The first point.\n\nThe second point.” He left.';
    expect(quoted(text)).toEqual(['The first point.', 'The second point.']);
  });

  it('does not let an unclosed quotation swallow the next one', () => {
    expect(quoted('“We stay, the captain said. “We fight,” he added.')).toContain('We fight,');
  });

  it('always gives spans that nest and stay in their block', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '‘',
      '’',
      '"',
      "'",
      '«',
      '»',
      'word',
      ' ',
      ', ',
      '. ',
      '\n\n',
      's',
      '‘90s ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const blocks = blocksOf(text);
        for (const quote of findQuotes(text, blocks)) {
          const [start, end] = blocks[quote.block].span;
          expect(quote.span[0]).toBeGreaterThanOrEqual(start);
          expect(quote.span[1]).toBeLessThanOrEqual(end);
          expect(quote.inner[0]).toBeGreaterThanOrEqual(quote.span[0]);
          expect(quote.inner[1]).toBeGreaterThanOrEqual(quote.inner[0]);
        }
      }),
    );
  });
});
