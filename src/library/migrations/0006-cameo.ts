import { type Kysely, sql } from 'kysely';

/** CAMEO code of an event; empty for those read before it was told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table events add column cameo text not null default ''`.execute(db);
}
