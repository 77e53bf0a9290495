import type { Article, Span } from '../page/article.ts';

export type ActorKind = 'person' | 'organisation' | 'state' | 'place' | 'people' | 'other';

/** PLOVER's sectors, `UNK` where neither text nor codebook tells. */
export const SECTORS = [
  'GOV',
  'MIL',
  'LEG',
  'JUD',
  'COP',
  'INT',
  'OPP',
  'REB',
  'PTY',
  'CVL',
  'REF',
  'MED',
  'BUS',
  'NGO',
  'IGO',
  'EDU',
  'REL',
  'CRM',
  'UNK',
] as const;
export type Sector = (typeof SECTORS)[number];

export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const STATUSES = ['actual', 'planned', 'alleged', 'hypothetical', 'negated'] as const;
export type Status = (typeof STATUSES)[number];

export const SOURCE_KINDS = ['named', 'body', 'anonymous', 'document', 'media', 'unspecified'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const STANCES = ['assert', 'deny', 'accuse', 'promise', 'demand', 'warn', 'question', 'no answer'] as const;
export type Stance = (typeof STANCES)[number];

/** Words of the article: `text.slice(...span) === text` of this. */
export interface Evidence {
  readonly text: string;
  readonly span: Span;
}

export interface Actor {
  /** `a1`, `a2` … in order of first mention. */
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  readonly sector: Sector;
  /** As of this report. */
  readonly office: string | null;
  readonly mentions: readonly Span[];
}

export interface StatementSource {
  readonly actor: string | null;
  /** Its words; of "who" those that it stands for; empty where a quotation runs on from the sentence that names its speaker. */
  readonly text: string;
  /** Where it stands: in this sentence ("who" itself), or where a quotation that runs on began. */
  readonly span: Span | null;
  readonly kind: SourceKind;
}

export interface Statement {
  readonly id: string;
  readonly sentence: number;
  readonly source: StatementSource | null;
  readonly cue: Evidence | null;
  readonly content: readonly Span[];
  readonly quoted: 'direct' | 'mixed' | 'indirect';
  readonly stance: Stance;
  readonly addressee: string | null;
  /** How it was told ("briefing", "letter"), in the text's words. */
  readonly channel: string | null;
  /** The statement inside whose content this one stands. */
  readonly within: string | null;
  /** The statement whose question it answers, or leaves open where its stance is `no answer`. */
  readonly answers: string | null;
  /** Word and place of the codebook's entry that found it ("say clause"), "runs on" for speech that goes on. */
  readonly rule: string;
  /** 0 to 1: how likely it is right, calibrated on annotated articles. */
  readonly confidence: number;
}

export interface When {
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
}

export interface Where {
  readonly name: string;
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly span: Span;
}

/** The sides of an event: who acts, and towards whom. */
export const SIDES = ['source', 'target'] as const;
export type Side = (typeof SIDES)[number];

/** A link from this event to an event that it denies or answers, or to the statement that denies it or leaves it unanswered. */
export interface Link {
  readonly kind: 'denies' | 'denied in' | 'answers' | 'leaves unanswered';
  /** Id of the event or statement it points at. */
  readonly to: string;
}

export interface CodedEvent {
  readonly id: string;
  readonly sentence: number;
  readonly type: EventType;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly trigger: Evidence;
  readonly status: Status;
  /** The statement that it stands in. */
  readonly statement: string | null;
  readonly when: When | null;
  /** By when what is planned, promised, threatened or demanded is to be done; `from` is open. */
  readonly deadline: When | null;
  readonly where: Where | null;
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: 1 | 2 | 3 | 4;
  /** Goldstein scale, -10 to 10. */
  readonly intensity: number;
  /** CAMEO code of type and mode by PLOVER's published conversion, two to four digits ("0874"). */
  readonly cameo: string;
  /** 0 to 1, calibrated: of acts said to be 0.8 sure, about 80 % are acts of this type. */
  readonly confidence: number;
  /** How sure it is who acts, given the act: 0 to 1, calibrated; null where nobody stands. */
  readonly sourceConfidence: number | null;
  /** The same of towards whom. */
  readonly targetConfidence: number | null;
  /** Name of the codebook entry that coded it. */
  readonly rule: string;
  /** Sides that the grammar of the act does not give: the likeliest of the text was taken. */
  readonly inferred: readonly Side[];
  readonly links: readonly Link[];
}

/** The record of one article: a line of `dragoman read --json`. Keys may be added, never renamed. */
export interface Reading extends Article {
  readonly sentences: readonly Span[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
  readonly events: readonly CodedEvent[];
  /** Questions that the report leaves open. */
  readonly questions: readonly Span[];
}
