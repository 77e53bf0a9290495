import { describe, expect, it } from 'vitest';
import { createLanguage } from './index.ts';

const read = createLanguage();
const first = (text: string) => {
  const { sentences } = read({ text, blocks: [{ kind: 'paragraph', span: [0, text.length] }], published: null });
  const { upos, deprel, lemma } = sentences[0].tokens[0];
  return { upos, deprel, lemma };
};
const subject = (lemma: string) => ({ upos: 'PROPN', deprel: 'nsubj', lemma });

describe('names that look like modals', () => {
  it('are subjects where no modal can stand', () => {
    expect(first('May said the ministers had missed the deadline.')).toEqual(subject('May'));
    expect(first('May also suspended high-level contacts with the embassy.')).toEqual(subject('May'));
    expect(first('May will travel to Berlin next week.')).toEqual(subject('May'));
  });

  it('stay modals where one can stand', () => {
    expect(first('Will the minister resign?').upos).toBe('AUX');
    expect(first('May they rest in peace.').upos).toBe('AUX');
  });
});
