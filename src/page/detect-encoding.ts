/** Encodings of scripts with small letters, or with none, that fill the upper half of a byte: all letters of a text are there. */
const ofScripts: readonly (readonly [encoding: string, letters: RegExp])[] = [
  // Hebrew has no capitals: its letters read as small Cyrillic ones, but not the other way round.
  ['windows-1255', /\p{Script=Hebrew}/gu],
  ['windows-1251', /[а-яёіїєўў]/g],
  ['koi8-r', /[а-яё]/g],
  ['windows-1253', /[α-ωάέήίόύώ]/g],
  ['windows-1256', /\p{Script=Arabic}/gu],
];
/** What pages in a language that tells nothing else are written in. */
const ofLanguages: readonly (readonly [language: RegExp, encoding: string])[] = [
  [/^zh[-_](?:tw|hk|hant)/i, 'big5'],
  [/^zh/i, 'gb18030'],
  [/^ja/i, 'shift_jis'],
  [/^ko/i, 'euc-kr'],
];
const sampled = 60_000;
/** Letters of another script are at least this part of a text's; accents are fewer. */
const leastShare = 0.3;
/** Of a text in another script, this part of what is no ASCII is its small letters. */
const leastLetters = 0.7;

/** The encoding of a page that neither it nor the transport names: by its language, or by which one gives words. Null where it is in Latin script. */
export function detectEncoding(bytes: Uint8Array, head: string): string | null {
  const sample = bytes.subarray(0, sampled);
  const tag = head.match(/<html\b[^>]{0,300}?\blang\s*=\s*["']?([\w-]+)/i)?.[1];
  const told = tag && ofLanguages.find(([language]) => language.test(tag))?.[1];
  if (told) return told;
  let letters = 0;
  let high = 0;
  for (const byte of textBytes(sample)) {
    if (byte >= 0x80) high++;
    else if ((byte | 32) >= 97 && (byte | 32) <= 122) letters++;
  }
  if (high < leastShare * (high + letters)) return null;
  let best: string | null = null;
  let most = leastLetters;
  for (const [encoding, script] of ofScripts) {
    const text = new TextDecoder(encoding).decode(sample).replace(/[\0-\x7f]/g, '');
    const share = (text.match(script)?.length ?? 0) / Math.max(text.length, 1);
    if (share > most) [best, most] = [encoding, share];
  }
  return best;
}

/** The bytes outside of tags: markup is ASCII in every language. */
function* textBytes(bytes: Uint8Array): Generator<number> {
  let inTag = false;
  for (const byte of bytes) {
    if (byte === 0x3c) inTag = true;
    else if (byte === 0x3e) inTag = false;
    else if (!inTag) yield byte;
  }
}
