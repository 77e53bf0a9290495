import { expect, test } from 'vitest';
import { loadCodebook } from '../codebook/load.ts';
import { createLanguage } from '../language/index.ts';
import { checkExample, examplesOf } from './examples.ts';

/** A new model may read a sentence or two otherwise; a mistake in the codebook or the matching breaks many at once. */
const EXPECTED = 0.97;

test('the example sentences of the codebook are coded as their entries say', async () => {
  const codebook = await loadCodebook();
  const language = createLanguage({ codebook });
  const examples = examplesOf(codebook);
  const failures = examples.flatMap((example) => checkExample(example, codebook, language) ?? []);
  const shown = failures.map(({ example, reason }) => `${example.text} (${example.entry}: ${reason})`).join('\n');
  expect(1 - failures.length / examples.length, shown).toBeGreaterThan(EXPECTED);
});
