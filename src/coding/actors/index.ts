import type { Codebook } from '../../codebook/codebook.ts';
import type { Document } from '../../language/document.ts';
import type { Actor } from '../reading.ts';

/** The actors of a text, and who is meant where. */
export interface Actors {
  readonly actors: readonly Actor[];
  /** Ids of the actors that a mention (position in `Document.mentions`) refers to: several for "Oslo and Rome". */
  ofMention(mention: number): readonly string[];
  /** Id of the actor whose mention has this token for its head, null where there is none. */
  at(sentence: number, token: number): string | null;
}

/** The actors of a document. */
export function actorsOf(_document: Document, _codebook: Codebook): Actors {
  return { actors: [], ofMention: () => [], at: () => null };
}
