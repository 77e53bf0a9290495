/**
 * The key of an actor across articles: its name in lower case, without accents, words joined by hyphens
 * (`Ahmad al-Sharaa` and `Ahmad Al-Sharaa` are `ahmad-al-sharaa`).
 */
export function actorKey(name: string): string {
  const key = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼ‘]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return key || encodeURIComponent(name);
}
