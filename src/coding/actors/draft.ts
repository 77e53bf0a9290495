import type { ActorKind, Sector } from '../reading.ts';

/** An actor while what the text tells of it is gathered. */
export interface Draft {
  name: string;
  kind: ActorKind;
  country: string | null;
  /** A country that words around it name; it counts where nothing else tells. */
  around: string | null;
  sector: Sector | null;
  office: string | null;
  /** The codebook's word for the office. */
  title: string | null;
  /** The codebook knows it by name, and what it leaves open is open. */
  settled: boolean;
  /** The body that a person speaks for: "the front’s spokesman". */
  body: Draft | null;
  /** Positions in `Document.mentions`. */
  readonly mentions: number[];
}

/** The actors of a document: drafts by key, and the key of each mention. */
export interface Cast {
  readonly drafts: Map<string, Draft>;
  readonly keyOfMention: string[];
  /** The keys of those whom a mention means together: "Turkish and Syrian forces". */
  readonly together: Map<number, readonly string[]>;
}
