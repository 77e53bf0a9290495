import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { createAugmenter } from './augment.ts';
import { distil } from './distil.ts';
import { fitNetwork } from './fit.ts';
import { loadTrainingSet } from './load.ts';
import { Network } from './network/network.ts';
import { createRandom } from './random.ts';
import { RECIPE } from './recipe.ts';
import { averagedWeights, meanWeights, readWeights } from './weights.ts';

/** A worker that trains one student, of the seed in `workerData`, and posts its averaged weights. */
const { seed } = workerData as { seed: number };
const { teachers, students } = RECIPE;
const round = students.rounds.findIndex(({ seeds }) => seeds.includes(seed));
const { sentences, maker, hints, shapeOf } = loadTrainingSet(RECIPE);
const council = teachers.seeds.map((teacher) => {
  const network = new Network(shapeOf(teachers.sizes), { training: false });
  network.parameters.start(readWeights('teacher', teacher));
  return network;
});

const random = createRandom(seed);
const augmenter = createAugmenter(sentences);
const taught = distil(
  council,
  sentences.map((sentence, i) => maker.gold(sentence, hints.sentences[i])),
  students.trust,
);
const variants = Array.from({ length: students.variants }, () => {
  const changed = sentences.map((sentence, i) =>
    maker.gold(augmenter.change(sentence, students.exchange, random), hints.sentences[i]),
  );
  return distil(council, changed, 1);
});

const network = new Network(shapeOf(teachers.sizes), { seed });
network.parameters.start(
  round === 0 ? readWeights('teacher', teachers.seeds[0]) : meanWeights(students.rounds[round - 1].seeds),
);
/** Epochs go by turns through the treebank and its variants. */
const lessons = (epoch: number) => (epoch % 2 === 0 ? taught : variants[(epoch >> 1) % variants.length]);
fitNetwork(network, lessons, { ...students.schedule, epochs: students.rounds[round].epochs }, seed, (epoch, loss) => {
  writeSync(1, `student ${seed}: epoch ${epoch}, loss ${loss.toFixed(4)}\n`);
});
parentPort?.postMessage(averagedWeights(network));
