import { SIDES, type Side } from '../../reading.ts';
import { Score } from './feature-space.ts';
import { pairFeatures, partFeatures } from './features.ts';
import type { Known } from './known.ts';
import type { Contender, Party } from './parties.ts';
import type { Scene } from './scene.ts';

/** The choice of who plays the parts of an act, by how likely the model holds each pair of parties. */

/** Parties of each side that are looked at together: nobody, and so many at most that do not fall further behind the first. */
const BEAM = 14;
const FAR_BEHIND = 4;

/** How much a pair's own chance counts beside that of all pairs that come to the same. */
const OWN = 0.2;

/** Who plays which part, and how likely each of the two is right, by that party or another of its country or name: 0 to 1. */
export interface Casting {
  readonly source: Party;
  readonly target: Party;
  readonly chances: Readonly<Record<Side, number>>;
}

interface Scored {
  readonly contender: Contender;
  readonly score: number;
}

/** Nobody and the likeliest for a side. */
function likeliest(scene: Scene, side: Side, scores: Score): Scored[] {
  const scored = scene.contenders.map((contender): Scored => {
    partFeatures(scene, side, contender, scores);
    return { contender, score: scores.take() };
  });
  scored.sort((a, b) => b.score - a.score);
  const least = scored[0].score - FAR_BEHIND;
  return scored.filter(({ contender, score }, rank) => contender.known === null || (rank < BEAM && score > least));
}

/** Nobody acts on himself, nor a state on those who are called by its name. */
export const areApart = (source: Party, target: Party): boolean =>
  source.known === null || target.known === null || source.known.name !== target.known.name;

/** Whether two stand for one party of a dyad: the same, or both of one country. */
const areOne = (one: Known | null, other: Known | null): boolean =>
  one === null || other === null
    ? one === other
    : one.name === other.name || (one.country !== null && one.country === other.country);

/** Numbers by source, in rows, and target. */
type Grid = readonly Float64Array[];

/** Each pair of the likeliest with its chance, `0` where one acts on himself. */
function chancesOf(scene: Scene, sources: readonly Scored[], targets: readonly Scored[], score: Score): Grid {
  const chances = sources.map(() => new Float64Array(targets.length));
  let highest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < sources.length; row++)
    for (let column = 0; column < targets.length; column++) {
      const [source, target] = [sources[row], targets[column]];
      let own = Number.NEGATIVE_INFINITY;
      if (areApart(source.contender, target.contender)) {
        pairFeatures(scene, source.contender, target.contender, score);
        own = source.score + target.score + score.take();
      }
      chances[row][column] = own;
      if (own > highest) highest = own;
    }
  let all = 0;
  for (const row of chances)
    for (let column = 0; column < row.length; column++) all += row[column] = Math.exp(row[column] - highest);
  for (const row of chances) for (let column = 0; column < row.length; column++) row[column] /= all;
  return chances;
}

/** Each of some with the positions of those that come to the same. */
const alikeAmong = (scored: readonly Scored[]): number[][] =>
  scored.map(({ contender }) =>
    scored.flatMap((other, position) => (areOne(contender.known, other.contender.known) ? position : [])),
  );

const sumAt = (numbers: Float64Array, positions: readonly number[]): number => {
  let sum = 0;
  for (const position of positions) sum += numbers[position];
  return sum;
};

/**
 * The pair that is likeliest right. A text names a party in many ways ("Ankara", "Turkish jets", "its army"), and each takes its
 * share of the chance: pairs that come to the same are counted together.
 */
export function bestCasting(scene: Scene, weights: Float64Array): Casting {
  const score = new Score(weights);
  const [sources, targets] = SIDES.map((side) => likeliest(scene, side, score));
  const chances = chancesOf(scene, sources, targets, score);
  const alikeSources = alikeAmong(sources);
  const alikeTargets = alikeAmong(targets);
  /** For each source the chances of the targets, with it or with what comes to the same. */
  const bySource = alikeSources.map((alike) =>
    targets.reduce((sums, _, column) => {
      for (const row of alike) sums[column] += chances[row][column];
      return sums;
    }, new Float64Array(targets.length)),
  );
  let [bestRow, bestColumn, highest] = [0, 0, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < sources.length; row++)
    for (let column = 0; column < targets.length; column++) {
      const own = chances[row][column];
      const likelihood = own === 0 ? Number.NEGATIVE_INFINITY : sumAt(bySource[row], alikeTargets[column]) + OWN * own;
      if (likelihood > highest) [bestRow, bestColumn, highest] = [row, column, likelihood];
    }
  return {
    source: sources[bestRow].contender,
    target: targets[bestColumn].contender,
    chances: {
      source: bySource[bestRow].reduce((sum, chance) => sum + chance, 0),
      target: chances.reduce((sum, row) => sum + sumAt(row, alikeTargets[bestColumn]), 0),
    },
  };
}
