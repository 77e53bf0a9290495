import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeModel } from '../src/language/parser/model.ts';
import { createAugmenter, type Exchange } from './augment.ts';
import { distil } from './distil.ts';
import { exportModel } from './export.ts';
import { fitNetwork, type Schedule } from './fit.ts';
import { makeHints } from './hints.ts';
import { trainingSetOf } from './load.ts';
import { Network } from './network/network.ts';
import { createRandom } from './random.ts';
import type { TreebankSentence } from './treebank.ts';
import { averagedWeights } from './weights.ts';

const SUBJECTS = ['Rebels', 'Ministers', 'Soldiers', 'Doctors', 'Judges', 'Farmers'];
const OBJECTS = ['villages', 'letters', 'roads', 'schools'];

/** "Rebels left the villages .", and so on: every word often enough to be learned. */
const sentences: TreebankSentence[] = SUBJECTS.flatMap((subject) =>
  OBJECTS.map((object) => ({
    forms: [subject, 'left', 'the', object, '.'],
    upos: ['NOUN', 'VERB', 'DET', 'NOUN', 'PUNCT'],
    xpos: ['NNS', 'VBD', 'DT', 'NNS', '.'],
    heads: [2, 0, 4, 2, 2],
    deprels: ['nsubj', 'root', 'det', 'obj', 'punct'],
  })),
);

const sizes = {
  wordWidth: 8,
  gramWidth: 8,
  shapeWidth: 8,
  hintWidth: 8,
  width: 8,
  layers: 2,
  tagLayers: 1,
  arcWidth: 8,
  labelWidth: 8,
};
const exchange: Exchange = { branches: 0.5, sentences: 0.5, words: 0.5, typeset: 0.3, settings: ['small', 'plain'] };
const schedule: Schedule = {
  epochs: 2,
  batch: 40,
  rate: 0.01,
  averageOver: 10,
  noise: { word: 0.1, grams: 0.1, hint: 0.1, input: 0.1, layer: 0.1, head: 0.1 },
};

/** The whole way of the recipe on a small scale: tagger, teacher, student, files. */
function trainAll(): { tagger: Buffer; parser: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-training-'));
  try {
    const path = join(folder, 'tagger');
    const hints = makeHints(sentences, { folds: 2, epochs: 2 }, join(folder, 'hints.json'), path);
    const { guessed, maker, shapeOf } = trainingSetOf(sentences, hints);
    const augmenter = createAugmenter(guessed);
    const random = createRandom(1);
    const teacher = new Network(shapeOf(sizes), { seed: 1, maxWords: 1024 });
    const changed = () => guessed.map((given) => maker.gold(augmenter.change(given, exchange, random)));
    fitNetwork(teacher, changed, schedule, 1, () => {});
    const asked = new Network(shapeOf(sizes), { training: false });
    asked.parameters.start(averagedWeights(teacher));
    const plain = guessed.map((given) => maker.gold(given));
    const taught = distil([asked], plain, 0.5);
    const student = new Network(shapeOf(sizes), { seed: 2, maxWords: 1024 });
    fitNetwork(
      student,
      () => taught,
      schedule,
      2,
      () => {},
    );
    asked.parameters.start(averagedWeights(student));
    return {
      tagger: readFileSync(path),
      parser: Buffer.from(writeModel(exportModel(asked, maker.inventory))),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('gives the same files twice', () => {
  const first = trainAll();
  const second = trainAll();
  expect(second.tagger.equals(first.tagger)).toBe(true);
  expect(second.parser.equals(first.parser)).toBe(true);
});
