import { memo } from '../../../codebook/codebook.ts';
import type { StatusCue } from '../../../codebook/schema.ts';
import type { EventType, Status } from '../../reading.ts';

/** What the codebook says of words that set the status of an act. */
export interface Cues {
  /** The status that a word gives an act of this type that it stands to in this way. */
  of(kind: StatusCue['as'], word: string, type: EventType): Status | null;
}

export const statusCues = memo((codebook): Cues => {
  const table = new Map<StatusCue['as'], Map<string, StatusCue[]>>();
  for (const cue of codebook.statusCues) {
    const ofKind = table.get(cue.as) ?? new Map<string, StatusCue[]>();
    table.set(cue.as, ofKind);
    for (const word of cue.words) ofKind.set(word, [...(ofKind.get(word) ?? []), cue]);
  }
  return {
    of: (kind, word, type) =>
      table
        .get(kind)
        ?.get(word)
        ?.find(({ types }) => types === undefined || types.includes(type))?.status ?? null,
  };
});

/** Of two cues on one act, the one that says more against its having happened. */
const STRENGTH: Readonly<Record<Status, number>> = { actual: 0, planned: 1, alleged: 2, hypothetical: 3, negated: 4 };

export const stronger = (a: Status, b: Status): Status => (STRENGTH[b] > STRENGTH[a] ? b : a);

/** Acts done by words: what seems to be one is one, and a demand that is opposed was made. */
export const VERBAL: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'REJECT', 'THREATEN', 'AGREE']);

/** Words of seeming, which leave an act done by words as it is. */
export const SEEMING: ReadonlySet<string> = new Set(['appear', 'seem', 'apparent', 'apparently', 'seemingly']);
