import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { WORK } from './load.ts';
import type { Network } from './network/network.ts';
import type { Round } from './recipe.ts';

function pathOf(seed: number): string {
  return `${WORK}/student-${seed}.weights`;
}

function readWeights(seed: number): Float32Array {
  const bytes = readFileSync(pathOf(seed));
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

/** The mean of weights. Of networks that began alike it is a network too, and a better one than each of them. */
function meanOf(all: readonly Float32Array[]): Float32Array {
  return all[0].map((_, i) => all.reduce((sum, weights) => sum + weights[i], 0) / all.length);
}

/** A copy of the moving average of a network's weights. */
export function averagedWeights({ parameters }: Network): Float32Array {
  return parameters.memory.at(parameters.average, parameters.size).slice();
}

/** Trains one student in a thread of its own and keeps its weights. */
async function trainStudent(round: number, seed: number, start: Float32Array): Promise<void> {
  mkdirSync(WORK, { recursive: true });
  await new Promise<void>((resolve, reject) => {
    new Worker(new URL('./student.ts', import.meta.url), { workerData: { round, seed, start } })
      .on('message', (weights: Float32Array) => writeFileSync(pathOf(seed), weights))
      .on('error', reject)
      .on('exit', () => resolve());
  });
}

/**
 * Trains the students of a round that have not been trained yet, as many at a time as there are cores; gives what the
 * round comes to.
 */
export async function trainRound(round: number, { seeds }: Round, start: Float32Array): Promise<Float32Array> {
  const missing = seeds.filter((seed) => !existsSync(pathOf(seed)));
  const work = async (): Promise<void> => {
    for (let seed = missing.shift(); seed !== undefined; seed = missing.shift()) await trainStudent(round, seed, start);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return meanOf([start, ...seeds.map(readWeights)]);
}
