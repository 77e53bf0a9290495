/** A reading as rows of the library's tables, and back. */
import type { Insertable, Selectable } from 'kysely';
import type { CodedEvent, Reading, Statement } from '../coding/reading.ts';
import type { Article, Span } from '../page/article.ts';
import { actorKey } from './actor-key.ts';
import type {
  ActorTable,
  ArticleTable,
  EventRoleTable,
  EventTable,
  QuestionTable,
  Schema,
  SentenceTable,
  StatementTable,
} from './schema.ts';

/** The rows of one article, by table. */
export type ArticleRows = { readonly [Table in Exclude<keyof Schema, 'pages'>]: Insertable<Schema[Table]>[] };

/** Takes a reading apart. `page` is the hash of its page, `position` its place among that page's articles. */
export function toRows(reading: Reading, page: string, position: number): ArticleRows {
  const article = reading.id;
  const words = ([start, end]: Span) => reading.text.slice(start, end);
  const passages = (spans: readonly Span[]) =>
    spans.map((span, position) => ({ article, position, start: span[0], end: span[1], text: words(span) }));
  return {
    articles: [articleRow(reading, page, position)],
    sentences: passages(reading.sentences),
    actors: reading.actors.map(({ mentions, ...actor }, position) => ({
      ...actor,
      article,
      position,
      key: actorKey(actor.name),
      mentions: JSON.stringify(mentions),
    })),
    statements: reading.statements.map((statement, position) => statementRow(statement, article, position)),
    events: reading.events.map((event, position) => eventRow(event, article, position, reading.published)),
    event_roles: reading.events.flatMap((event) => roleRows(event, article)),
    questions: passages(reading.questions),
  };
}

function articleRow(article: Article, page: string, position: number): Insertable<ArticleTable> {
  const { id, file, url, publisher, title, published, updated, section, image, language, text } = article;
  const { authors, blocks, provenance } = article;
  const known = { id, file, url, publisher, title, published, updated, section, image, language, text };
  const lists = {
    authors: JSON.stringify(authors),
    blocks: JSON.stringify(blocks),
    provenance: JSON.stringify(provenance),
  };
  return { ...known, ...lists, page, position };
}

function statementRow(statement: Statement, article: string, position: number): Insertable<StatementTable> {
  const { source, cue, content, id, sentence, quoted, stance, addressee, channel, within, answers, rule, confidence } =
    statement;
  return {
    ...{ article, position, id, sentence, quoted, stance, addressee, channel, within, answers, rule, confidence },
    source_actor: source?.actor ?? null,
    source_text: source?.text ?? null,
    source_span: source?.span ? JSON.stringify(source.span) : null,
    source_kind: source?.kind ?? null,
    cue_text: cue?.text ?? null,
    cue_span: cue ? JSON.stringify(cue.span) : null,
    content: JSON.stringify(content),
  };
}

function eventRow(
  event: CodedEvent,
  article: string,
  position: number,
  published: string | null,
): Insertable<EventTable> {
  const {
    id,
    sentence,
    type,
    mode,
    status,
    statement,
    quad,
    intensity,
    cameo,
    confidence,
    rule,
    when,
    where,
    deadline,
  } = event;
  return {
    ...{ article, position, id, sentence, type, mode, status, statement, quad, intensity, cameo, confidence, rule },
    contexts: JSON.stringify(event.contexts),
    trigger_text: event.trigger.text,
    trigger_span: JSON.stringify(event.trigger.span),
    day: when?.from ?? when?.to ?? published?.slice(0, 10) ?? null,
    when_from: when?.from ?? null,
    when_to: when?.to ?? null,
    when_text: when?.text ?? null,
    due_from: deadline?.from ?? null,
    due_to: deadline?.to ?? null,
    due_text: deadline?.text ?? null,
    place_name: where?.name ?? null,
    place_country: where?.country ?? null,
    place_lat: where?.lat ?? null,
    place_lon: where?.lon ?? null,
    place_span: where ? JSON.stringify(where.span) : null,
    links: JSON.stringify(event.links),
    inferred: JSON.stringify(event.inferred),
    source_confidence: event.sourceConfidence,
    target_confidence: event.targetConfidence,
  };
}

function roleRows({ id, sources, targets }: CodedEvent, article: string): Insertable<EventRoleTable>[] {
  const rows = (role: EventRoleTable['role'], actors: readonly string[]) =>
    actors.map((actor, position) => ({ article, event: id, role, position, actor }));
  return [...rows('source', sources), ...rows('target', targets)];
}

/** Puts a reading together again. Every list of rows is in order of `position`. */
export function toReading(rows: {
  readonly article: Selectable<ArticleTable>;
  readonly sentences: readonly Selectable<SentenceTable>[];
  readonly actors: readonly Selectable<ActorTable>[];
  readonly statements: readonly Selectable<StatementTable>[];
  readonly events: readonly Selectable<EventTable>[];
  readonly roles: readonly Selectable<EventRoleTable>[];
  readonly questions: readonly Selectable<QuestionTable>[];
}): Reading {
  const { page: _, position: __, ...article } = rows.article;
  const spanOf = ({ start, end }: { start: number; end: number }): Span => [start, end];
  return {
    ...article,
    sentences: rows.sentences.map(spanOf),
    actors: rows.actors.map(({ id, name, kind, country, sector, office, mentions }) => {
      return { id, name, kind, country, sector, office, mentions };
    }),
    statements: rows.statements.map(toStatement),
    events: rows.events.map((event) => {
      const roles = rows.roles.filter((role) => role.event === event.id);
      const actors = (wanted: EventRoleTable['role']) =>
        roles.filter(({ role }) => role === wanted).map(({ actor }) => actor);
      return { ...toEvent(event), sources: actors('source'), targets: actors('target') };
    }),
    questions: rows.questions.map(spanOf),
  };
}

/** A statement from its row. */
export function toStatement(row: Selectable<StatementTable>): Statement {
  const { id, sentence, content, quoted, stance, addressee, channel, within, answers, rule, confidence } = row;
  return {
    ...{ id, sentence, content, quoted, stance, addressee, channel, within, answers, rule, confidence },
    source: row.source_kind && {
      actor: row.source_actor,
      text: row.source_text ?? '',
      span: row.source_span,
      kind: row.source_kind,
    },
    cue: row.cue_span && { text: row.cue_text ?? '', span: row.cue_span },
  };
}

/** An event from its row, without its actors. */
export function toEvent(row: Selectable<EventTable>): Omit<CodedEvent, 'sources' | 'targets'> {
  const { id, sentence, type, mode, contexts, status, statement, quad, intensity, cameo } = row;
  const { confidence, rule, links, inferred } = row;
  return {
    ...{ id, sentence, type, mode, contexts, status, statement, quad, intensity, cameo },
    ...{ confidence, rule, links, inferred },
    sourceConfidence: row.source_confidence,
    targetConfidence: row.target_confidence,
    trigger: { text: row.trigger_text, span: row.trigger_span },
    when: row.when_text === null ? null : { from: row.when_from, to: row.when_to, text: row.when_text },
    deadline: row.due_text === null ? null : { from: row.due_from, to: row.due_to, text: row.due_text },
    where: row.place_span && {
      name: row.place_name ?? '',
      country: row.place_country,
      lat: row.place_lat,
      lon: row.place_lon,
      span: row.place_span,
    },
  };
}
