import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { digestOf } from '../digest.ts';
import { codebookFiles } from './load.ts';

test('the shipped snapshot is that of the YAML files: run `node src/codebook/compile.ts` after editing them', () => {
  const snapshot = JSON.parse(readFileSync(new URL('./compiled.json', import.meta.url), 'utf8'));
  expect(snapshot.digest).toBe(digestOf(codebookFiles()));
});
