import { EVENT_TYPES, type EventType } from '../../reading.ts';
import type { Draft } from '../index.ts';
import type { Participants } from '../participants.ts';

export type Side = 'source' | 'target';
export const SIDES: readonly Side[] = ['source', 'target'];

/** What the other acts of a text tell of who acts on whom. Actors of one country count as one. */
export interface Told {
  /** Other acts in which the actor has the side: those of the draft's type, or the others of its quad class. */
  times(draft: Draft, side: Side, actor: string): { readonly type: number; readonly quad: number };
  /** Other acts of the draft's quad class from one to the other. */
  between(draft: Draft, source: string, target: string): number;
  /** The act told before the draft's, and the one of its type: which of them has the actor on the side. */
  before(draft: Draft, side: Side, actor: string): { readonly any: boolean; readonly type: boolean };
}

/** How many sentences back the last act is still in the reader's mind. */
const MEMORY = 4;

const TYPE = new Map(EVENT_TYPES.map((type, position) => [type, position]));

/** Drafts in text order. Only what their own sentences tell is counted, not what was guessed. */
export function toldBy(
  drafts: readonly Draft[],
  participants: Participants,
  quadOf: (type: EventType) => number,
): Told {
  const keys = new Map<string, string>();
  const keyOf = (actor: string): string => {
    let key = keys.get(actor);
    if (key === undefined) {
      key = participants.countryOf(actor) ?? actor;
      keys.set(actor, key);
    }
    return key;
  };
  const quads = EVENT_TYPES.map(quadOf);
  const bySide: Readonly<Record<Side, Map<string, Uint16Array>>> = { source: new Map(), target: new Map() };
  const byPair = new Map<string, Uint16Array>();
  const count = (map: Map<string, Uint16Array>, key: string, draft: Draft): void => {
    let counts = map.get(key);
    if (!counts) {
      counts = new Uint16Array(EVENT_TYPES.length);
      map.set(key, counts);
    }
    counts[TYPE.get(draft.type)!]++;
  };
  const sidesOf = (draft: Draft, side: Side): readonly string[] => (side === 'source' ? draft.sources : draft.targets);
  const keysOf = (draft: Draft, side: Side): Set<string> =>
    draft.inferred.includes(side) ? new Set() : new Set(sidesOf(draft, side).map(keyOf));
  for (const draft of drafts) {
    for (const side of SIDES) for (const key of keysOf(draft, side)) count(bySide[side], key, draft);
    for (const source of keysOf(draft, 'source'))
      for (const target of keysOf(draft, 'target')) count(byPair, `${source} ${target}`, draft);
  }
  const position = new Map(drafts.map((draft, index) => [draft, index]));
  const previous = (draft: Draft, fits: (other: Draft) => boolean): Draft | null => {
    for (let index = position.get(draft)! - 1; index >= 0; index--) {
      const other = drafts[index];
      if (draft.sentence.index - other.sentence.index > MEMORY) return null;
      if (other.token !== draft.token && fits(other)) return other;
    }
    return null;
  };
  const quadCount = (counts: Uint16Array, type: EventType): number => {
    let sum = 0;
    for (const [index, each] of counts.entries()) if (quads[index] === quads[TYPE.get(type)!]) sum += each;
    return sum;
  };
  const has = (draft: Draft | null, side: Side, actor: string): boolean =>
    draft !== null && sidesOf(draft, side).some((each) => keyOf(each) === keyOf(actor));
  return {
    times: (draft, side, actor) => {
      const counts = bySide[side].get(keyOf(actor));
      if (!counts) return { type: 0, quad: 0 };
      const own = keysOf(draft, side).has(keyOf(actor)) ? 1 : 0;
      const type = counts[TYPE.get(draft.type)!];
      return { type: type - own, quad: quadCount(counts, draft.type) - type };
    },
    between: (draft, source, target) => {
      const counts = byPair.get(`${keyOf(source)} ${keyOf(target)}`);
      if (!counts) return 0;
      const own = keysOf(draft, 'source').has(keyOf(source)) && keysOf(draft, 'target').has(keyOf(target)) ? 1 : 0;
      return quadCount(counts, draft.type) - own;
    },
    before: (draft, side, actor) => ({
      any: has(
        previous(draft, () => true),
        side,
        actor,
      ),
      type: has(
        previous(draft, (other) => other.type === draft.type),
        side,
        actor,
      ),
    }),
  };
}
