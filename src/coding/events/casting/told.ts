import { type EventType, SIDES } from '../../reading.ts';
import type { Draft } from '../index.ts';
import type { Known } from './known.ts';
import { QUADS, TYPES } from './templates.ts';

/** How many sentences back the last act is still in the reader's mind. */
const MEMORY = 4;

/** Actors of one country count as one party, each by its number. */
type PartiesOfSides = readonly [source: readonly number[], target: readonly number[]];
const NOBODY: PartiesOfSides = [[], []];

/** Bits of a party in an act: on which sides it stands there, in the act told before, and in the last act of its type. */
const [OWN, LAST, LAST_OF_TYPE] = [1, 4, 16];

/** How often the acts of a text have each party on each side, by type and quad class, and each pair of parties. */
class Counts {
  readonly #parties: number;
  readonly byType: readonly Int32Array[];
  readonly byQuad: readonly Int32Array[];
  readonly #byPair: Uint16Array;

  constructor(parties: number) {
    this.#parties = parties;
    this.byType = SIDES.map(() => new Int32Array(parties * TYPES.size));
    this.byQuad = SIDES.map(() => new Int32Array(parties * QUADS.size));
    this.#byPair = new Uint16Array(parties * parties * QUADS.size);
  }

  add([sources, targets]: PartiesOfSides, type: number, quad: number): void {
    for (const [side, parties] of [sources, targets].entries())
      for (const party of parties) {
        this.byType[side][party * TYPES.size + type]++;
        this.byQuad[side][party * QUADS.size + quad]++;
      }
    for (const one of sources) for (const other of targets) this.#byPair[this.#pairAt(one, other, quad)]++;
  }

  between(source: number, target: number, quad: number): number {
    return this.#byPair[this.#pairAt(source, target, quad)];
  }

  #pairAt(source: number, target: number, quad: number): number {
    return (source * this.#parties + target) * QUADS.size + quad;
  }
}

/** What the other acts of a text tell of who might play the parts of one: of a party on a side (0 the source, 1 the target). */
export class Told {
  readonly #counts: Counts;
  readonly #type: number;
  readonly #quad: number;
  /** Bits by party. */
  readonly #here: Uint8Array;

  constructor(counts: Counts, type: number, quad: number, here: Uint8Array) {
    this.#counts = counts;
    this.#type = type;
    this.#quad = quad;
    this.#here = here;
  }

  /** Other acts of its type in which the party has the side. */
  ofType(side: number, party: number): number {
    return this.#counts.byType[side][party * TYPES.size + this.#type] - this.#has(OWN, side, party);
  }

  /** Acts of other types of its quad class in which the party has the side. */
  ofQuad(side: number, party: number): number {
    const { byType, byQuad } = this.#counts;
    return byQuad[side][party * QUADS.size + this.#quad] - byType[side][party * TYPES.size + this.#type];
  }

  /** 1 where the party has the side in the act told before. */
  inLast(side: number, party: number): number {
    return this.#has(LAST, side, party);
  }

  /** 1 where it has the side in the last act of its type. */
  inLastOfType(side: number, party: number): number {
    return this.#has(LAST_OF_TYPE, side, party);
  }

  /** Other acts of its quad class from one to the other. */
  between(source: number, target: number): number {
    const own = this.#has(OWN, 0, source) & this.#has(OWN, 1, target);
    return this.#counts.between(source, target, this.#quad) - own;
  }

  #has(bit: number, side: number, party: number): number {
    return this.#here[party] & (bit << side) ? 1 : 0;
  }
}

/** Drafts in text order; `parties` is how many there are. Only what their own sentences tell is counted, not what was guessed. */
export function toldBy(
  drafts: readonly Draft[],
  parties: number,
  knownOf: (actor: string) => Known,
  quadOf: (type: EventType) => number,
): (draft: Draft) => Told {
  const partiesOf = (actors: readonly string[]): number[] => actors.map((actor) => knownOf(actor).party);
  const all = drafts.map(({ sources, targets }): PartiesOfSides => [partiesOf(sources), partiesOf(targets)]);
  const types = drafts.map(({ type }) => TYPES.of(type));
  const counts = new Counts(parties);
  const told = drafts.map(({ inferred, type }, index): PartiesOfSides => {
    const [sources, targets] = all[index];
    const own: PartiesOfSides = [
      inferred.includes('source') ? [] : [...new Set(sources)],
      inferred.includes('target') ? [] : [...new Set(targets)],
    ];
    counts.add(own, types[index], quadOf(type));
    return own;
  });
  const positions = new Map(drafts.map((draft, index) => [draft, index]));

  /** All parties of the last act before, of its type if `ofType`, guessed ones too; nobody where it is too far back. */
  const lastBefore = (position: number, ofType: boolean): PartiesOfSides => {
    const { sentence, token, type } = drafts[position];
    for (let index = position - 1; index >= 0; index--) {
      const other = drafts[index];
      if (sentence.index - other.sentence.index > MEMORY) break;
      if (other.token !== token && (!ofType || other.type === type)) return all[index];
    }
    return NOBODY;
  };

  return (draft) => {
    const position = positions.get(draft)!;
    const here = new Uint8Array(parties);
    const mark = ([sources, targets]: PartiesOfSides, bit: number): void => {
      for (const party of sources) here[party] |= bit;
      for (const party of targets) here[party] |= bit << 1;
    };
    mark(told[position], OWN);
    mark(lastBefore(position, false), LAST);
    mark(lastBefore(position, true), LAST_OF_TYPE);
    return new Told(counts, types[position], quadOf(draft.type), here);
  };
}
