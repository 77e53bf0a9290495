import type { Actors } from '../../actors/index.ts';
import { ACTOR_SECTORS, bucketOf, COUNTRY_RANKS, KINDS } from './templates.ts';

/** What is known of an actor throughout a text; what the model sees of it as positions in its lists. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  /** Its position among the actors of the text. */
  readonly index: number;
  /** A number for all actors of its name, and one for all of its country, -1 without one: sooner compared than words. */
  readonly namesake: number;
  readonly compatriot: number;
  /** A number of its own, but one for all actors of one country. */
  readonly party: number;
  readonly kind: number;
  readonly sector: number;
  readonly mentions: number;
  /** How much the text speaks of its country, `0` most, `3` least; `none` without one. */
  readonly countryRank: number;
}

const LAST_RANK = 3;
const NO_RANK = COUNTRY_RANKS.of('none');
const RANKS = Array.from({ length: LAST_RANK + 1 }, (_, rank) => COUNTRY_RANKS.of(String(rank)));

/** Countries by how much a text speaks of their actors, most first. */
function rankedCountries({ actors }: Actors): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { country, mentions } of actors)
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + mentions.length);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  return new Map(ranked.map(([country], rank) => [country, rank]));
}

/** The actors of a text by their ids. */
export function knownActors(actors: Actors): ReadonlyMap<string, Known> {
  const ranks = rankedCountries(actors);
  const names = new Map<string, number>();
  const parties = new Map<string, number>();
  const numberIn = (numbers: Map<string, number>, key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const known = new Map<string, Known>();
  for (const { id, name, kind, sector, country, mentions } of actors.actors) {
    const rank = country === null ? -1 : ranks.get(country)!;
    known.set(id, {
      id,
      name,
      country,
      index: known.size,
      namesake: numberIn(names, name),
      compatriot: rank,
      party: numberIn(parties, actors.toldCountry(id) ?? id),
      kind: KINDS.of(kind),
      sector: ACTOR_SECTORS.of(sector),
      mentions: bucketOf(mentions.length),
      countryRank: rank < 0 ? NO_RANK : RANKS[Math.min(LAST_RANK, rank)],
    });
  }
  return known;
}
