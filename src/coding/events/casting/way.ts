import type { Sentence } from '../../../language/document.ts';
import { RELATIONS } from './templates.ts';

/** Ways through the tree from an act to its parties: up to where the ways of both to the root meet, and down from there. */

/** Whether a word of this relation heads a clause, or is joined to one. */
const isClausal = (relation: string): boolean =>
  relation === 'conj' ||
  relation === 'acl' ||
  relation === 'advcl' ||
  relation === 'ccomp' ||
  relation === 'xcomp' ||
  relation === 'parataxis' ||
  relation === 'csubj';

const MOST_CLAUSES = 3;

/** Part of a way, with what the model sees of it as positions in its lists. */
export interface Way {
  /** How many words. */
  readonly length: number;
  /** The relations of its first two words. */
  readonly first: number;
  readonly second: number;
  /** How many of its words head clauses. */
  readonly clauses: number;
}

const NOWHERE: Way = { length: 0, first: 0, second: 0, clauses: 0 };

/** The ways from a word to others of its sentence. */
export class Ways {
  readonly #sentence: Sentence;
  /** For each word on the way from the word to the root how many are below it, -1 for all others. */
  readonly #below: Int16Array;
  /** The ways up by their length: none, to the head, to the head of that …, up to past the root. */
  readonly #up: readonly Way[];

  constructor(sentence: Sentence, from: number) {
    const { tokens } = sentence;
    const below = new Int16Array(tokens.length).fill(-1);
    let way = NOWHERE;
    const up = [way];
    for (let index = from; index >= 0; index = tokens[index].head) {
      const { length, first, second, clauses } = way;
      below[index] = length;
      const { relation } = tokens[index];
      way = {
        length: length + 1,
        first: length === 0 ? RELATIONS.of(relation) : first,
        second: length === 1 ? RELATIONS.of(relation) : second,
        clauses: clauses < MOST_CLAUSES && isClausal(relation) ? clauses + 1 : clauses,
      };
      up.push(way);
    }
    this.#sentence = sentence;
    this.#below = below;
    this.#up = up;
  }

  /** The way to another word as far as it goes up. */
  up(to: number): Way {
    const { tokens } = this.#sentence;
    let index = to;
    while (index >= 0 && this.#below[index] < 0) index = tokens[index].head;
    return this.#up[index < 0 ? this.#up.length - 1 : this.#below[index]];
  }

  /** The way from there down to it. */
  down(to: number): Way {
    const { tokens } = this.#sentence;
    let length = 0;
    let clauses = 0;
    let first = -1;
    let second = -1;
    for (let index = to; index >= 0 && this.#below[index] < 0; index = tokens[index].head) {
      second = first;
      first = index;
      if (clauses < MOST_CLAUSES && isClausal(tokens[index].relation)) clauses++;
      length++;
    }
    if (length === 0) return NOWHERE;
    return {
      length,
      first: RELATIONS.of(tokens[first].relation),
      second: second < 0 ? 0 : RELATIONS.of(tokens[second].relation),
      clauses,
    };
  }
}

/** Whether one word is part of the phrase of another, without a clause between. */
export function isWithin({ tokens }: Sentence, inner: number, outer: number): boolean {
  for (let index = inner; index >= 0 && !isClausal(tokens[index].relation); index = tokens[index].head)
    if (tokens[index].head === outer) return true;
  return false;
}
