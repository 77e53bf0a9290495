import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { CodedEvent } from '../reading.ts';

/** An event in the columns of GDELT 1.0 that tell what was done. */
export interface CameoColumns {
  /** CAMEO code, two to four digits with their zeros ("0874"). */
  readonly EventCode: string;
  /** Its first three digits. */
  readonly EventBaseCode: string;
  /** Its first two. */
  readonly EventRootCode: string;
  readonly QuadClass: CodedEvent['quad'];
  /** The scale's value for the code, whatever finer value the codebook gives the predicate. */
  readonly GoldsteinScale: number;
}

const types = memo((codebook) => new Map(codebook.types.map((entry) => [entry.type, entry])));

/** What an event of this type and mode is in CAMEO, by PLOVER's published conversion. */
export function cameoOf(
  { type, mode, quad }: Pick<CodedEvent, 'type' | 'mode' | 'quad'>,
  codebook: Codebook,
): CameoColumns {
  const entry = types(codebook).get(type)!;
  const { cameo, goldstein } = entry.modes.find((each) => each.mode === mode) ?? entry;
  return {
    EventCode: cameo,
    EventBaseCode: cameo.slice(0, 3),
    EventRootCode: cameo.slice(0, 2),
    QuadClass: quad,
    GoldsteinScale: goldstein,
  };
}
