import { sql } from 'kysely';
import type { ArticleReference } from './entries.ts';

/** The first sentence of an article. */
export const opening = sql<string | null>`(
  select sentences.text from sentences where sentences.article = articles.id and sentences.position = 0)`;

/** The columns that an entry shows of its article, as one JSON value. */
export const articleReference = sql<ArticleReference>`jsonb_build_object(
  'id', articles.id, 'title', articles.title, 'opening', ${opening},
  'publisher', articles.publisher, 'published', articles.published)`;

/** The columns that an entry shows of an actor, as one JSON value. */
export function actorReference(table: string) {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql`jsonb_build_object(
    'key', ${column('key')}, 'name', ${column('name')}, 'country', ${column('country')}, 'sector', ${column('sector')})`;
}
