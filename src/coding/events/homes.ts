import type { Document } from '../../language/document.ts';
import type { Actors } from '../actors/index.ts';
import type { Actor, CodedEvent, Sector } from '../reading.ts';

/** Sectors whose unnamed groups belong to the country that they are told of in: "the rebels", "government forces", "residents". */
const LOCAL_SECTORS: ReadonlySet<Sector> = new Set([
  'MIL',
  'REB',
  'OPP',
  'CVL',
  'REF',
  'COP',
  'LEG',
  'JUD',
  'GOV',
  'UNK',
]);

const mostFrequent = (countries: readonly string[]): string | null => {
  const counts = new Map<string, number>();
  for (const country of countries) counts.set(country, (counts.get(country) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
};

/** Actors that are never called by a name: groups and bodies known by what they are. */
function unnamed(document: Document, actors: Actors): ReadonlySet<string> {
  const named = new Set<string>();
  for (const [index, mention] of document.mentions.entries())
    if (mention.form === 'name' && mention.kind !== 'people')
      for (const actor of actors.ofMention(index)) named.add(actor);
  return new Set(actors.actors.filter((actor) => !named.has(actor.id)).map((actor) => actor.id));
}

/**
 * Countries of unnamed groups from where the report has them act: the place of their own events, else the country that most of
 * the report's events happen in. Named actors, persons and international bodies keep what text and codebook tell of them.
 */
export function withHomes(document: Document, actors: Actors, events: readonly CodedEvent[]): Actor[] {
  const nameless = unnamed(document, actors);
  const scene = mostFrequent(events.flatMap((event) => event.where?.country ?? []));
  return actors.actors.map((actor) => {
    const local = actor.country === null && (actor.kind === 'people' || actor.kind === 'organisation');
    if (!local || !nameless.has(actor.id) || !LOCAL_SECTORS.has(actor.sector)) return actor;
    const own = events.filter((event) => event.sources.includes(actor.id) || event.targets.includes(actor.id));
    return { ...actor, country: mostFrequent(own.flatMap((event) => event.where?.country ?? [])) ?? scene };
  });
}
