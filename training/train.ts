/**
 * `npm run train`: makes src/language/model/english.parser and english.tagger from the treebanks, as the recipe says.
 * Takes hours; what is done is kept in scratch/training, so that it can be stopped and started again.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { writeModel } from '../src/language/parser/model.ts';
import { createTagger, decodeTagger } from '../src/language/tagger.ts';
import { parseExamples, score } from './evaluate.ts';
import { exportModel } from './export.ts';
import { loadTrainingSet, readNamedTreebank, TAGGER } from './load.ts';
import { Network } from './network/network.ts';
import { RECIPE } from './recipe.ts';
import { meanWeights, parserOf, trainMissing } from './weights.ts';

const MODEL = 'src/language/model/english.parser';

const { teachers, rounds, sizes, treebanks } = RECIPE;
const { maker, hints, shapeOf } = loadTrainingSet(RECIPE);
await trainMissing(
  'teacher',
  teachers.flatMap(({ seeds }) => seeds),
);
const network = new Network(shapeOf(sizes), { training: false });
for (const [round, { seeds }] of rounds.entries()) {
  await trainMissing('student', seeds);
  network.parameters.start(meanWeights(seeds));
  writeFileSync(parserOf(round), writeModel(exportModel(network, maker.inventory)));
}
copyFileSync(parserOf(rounds.length - 1), MODEL);

const tagger = createTagger(decodeTagger(readFileSync(TAGGER)));
const numbers = new Map(hints.tags.map((tag, i) => [tag, i]));
for (const name of treebanks.dev) {
  const gold = readNamedTreebank(name);
  const examples = gold.map((sentence) => {
    const { upos, xpos } = tagger.tag(sentence.forms);
    return maker.gold({ sentence, hints: upos.map((tag, i) => numbers.get(`${tag}|${xpos[i]}`) ?? 0) });
  });
  const { upos, xpos, uas, las } = score(gold, parseExamples(network, examples), maker.inventory);
  console.log(`${name}: UPOS ${upos.toFixed(2)} XPOS ${xpos.toFixed(2)} UAS ${uas.toFixed(2)} LAS ${las.toFixed(2)}`);
}
