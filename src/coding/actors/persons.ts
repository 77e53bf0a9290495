import { memo } from '../../codebook/codebook.ts';

/** One spelling for names with and without diacritics and hyphens. */
function keyOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').replace(/ø/g, 'o').replace(/ł/g, 'l');
  return plain
    .toLowerCase()
    .replace(/[-.’']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const persons = memo((codebook) => {
  const byName = new Map<string, string>();
  const bySurname = new Map<string, string | null>();
  for (const { country, names } of codebook.persons) {
    for (const name of names) {
      const key = keyOf(name);
      byName.set(key, country);
      const surname = key.slice(key.lastIndexOf(' ') + 1);
      // A surname that bearers of two countries share tells nothing.
      bySurname.set(surname, (bySurname.get(surname) ?? country) === country ? country : null);
    }
  }
  return { byName, bySurname };
});

/**
 * The country that a person of public life acts for, by full name, or by surname where the text has no more;
 * null where the codebook does not know the person.
 */
export function countryOfPerson(name: string, codebook: Parameters<typeof persons>[0]): string | null {
  const { byName, bySurname } = persons(codebook);
  const key = keyOf(name);
  return byName.get(key) ?? (key.includes(' ') ? null : (bySurname.get(key) ?? null));
}
