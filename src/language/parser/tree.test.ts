import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumSpanningTree } from './tree.ts';

/** Whether every word leads to the one root. */
function isTree(heads: ArrayLike<number>): boolean {
  let roots = 0;
  for (let word = 0; word < heads.length; word++) {
    if (heads[word] === 0) roots++;
    let at = word;
    for (let steps = 0; heads[at] !== 0; steps++) {
      if (steps > heads.length) return false;
      at = heads[at] - 1;
    }
  }
  return roots === 1;
}

function total(scores: ArrayLike<number>, heads: ArrayLike<number>): number {
  let sum = 0;
  for (let word = 0; word < heads.length; word++) sum += scores[word * (heads.length + 1) + heads[word]];
  return sum;
}

/** The best score of any tree, by trying all. */
function bestByTrial(scores: ArrayLike<number>, n: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(n).fill(0);
  for (let code = 0; code < (n + 1) ** n; code++) {
    for (let word = 0, rest = code; word < n; word++, rest = Math.floor(rest / (n + 1))) heads[word] = rest % (n + 1);
    if (isTree(heads)) best = Math.max(best, total(scores, heads));
  }
  return best;
}

const scoresOf = (n: number) =>
  fc.array(fc.integer({ min: -40, max: 40 }), { minLength: n * (n + 1), maxLength: n * (n + 1) });

describe('the maximum spanning tree', () => {
  it('is a tree with one root that no other tree beats', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((n) => scoresOf(n)),
        (scores) => {
          const n = Math.round((Math.sqrt(4 * scores.length + 1) - 1) / 2);
          const heads = maximumSpanningTree(scores, n);
          expect(isTree(heads)).toBe(true);
          expect(total(scores, heads)).toBe(bestByTrial(scores, n));
        },
      ),
    );
  });

  it('is a tree with one root for sentences of any length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 60 }).chain((n) => scoresOf(n)),
        (scores) => {
          const n = Math.round((Math.sqrt(4 * scores.length + 1) - 1) / 2);
          expect(isTree(maximumSpanningTree(scores, n))).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});
