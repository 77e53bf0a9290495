import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Found, Known } from './gazetteer.ts';

/** States that share their name with a part of another: of Georgia without Tbilisi, in a report on America, it is the part. */

const homonyms = memo(
  (codebook) => new Map(codebook.countries.flatMap(({ code, homonym }) => (homonym ? [[code, homonym]] : []))),
);

/** By country: the country of which a text means a part when it says the state's name. */
export function partsMeant(found: readonly (readonly Found[])[], codebook: Codebook): ReadonlyMap<string, string> {
  const all = found.flat();
  const named = new Set(all.map(({ country }) => country));
  /** Names of the state that no part shares: its capital, its people, "the Republic of …". */
  const isNamedOtherwise = (state: string): boolean =>
    all.some(({ country, type, start, end }) => country === state && (type !== 'state' || end - start > 1));
  return new Map(
    [...homonyms(codebook)].flatMap(([state, { country, unless }]): [string, string][] =>
      named.has(country) && !isNamedOtherwise(state) && !unless.some((other) => named.has(other))
        ? [[state, country]]
        : [],
    ),
  );
}

/** What a name means in a text: the part of a country instead of the state, where that is meant. */
export function meant<T extends Known>(known: T, parts: ReadonlyMap<string, string>): T {
  const part = known.type === 'state' && known.country !== null ? parts.get(known.country) : undefined;
  return part ? { ...known, type: 'place', country: part, sector: null } : known;
}
