import { sql } from 'kysely';
import type { Library } from '../open.ts';
import type { EventFilter } from './entries.ts';
import { matchingEvents } from './events.ts';

/** A value that a filter can take, and how many events it would leave. */
export interface FacetCount {
  readonly value: string;
  readonly events: number;
}

export interface EventFacets {
  readonly type: readonly FacetCount[];
  readonly status: readonly FacetCount[];
  readonly country: readonly FacetCount[];
}

/** For each filter its values, the most frequent first, counted among the events that the other filters leave. */
export async function countEvents(library: Library, filter: EventFilter): Promise<EventFacets> {
  const [type, status, country] = await Promise.all([
    countBy(library, { ...filter, type: undefined }, 'type'),
    countBy(library, { ...filter, status: undefined }, 'status'),
    countCountries(library, { ...filter, country: undefined }),
  ]);
  return { type, status, country };
}

async function countBy(library: Library, filter: EventFilter, column: 'type' | 'status'): Promise<FacetCount[]> {
  return matchingEvents(library, filter)
    .select([sql<string>`${sql.ref(column)}`.as('value'), sql<number>`count(*)::int`.as('events')])
    .groupBy(column)
    .orderBy('events', 'desc')
    .orderBy('value')
    .execute();
}

/** An event counts for the country of its place and of each of its actors, once for each. */
async function countCountries(library: Library, filter: EventFilter): Promise<FacetCount[]> {
  const matching = matchingEvents(library, filter).select(['events.article', 'events.id', 'place_country as country']);
  const { rows } = await sql<FacetCount>`
    with matching as (${matching}),
    named as (
      select article, id, country from matching
      union
      select matching.article, matching.id, actors.country
      from matching
      join event_roles on event_roles.article = matching.article and event_roles.event = matching.id
      join actors on actors.article = event_roles.article and actors.id = event_roles.actor
    )
    select country as value, count(*)::int as events from named
    where country is not null group by country order by events desc, value`.execute(library.db);
  return rows;
}
