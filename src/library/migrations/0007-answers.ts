import { type Kysely, sql } from 'kysely';

/** The question that a statement answers, or leaves open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table statements add column answers text`.execute(db);
}
