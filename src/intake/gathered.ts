import type { Given } from '../page/given.ts';
import type { Validators } from './web/fetcher.ts';

/** Bytes for the page stage. */
export interface GatheredPage {
  readonly kind: 'page';
  /** What messages call it: the path or address as given, and where in it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly given: Given;
  /** For pages from an address: what to remember, so that it need not be sent again. */
  readonly validators: Validators | null;
}

/** Something that could not be had; everything else is gathered all the same. */
export interface Missed {
  readonly kind: 'missed';
  readonly name: string;
  readonly reason: string;
}

/** A page that is as it was when it was last read. */
export interface Unchanged {
  readonly kind: 'unchanged';
  readonly name: string;
}

export type Gathered = GatheredPage | Missed | Unchanged;

export interface GatherOptions {
  /** Most bytes of a page; archives and JSON Lines files are read in pieces and may be larger. */
  readonly bytes: number;
  /** Whether the addresses in feeds and sitemaps are read, too. */
  readonly follow: boolean;
  /** What is remembered of an address that was read before. */
  readonly known: (url: string) => Promise<Validators | null>;
  /** Standard input, for the name `-`. */
  readonly stdin: AsyncIterable<Uint8Array>;
}

export function missed(name: string, reason: string): Missed {
  return { kind: 'missed', name, reason };
}

export function page(
  name: string,
  bytes: Uint8Array,
  given: Given,
  validators: Validators | null = null,
): GatheredPage {
  return { kind: 'page', name, bytes, given, validators };
}
