import { describe, expect, test } from 'vitest';
import { PhraseIndex, phraseKey } from './phrases.ts';

const index = new PhraseIndex<string>();
for (const phrase of [
  'Iran',
  'al-Bab',
  'U.S.',
  'New Zealand',
  'New Zealand Herald',
  'army officer',
  'Bread, Peace and Land',
])
  index.add(phrase, phrase);

const found = (text: string) => {
  return index.longestAt(text.split(' ').map(phraseKey), 0)?.value;
};

describe('phrases of the codebook', () => {
  test('are found however they are cut into words', () => {
    expect(found('al - Bab')).toBe('al-Bab');
    expect(found('al‑Bab')).toBe('al-Bab');
    expect(found('U.S .')).toBe('U.S.');
  });

  test('the longest goes first', () => {
    expect(found('New Zealand Herald said')).toBe('New Zealand Herald');
    expect(found('New Zealand said')).toBe('New Zealand');
  });

  test('words that are apart in the text are not read as one', () => {
    expect(found('I ran')).toBeUndefined();
    expect(found('NewZealand')).toBeUndefined();
  });

  test('a mark may stand after their first word', () => {
    expect(found('Bread , Peace and Land said')).toBe('Bread, Peace and Land');
  });

  test('the last word may stand in its plural', () => {
    const singular = (form: string) => form.replace(/s$/, '');
    expect(index.longestEndingAs(['army', 'officers', 'met'], singular, 0)?.end).toBe(2);
  });
});
