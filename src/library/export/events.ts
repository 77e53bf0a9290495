import { sql } from 'kysely';
import type { Actor, CodedEvent, SourceKind, Stance } from '../../coding/reading.ts';
import type { Library } from '../open.ts';
import type { EventFilter } from '../queries/entries.ts';
import { matchingEvents } from '../queries/events.ts';
import { toEvent } from '../rows.ts';
import { articleParts, type ExportedArticle } from './articles.ts';

/** An actor on a side of an event. */
export interface ExportedActor extends Pick<Actor, 'name' | 'kind' | 'country' | 'sector'> {
  readonly key: string;
}

/** An event with all that its row tells. Its own ids (`e1`, `s1`) count within `article`. */
export interface ExportedEvent extends Omit<CodedEvent, 'sources' | 'targets' | 'sentence'> {
  readonly article: ExportedArticle;
  /** The event's first known day, else its article's; null where neither is known. */
  readonly day: string | null;
  readonly sources: readonly ExportedActor[];
  readonly targets: readonly ExportedActor[];
  readonly sentence: string;
  /** Where the sentence starts in the article's text. */
  readonly sentenceStart: number;
  /** According to whom: an actor's name, else the text's words. */
  readonly accordingTo: string | null;
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
  const rows = await library.db
    .selectFrom(matching.as('events'))
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
    .select(['statements.stance', 'statements.source_kind as accordingToKind'])
    .select(sql<string | null>`coalesce(speakers.name, nullif(source_text, ''))`.as('accordingTo'))
    .execute();
  if (rows.length === 0) return [];
  const sides = await sidesOf(library, ids);
  const order = new Map(ids.map((id, index) => [id, index]));
  return rows
    .sort((a, b) => order.get(a.article)! - order.get(b.article)! || a.position - b.position)
    .map((row) => {
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
