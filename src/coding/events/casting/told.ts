import { EVENT_TYPES, type EventType, SIDES, type Side } from '../../reading.ts';
import type { Draft } from '../index.ts';
import type { Participants } from '../participants.ts';

/** What the other acts of a text tell of who might play the parts of one. Actors of one country count as one. */
export interface Told {
  /** Other acts of its type in which the actor has the side. */
  ofType(side: Side, actor: string): number;
  /** Acts of other types of its quad class in which the actor has the side. */
  ofQuad(side: Side, actor: string): number;
  /** Other acts of its quad class from one to the other. */
  between(source: string, target: string): number;
  /** Whether the actor has the side in the act told before. */
  inLast(side: Side, actor: string): boolean;
  /** Whether it has the side in the last act of its type. */
  inLastOfType(side: Side, actor: string): boolean;
}

/** How many sentences back the last act is still in the reader's mind. */
const MEMORY = 4;

const TYPES = EVENT_TYPES.length;
const QUADS = 5;
/** More actors than a text can have. */
const ACTORS = 2 ** 20;
const TYPE = new Map(EVENT_TYPES.map((type, position) => [type, position]));

const sideOf = (draft: Draft, side: Side): readonly string[] => (side === 'source' ? draft.sources : draft.targets);

/** Drafts in text order. Only what their own sentences tell is counted, not what was guessed. */
export function toldBy(
  drafts: readonly Draft[],
  participants: Participants,
  quadOf: (type: EventType) => number,
): (draft: Draft) => Told {
  const keys = new Map<string, number>();
  const keyOfName = new Map<string, number>();
  const keyOf = (actor: string): number => {
    let key = keys.get(actor);
    if (key !== undefined) return key;
    const name = participants.countryOf(actor) ?? actor;
    key = keyOfName.get(name) ?? keyOfName.size;
    keyOfName.set(name, key);
    keys.set(actor, key);
    return key;
  };
  const keysOf = (draft: Draft, side: Side): number[] =>
    draft.inferred.includes(side) ? [] : [...new Set(sideOf(draft, side).map(keyOf))];
  const sides = drafts.map((draft) => ({ source: keysOf(draft, 'source'), target: keysOf(draft, 'target') }));
  const byType = { source: new Map<number, number>(), target: new Map<number, number>() };
  const byQuad = { source: new Map<number, number>(), target: new Map<number, number>() };
  const byPair = new Map<number, number>();
  const count = (counts: Map<number, number>, at: number): void => {
    counts.set(at, (counts.get(at) ?? 0) + 1);
  };
  const pairAt = (source: number, target: number, quad: number): number => (source * ACTORS + target) * QUADS + quad;
  for (const [index, { type }] of drafts.entries()) {
    const quad = quadOf(type);
    for (const side of SIDES)
      for (const key of sides[index][side]) {
        count(byType[side], key * TYPES + TYPE.get(type)!);
        count(byQuad[side], key * QUADS + quad);
      }
    for (const source of sides[index].source)
      for (const target of sides[index].target) count(byPair, pairAt(source, target, quad));
  }
  const positions = new Map(drafts.map((draft, index) => [draft, index]));

  /** All keys of the last act before that fits, guessed ones too; none where it is too far back. */
  const lastBefore = (draft: Draft, fits: (other: Draft) => boolean): Readonly<Record<Side, readonly number[]>> => {
    for (let index = positions.get(draft)! - 1; index >= 0; index--) {
      const other = drafts[index];
      if (draft.sentence.index - other.sentence.index > MEMORY) break;
      if (other.token !== draft.token && fits(other))
        return { source: other.sources.map(keyOf), target: other.targets.map(keyOf) };
    }
    return { source: [], target: [] };
  };

  return (draft) => {
    const type = TYPE.get(draft.type)!;
    const quad = quadOf(draft.type);
    const own = sides[positions.get(draft)!];
    const last = lastBefore(draft, () => true);
    const lastOfType = lastBefore(draft, (other) => other.type === draft.type);
    const ofType: Told['ofType'] = (side, actor) => {
      const key = keyOf(actor);
      return (byType[side].get(key * TYPES + type) ?? 0) - (own[side].includes(key) ? 1 : 0);
    };
    return {
      ofType,
      ofQuad: (side, actor) => {
        const key = keyOf(actor);
        const all = (byQuad[side].get(key * QUADS + quad) ?? 0) - (own[side].includes(key) ? 1 : 0);
        return all - ofType(side, actor);
      },
      between: (source, target) => {
        const [from, to] = [keyOf(source), keyOf(target)];
        const self = own.source.includes(from) && own.target.includes(to) ? 1 : 0;
        return (byPair.get(pairAt(from, to, quad)) ?? 0) - self;
      },
      inLast: (side, actor) => last[side].includes(keyOf(actor)),
      inLastOfType: (side, actor) => lastOfType[side].includes(keyOf(actor)),
    };
  };
}
