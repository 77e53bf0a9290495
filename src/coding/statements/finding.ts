import type { Reporting } from '../../codebook/schema.ts';
import type { Stance } from '../reading.ts';
import type { SourceWords } from './source.ts';

/** A statement as found in one sentence, in tokens of that sentence. */
export interface Finding {
  readonly sentence: number;
  /** The reporting word. */
  readonly word: number;
  /** All words that attribute: auxiliaries, the word, its particle, whom it was told. */
  readonly cue: readonly number[];
  readonly entry: Reporting;
  /** The entry's alternative by which the content was found ("object+of"). */
  readonly alternative: string;
  readonly source: SourceWords | null;
  readonly content: readonly number[];
  readonly addressee: readonly number[];
  /** "did not say", "would not confirm". */
  readonly negated: boolean;
}

const SAYS_NOTHING: ReadonlySet<Stance> = new Set(['assert', 'promise']);

/** What somebody does by what he says; "did not say" is no answer. */
export function stanceOf(finding: Finding): Stance {
  return finding.negated && SAYS_NOTHING.has(finding.entry.stance) ? 'no answer' : finding.entry.stance;
}
