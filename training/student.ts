import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { distil } from './distil.ts';
import type { Example } from './examples.ts';
import { fitNetwork } from './fit.ts';
import { createLessons } from './lessons.ts';
import { loadTrainingSet } from './load.ts';
import { Network } from './network/network.ts';
import { createRandom } from './random.ts';
import { RECIPE } from './recipe.ts';
import { averagedWeights } from './weights.ts';

/** A worker that trains one student, of the round and seed in `workerData`, and posts its averaged weights. */
const { round, seed, start } = workerData as { round: number; seed: number; start: Float32Array };
const { schedule, trust, trustInReordered, variants, exchange } = RECIPE.rounds[round];
const set = loadTrainingSet(RECIPE);
const shape = set.shapeOf(RECIPE.sizes);
const lessons = createLessons(set);

const teacher = new Network(shape, { training: false });
teacher.parameters.start(start);
const taught = (examples: readonly Example[]): Example[] =>
  distil([teacher], examples, ({ reordered }) => (reordered ? trustInReordered : trust));
const plain = taught(lessons.plain);
const random = createRandom(seed);
const changed = Array.from({ length: variants }, () => taught(lessons.changed(exchange, random)));

const network = new Network(shape, { seed });
network.parameters.start(start);
/** Epochs go by turns through the treebank and its changed copies. */
const lessonOf = (epoch: number) => (epoch % 2 === 0 ? plain : changed[(epoch >> 1) % variants]);
fitNetwork(network, lessonOf, schedule, seed, (epoch, loss) => {
  writeSync(1, `student ${seed}: epoch ${epoch}, loss ${loss.toFixed(4)}\n`);
});
parentPort?.postMessage(averagedWeights(network));
