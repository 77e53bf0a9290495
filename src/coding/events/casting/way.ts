import type { Sentence, Token } from '../../../language/document.ts';
import { relation } from '../../tree.ts';
import { RELATIONS } from './templates.ts';

/** Ways through the tree from an act to its parties: up to where the ways of both to the root meet, and down from there. */

/** Whether a word heads a clause, or is joined to one. */
const isClausal = ({ relation }: Token): boolean =>
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

const relationOf = (token: Token): number => RELATIONS.of(relation(token));

/** The ways up from a word, by their length: none, to its head, to the head of that …, up to past the root. */
function waysUp({ tokens }: Sentence, from: number): Way[] {
  const ways = [NOWHERE];
  for (let index = from; index >= 0; index = tokens[index].head) {
    const { length, first, second, clauses } = ways[ways.length - 1];
    const own = relationOf(tokens[index]);
    ways.push({
      length: length + 1,
      first: length === 0 ? own : first,
      second: length === 1 ? own : second,
      clauses: Math.min(MOST_CLAUSES, clauses + (isClausal(tokens[index]) ? 1 : 0)),
    });
  }
  return ways;
}

/** The ways from a word to others: up to where they meet, and from there down. */
export function waysFrom(sentence: Sentence, from: number): (to: number) => { up: Way; down: Way } {
  const { tokens } = sentence;
  const above: number[] = [];
  for (let index = from; index >= 0; index = tokens[index].head) above.push(index);
  const up = waysUp(sentence, from);
  return (to) => {
    let length = 0;
    let clauses = 0;
    let [first, second] = [0, 0];
    let meeting = to;
    for (; meeting >= 0 && !above.includes(meeting); meeting = tokens[meeting].head) {
      second = first;
      first = relationOf(tokens[meeting]);
      if (isClausal(tokens[meeting]) && clauses < MOST_CLAUSES) clauses++;
      length++;
    }
    return {
      up: up[meeting < 0 ? above.length : above.indexOf(meeting)],
      down: length === 0 ? NOWHERE : { length, first, second, clauses },
    };
  };
}

/** Whether one word is part of the phrase of another, without a clause between. */
export function isWithin({ tokens }: Sentence, inner: number, outer: number): boolean {
  for (let index = inner; index >= 0 && !isClausal(tokens[index]); index = tokens[index].head)
    if (tokens[index].head === outer) return true;
  return false;
}
