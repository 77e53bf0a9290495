import { batches, type Example } from './examples.ts';
import type { Targets } from './network/loss.ts';
import type { Network } from './network/network.ts';

/** Shares below this are left out of a target. */
const LEAST_SHARE = 0.004;

/**
 * Examples whose targets are what several teachers hold together (the mean of their distributions) mixed with the
 * targets that the examples have: `trust` is the teachers' weight. Labels are asked under the examples' own heads.
 */
export function distil(teachers: readonly Network[], examples: readonly Example[], trust: number): Example[] {
  const { upos, xpos, deprels } = teachers[0].shape;
  return batches(examples, 1024).flatMap((batch) => {
    const beliefs = batch.map(({ size }) => ({
      upos: new Float64Array(size * upos),
      xpos: new Float64Array(size * xpos),
      arcs: new Float64Array(size * (size + 1)),
      labels: new Float64Array(size * deprels),
    }));
    for (const teacher of teachers) {
      const opinions = teacher.ask(batch);
      const labels = teacher.askLabels(
        batch,
        batch.map(({ heads }) => heads),
      );
      beliefs.forEach((belief, s) => {
        addShares(belief.upos, opinions[s].upos, upos, teachers.length);
        addShares(belief.xpos, opinions[s].xpos, xpos, teachers.length);
        addShares(belief.arcs, opinions[s].arcs, batch[s].size + 1, teachers.length);
        addShares(belief.labels, labels[s], deprels, teachers.length);
      });
    }
    return batch.map((example, s) => ({
      ...example,
      targets: {
        upos: mix(example.targets.upos, beliefs[s].upos, upos, trust),
        xpos: mix(example.targets.xpos, beliefs[s].xpos, xpos, trust),
        arcs: mix(example.targets.arcs, beliefs[s].arcs, example.size + 1, trust),
        labels: mix(example.targets.labels, beliefs[s].labels, deprels, trust),
      },
    }));
  });
}

/** Adds the softmax of each row of scores, divided by the number of teachers; the scores are used up. */
function addShares(sums: Float64Array, scores: Float32Array, columns: number, teachers: number): void {
  for (let start = 0; start < scores.length; start += columns) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let i = start; i < start + columns; i++) highest = Math.max(highest, scores[i]);
    let total = 0;
    for (let i = start; i < start + columns; i++) {
      scores[i] = Math.exp(scores[i] - highest);
      total += scores[i];
    }
    for (let i = start; i < start + columns; i++) sums[i] += scores[i] / total / teachers;
  }
}

function mix(own: Targets, beliefs: Float64Array, columns: number, trust: number): Targets {
  const starts = [0];
  const classes: number[] = [];
  const shares: number[] = [];
  for (let word = 0; word * columns < beliefs.length; word++) {
    const row = beliefs.subarray(word * columns, (word + 1) * columns).map((share) => share * trust);
    for (let t = own.starts[word]; t < own.starts[word + 1]; t++) row[own.classes[t]] += (1 - trust) * own.shares[t];
    const kept = row.reduce((sum, share) => (share >= LEAST_SHARE ? sum + share : sum), 0);
    row.forEach((share, i) => {
      if (share < LEAST_SHARE) return;
      classes.push(i);
      shares.push(share / kept);
    });
    starts.push(classes.length);
  }
  return { starts: Uint32Array.from(starts), classes: Uint16Array.from(classes), shares: Float32Array.from(shares) };
}
