import type { Mention } from '../../language/document.ts';
import type { Sector } from '../reading.ts';
import type { Found, Known } from './gazetteer.ts';

/**
 * Bodies that many states have under one name: "Supreme Court", "Senate", "Labour". The codebook knows one of them, and the
 * text may speak of another.
 */

/** Sectors of bodies that every state has of its own. */
const OF_STATES: ReadonlySet<Sector | null> = new Set<Sector>(['LEG', 'JUD', 'GOV', 'COP', 'PTY']);

const NATIONAL = new Set(['state', 'demonym', 'capital']);

/** The countries that a text names as such. */
export function countriesIn(found: readonly (readonly Found[])[]): Set<string> {
  const countries = new Set<string>();
  for (const { type, country } of found.flat())
    if (country !== null && (NATIONAL.has(type) || type === 'place')) countries.add(country);
  return countries;
}

/** Whether a phrase is the general part of a known body's name: "Senate" of "US Senate". */
const isGeneral = (phrase: string, { name }: Known): boolean => phrase !== name && name.endsWith(` ${phrase}`);

/** The country whose body a mention names: another than the codebook's, told before the name; undefined where it is as known. */
function ownerOf({ tokens: [start], name }: Mention, meant: Known, found: readonly Found[]): string | undefined {
  const first = found.find((each) => each.type === 'organisation' && each.name === meant.name && each.start >= start);
  if (name === null || !first) return undefined;
  const owner = found.find((each) => NATIONAL.has(each.type) && each.start >= start && each.end <= first.start);
  return owner?.country && owner.country !== meant.country ? owner.country : undefined;
}

/** Whose body a mention names instead of the one that the codebook knows; null where nothing tells; undefined where it is that one. */
export function otherOwner(
  mention: Mention,
  phrase: string,
  meant: Known,
  found: readonly Found[],
  countries: ReadonlySet<string>,
): string | null | undefined {
  if (meant.country === null || !OF_STATES.has(meant.sector)) return undefined;
  const owner = ownerOf(mention, meant, found);
  if (owner) return owner;
  return isGeneral(phrase, meant) && countries.size > 0 && !countries.has(meant.country) ? null : undefined;
}
