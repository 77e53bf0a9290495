import type { Actors } from '../../actors/index.ts';
import { ACTOR_SECTORS, bucketOf, COUNTRY_RANKS, KINDS } from './templates.ts';

/** What is known of an actor throughout a text; what the model sees of it as positions in its lists. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  /** A number of its own, but one for all actors of one country. */
  readonly party: number;
  readonly kind: number;
  readonly sector: number;
  readonly mentions: number;
  /** How much the text speaks of its country, `0` most, `3` least; `none` without one. */
  readonly countryRank: number;
}

const LAST_RANK = 3;

/** The actors of a text by their ids. */
export function knownActors({ actors, toldCountry }: Actors): ReadonlyMap<string, Known> {
  const counts = new Map<string, number>();
  for (const { country, mentions } of actors)
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + mentions.length);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([country]) => country);
  const rankOf = (country: string | null): string =>
    country === null ? 'none' : String(Math.min(LAST_RANK, ranked.indexOf(country)));
  const parties = new Map<string, number>();
  return new Map(
    actors.map(({ id, name, kind, sector, country, mentions }) => {
      const side = toldCountry(id) ?? id;
      const party = parties.get(side) ?? parties.size;
      parties.set(side, party);
      return [
        id,
        {
          id,
          name,
          country,
          party,
          kind: KINDS.of(kind),
          sector: ACTOR_SECTORS.of(sector),
          mentions: bucketOf(mentions.length),
          countryRank: COUNTRY_RANKS.of(rankOf(country)),
        },
      ];
    }),
  );
}
