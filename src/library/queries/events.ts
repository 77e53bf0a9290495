import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Side } from '../../coding/reading.ts';
import type { Library } from '../open.ts';
import { toEvent } from '../rows.ts';
import type { EventTable, Schema } from '../schema.ts';
import type { ActorReference, EventEntry, EventFilter, Slice } from './entries.ts';
import { actorReference, articleReference } from './references.ts';

/** The events that match, the latest day first; within an article in the order of its text. */
export async function listEvents(library: Library, filter: EventFilter = {}): Promise<Slice<EventEntry>> {
  const { limit = 50, offset = 0 } = filter;
  const matching = matchingEvents(library, filter);
  const page = matching
    .selectAll('events')
    .orderBy('day', (order) => order.desc().nullsLast())
    .orderBy('events.article')
    .orderBy('events.position')
    .limit(limit)
    .offset(offset);
  const [rows, { total }] = await Promise.all([
    // What an entry shows besides its own columns is looked up for this page only.
    withEvidence(library, page)
      .innerJoin('articles', 'articles.id', 'events.article')
      .select([articleReference.as('reference'), actorsOf('source').as('sources'), actorsOf('target').as('targets')])
      .orderBy('day', (order) => order.desc().nullsLast())
      .orderBy('events.article')
      .orderBy('events.position')
      .execute(),
    matching.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ]);
  const items = rows.map((row) => {
    const { day, sources, targets, sentenceText, sentenceStart, accordingTo } = row;
    const shown: Omit<EventEntry, keyof ReturnType<typeof toEvent>> = {
      ...{ day, sources, targets, sentenceText, sentenceStart, accordingTo },
      article: row.reference,
    };
    return { ...toEvent(row), ...shown };
  });
  return { items, total };
}

/** The rows of `events` that match, to select from or to count. Paging is left to the caller. */
export function matchingEvents({ db }: Library, filter: EventFilter) {
  const { actor, type, status, country, from, to, article } = filter;
  return db
    .selectFrom('events')
    .$if(type !== undefined, (query) => query.where('type', '=', type!))
    .$if(status !== undefined, (query) => query.where('status', 'in', [status!].flat()))
    .$if(article !== undefined, (query) => query.where('events.article', '=', article!))
    .$if(from !== undefined, (query) => query.where('day', '>=', from!))
    .$if(to !== undefined, (query) => query.where('day', '<=', to!))
    .$if(actor !== undefined, (query) => query.where(hasActor(sql`actors.key = ${actor}`)))
    .$if(country !== undefined, (query) =>
      query.where((where) =>
        where.or([where('place_country', '=', country!), hasActor(sql`actors.country = ${country}`)]),
      ),
    );
}

/** Events with the sentence that tells them, and the statement that they stand in with whose it is. */
export function withEvidence({ db }: Library, events: SelectQueryBuilder<Schema, 'events', Selectable<EventTable>>) {
  return db
    .selectFrom(events.as('events'))
    .innerJoin('sentences', (join) =>
      join.onRef('sentences.article', '=', 'events.article').onRef('sentences.position', '=', 'events.sentence'),
    )
    .leftJoin('statements', (join) =>
      join.onRef('statements.article', '=', 'events.article').onRef('statements.id', '=', 'events.statement'),
    )
    .leftJoin('actors as speakers', (join) =>
      join.onRef('speakers.article', '=', 'events.article').onRef('speakers.id', '=', 'statements.source_actor'),
    )
    .selectAll('events')
    .select(['sentences.text as sentenceText', 'sentences.start as sentenceStart'])
    .select(sql<string | null>`coalesce(speakers.name, nullif(source_text, ''))`.as('accordingTo'));
}

/** Whether a source or target of the event meets a condition on `actors`. */
function hasActor(condition: ReturnType<typeof sql>) {
  return sql<boolean>`exists (
    select from event_roles join actors on actors.article = event_roles.article and actors.id = event_roles.actor
    where event_roles.article = events.article and event_roles.event = events.id and ${condition})`;
}

/** The actors of an event in one role, in order, as one JSON value. */
function actorsOf(role: Side) {
  return sql<ActorReference[]>`coalesce((
    select jsonb_agg(${actorReference('actors')} order by event_roles.position)
    from event_roles join actors on actors.article = event_roles.article and actors.id = event_roles.actor
    where event_roles.article = events.article and event_roles.event = events.id and role = ${role}), '[]')`;
}
