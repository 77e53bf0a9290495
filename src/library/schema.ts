/** The library's tables, as its queries see them. `migrations/` makes them; lists that no query looks into are JSON. */
import type { ColumnType } from 'kysely';
import type { Actor, EventType, Link, Sector, Side, SourceKind, Stance, Statement, Status } from '../coding/reading.ts';
import type { Article, Block, Span } from '../page/article.ts';

/** Written as JSON text (the drivers disagree on what to do with arrays), read as the value. */
type Json<Value> = ColumnType<Value, string, string>;

/** What was read: the bytes of a page, known by their hash. Its articles go when it goes. */
export interface PageTable {
  hash: string;
  file: string | null;
  url: string | null;
  /** Reader that read it: a page is read again when this is not the present one. */
  reader: string;
  /** What its server gave to ask later whether it has changed. */
  etag: string | null;
  last_modified: string | null;
}

export interface ArticleTable {
  id: string;
  page: string;
  /** Among the articles of its page. */
  position: number;
  file: string | null;
  url: string | null;
  publisher: string | null;
  title: string | null;
  authors: Json<readonly string[]>;
  published: string | null;
  updated: string | null;
  section: string | null;
  image: string | null;
  language: string;
  text: string;
  blocks: Json<readonly Block[]>;
  provenance: Json<Article['provenance']>;
}

export interface SentenceTable {
  article: string;
  position: number;
  start: number;
  end: number;
  text: string;
}

export interface ActorTable {
  article: string;
  id: string;
  position: number;
  /** The same in every article: see `actorKey`. */
  key: string;
  name: string;
  kind: Actor['kind'];
  country: string | null;
  sector: Sector;
  office: string | null;
  mentions: Json<readonly Span[]>;
}

export interface StatementTable {
  article: string;
  id: string;
  position: number;
  sentence: number;
  source_actor: string | null;
  source_text: string | null;
  source_span: Json<Span> | null;
  /** Null where the statement has no source. */
  source_kind: SourceKind | null;
  cue_text: string | null;
  cue_span: Json<Span> | null;
  content: Json<readonly Span[]>;
  quoted: Statement['quoted'];
  stance: Stance;
  addressee: string | null;
  channel: string | null;
  within: string | null;
  answers: string | null;
  rule: string;
  confidence: number;
}

export interface EventTable {
  article: string;
  id: string;
  position: number;
  sentence: number;
  type: EventType;
  mode: string | null;
  contexts: Json<readonly string[]>;
  trigger_text: string;
  trigger_span: Json<Span>;
  status: Status;
  statement: string | null;
  /** The event's first known day, else its article's: what lists are ordered by. */
  day: string | null;
  when_from: string | null;
  when_to: string | null;
  /** Null where no time is known. */
  when_text: string | null;
  /** The deadline of what is planned, promised or demanded. */
  due_from: string | null;
  due_to: string | null;
  /** Null where no deadline is told. */
  due_text: string | null;
  place_name: string | null;
  place_country: string | null;
  place_lat: number | null;
  place_lon: number | null;
  /** Null where no place is known. */
  place_span: Json<Span> | null;
  quad: 1 | 2 | 3 | 4;
  intensity: number;
  /** Empty where the event was read before it was told. */
  cameo: string;
  confidence: number;
  /** Null where nobody stands, or where the event was read before it was told. */
  source_confidence: number | null;
  target_confidence: number | null;
  rule: string;
  links: Json<readonly Link[]>;
  /** Sides that the grammar of the act does not give. */
  inferred: Json<readonly Side[]>;
}

export interface EventRoleTable {
  article: string;
  event: string;
  role: Side;
  position: number;
  actor: string;
}

export interface QuestionTable {
  article: string;
  position: number;
  start: number;
  end: number;
  text: string;
}

export interface Schema {
  pages: PageTable;
  articles: ArticleTable;
  sentences: SentenceTable;
  actors: ActorTable;
  statements: StatementTable;
  events: EventTable;
  event_roles: EventRoleTable;
  questions: QuestionTable;
}
