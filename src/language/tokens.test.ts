import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from './tokens.ts';

const words = (text: string) => tokenize(text).map((span) => text.slice(...span));
const spaced = (text: string) => words(text).join(' ');

describe('tokenize', () => {
  test('cuts clitics from their words, with every apostrophe', () => {
    expect(spaced("They don't know who'll sign Russia's letter, can't they?")).toBe(
      "They do n't know who 'll sign Russia 's letter , ca n't they ?",
    );
    expect(spaced('It’s the ministers’ plan, he’d said')).toBe('It ’s the ministers ’ plan , he ’d said');
    expect(spaced("U.S.'s and Yahoo!'s and the 80's, O'Neill at 5 o'clock")).toBe(
      "U.S. 's and Yahoo! 's and the 80's , O'Neill at 5 o'clock".replace('Yahoo!', 'Yahoo !'),
    );
    expect(spaced('We cannot, I am gonna, we dont')).toBe('We can not , I am gon na , we do nt');
  });

  test('splits compounds at their hyphens, but keeps prefixes', () => {
    expect(
      spaced('a US-backed ceasefire, the 55-year-old ex-minister’s anti-government, non-state pro-Kremlin group'),
    ).toBe(
      'a US - backed ceasefire , the 55 - year - old ex-minister ’s anti-government , non-state pro-Kremlin group',
    );
    expect(spaced('UN-led talks with al-Masri re-elected over-the-counter')).toBe(
      'UN - led talks with al - Masri re-elected over - the - counter',
    );
  });

  test('keeps abbreviations, initials and acronyms with their stops', () => {
    expect(spaced('Gen. J. R. Miller of the U.S. and Dr. Weiss met at 9 a.m. in Washington, D.C., on Jan. 5')).toBe(
      'Gen. J. R. Miller of the U.S. and Dr. Weiss met at 9 a.m. in Washington , D.C. , on Jan. 5',
    );
    expect(spaced('Resolution No. 1701, he said no.')).toBe('Resolution No. 1701 , he said no .');
  });

  test('keeps numbers whole and cuts off currencies, units and per cent', () => {
    expect(spaced('$1.5bn, €20,000.50, 3.2% and 10km at 10:30am on 11/9/2001, 1990s, 2nd, US$5m')).toBe(
      '$ 1.5 bn , € 20,000.50 , 3.2 % and 10 km at 10:30 am on 11/9/2001 , 1990s , 2nd , US$ 5 m',
    );
    expect(spaced('between 2011–2015, 10-12 people, call 212-555-0182')).toBe(
      'between 2011 – 2015 , 10 - 12 people , call 212-555-0182',
    );
  });

  test('keeps addresses, handles and smileys whole, without what closes the sentence', () => {
    expect(spaced('See https://example.org/a?b=c, mail press@mfa.example.org (or www.example.org).')).toBe(
      'See https://example.org/a?b=c , mail press@mfa.example.org ( or www.example.org ) .',
    );
    expect(spaced('@minister wrote #ceasefire :) 👍🏽🇺🇦')).toBe('@minister wrote #ceasefire :) 👍🏽 🇺🇦');
  });

  test('knows every dash, quotation mark and ellipsis', () => {
    expect(spaced("“Wait—what?” «Oui», ‘no’ -- he said… then... ``so''")).toBe(
      "“ Wait — what ? ” « Oui » , ‘ no ’ -- he said … then ... `` so ''",
    );
  });

  test('words and the gaps between them give the text back, and gaps are white space', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(..."aA. '’-/1$,!?@#“ ”\n…n't") })),
        (text) => {
          let at = 0;
          let joined = '';
          for (const [start, end] of tokenize(text)) {
            expect(end).toBeGreaterThan(start);
            expect(text.slice(at, start)).toMatch(/^\s*$/);
            joined += text.slice(at, start) + text.slice(start, end);
            at = end;
          }
          expect(text.slice(at)).toMatch(/^\s*$/);
          expect(joined + text.slice(at)).toBe(text);
        },
      ),
    );
  });

  test('a word in a block is cut as it is in a text of its own', () => {
    const text = 'Before that. The EU-backed plan isn’t dead, they said. And after';
    const [start, end] = [13, 54];
    expect(tokenize(text, start, end).map((span) => text.slice(...span))).toEqual(words(text.slice(start, end)));
  });
});
