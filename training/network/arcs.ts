import { DISTANCE_BUCKETS, distanceBucket } from '../../src/language/parser/features.ts';
import type { Batch } from './batch.ts';
import { arcLoss } from './loss.ts';
import type { Parameters } from './parameters.ts';
import { four, type NetworkShape, type RoleLayout, roleLayout } from './shape.ts';

/** Words of the longest sentence whose arcs can be scored. */
const LONGEST = 512;

/** Scores of heads: a biaffine product of the words' roles (Dozat and Manning 2017) and terms for their distance. */
export class ArcScorer {
  readonly #parameters: Parameters;
  readonly #layout: RoleLayout;

  constructor(parameters: Parameters, shape: NetworkShape) {
    this.#parameters = parameters;
    this.#layout = roleLayout(shape);
  }

  get #dependents(): number {
    return this.#parameters.space('dependents', this.#layout.arcWidth);
  }

  get #scores(): number {
    return this.#parameters.buffer('scores', LONGEST * (LONGEST + 4));
  }

  /** Prepares the words of a batch as dependents. */
  forward(batch: Batch, roles: number): void {
    this.#parameters.linear('arcs', roles, this.#layout.width * 4, this.#dependents, batch.words);
  }

  /** Scores of a sentence, good until the next: a row for each word of `four(n + 1)`, the root first, then the words. */
  score({ examples, starts }: Batch, s: number, roles: number): Float32Array {
    const { memory } = this.#parameters;
    const { kernels, floats } = memory;
    const { arcWidth: a, arcHead, distances, width } = this.#layout;
    const n = examples[s].size;
    const columns = four(n + 1);
    const row = width * 4;
    const own = roles + starts[s] * row;
    const heads = this.#parameters.buffer('heads', a * (LONGEST + 4));
    kernels.transpose(this.#parameters.weight('rootArc'), a * 4, heads, columns * 4, 1, a);
    kernels.transpose(own + arcHead * 4, row, heads + 4, columns * 4, n, a);
    const dependents = this.#dependents + starts[s] * a * 4;
    kernels.gemm(dependents, a * 4, 4, heads, columns * 4, this.#scores, columns * 4, n, columns, a, 0);
    const scores = memory.at(this.#scores, n * columns);
    const base = (own >> 2) + distances;
    for (let i = 0; i < n; i++) {
      const word = base + i * width;
      scores[i * columns] += floats[word];
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        const bucket = distanceBucket(j - i);
        scores[i * columns + j + 1] += floats[word + bucket] + floats[base + j * width + DISTANCE_BUCKETS + bucket];
      }
    }
    return scores;
  }

  /** Loss of the sentence that was scored last; adds the gradients of its roles but for those through `backward`. */
  learn({ examples, starts }: Batch, s: number, scores: Float32Array, roles: number, dRoles: number): number {
    const { kernels, floats } = this.#parameters.memory;
    const { arcWidth: a, arcHead, distances, width } = this.#layout;
    const n = examples[s].size;
    const columns = four(n + 1);
    const loss = arcLoss(examples[s], scores, columns);
    const base = (dRoles >> 2) + starts[s] * width + distances;
    for (let i = 0; i < n; i++) {
      const word = base + i * width;
      floats[word] += scores[i * columns];
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        const bucket = distanceBucket(j - i);
        const gradient = scores[i * columns + j + 1];
        floats[word + bucket] += gradient;
        floats[base + j * width + DISTANCE_BUCKETS + bucket] += gradient;
      }
    }
    const row = width * 4;
    const at = this.#scores;
    const turn = columns * 4;
    const dependents = this.#dependents + starts[s] * a * 4;
    const dDependents = this.#parameters.space('dDependents', a) + starts[s] * a * 4;
    const heads = roles + starts[s] * row + arcHead * 4;
    const dHeads = dRoles + starts[s] * row + arcHead * 4;
    kernels.gemm(at + 4, turn, 4, heads, row, dDependents, a * 4, n, a, n, 0);
    kernels.gemm(at, turn, 4, this.#parameters.weight('rootArc'), a * 4, dDependents, a * 4, n, a, 1, 1);
    kernels.gemm(at + 4, 4, turn, dependents, a * 4, dHeads, row, n, a, n, 0);
    kernels.gemm(at, 4, turn, dependents, a * 4, this.#parameters.gradient('rootArc'), a * 4, 1, a, n, 1);
    return loss;
  }

  /** Takes the gradients of the dependents, of all sentences of the batch, to their roles. */
  backward(batch: Batch, roles: number, dRoles: number): void {
    const row = this.#layout.width * 4;
    const dDependents = this.#parameters.space('dDependents', this.#layout.arcWidth);
    this.#parameters.linearBack('arcs', roles, row, dDependents, dRoles, row, batch.words, false);
  }
}
