import { type Kysely, sql } from 'kysely';

/** By when planned, promised and demanded acts are to be done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table events add column due_from text, add column due_to text, add column due_text text`.execute(db);
}
