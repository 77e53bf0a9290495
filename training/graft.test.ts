import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGrafter, type GuessedSentence } from './graft.ts';
import { createRandom } from './random.ts';

const guessed = (text: string): GuessedSentence => {
  const rows = text.split(' ').map((word) => word.split('/'));
  return {
    sentence: {
      forms: rows.map(([form]) => form),
      upos: rows.map(([, upos]) => upos),
      xpos: rows.map(([, , xpos]) => xpos),
      heads: rows.map(([, , , head]) => Number(head)),
      deprels: rows.map(([, , , , deprel]) => deprel),
    },
    hints: rows.map((_, i) => i + 1),
  };
};

const sentences = [
  'The/DET/DT/2/det minister/NOUN/NN/3/nsubj met/VERB/VBD/0/root a/DET/DT/5/det delegation/NOUN/NN/3/obj in/ADP/IN/7/case Oslo/PROPN/NNP/3/obl ./PUNCT/././3/punct',
  'Later/ADV/RB/4/advmod a/DET/DT/3/det spokesman/NOUN/NN/4/nsubj praised/VERB/VBD/0/root the/DET/DT/7/det new/ADJ/JJ/7/amod treaty/NOUN/NN/4/obj in/ADP/IN/9/case Geneva/PROPN/NNP/4/obl ./PUNCT/././4/punct',
].map((text) => guessed(text.replace('./PUNCT/./.', './PUNCT/.')));
const grafter = createGrafter(sentences);

it('puts the object of one sentence in the place of that of another', () => {
  const random = createRandom(1);
  const made = new Set(Array.from({ length: 40 }, () => grafter.graft(sentences[0], random).sentence.forms.join(' ')));
  expect(made).toContain('The minister met the new treaty in Oslo .');
  expect(made).toContain('A spokesman met a delegation in Oslo .');
});

it('makes one tree of each, with the tags and guesses of its words', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 4 }), fc.constantFrom(...sentences), (seed, times, start) => {
      const random = createRandom(seed);
      let made = start;
      for (let i = 0; i < times; i++) made = grafter.graft(made, random);
      const { forms, upos, xpos, heads, deprels } = made.sentence;
      for (const values of [upos, xpos, heads, deprels, made.hints]) expect(values).toHaveLength(forms.length);
      expect(heads.filter((head) => head === 0)).toHaveLength(1);
      heads.forEach((_, word) => {
        let steps = 0;
        for (let at = word; at >= 0 && steps <= forms.length; at = heads[at] - 1) steps++;
        expect(steps).toBeLessThanOrEqual(forms.length);
      });
    }),
  );
});
