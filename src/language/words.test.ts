import { expect, test } from 'vitest';
import { loadLemmatizer } from './lemma.ts';
import { createWords } from './words.ts';

test('a form is another word with other tags, and the same however often it is met', () => {
  const words = createWords(loadLemmatizer());
  const noun = words('Strikes', 'NOUN', 'NNS');
  const verb = words('Strikes', 'VERB', 'VBZ');
  expect([noun.lemma, verb.upos, noun.lowerForm]).toEqual(['strike', 'VERB', 'strikes']);
  expect(words('Strikes', 'NOUN', 'NNS')).toBe(noun);
  for (let other = 0; other < 20000; other++) words(`x${other}`, 'NOUN', 'NN');
  expect(words('Strikes', 'NOUN', 'NNS')).toEqual({ ...noun, number: expect.any(Number) });
  expect(words('Strikes', 'VERB', 'VBZ')).toEqual({ ...verb, number: expect.any(Number) });
});
