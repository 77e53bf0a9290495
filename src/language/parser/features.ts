/** What the network sees of a word's form. The training and the runtime share this file, so they cannot disagree. */

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
    const kind = /\p{Lu}/u.test(character)
      ? 'X'
      : /\p{L}/u.test(character)
        ? 'x'
        : /\p{N}/u.test(character)
          ? '0'
          : character;
    if (!(shape.endsWith(kind) && shape.at(-2) === kind)) shape += kind;
  }
  return shape;
}

function hash(text: string, seed: number): number {
  let value = 2166136261 ^ seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Buckets of the character n-grams of a word key: beginnings of up to 4, endings of up to 5, inner pieces of 3 and 4. */
export function gramBuckets(key: string): number[] {
  const word = key.length > 24 ? key.slice(0, 12) + key.slice(-12) : key;
  const buckets: number[] = [];
  for (let size = 1; size <= 4 && size <= word.length; size++)
    buckets.push(hash(word.slice(0, size), 1) % GRAM_BUCKETS);
  for (let size = 1; size <= 5 && size <= word.length; size++) buckets.push(hash(word.slice(-size), 2) % GRAM_BUCKETS);
  for (let size = 3; size <= 4; size++) {
    for (let start = 1; start + size < word.length; start++) {
      buckets.push(hash(word.slice(start, start + size), 3) % GRAM_BUCKETS);
    }
  }
  buckets.push(hash(word, 4) % GRAM_BUCKETS);
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
