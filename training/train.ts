/** `npm run train`: makes src/language/model/english.parser from the treebanks, as the recipe says, in hours. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { writeModel } from '../src/language/parser/model.ts';
import { createTagger, decodeTagger } from '../src/language/tagger.ts';
import { createAugmenter } from './augment.ts';
import { distil } from './distil.ts';
import { parseExamples, score } from './evaluate.ts';
import { exportModel } from './export.ts';
import { fitNetwork } from './fit.ts';
import { loadTrainingSet, readNamedTreebank, TAGGER, WORK } from './load.ts';
import { Network } from './network.ts';
import { createRandom } from './random.ts';
import { RECIPE } from './recipe.ts';

const MODEL = 'src/language/model/english.parser';

/** Trains the teachers that are not there yet, a core each. */
async function trainTeachers(seeds: readonly number[]): Promise<void> {
  mkdirSync(WORK, { recursive: true });
  const missing = seeds.filter((seed) => !existsSync(weightsPath(seed)));
  const work = async (): Promise<void> => {
    for (let seed = missing.shift(); seed !== undefined; seed = missing.shift()) {
      const path = weightsPath(seed);
      await new Promise<void>((resolve, reject) => {
        new Worker(new URL('./teacher.ts', import.meta.url), { workerData: { seed } })
          .on('message', (weights: Float32Array) => writeFileSync(path, weights))
          .on('error', reject)
          .on('exit', () => resolve());
      });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

function weightsPath(seed: number): string {
  return `${WORK}/teacher-${seed}.weights`;
}

const { teachers, student } = RECIPE;
const { sentences, maker, hints, shapeOf } = loadTrainingSet(RECIPE);
await trainTeachers(teachers.seeds);

const council = teachers.seeds.map((seed) => {
  const network = new Network(shapeOf(teachers.sizes), seed, 1536, false);
  const bytes = readFileSync(weightsPath(seed));
  network.memory.at(network.weights, network.size).set(new Float32Array(bytes.buffer, bytes.byteOffset, network.size));
  return network;
});
console.log('the teachers read');
const taught = distil(
  council,
  sentences.map((sentence, i) => maker.gold(sentence, hints.sentences[i])),
  student.trust,
);
const random = createRandom(student.seed);
const augmenter = createAugmenter(sentences);
const variants = Array.from({ length: student.variants }, () => {
  const changed = sentences.map((sentence, i) =>
    maker.gold(augmenter.change(sentence, student.exchange, random), hints.sentences[i]),
  );
  return distil(council, changed, 1);
});

// The student begins as the first of the teachers and learns what all of them know.
const network = new Network(shapeOf(teachers.sizes), student.seed);
network.start(council[0]);
const tagger = createTagger(decodeTagger(readFileSync(TAGGER)));
const numbers = new Map(hints.tags.map((tag, i) => [tag, i]));
const dev = RECIPE.treebanks.dev.map((name) => {
  const gold = readNamedTreebank(name);
  const examples = gold.map((sentence) => {
    const { upos, xpos } = tagger.tag(sentence.forms);
    return maker.gold(
      sentence,
      upos.map((tag, i) => numbers.get(`${tag}|${xpos[i]}`) ?? 0),
    );
  });
  return { name, gold, examples };
});
/** Epochs go by turns through the treebank and its variants. */
const lessons = (epoch: number) => (epoch % 2 === 0 ? taught : variants[(epoch >> 1) % variants.length]);
fitNetwork(network, lessons, student.schedule, student.seed, (epoch, loss) => {
  const scores = dev.map(({ name, gold, examples }) => {
    const { upos, uas, las } = network.averaged(() => score(gold, parseExamples(network, examples), maker.inventory));
    return `${name} UPOS ${upos.toFixed(2)} UAS ${uas.toFixed(2)} LAS ${las.toFixed(2)}`;
  });
  console.log(`student: epoch ${epoch}, loss ${loss.toFixed(4)}, ${scores.join(', ')}`);
});
writeFileSync(MODEL, writeModel(network.averaged(() => exportModel(network, maker.inventory))));
