import { expect, test } from 'vitest';
import { withNameSyllables } from './name-syllables.ts';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';

function seen(text: string): string {
  const [spans] = splitSentences(text, tokenize(text, 0, text.length), null);
  return withNameSyllables(
    spans.map(([start, end]) => text.slice(start, end)),
    spans,
  ).join(' ');
}

test('the last syllable of a name is no preposition', () => {
  expect(seen('President Yoon Sang-in met reporters in Busan.')).toBe(
    'President Yoon Sang - un met reporters in Busan .',
  );
});

test('a syllable that is no word is part of a name', () => {
  expect(seen('Opposition leader Han Dong-pyo spoke.')).toBe('Opposition leader Han Dong - un spoke .');
});

test.each(['The minister, Carla Ruiz - in her own words - was tired.', 'A built-in Safety Check-in desk opened.'])(
  'words with a hyphen stay as they are: %s',
  (text) => {
    expect(seen(text)).not.toContain('un');
  },
);
