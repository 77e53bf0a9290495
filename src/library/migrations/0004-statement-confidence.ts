import { type Kysely, sql } from 'kysely';

/** How sure a statement is; of those read before it was told, as sure as they are on the whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table statements add column confidence double precision not null default 0.75`.execute(db);
}
