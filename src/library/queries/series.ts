import { sql } from 'kysely';
import type { Side } from '../../coding/reading.ts';
import type { Library } from '../open.ts';

/** How many events of a month an actor was source or target of, by quad class. */
export interface ActorMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly role: Side;
  readonly quad: number;
  readonly events: number;
}

/** An actor's events over time, the first month first. Events that nobody dates, nor their article, are left out. */
export async function actorMonths({ db }: Library, key: string): Promise<readonly ActorMonth[]> {
  const { rows } = await sql<ActorMonth>`
    select left(day, 7) as month, role, quad, count(distinct (events.article, events.id))::int as events
    from actors
    join event_roles on event_roles.article = actors.article and event_roles.actor = actors.id
    join events on events.article = event_roles.article and events.id = event_roles.event
    where key = ${key} and day is not null
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows;
}
