import { type Selectable, sql } from 'kysely';
import type { Library } from '../open.ts';
import type { ArticleTable } from '../schema.ts';
import { type Column, text } from './table.ts';

/** What an exported row tells of its article. */
export type ExportedArticle = Pick<
  Selectable<ArticleTable>,
  'id' | 'url' | 'file' | 'publisher' | 'title' | 'published' | 'text' | 'blocks'
>;

/** The columns that tell of the article of a row. */
export const articleColumns: readonly Column<{ readonly article: ExportedArticle }>[] = [
  text('published', ({ article }) => article.published),
  text('publisher', ({ article }) => article.publisher),
  text('url', ({ article }) => article.url),
  text('file', ({ article }) => article.file),
  text('title', ({ article }) => article.title),
];

/** Entries in the order of their articles' ids, and within each as its text has them. */
export function inTextOrder<Row extends { readonly article: string; readonly position: number }>(
  rows: readonly Row[],
  articles: readonly string[],
): Row[] {
  const order = new Map(articles.map((id, index) => [id, index]));
  return rows.toSorted((a, b) => order.get(a.article)! - order.get(b.article)! || a.position - b.position);
}

/** So many articles are looked at together: some 2,500 events, a few megabytes. */
const PART = 100;

/**
 * All articles in parts, by id, newest first, those without a date last, as lists have them. Each part begins after the last
 * article of the one before (not at a count), so that the last part is as quick as the first, and what is added meanwhile
 * neither repeats nor hides an article.
 */
export async function* articleParts(library: Library): AsyncGenerator<ReadonlyMap<string, ExportedArticle>> {
  for (const dated of [true, false]) {
    let last: ExportedArticle | undefined;
    do {
      const articles = await articlesAfter(library, dated, last);
      if (articles.length > 0) yield new Map(articles.map((article) => [article.id, article]));
      last = articles.length === PART ? articles.at(-1) : undefined;
    } while (last);
  }
}

function articlesAfter({ db }: Library, dated: boolean, last?: ExportedArticle): Promise<ExportedArticle[]> {
  let query = db
    .selectFrom('articles')
    .select(['id', 'url', 'file', 'publisher', 'title', 'published', 'text', 'blocks'])
    .where('published', dated ? 'is not' : 'is', null);
  if (last && dated)
    query = query
      // What the index can use; what follows leaves out those of the same time that have been.
      .where('published', '<=', last.published)
      .where(sql<boolean>`(published < ${last.published} or id > ${last.id})`);
  if (last && !dated) query = query.where('id', '>', last.id);
  return query
    .orderBy('published', (order) => order.desc().nullsLast())
    .orderBy('id')
    .limit(PART)
    .execute();
}
