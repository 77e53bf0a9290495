import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTreebank } from '../../training/treebank.ts';
import { loadParser, type Parse } from './parser.ts';

const parser = loadParser();
const treebank = '../shared/data/treebanks/ewt-dev.conllu';

function isTree({ head }: Parse): boolean {
  const reachesRoot = head.every((_, word) => {
    let at = word;
    for (let steps = 0; at >= 0 && steps <= head.length; steps++) at = head[at];
    return at === -1;
  });
  return reachesRoot && head.filter((value) => value === -1).length === 1;
}

describe('the parser', () => {
  it('finds who does what in a plain news sentence', () => {
    const forms = 'The Turkish foreign minister met rebel leaders in Damascus on Tuesday .'.split(' ');
    const { upos, head, deprel } = parser.parse(forms);
    const met = forms.indexOf('met');
    expect(head[met]).toBe(-1);
    expect(upos[met]).toBe('VERB');
    expect([head[3], deprel[3]]).toEqual([met, 'nsubj']);
    expect([head[6], deprel[6]]).toEqual([met, 'obj']);
    expect([head[10], deprel[10].split(':')[0]]).toEqual([met, 'obl']);
  });

  it('marks the passive and its agent', () => {
    const forms = 'Three villages were shelled by government troops , officials said .'.split(' ');
    const { deprel } = parser.parse(forms);
    expect(deprel[1]).toBe('nsubj:pass');
    expect(deprel[2]).toBe('aux:pass');
    expect(deprel[6]).toMatch(/^obl/);
  });

  it('gives a tree with one root for any words', () => {
    const word = fc.oneof(
      fc.constantFrom('the', 'said', 'U.N.', '“', '’', '—', '2,000', '🕊️', '', ' ', '\u0000', 'ل', 'www.example.org'),
      fc.string({ maxLength: 40, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (forms) => {
        const parse = parser.parse(forms);
        expect(parse.upos.length).toBe(forms.length);
        expect(forms.length === 0 || isTree(parse)).toBe(true);
        expect(parse.deprel.every((label, i) => (label === 'root') === (parse.head[i] === -1))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('reads sentences of hundreds and thousands of words', () => {
    for (const length of [500, 1700]) {
      const forms = Array.from({ length }, (_, i) => ['officials', 'said', 'that', 'talks', 'failed', ','][i % 6]);
      expect(isTree(parser.parse(forms))).toBe(true);
    }
  });

  it('sees typographic marks as plain ones', () => {
    const plain = `" We won't go , " he said -- and left .`.split(' ');
    const fine = `“ We won’t go , ” he said — and left .`.split(' ');
    expect(parser.parse(fine)).toEqual(parser.parse(plain));
  });

  it('sees every bullet and dash of a list as a hyphen', () => {
    const list = (mark: string) => parser.parse(`${mark} Release of all prisoners`.split(' '));
    for (const mark of ['•', '●', '▪', '◦', '‣', '−', '‒']) expect(list(mark)).toEqual(list('-'));
    expect(list('•').head[1]).toBe(-1);
  });

  it('gives "that" the tag of what it is in its clause', () => {
    const forms = 'They saw that and said that that minister must go .'.split(' ');
    const { upos, deprel } = parser.parse(forms);
    expect([2, 5, 6].map((word) => [deprel[word], upos[word]])).toEqual([
      ['obj', 'PRON'],
      ['mark', 'SCONJ'],
      ['det', 'DET'],
    ]);
  });

  it('gives the same parse again, whatever it read in between, and without SIMD', () => {
    const plain = loadParser({ simd: false });
    const sentences = [
      'Russia vetoed the resolution , which the council had drafted after weeks of talks .'.split(' '),
      'Who will pay ?'.split(' '),
      ['Ceasefire', 'holds'],
      Array.from(
        { length: 90 },
        (_, i) => ['a', 'spokesman', 'for', 'the', 'ministry', 'denied', 'reports', 'of'][i % 8],
      ),
    ];
    const first = sentences.map((forms) => parser.parse(forms));
    expect(sentences.map((forms) => parser.parse(forms))).toEqual(first);
    expect(sentences.map((forms) => plain.parse(forms))).toEqual(first);
  });

  it.skipIf(!existsSync(treebank))('stays above its floor on the treebank, with and without SIMD alike', () => {
    const sample = readTreebank(treebank).filter((_, i) => i % 8 === 0);
    const plain = loadParser({ simd: false });
    let words = 0;
    let upos = 0;
    let uas = 0;
    let las = 0;
    for (const [i, gold] of sample.entries()) {
      const parse = parser.parse(gold.forms);
      if (i % 4 === 0) expect(plain.parse(gold.forms)).toEqual(parse);
      gold.forms.forEach((_, word) => {
        words++;
        if (parse.upos[word] === gold.upos[word]) upos++;
        if (parse.head[word] + 1 !== gold.heads[word]) return;
        uas++;
        if (parse.deprel[word].split(':')[0] === gold.deprels[word].split(':')[0]) las++;
      });
    }
    expect(upos / words).toBeGreaterThan(0.93);
    expect(uas / words).toBeGreaterThan(0.82);
    expect(las / words).toBeGreaterThan(0.78);
  });
});
