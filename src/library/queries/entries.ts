/** What the library's queries answer: the shapes that server, browser and command line share. */
import type {
  Actor,
  CodedEvent,
  EventType,
  Sector,
  SourceKind,
  Stance,
  Statement,
  Status,
} from '../../coding/reading.ts';

/** One page of a longer answer. `total` counts all that match, `items` are those from `offset` on. */
export interface Slice<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** Which part of the answer: at most `limit` items (50 unless told), after the first `offset`. */
export interface Paging {
  readonly limit?: number;
  readonly offset?: number;
}

/** An article without its text and record. */
export interface ArticleSummary {
  readonly id: string;
  readonly file: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
  /** Its first sentence, to call it by where it has no title. */
  readonly opening: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly statements: number;
  readonly events: number;
  readonly questions: number;
}

/** The article that an entry stands in. */
export type ArticleReference = Pick<ArticleSummary, 'id' | 'title' | 'opening' | 'publisher' | 'published'>;

/** An actor across articles: `key` is the same wherever the same name stands, and is its address (`mikhail-bogdanov`). */
export interface ActorReference {
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly sector: Sector;
}

export interface EventFilter extends Paging {
  /** Key of an actor that is a source or a target. */
  readonly actor?: string;
  readonly type?: EventType;
  /** One status, or any of several. */
  readonly status?: Status | readonly Status[];
  /** ISO 3166-1 alpha-3 of a source or target, or of the place. */
  readonly country?: string;
  /** First day, `YYYY-MM-DD`: of the event where it is known, else of its article. */
  readonly from?: string;
  /** Last day, inclusive. */
  readonly to?: string;
  /** Id of an article. */
  readonly article?: string;
}

/** An event with what is needed to show it by itself. Its own ids (`e1`, `s1`) count within `article`. */
export interface EventEntry extends Omit<CodedEvent, 'sources' | 'targets'> {
  readonly article: ArticleReference;
  /** The event's first known day, else its article's; null where neither is known. */
  readonly day: string | null;
  readonly sources: readonly ActorReference[];
  readonly targets: readonly ActorReference[];
  readonly sentenceText: string;
  /** Where the sentence starts in the article's text, so that `trigger.span` can be marked in `sentenceText`. */
  readonly sentenceStart: number;
  /** According to whom: an actor's name, else the text's words; null where the article itself says so, or names nobody. */
  readonly accordingTo: string | null;
}

export interface StatementFilter extends Paging {
  /** Key of the actor that is the source. */
  readonly actor?: string;
  readonly kind?: SourceKind;
  readonly stance?: Stance;
  /** ISO 3166-1 alpha-3 of the source. */
  readonly country?: string;
  /** First day of publication, `YYYY-MM-DD`. */
  readonly from?: string;
  /** Last day of publication, inclusive. */
  readonly to?: string;
  readonly article?: string;
}

/** A statement with what is needed to show it by itself. */
export interface StatementEntry extends Statement {
  readonly article: ArticleReference;
  /** The actor that the source is, where it is one. */
  readonly sourceActor: ActorReference | null;
  readonly sentenceText: string;
  readonly sentenceStart: number;
  /** The words of each span of `content`. */
  readonly contentTexts: readonly string[];
}

export interface ActorFilter extends Paging {
  /** Key of an actor. */
  readonly actor?: string;
  /** Part of the name, upper and lower case alike. */
  readonly search?: string;
  readonly kind?: Actor['kind'];
  readonly country?: string;
  readonly sector?: Sector;
}

/** Everything that the library knows of an actor by count; kind, country, sector and office as of the latest report. */
export interface ActorSummary extends ActorReference {
  readonly kind: Actor['kind'];
  readonly office: string | null;
  readonly articles: number;
  readonly events: number;
  readonly statements: number;
}

/** An actor's page. Their events and statements come from `listEvents` and `listStatements` with `actor: key`. */
export interface ActorProfile extends ActorSummary {
  /** Every office a report gave them, with the days of its first and last report. */
  readonly offices: readonly { readonly office: string; readonly first: string | null; readonly last: string | null }[];
  /** Those they most often share an event with. */
  readonly partners: readonly (ActorReference & { readonly events: number })[];
}

export interface LibraryCounts {
  readonly articles: number;
  readonly statements: number;
  readonly events: number;
  readonly actors: number;
}
