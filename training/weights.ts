import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { WORK } from './load.ts';
import type { Network } from './network/network.ts';

/** The two kinds of networks that are trained: `teacher.ts` and `student.ts`. */
export type Kind = 'teacher' | 'student';

function pathOf(kind: Kind, seed: number): string {
  return `${WORK}/${kind}-${seed}.weights`;
}

/** Where the parser of a round is kept. */
export function parserOf(round: number): string {
  return `${WORK}/round-${round + 1}.parser`;
}

/** The weights of a trained network. Throws if it has not been trained. */
export function readWeights(kind: Kind, seed: number): Float32Array {
  const bytes = readFileSync(pathOf(kind, seed));
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

/** The mean of the weights of students. As they began alike, it is a network too, and a better one than each of them. */
export function meanWeights(seeds: readonly number[]): Float32Array {
  const learned = seeds.map((seed) => readWeights('student', seed));
  return learned[0].map((_, i) => learned.reduce((sum, weights) => sum + weights[i], 0) / learned.length);
}

/** A copy of the moving average of a network's weights. */
export function averagedWeights({ parameters }: Network): Float32Array {
  return parameters.memory.at(parameters.average, parameters.size).slice();
}

/** Trains one network in a thread of its own and keeps its weights. */
export async function trainOne(kind: Kind, seed: number): Promise<void> {
  mkdirSync(WORK, { recursive: true });
  await new Promise<void>((resolve, reject) => {
    new Worker(new URL(`./${kind}.ts`, import.meta.url), { workerData: { seed } })
      .on('message', (weights: Float32Array) => writeFileSync(pathOf(kind, seed), weights))
      .on('error', reject)
      .on('exit', () => resolve());
  });
}

/** Trains the networks of these seeds that have not been trained yet, as many at a time as there are cores. */
export async function trainMissing(kind: Kind, seeds: readonly number[]): Promise<void> {
  const missing = seeds.filter((seed) => !existsSync(pathOf(kind, seed)));
  const work = async (): Promise<void> => {
    for (let seed = missing.shift(); seed !== undefined; seed = missing.shift()) await trainOne(kind, seed);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}
