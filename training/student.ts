import { readFileSync, writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { readModel } from '../src/language/parser/model.ts';
import { createAugmenter } from './augment.ts';
import { distil } from './distil.ts';
import { importWeights } from './export.ts';
import { fitNetwork } from './fit.ts';
import { loadTrainingSet } from './load.ts';
import { Network } from './network/network.ts';
import { createOffices } from './offices.ts';
import { createRandom } from './random.ts';
import { RECIPE, teachersOf } from './recipe.ts';
import { averagedWeights, meanWeights, parserOf, readWeights } from './weights.ts';

/** A worker that trains one student, of the seed in `workerData`, and posts its averaged weights. */
const { seed } = workerData as { seed: number };
const { rounds, sizes } = RECIPE;
const round = rounds.findIndex(({ seeds }) => seeds.includes(seed));
const { begin, teachers, schedule, trust, trustInCopies, copies, offices, exchange } = rounds[round];
const { guessed, maker, shapeOf } = loadTrainingSet(RECIPE);
const council = teachers.map((teacher) => {
  const network = new Network(shapeOf(teachersOf(teacher).sizes), { training: false });
  network.parameters.start(readWeights('teacher', teacher));
  return network;
});
const network = new Network(shapeOf(sizes), { seed });
if (begin === 'teacher') network.parameters.start(readWeights('teacher', teachers[0]));
if (begin === 'mean') network.parameters.start(meanWeights(rounds[round - 1].seeds));
if (begin === 'parser') {
  const parser = new Network(shapeOf(sizes), { training: false });
  importWeights(parser, readModel(readFileSync(parserOf(round - 1))));
  network.parameters.start(parser.parameters.present());
  council.push(parser);
}

const random = createRandom(seed);
const augmenter = createAugmenter(guessed);
const taught = distil(
  council,
  guessed.map((given) => maker.gold(given)),
  trust,
);
const changed = Array.from({ length: copies }, () =>
  distil(
    council,
    guessed.map((given) => maker.gold(augmenter.change(given, exchange, random))),
    trustInCopies,
  ),
);
const officesOf = createOffices(guessed);
const withFields = Array.from({ length: offices }, () => officesOf(random)).flat();
const taughtOffices = withFields.map((given) =>
  maker.gold(augmenter.change(given, { ...exchange, branches: 0 }, random)),
);

/** Epochs go by turns through the treebank and its copies. */
const lessons = (epoch: number) => [...(epoch % 2 === 0 ? taught : changed[(epoch >> 1) % copies]), ...taughtOffices];
fitNetwork(network, lessons, schedule, seed, (epoch, loss) => {
  writeSync(1, `student ${seed}: epoch ${epoch}, loss ${loss.toFixed(4)}\n`);
});
parentPort?.postMessage(averagedWeights(network));
