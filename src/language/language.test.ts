import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../page/article.ts';
import { createLanguage } from './index.ts';
import { paragraphsOf } from './paragraphs.ts';

const language = createLanguage();
const read = (text: string, blocks: readonly Block[] = paragraphsOf(text)) =>
  language({ text, blocks, published: null });
const sentencesOf = (text: string, blocks?: readonly Block[]) =>
  read(text, blocks).sentences.map(({ span }) => text.slice(...span));

/** Bits of news prose that are easy to get wrong, next to each other in any order. */
const PIECES = [
  'Ministers left. ',
  'BEIRUT (Reuters) – ',
  '“We won’t go,” ',
  'he said… ',
  'the U.S.-led plan ',
  '\n\n',
  '\n• ',
  '👩🏽‍⚖️ ',
  '🇸🇾',
  'https://example.org/a?b=(1) ',
  'é\u0301\u00a0',
  '—',
  '- 3.5% of Jan. 5 ',
  '\ud83d',
  'Al-Hakim’s ',
  '\r\n',
  '"?!',
];

describe('the language stage', () => {
  it('keeps every character of any text, and cuts no character in two', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        let back = '';
        let at = 0;
        for (const { tokens } of read(text).sentences)
          for (const { span, form } of tokens) {
            expect(text.slice(at, span[0])).toMatch(/^\s*$/);
            back += text.slice(at, span[0]) + form;
            at = span[1];
            const isCut = /[\ud800-\udbff]/.test(text[at - 1]) && /[\udc00-\udfff]/.test(text[at] ?? '');
            expect(isCut).toBe(false);
          }
        expect(back + text.slice(at)).toBe(text);
        expect(text.slice(at)).toMatch(/^\s*$/);
      }),
      { numRuns: 60 },
    );
  });

  it('has a tree with one root for every sentence, and each in one block', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const { blocks, sentences } = read(text);
        for (const { tokens, span, block } of sentences) {
          expect(span[0]).toBeGreaterThanOrEqual(blocks[block].span[0]);
          expect(span[1]).toBeLessThanOrEqual(blocks[block].span[1]);
          expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('ends a sentence where a block ends, stop or not', () => {
    const text = 'Envoy arrives in Oslo Talks on the border begin on Monday, the ministry said.';
    const blocks: Block[] = [
      { kind: 'headline', span: [0, 21] },
      { kind: 'paragraph', span: [22, text.length] },
    ];
    expect(sentencesOf(text, blocks)).toEqual([
      'Envoy arrives in Oslo',
      'Talks on the border begin on Monday, the ministry said.',
    ]);
  });

  it('reads the items of a list one by one', () => {
    const items = [
      'The parties agreed on:',
      '• Release of all prisoners',
      '- A ceasefire by Jan. 5',
      '3) New elections',
    ];
    expect(sentencesOf(items.join('\n'))).toEqual(items);
  });

  it('gives the same document again, whatever it read in between', () => {
    const text = 'Rebels shelled the port on Friday, the army said. “They fired first,” said its spokesman.';
    const first = JSON.stringify(
      read(text).sentences.map(({ tokens }) => tokens.map(({ deprel, head }) => [deprel, head])),
    );
    read('An entirely different report about grain prices in Kenya. It has two sentences.');
    const second = JSON.stringify(
      read(text).sentences.map(({ tokens }) => tokens.map(({ deprel, head }) => [deprel, head])),
    );
    expect(second).toBe(first);
  });
});
