import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Sector } from '../../coding/reading.ts';
import { foldName, foldWord } from './fold.ts';

/** A person of public life as the codebook knows it. */
export interface KnownPerson {
  /** None for who serves an international body. */
  readonly country: string | null;
  readonly sector: Sector;
}

/** Persons of public life, by name and by surname. */
export interface KnownPersons {
  /** By the folded words of a full name, or by a surname whose bearers are all of one country. */
  of(words: readonly string[]): KnownPerson | undefined;
}

export const knownPersons: (codebook: Codebook) => KnownPersons = memo((codebook) => {
  // "Hassan" alone may be anybody's first name.
  const given = new Set(codebook.givenNames.flatMap(({ names }) => names.map(foldWord)));
  const byName = new Map<string, KnownPerson>();
  const bySurname = new Map<string, KnownPerson | null>();
  for (const { country, sector, names } of codebook.persons)
    for (const name of names) {
      const words = foldName(name);
      const person = { country, sector };
      byName.set(words.join(' '), person);
      const surname = words.at(-1)!;
      if (given.has(surname)) continue;
      const other = bySurname.get(surname);
      // A surname that bearers of two countries share tells nothing.
      bySurname.set(surname, other === undefined || other?.country === country ? (other ?? person) : null);
    }
  return {
    of: (words) =>
      byName.get(words.join(' ')) ?? (words.length === 1 ? (bySurname.get(words[0]) ?? undefined) : undefined),
  };
});
