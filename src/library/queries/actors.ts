import { sql } from 'kysely';
import type { Library } from '../open.ts';
import type { ActorFilter, ActorProfile, ActorReference, ActorSummary, Slice } from './entries.ts';

/** How many of those that an actor shares events with are named. */
const PARTNERS = 20;

/**
 * The actors across all articles, those with most events first. Name, kind, country, sector and office are as of the
 * latest report that gives one.
 */
export async function listActors(library: Library, filter: ActorFilter = {}): Promise<Slice<ActorSummary>> {
  const { limit = 50, offset = 0 } = filter;
  const { rows } = await sql<ActorSummary & { total: number }>`
    with wanted as (select distinct key from actors where ${named(filter)}), ${summaries()}
    select *, count(*) over ()::int as total from summaries where ${fitting(filter)}
    order by events desc, statements desc, key limit ${limit} offset ${offset}`.execute(library.db);
  const items = rows.map(({ total: _, ...actor }) => actor);
  return { items, total: rows[0]?.total ?? 0 };
}

/**
 * The actors that match among the `limit` keys after `after`, in the order of their keys; `lastKey` is where to go on, null
 * where there is nothing more. For going through all of them, however many they are.
 */
export async function actorsAfter({ db }: Library, after: string, limit: number, filter: ActorFilter) {
  const { rows } = await sql<{ key: string }>`
    select distinct key from actors where key > ${after} and ${named(filter)} order by key limit ${limit}`.execute(db);
  const last = rows.at(-1)?.key;
  if (last === undefined) return { actors: [], lastKey: null };
  const found = await sql<ActorSummary>`
    with wanted as (select distinct key from actors where key > ${after} and key <= ${last} and ${named(filter)}),
    ${summaries()}
    select * from summaries where ${fitting(filter)} order by key`.execute(db);
  return { actors: found.rows, lastKey: rows.length === limit ? last : null };
}

/** What a filter asks of the rows of `actors`. */
function named({ search, actor }: ActorFilter) {
  const conditions = [
    search ? sql`strpos(lower(name), lower(${search})) > 0` : sql`true`,
    actor === undefined ? sql`true` : sql`key = ${actor}`,
  ];
  return sql.join(conditions, sql` and `);
}

/** What it asks of an actor as the latest report has them. */
function fitting({ kind, country, sector }: ActorFilter) {
  const conditions = [
    kind === undefined ? sql`true` : sql`kind = ${kind}`,
    country === undefined ? sql`true` : sql`country = ${country}`,
    sector === undefined ? sql`true` : sql`sector = ${sector}`,
  ];
  return sql.join(conditions, sql` and `);
}

/** An actor's page: who they are, the offices they held, and with whom they share events. */
export async function readActor(library: Library, key: string): Promise<ActorProfile | null> {
  const { db } = library;
  const summary = await sql<ActorSummary>`
    with wanted as (select ${key}::text as key), ${summaries()} select * from summaries`.execute(db);
  const actor = summary.rows[0];
  if (!actor) return null;
  const offices = await sql<ActorProfile['offices'][number]>`
    select mode() within group (order by office) as office,
      min(left(published, 10)) as first, max(left(published, 10)) as last
    from actors join articles on articles.id = actors.article
    where key = ${key} and office is not null group by lower(office) order by last desc nulls last, office`.execute(db);
  const partners = await sql<ActorReference & { events: number }>`
    with shared as (
      select theirs.key, count(distinct (theirs_role.article, theirs_role.event))::int as events
      from actors mine
      join event_roles mine_role on mine_role.article = mine.article and mine_role.actor = mine.id
      join event_roles theirs_role on theirs_role.article = mine_role.article and theirs_role.event = mine_role.event
      join actors theirs on theirs.article = theirs_role.article and theirs.id = theirs_role.actor
      where mine.key = ${key} and theirs.key <> ${key}
      group by theirs.key order by 2 desc, 1 limit ${PARTNERS}
    ),
    wanted as (select key from shared), ${summaries()}
    select shared.key, name, country, sector, shared.events
    from shared join summaries on summaries.key = shared.key order by shared.events desc, shared.key`.execute(db);
  return { ...actor, offices: offices.rows, partners: partners.rows };
}

/** `summaries`: every actor whose key is in `wanted` once, as `ActorSummary`. */
function summaries() {
  const latest = (column: string) =>
    sql`(array_agg(${sql.ref(column)} order by published desc nulls last) filter (where ${sql.ref(column)} is not null))[1]`;
  return sql`named as (
      select key, ${latest('name')} as name, ${latest('actors.kind')} as kind, ${latest('country')} as country,
        coalesce((array_agg(sector order by published desc nulls last) filter (where sector <> 'UNK'))[1], 'UNK') as sector,
        ${latest('office')} as office, count(distinct article)::int as articles
      from actors join articles on articles.id = actors.article join wanted using (key) group by key
    ),
    event_counts as (
      select key, count(*)::int as events from (
        select distinct key, actors.article, event from actors join wanted using (key)
        join event_roles on event_roles.article = actors.article and event_roles.actor = actors.id
      ) as parts group by key
    ),
    statement_counts as (
      select key, count(*)::int as statements
      from actors join wanted using (key)
      join statements on statements.article = actors.article and source_actor = actors.id group by key
    ),
    summaries as (
      select named.*, coalesce(events, 0) as events, coalesce(statements, 0) as statements
      from named left join event_counts using (key) left join statement_counts using (key)
    )`;
}
