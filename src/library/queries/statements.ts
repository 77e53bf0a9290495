import { sql } from 'kysely';
import type { Library } from '../open.ts';
import { toStatement } from '../rows.ts';
import type { ActorReference, Slice, StatementEntry, StatementFilter } from './entries.ts';
import { actorReference, articleReference } from './references.ts';

/** The statements that match, those of the newest article first; within an article in the order of its text. */
export async function listStatements(library: Library, filter: StatementFilter = {}): Promise<Slice<StatementEntry>> {
  const { limit = 50, offset = 0 } = filter;
  const matching = matchingStatements(library, filter).innerJoin('articles', 'articles.id', 'statements.article');
  const [rows, { total }] = await Promise.all([
    matching
      .innerJoin('sentences', (join) =>
        join
          .onRef('sentences.article', '=', 'statements.article')
          .onRef('sentences.position', '=', 'statements.sentence'),
      )
      .selectAll('statements')
      .select(['sentences.text as sentenceText', 'sentences.start as sentenceStart', 'articles.text as articleText'])
      .select(articleReference.as('reference'))
      .select(
        sql<ActorReference | null>`case when actors.id is not null then ${actorReference('actors')} end`.as(
          'sourceActor',
        ),
      )
      .orderBy('published', (order) => order.desc().nullsLast())
      .orderBy('statements.article')
      .orderBy('statements.position')
      .limit(limit)
      .offset(offset)
      .execute(),
    matching.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ]);
  const items = rows.map((row) => {
    const { reference, sourceActor, sentenceText, sentenceStart, articleText, content } = row;
    return {
      ...toStatement(row),
      ...{ sourceActor, sentenceText, sentenceStart },
      article: reference,
      contentTexts: content.map(([start, end]) => articleText.slice(start, end)),
    };
  });
  return { items, total };
}

/** The rows of `statements` that match, each with its source in `actors` where that is one. Paging is left to the caller. */
export function matchingStatements({ db }: Library, filter: StatementFilter) {
  const { actor, kind, stance, article, country, from, to } = filter;
  const published = (bound: ReturnType<typeof sql>) =>
    sql<boolean>`exists (
      select from articles where articles.id = statements.article and left(published, 10) ${bound})`;
  return db
    .selectFrom('statements')
    .leftJoin('actors', (join) =>
      join.onRef('actors.article', '=', 'statements.article').onRef('actors.id', '=', 'source_actor'),
    )
    .$if(actor !== undefined, (query) => query.where('actors.key', '=', actor!))
    .$if(country !== undefined, (query) => query.where('actors.country', '=', country!))
    .$if(kind !== undefined, (query) => query.where('source_kind', '=', kind!))
    .$if(stance !== undefined, (query) => query.where('stance', '=', stance!))
    .$if(article !== undefined, (query) => query.where('statements.article', '=', article!))
    .$if(from !== undefined, (query) => query.where(published(sql`>= ${from}`)))
    .$if(to !== undefined, (query) => query.where(published(sql`<= ${to}`)));
}
