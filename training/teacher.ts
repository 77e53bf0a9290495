import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { createAugmenter } from './augment.ts';
import { fitNetwork } from './fit.ts';
import { loadTrainingSet } from './load.ts';
import { Network } from './network/network.ts';
import { createRandom } from './random.ts';
import { RECIPE } from './recipe.ts';
import { averagedWeights } from './weights.ts';

/** A worker that trains one teacher, of the seed in `workerData`, and posts its averaged weights. */
const { seed } = workerData as { seed: number };
const { sentences, maker, hints, shapeOf } = loadTrainingSet(RECIPE);
const { sizes, schedule, exchange } = RECIPE.teachers;
const augmenter = createAugmenter(sentences);
const random = createRandom(seed);
const network = new Network(shapeOf(sizes), { seed });
const start = performance.now();
fitNetwork(
  network,
  () => sentences.map((sentence, i) => maker.gold(augmenter.change(sentence, exchange, random), hints.sentences[i])),
  schedule,
  seed,
  (epoch, loss) => {
    const minutes = ((performance.now() - start) / 60000).toFixed(1);
    writeSync(1, `teacher ${seed}: epoch ${epoch}, loss ${loss.toFixed(4)}, ${minutes} minutes\n`);
  },
);
parentPort?.postMessage(averagedWeights(network));
