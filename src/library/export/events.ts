import type { Actor, SourceKind, Stance } from '../../coding/reading.ts';
import type { Library } from '../open.ts';
import type { ActorReference, EventEntry, EventFilter } from '../queries/entries.ts';
import { matchingEvents, withEvidence } from '../queries/events.ts';
import { toEvent } from '../rows.ts';
import { articleParts, type ExportedArticle, inTextOrder } from './articles.ts';

/** An actor on a side of an event. */
export interface ExportedActor extends ActorReference {
  readonly kind: Actor['kind'];
}

/** An event with all that its row tells. Its own ids (`e1`, `s1`) count within `article`. */
export interface ExportedEvent
  extends Omit<EventEntry, 'article' | 'sources' | 'targets' | 'sentence' | 'sentenceText'> {
  readonly article: ExportedArticle;
  readonly sources: readonly ExportedActor[];
  readonly targets: readonly ExportedActor[];
  readonly sentence: string;
  readonly accordingToKind: SourceKind | null;
  readonly stance: Stance | null;
}

/** The events that match, those of the newest article first, in the order of its text. */
export async function* exportedEvents(library: Library, filter: EventFilter): AsyncGenerator<readonly ExportedEvent[]> {
  for await (const articles of articleParts(library)) {
    const events = await eventsOf(library, articles, filter);
    if (events.length > 0) yield events;
  }
}

async function eventsOf(
  library: Library,
  articles: ReadonlyMap<string, ExportedArticle>,
  filter: EventFilter,
): Promise<ExportedEvent[]> {
  const ids = [...articles.keys()];
  const matching = matchingEvents(library, filter).selectAll('events').where('events.article', 'in', ids);
  const rows = await withEvidence(library, matching)
    .select(['statements.stance', 'statements.source_kind as accordingToKind'])
    .execute();
  if (rows.length === 0) return [];
  const sides = await sidesOf(library, ids);
  return inTextOrder(rows, ids).map((row) => {
    const { day, sentenceStart, accordingTo, accordingToKind, stance } = row;
    const actors = sides.get(`${row.article} ${row.id}`);
    return {
      ...toEvent(row),
      ...{ day, sentenceStart, accordingTo, accordingToKind, stance },
      article: articles.get(row.article)!,
      sources: actors?.filter(({ role }) => role === 'source') ?? [],
      targets: actors?.filter(({ role }) => role === 'target') ?? [],
      sentence: row.sentenceText,
    };
  });
}

/** The actors of all events of some articles, in order, by article and event. */
async function sidesOf({ db }: Library, articles: readonly string[]) {
  const rows = await db
    .selectFrom('event_roles')
    .innerJoin('actors', (join) =>
      join.onRef('actors.article', '=', 'event_roles.article').onRef('actors.id', '=', 'event_roles.actor'),
    )
    .select(['event_roles.article', 'event', 'role', 'key', 'name', 'kind', 'country', 'sector'])
    .where('event_roles.article', 'in', articles)
    .orderBy('event_roles.position')
    .execute();
  return Map.groupBy(rows, ({ article, event }) => `${article} ${event}`);
}
