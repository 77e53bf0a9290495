import type { Office } from '../../codebook/schema.ts';
import type { EntityKind, Mention, Sentence, Token } from '../document.ts';
import type { Gender } from './gazetteer.ts';
import type { Name } from './names.ts';

/** A mention before it is known to whom it refers. */
export interface Draft {
  readonly sentence: Sentence;
  readonly tokens: readonly [start: number, end: number];
  readonly head: Token;
  readonly form: Mention['form'];
  name: Name | null;
  /** The office, role, body or population that its noun means. */
  readonly office: Office | null;
  /** Codes of the countries that its phrase names: "Turkish" of "the Turkish president". */
  readonly countries: readonly string[];
  kind: EntityKind | null;
  gender: Gender | null;
  readonly number: 'singular' | 'plural';
}
