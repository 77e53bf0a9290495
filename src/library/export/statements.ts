import type { Statement } from '../../coding/reading.ts';
import type { Library } from '../open.ts';
import type { ActorReference, StatementFilter } from '../queries/entries.ts';
import { matchingStatements } from '../queries/statements.ts';
import { toStatement } from '../rows.ts';
import { articleColumns, articleParts, type ExportedArticle, inTextOrder } from './articles.ts';
import { type Column, integer, number, text, texts } from './table.ts';

/** A statement with all that its row tells. */
export interface ExportedStatement extends Omit<Statement, 'sentence'> {
  readonly article: ExportedArticle;
  readonly speaker: ActorReference | null;
  readonly sentence: string;
  /** Where the sentence starts in the article's text. */
  readonly sentenceStart: number;
}

/** The statements that match, those of the newest article first, in the order of its text. */
export async function* exportedStatements(
  library: Library,
  filter: StatementFilter,
): AsyncGenerator<readonly ExportedStatement[]> {
  for await (const articles of articleParts(library)) {
    const statements = await statementsOf(library, articles, filter);
    if (statements.length > 0) yield statements;
  }
}

async function statementsOf(
  library: Library,
  articles: ReadonlyMap<string, ExportedArticle>,
  filter: StatementFilter,
): Promise<ExportedStatement[]> {
  const ids = [...articles.keys()];
  const rows = await matchingStatements(library, filter)
    .innerJoin('sentences', (join) =>
      join
        .onRef('sentences.article', '=', 'statements.article')
        .onRef('sentences.position', '=', 'statements.sentence'),
    )
    .selectAll('statements')
    .select(['sentences.text as sentenceText', 'sentences.start as sentenceStart'])
    .select(['actors.key', 'actors.name', 'actors.country', 'actors.sector'])
    .where('statements.article', 'in', ids)
    .execute();
  return inTextOrder(rows, ids).map((row) => {
    const { key, name, country, sector, sentenceText, sentenceStart } = row;
    return {
      ...toStatement(row),
      article: articles.get(row.article)!,
      speaker: key === null || name === null || sector === null ? null : { key, name, country, sector },
      sentence: sentenceText,
      sentenceStart,
    };
  });
}

/** What a row of a statement tells, in README's words ("Export"). */
export const STATEMENT_COLUMNS: readonly Column<ExportedStatement>[] = [
  text('article', ({ article }) => article.id),
  text('statement', ({ id }) => id),
  ...articleColumns,
  text('source', ({ source }) => source?.text || null),
  text('source_kind', ({ source }) => source?.kind ?? null),
  text('source_name', ({ speaker }) => speaker?.name ?? null),
  text('source_key', ({ speaker }) => speaker?.key ?? null),
  text('source_country', ({ speaker }) => speaker?.country ?? null),
  text('source_sector', ({ speaker }) => speaker?.sector ?? null),
  text('cue', ({ cue }) => cue?.text ?? null),
  texts('content', ({ content, article }) => content.map((span) => article.text.slice(...span))),
  text('quoted', ({ quoted }) => quoted),
  text('stance', ({ stance }) => stance),
  text('addressee', ({ addressee }) => addressee),
  text('channel', ({ channel }) => channel),
  text('within', ({ within }) => within),
  text('answers', ({ answers }) => answers),
  number('confidence', ({ confidence }) => confidence),
  text('sentence', ({ sentence }) => sentence),
  integer('sentence_start', ({ sentenceStart }) => sentenceStart),
  text('rule', ({ rule }) => rule),
];
