import { readFileSync } from 'node:fs';

const COMMON = new Set(readFileSync(new URL('./model/common-words.txt', import.meta.url), 'utf8').split('\n'));

/** Whether a form, or its word, is one that is used as no name (made by `training/common-words.ts`). */
export function isCommonWord(form: string, lemma: string): boolean {
  return COMMON.has(form.toLowerCase()) || COMMON.has(lemma.toLowerCase());
}
