import type { Side } from '../../reading.ts';
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

/** Nobody and the likeliest for a side, the likeliest first, with their scores. */
interface Ranked {
  readonly contenders: readonly Contender[];
  readonly scores: readonly number[];
}

function likeliest(scene: Scene, side: Side, score: Score): Ranked {
  const contenders: Contender[] = [];
  const scores: number[] = [];
  for (const contender of scene.contenders) {
    partFeatures(scene, side, contender, score);
    const own = score.take();
    if (contender.known !== null && own <= scores[0] - FAR_BEHIND) continue;
    let rank = scores.length;
    for (; rank > 0 && scores[rank - 1] < own; rank--) {
      scores[rank] = scores[rank - 1];
      contenders[rank] = contenders[rank - 1];
    }
    scores[rank] = own;
    contenders[rank] = contender;
  }
  const least = scores[0] - FAR_BEHIND;
  let kept = 0;
  for (let rank = 0; rank < scores.length; rank++) {
    if (contenders[rank].known !== null && (rank >= BEAM || scores[rank] <= least)) continue;
    contenders[kept] = contenders[rank];
    scores[kept++] = scores[rank];
  }
  contenders.length = kept;
  scores.length = kept;
  return { contenders, scores };
}

const includes = ({ members }: Party, { known }: Party): boolean => members.length > 1 && members.includes(known!);

/** Nobody acts on himself, nor a state on those who are called by its name, nor several on one of themselves. */
export const areApart = (source: Party, target: Party): boolean =>
  source.known === null ||
  target.known === null ||
  (source.known.namesake !== target.known.namesake && !includes(source, target) && !includes(target, source));

/** Whether two stand for one party of a dyad: the same, or both of one country. */
const areOne = (one: Known | null, other: Known | null): boolean =>
  one === null || other === null
    ? one === other
    : one.namesake === other.namesake || (one.compatriot >= 0 && one.compatriot === other.compatriot);

/** Each pair of the likeliest with its chance, `0` where one acts on himself: a row of targets for each source, one after the other. */
function chancesOf(scene: Scene, sources: Ranked, targets: Ranked, score: Score): Float64Array {
  const chances = new Float64Array(sources.scores.length * targets.scores.length);
  let highest = Number.NEGATIVE_INFINITY;
  let at = 0;
  for (let row = 0; row < sources.scores.length; row++) {
    const source = sources.contenders[row];
    for (let column = 0; column < targets.scores.length; column++) {
      const target = targets.contenders[column];
      let own = Number.NEGATIVE_INFINITY;
      if (areApart(source, target)) {
        pairFeatures(scene, source, target, score);
        own = sources.scores[row] + targets.scores[column] + score.take();
      }
      chances[at++] = own;
      if (own > highest) highest = own;
    }
  }
  let all = 0;
  for (at = 0; at < chances.length; at++) all += chances[at] = Math.exp(chances[at] - highest);
  for (at = 0; at < chances.length; at++) chances[at] /= all;
  return chances;
}

/** For each the positions of those that come to the same. */
function alikeAmong({ contenders }: Ranked): number[][] {
  const alike: number[][] = [];
  for (const { known } of contenders) {
    const positions: number[] = [];
    for (let other = 0; other < contenders.length; other++)
      if (areOne(known, contenders[other].known)) positions.push(other);
    alike.push(positions);
  }
  return alike;
}

/** The sum of the numbers of a row that begins at `start`. */
function sumAt(numbers: Float64Array, start: number, columns: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < columns.length; index++) sum += numbers[start + columns[index]];
  return sum;
}

/** Rows of `width` numbers, each summed with those that come to the same. */
function withAlike(chances: Float64Array, width: number, alike: readonly (readonly number[])[]): Float64Array {
  const sums = new Float64Array(chances.length);
  for (let row = 0; row < alike.length; row++)
    for (const other of alike[row])
      for (let column = 0; column < width; column++) sums[row * width + column] += chances[other * width + column];
  return sums;
}

/**
 * The pair that is likeliest right. A text names a party in many ways ("Ankara", "Turkish jets", "its army"), and each takes its
 * share of the chance: pairs that come to the same are counted together.
 */
export function bestCasting(scene: Scene, weights: Float64Array): Casting {
  const score = new Score(weights);
  const sources = likeliest(scene, 'source', score);
  const targets = likeliest(scene, 'target', score);
  const chances = chancesOf(scene, sources, targets, score);
  const width = targets.scores.length;
  const bySource = withAlike(chances, width, alikeAmong(sources));
  const alikeTargets = alikeAmong(targets);
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < chances.length; start += width)
    for (let column = 0; column < width; column++) {
      const own = chances[start + column];
      const likelihood =
        own === 0 ? Number.NEGATIVE_INFINITY : sumAt(bySource, start, alikeTargets[column]) + OWN * own;
      if (likelihood > highest) {
        best = start + column;
        highest = likelihood;
      }
    }
  const column = best % width;
  const start = best - column;
  let source = 0;
  for (let at = start; at < start + width; at++) source += bySource[at];
  let target = 0;
  for (let row = 0; row < chances.length; row += width) target += sumAt(chances, row, alikeTargets[column]);
  return {
    source: sources.contenders[start / width],
    target: targets.contenders[column],
    chances: { source, target },
  };
}
