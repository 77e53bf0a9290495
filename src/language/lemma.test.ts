import { describe, expect, test } from 'vitest';
import { loadLemmatizer } from './lemma.ts';

describe('lemmas', () => {
  const lemma = loadLemmatizer();

  test.each([
    ['fled', 'VERB', 'VBD', 'flee'],
    ['shelled', 'VERB', 'VBD', 'shell'],
    ['controlled', 'VERB', 'VBN', 'control'],
    ['implored', 'VERB', 'VBD', 'implore'],
    ['overthrown', 'VERB', 'VBN', 'overthrow'],
    ['ousting', 'VERB', 'VBG', 'oust'],
    ['denies', 'VERB', 'VBZ', 'deny'],
    ['’ve', 'AUX', 'VBP', 'have'],
    ["n't", 'PART', 'RB', 'not'],
    ['will', 'AUX', 'MD', 'will'],
    ['countries', 'NOUN', 'NNS', 'country'],
    ['crises', 'NOUN', 'NNS', 'crisis'],
    ['worst', 'ADJ', 'JJS', 'bad'],
    ['PRISONERS', 'NOUN', 'NNS', 'prisoner'],
    ['Damascus', 'PROPN', 'NNP', 'Damascus'],
  ])('%s %s %s -> %s', (form, upos, xpos, expected) => {
    expect(lemma(form, upos, xpos)).toBe(expected);
  });
});
