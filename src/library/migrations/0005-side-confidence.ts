import { type Kysely, sql } from 'kysely';

/** How sure it is who acts and towards whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table events add column source_confidence double precision, add column target_confidence double precision`.execute(
    db,
  );
}
