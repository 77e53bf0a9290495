/** What the network sees of a word's form. The training and the runtime share this file, so they cannot disagree. */

import { isLetters } from '../letters.ts';

/** Buckets of the hashed character n-grams. */
export const GRAM_BUCKETS = 16384;

const PLAIN: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '−': '-',
  '–': '--',
  '—': '--',
  '―': '--',
  '…': '...',
  '\u00a0': ' ',
};

/** The form with typographic quotes, dashes and ellipses as their ASCII spellings: newsrooms differ, grammar does not. */
export function plainForm(form: string): string {
  if (isLetters(form)) return form;
  const plain = form.replace(/[‘’‚‛′“”„‟″«»‐‑‒−–—―…\u00a0]/g, (character) => PLAIN[character]);
  return plain === "''" || plain === '``' ? '"' : plain === '---' ? '--' : plain;
}

/** The key of the word table: lower case, every digit a zero. */
export function wordKey(plain: string): string {
  return plain.toLowerCase().replace(/\d/g, '0');
}

/** Letter case and kinds of characters, runs cut to two: `Reuters` → `Xxx`, `NATO` → `XX`, `U.S.` → `X.X.`, `2,000` → `0,00`. */
export function shapeKey(plain: string): string {
  let shape = '';
  for (const character of plain.slice(0, 24)) {
    const kind = kindOf(character);
    if (!(shape.endsWith(kind) && shape.at(-2) === kind)) shape += kind;
  }
  return shape;
}

function kindOf(character: string): string {
  if (character >= 'a' && character <= 'z') return 'x';
  if (/\p{Lu}/u.test(character)) return 'X';
  if (/\p{L}/u.test(character)) return 'x';
  return /\p{N}/u.test(character) ? '0' : character;
}

function hash(text: string, start: number, end: number, seed: number): number {
  let value = 2166136261 ^ seed;
  for (let i = start; i < end; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Buckets of the character n-grams of a word key: beginnings of up to 4, endings of up to 5, inner pieces of 3 and 4. */
export function gramBuckets(key: string): number[] {
  const word = key.length > 24 ? key.slice(0, 12) + key.slice(-12) : key;
  const { length } = word;
  const buckets: number[] = [];
  const add = (start: number, end: number, seed: number) => buckets.push(hash(word, start, end, seed) % GRAM_BUCKETS);
  for (let size = 1; size <= 4 && size <= length; size++) add(0, size, 1);
  for (let size = 1; size <= 5 && size <= length; size++) add(length - size, length, 2);
  for (let size = 3; size <= 4; size++) for (let start = 1; start + size < length; start++) add(start, start + size, 3);
  add(0, length, 4);
  return buckets;
}

/** Buckets of the signed distance from a word to a head: 0 is the root, 1–15 heads to the right, 16–30 to the left. */
export const DISTANCE_BUCKETS = 32;

/** Bucket of the distance `head - word`, which is not 0. */
export function distanceBucket(distance: number): number {
  const far = Math.abs(distance);
  const size = far <= 10 ? far : far <= 12 ? 11 : far <= 15 ? 12 : far <= 20 ? 13 : far <= 30 ? 14 : 15;
  return distance > 0 ? size : 15 + size;
}
