const PARTICLES = new Set(['al', 'el', 'as', 'ash', 'ad', 'ar', 'an', 'at', '-', '‑']);
const PLAIN = /^[a-z]*$/;
const WORDS = /[\s\-‐‑–]+/;

/** A word of a name as names are compared: no capitals, no marks on letters. */
export function foldWord(form: string): string {
  const lower = form.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/['‘’ʼ.]/g, '');
}

/** The words by which a name is known, the Arabic article left out. */
export const foldWords = (forms: readonly string[]): string[] =>
  forms.map(foldWord).filter((word) => word !== '' && !PARTICLES.has(word));

/** The same of a name as one string: "Bashar al-Assad" is "bashar", "assad". */
export const foldName = (name: string): string[] => foldWords(name.split(WORDS));
