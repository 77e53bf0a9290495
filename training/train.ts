/**
 * `npm run train`: makes src/language/model/english.parser and english.tagger from the treebanks, as the recipe says.
 * Takes hours; what is done is kept in scratch/training, so that it can be stopped and started again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { writeModel } from '../src/language/parser/model.ts';
import { createTagger, decodeTagger } from '../src/language/tagger.ts';
import { parseExamples, score } from './evaluate.ts';
import { exportModel } from './export.ts';
import { loadTrainingSet, readNamedTreebank, TAGGER } from './load.ts';
import { Network } from './network/network.ts';
import { RECIPE } from './recipe.ts';
import { meanWeights, trainMissing } from './weights.ts';

const MODEL = 'src/language/model/english.parser';

const { teachers, students, treebanks } = RECIPE;
const { maker, hints, shapeOf } = loadTrainingSet(RECIPE);
await trainMissing('teacher', teachers.seeds);
for (const { seeds } of students.rounds) await trainMissing('student', seeds);

const network = new Network(shapeOf(teachers.sizes), { training: false });
network.parameters.start(meanWeights(students.rounds.at(-1)!.seeds));
writeFileSync(MODEL, writeModel(exportModel(network, maker.inventory)));

const tagger = createTagger(decodeTagger(readFileSync(TAGGER)));
const numbers = new Map(hints.tags.map((tag, i) => [tag, i]));
for (const name of treebanks.dev) {
  const gold = readNamedTreebank(name);
  const examples = gold.map((sentence) => {
    const { upos, xpos } = tagger.tag(sentence.forms);
    return maker.gold(
      sentence,
      upos.map((tag, i) => numbers.get(`${tag}|${xpos[i]}`) ?? 0),
    );
  });
  const { upos, xpos, uas, las } = score(gold, parseExamples(network, examples), maker.inventory);
  console.log(`${name}: UPOS ${upos.toFixed(2)} XPOS ${xpos.toFixed(2)} UAS ${uas.toFixed(2)} LAS ${las.toFixed(2)}`);
}
