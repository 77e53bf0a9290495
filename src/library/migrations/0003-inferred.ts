import { type Kysely, sql } from 'kysely';

/** Which sides of an event the grammar of the act does not give. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table events add column inferred jsonb not null default '[]'`.execute(db);
}
