import type { Example } from '../examples.ts';

/** Sparse target distributions of the words of a sentence: entries `starts[i]`..`starts[i + 1]` are of word i. */
export interface Targets {
  readonly starts: ArrayLike<number>;
  readonly classes: ArrayLike<number>;
  readonly shares: ArrayLike<number>;
}

/** Cross-entropy of a softmax against a sparse target; writes the gradient, which may take the place of the scores. */
export function softmaxLoss(
  scores: Float32Array,
  gradient: Float32Array,
  targets: Targets,
  word: number,
  classes = scores.length,
): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < classes; k++) if (scores[k] > highest) highest = scores[k];
  let mass = 0;
  let loss = 0;
  for (let t = targets.starts[word]; t < targets.starts[word + 1]; t++) {
    mass += targets.shares[t];
    loss += targets.shares[t] * (highest - scores[targets.classes[t]]);
  }
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const share = Math.exp(scores[k] - highest);
    gradient[k] = share;
    sum += share;
  }
  loss += mass * Math.log(sum);
  const scale = mass / sum;
  for (let k = 0; k < classes; k++) gradient[k] *= scale;
  for (let t = targets.starts[word]; t < targets.starts[word + 1]; t++)
    gradient[targets.classes[t]] -= targets.shares[t];
  return loss;
}

/** Loss of the heads of a sentence; the scores are overwritten with their gradient. */
export function arcLoss({ size: n, targets }: Example, scores: Float32Array, columns: number): number {
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const row = scores.subarray(i * columns, (i + 1) * columns);
    row[i + 1] = -1e9;
    loss += softmaxLoss(row, row, targets.arcs, i, n + 1);
    for (let k = n + 1; k < columns; k++) row[k] = 0;
  }
  return loss;
}
