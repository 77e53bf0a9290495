import { EVENT_TYPES, type EventType, SIDES, type Side } from '../../reading.ts';
import type { Draft } from '../index.ts';
import type { Known } from './known.ts';

/** What the other acts of a text tell of an actor on one side of an act. */
export interface ToldOf {
  /** Other acts of its type in which the actor has the side. */
  readonly ofType: number;
  /** Acts of other types of its quad class in which the actor has the side. */
  readonly ofQuad: number;
  /** Whether the actor has the side in the act told before. */
  readonly inLast: boolean;
  /** Whether it has the side in the last act of its type. */
  readonly inLastOfType: boolean;
}

/** What the other acts of a text tell of who might play the parts of one. Actors of one country count as one. */
export interface Told {
  of(side: Side, actor: Known): ToldOf;
  /** Other acts of its quad class from one to the other. */
  between(source: Known, target: Known): number;
}

/** How many sentences back the last act is still in the reader's mind. */
const MEMORY = 4;

const TYPES = EVENT_TYPES.length;
const QUADS = 5;
const TYPE = new Map(EVENT_TYPES.map((type, position) => [type, position]));

type PerSide<T> = Readonly<Record<Side, T>>;
const NOBODY: PerSide<readonly number[]> = { source: [], target: [] };

/** Drafts in text order; `parties` is how many there are. Only what their own sentences tell is counted, not what was guessed. */
export function toldBy(
  drafts: readonly Draft[],
  parties: number,
  knownOf: (actor: string) => Known,
  quadOf: (type: EventType) => number,
): (draft: Draft) => Told {
  const partiesOf = (actors: readonly string[]): number[] => actors.map((actor) => knownOf(actor).party);
  const all = drafts.map(({ sources, targets }) => ({ source: partiesOf(sources), target: partiesOf(targets) }));
  const sides = drafts.map(({ inferred }, index) => {
    const toldOn = (side: Side) => (inferred.includes(side) ? [] : [...new Set(all[index][side])]);
    return { source: toldOn('source'), target: toldOn('target') };
  });
  const counts = (kinds: number): PerSide<Int32Array> => ({
    source: new Int32Array(parties * kinds),
    target: new Int32Array(parties * kinds),
  });
  const byType = counts(TYPES);
  const byQuad = counts(QUADS);
  const byPair = new Int32Array(parties * parties * QUADS);
  const pairAt = (source: number, target: number, quad: number): number => (source * parties + target) * QUADS + quad;
  for (const [index, { type }] of drafts.entries()) {
    const quad = quadOf(type);
    const { source, target } = sides[index];
    for (const side of SIDES)
      for (const party of sides[index][side]) {
        byType[side][party * TYPES + TYPE.get(type)!]++;
        byQuad[side][party * QUADS + quad]++;
      }
    for (const one of source) for (const other of target) byPair[pairAt(one, other, quad)]++;
  }
  const positions = new Map(drafts.map((draft, index) => [draft, index]));

  /** All parties of the last act before that fits, guessed ones too; nobody where it is too far back. */
  const lastBefore = (draft: Draft, fits: (other: Draft) => boolean): PerSide<readonly number[]> => {
    for (let index = positions.get(draft)! - 1; index >= 0; index--) {
      const other = drafts[index];
      if (draft.sentence.index - other.sentence.index > MEMORY) break;
      if (other.token !== draft.token && fits(other)) return all[index];
    }
    return NOBODY;
  };

  return (draft) => {
    const type = TYPE.get(draft.type)!;
    const quad = quadOf(draft.type);
    const own = sides[positions.get(draft)!];
    const last = lastBefore(draft, () => true);
    const lastOfType = lastBefore(draft, (other) => other.type === draft.type);
    const known: PerSide<ToldOf[]> = { source: [], target: [] };
    return {
      of: (side, { party }) => {
        const before = known[side][party];
        if (before !== undefined) return before;
        const self = own[side].includes(party) ? 1 : 0;
        const ofType = byType[side][party * TYPES + type] - self;
        const found: ToldOf = {
          ofType,
          ofQuad: byQuad[side][party * QUADS + quad] - self - ofType,
          inLast: last[side].includes(party),
          inLastOfType: lastOfType[side].includes(party),
        };
        known[side][party] = found;
        return found;
      },
      between: ({ party: from }, { party: to }) => {
        const self = own.source.includes(from) && own.target.includes(to) ? 1 : 0;
        return byPair[pairAt(from, to, quad)] - self;
      },
    };
  };
}
