import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { createAugmenter } from './augment.ts';
import { fitNetwork } from './fit.ts';
import { loadTrainingSet } from './load.ts';
import { Network } from './network/network.ts';
import { createRandom } from './random.ts';
import { RECIPE, teachersOf } from './recipe.ts';
import { averagedWeights } from './weights.ts';

/** A worker that trains one teacher, of the seed in `workerData`, and posts its averaged weights. */
const { seed } = workerData as { seed: number };
const { guessed, maker, shapeOf } = loadTrainingSet(RECIPE);
const { sizes, schedule, exchange } = teachersOf(seed);
const augmenter = createAugmenter(guessed);
const random = createRandom(seed);
const network = new Network(shapeOf(sizes), { seed });
const start = performance.now();
fitNetwork(
  network,
  () => guessed.map((given) => maker.gold(augmenter.change(given, exchange, random))),
  schedule,
  seed,
  (epoch, loss) => {
    const minutes = ((performance.now() - start) / 60000).toFixed(1);
    writeSync(1, `teacher ${seed}: epoch ${epoch}, loss ${loss.toFixed(4)}, ${minutes} minutes\n`);
  },
);
parentPort?.postMessage(averagedWeights(network));
