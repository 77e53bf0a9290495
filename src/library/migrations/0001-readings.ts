import { type Kysely, sql } from 'kysely';

/** Pages, their articles, and the record of each article. Columns are described in `../schema.ts`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table pages (
    hash text primary key, file text, url text, reader text not null, etag text, last_modified text
  )`.execute(db);

  await sql`create index pages_url on pages (url)`.execute(db);

  await sql`create table articles (
    id text primary key, page text not null references pages on delete cascade, position integer not null,
    file text, url text, publisher text, title text, authors jsonb not null, published text, updated text,
    section text, image text, language text not null, text text not null, blocks jsonb not null, provenance jsonb not null
  )`.execute(db);
  await sql`create index articles_page on articles (page)`.execute(db);
  await sql`create index articles_published on articles (published desc nulls last, id)`.execute(db);

  await sql`create table sentences (
    article text not null references articles on delete cascade, position integer not null,
    start integer not null, "end" integer not null, text text not null,
    primary key (article, position)
  )`.execute(db);

  await sql`create table actors (
    article text not null references articles on delete cascade, id text not null, position integer not null,
    key text not null, name text not null, kind text not null, country text, sector text not null, office text,
    mentions jsonb not null,
    primary key (article, id)
  )`.execute(db);
  await sql`create index actors_key on actors (key)`.execute(db);

  await sql`create table statements (
    article text not null references articles on delete cascade, id text not null, position integer not null,
    sentence integer not null, source_actor text, source_text text, source_span jsonb, source_kind text,
    cue_text text, cue_span jsonb, content jsonb not null, quoted text not null, stance text not null,
    addressee text, channel text, within text, rule text not null,
    primary key (article, id)
  )`.execute(db);
  await sql`create index statements_source on statements (article, source_actor)`.execute(db);

  await sql`create table events (
    article text not null references articles on delete cascade, id text not null, position integer not null,
    sentence integer not null, type text not null, mode text, contexts jsonb not null,
    trigger_text text not null, trigger_span jsonb not null, status text not null, statement text,
    day text, when_from text, when_to text, when_text text,
    place_name text, place_country text, place_lat double precision, place_lon double precision, place_span jsonb,
    quad integer not null, intensity double precision not null, confidence double precision not null,
    rule text not null, links jsonb not null,
    primary key (article, id)
  )`.execute(db);
  await sql`create index events_day on events (day desc nulls last, article, position)`.execute(db);
  await sql`create index events_type on events (type)`.execute(db);

  await sql`create table event_roles (
    article text not null, event text not null, role text not null, position integer not null, actor text not null,
    primary key (article, event, role, position),
    foreign key (article, event) references events on delete cascade,
    foreign key (article, actor) references actors on delete cascade
  )`.execute(db);
  await sql`create index event_roles_actor on event_roles (article, actor)`.execute(db);

  await sql`create table questions (
    article text not null references articles on delete cascade, position integer not null,
    start integer not null, "end" integer not null, text text not null,
    primary key (article, position)
  )`.execute(db);
}
