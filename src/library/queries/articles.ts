import { type Selectable, sql } from 'kysely';
import type { Reading } from '../../coding/reading.ts';
import type { Library } from '../open.ts';
import { toReading } from '../rows.ts';
import type { Schema } from '../schema.ts';
import type { ArticleSummary, LibraryCounts, Paging, Slice } from './entries.ts';
import { opening } from './references.ts';

export interface ArticleFilter extends Paging {
  /** Day of publication, `YYYY-MM-DD`. */
  readonly day?: string;
}

/** The articles, newest first; those without a date last. */
export async function listArticles({ db }: Library, filter: ArticleFilter = {}): Promise<Slice<ArticleSummary>> {
  const { day, limit = 50, offset = 0 } = filter;
  const matching = db
    .selectFrom('articles')
    .$if(day !== undefined, (query) => query.where('published', 'like', `${day}%`));
  const [items, { total }] = await Promise.all([
    matching
      .select(['id', 'file', 'url', 'publisher', 'title', 'published', 'language'])
      .select((select) => [
        opening.as('opening'),
        countOf('statements', select.ref('articles.id')).as('statements'),
        countOf('events', select.ref('articles.id')).as('events'),
        countOf('questions', select.ref('articles.id')).as('questions'),
      ])
      .orderBy('published', (order) => order.desc().nullsLast())
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute(),
    matching.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ]);
  return { items, total };
}

/** The ids of articles that start with `start`: an id given on the command line may be cut short. */
export async function articleIds({ db }: Library, start: string): Promise<string[]> {
  const rows = await db
    .selectFrom('articles')
    .select('id')
    .where(sql<boolean>`starts_with(id, ${start})`)
    .orderBy('id')
    .limit(20)
    .execute();
  return rows.map(({ id }) => id);
}

/** An article with its record, as it was read; null where there is none of this id. */
export async function readArticle({ db }: Library, id: string): Promise<Reading | null> {
  const article = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst();
  if (!article) return null;
  const rowsOf = <Table extends Exclude<keyof Schema, 'pages' | 'articles'>>(table: Table) =>
    sql<Selectable<Schema[Table]>>`select * from ${sql.table(table)} where article = ${id} order by position`
      .execute(db)
      .then(({ rows }) => rows);
  const [sentences, actors, statements, events, roles, questions] = await Promise.all([
    rowsOf('sentences'),
    rowsOf('actors'),
    rowsOf('statements'),
    rowsOf('events'),
    rowsOf('event_roles'),
    rowsOf('questions'),
  ]);
  return toReading({ article, sentences, actors, statements, events, roles, questions });
}

/** How much the library holds. An actor counts once, however many articles name them. */
export async function countAll({ db }: Library): Promise<LibraryCounts> {
  const { rows } = await sql<LibraryCounts>`select
    (select count(*)::int from articles) as articles,
    (select count(*)::int from statements) as statements,
    (select count(*)::int from events) as events,
    (select count(distinct key)::int from actors) as actors`.execute(db);
  return rows[0]!;
}

function countOf(table: 'statements' | 'events' | 'questions', article: unknown) {
  return sql<number>`(select count(*)::int from ${sql.table(table)} where article = ${article})`;
}
