import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNewsStyle } from './news-style.ts';
import { createRandom } from './random.ts';
import type { TreebankSentence } from './treebank.ts';

/** A sentence from lines of "form upos xpos head deprel". */
function sentence(...lines: string[]): TreebankSentence {
  const columns = lines.map((line) => line.split(' '));
  const column = (at: number) => columns.map((fields) => fields[at]);
  return { forms: column(0), upos: column(1), xpos: column(2), heads: column(3).map(Number), deprels: column(4) };
}

const report = sentence(
  'The DET DT 2 det',
  'vet NOUN NN 3 nsubj',
  'said VERB VBD 0 root',
  'that SCONJ IN 8 mark',
  'both DET DT 6 det',
  'dogs NOUN NNS 8 nsubj',
  'are AUX VBP 8 cop',
  'well ADJ JJ 3 ccomp',
  '. PUNCT . 3 punct',
);
const visit = sentence(
  'Envoy NOUN NN 3 nmod:desc',
  'Ann PROPN NNP 3 compound',
  'Lee PROPN NNP 4 nsubj',
  'left VERB VBD 0 root',
  'the DET DT 6 det',
  'capital NOUN NN 4 obj',
  'of ADP IN 8 case',
  'Peru PROPN NNP 6 nmod',
  '. PUNCT . 4 punct',
);
const style = createNewsStyle([report, visit]);
const variants = (of: TreebankSentence, share = 0.7): Map<string, TreebankSentence> => {
  const random = createRandom(7);
  const all = Array.from({ length: 80 }, () => style.change(of, share, random));
  return new Map(all.map((variant) => [variant.forms.join(' '), variant]));
};
const headOf = ({ forms, heads }: TreebankSentence, form: string): string => forms[heads[forms.indexOf(form)] - 1];

describe('sentences in the style of news', () => {
  it('put the speech before the speaker, and the verb before the speaker', () => {
    const seen = variants(report);
    expect([...seen.keys()]).toEqual(
      expect.arrayContaining([
        'Both dogs are well , the vet said .',
        'Both dogs are well , said the vet .',
        '" Both dogs are well , " said the vet .',
      ]),
    );
    const inverted = seen.get('Both dogs are well , said the vet .')!;
    expect(headOf(inverted, 'vet')).toBe('said');
    expect(headOf(inverted, 'well')).toBe('said');
    expect(headOf(inverted, 'dogs')).toBe('well');
  });

  it('say what an office is for, between it and the name', () => {
    const found = [...variants(visit).values()].find(({ forms }) =>
      forms.join(' ').startsWith('Envoy of Peru Ann Lee'),
    )!;
    expect(headOf(found, 'Envoy')).toBe('Lee');
    expect(headOf(found, 'Peru')).toBe('Envoy');
  });

  it('cut a name with an article as the treebanks do', () => {
    const found = [...variants(visit, 1).values()].find(({ forms }) => forms.includes('-'))!;
    const article = found.forms.indexOf('-') - 1;
    expect(found.forms.slice(article, article + 3).join(' ')).toMatch(/^(?:al|Al|el|El) - Lee$/);
    expect(found.forms[found.heads[article] - 1]).toBe('left');
    expect(headOf(found, 'Lee')).toMatch(/^(?:al|el)$/i);
  });

  it('are always trees', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(report, visit), (seed, original) => {
        const { forms, heads } = style.change(original, 0.8, createRandom(seed));
        expect(heads.filter((head) => head === 0)).toHaveLength(1);
        for (let word = 1; word <= forms.length; word++) {
          let steps = 0;
          for (let at = word; at > 0; at = heads[at - 1]) expect(steps++).toBeLessThan(forms.length);
        }
      }),
    );
  });
});
