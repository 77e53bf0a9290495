import { readWords } from './words.ts';

const functionWords = Object.entries(readWords<Record<string, string[]>>('languages')).map(
  ([language, words]) => [language, new Set(words)] as const,
);

const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
];

/** How much of a text is looked at. */
const window = 4_000;
const leastShare = 1 / 6;

/** The language of a text (ISO 639-1) by its function words or its script; `und` where neither tells. */
export function languageOf(text: string): string {
  const sample = text.slice(0, window);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const [language, script] of scripts) {
    if ((sample.match(script)?.length ?? 0) > letters / 4) return language;
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = 'und';
  let most = words.length * leastShare;
  for (const [language, known] of functionWords) {
    const count = words.filter((word) => known.has(word)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
