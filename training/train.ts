/**
 * `npm run train`: makes src/language/model/english.parser and english.tagger from the treebanks, as the recipe says.
 * Takes hours; what is done is kept in scratch/training, so that it can be stopped and started again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { writeModel } from '../src/language/parser/model.ts';
import { createTagger, decodeTagger } from '../src/language/tagger.ts';
import { parseExamples, score } from './evaluate.ts';
import { exportModel, importModel } from './export.ts';
import { loadTrainingSet, readNamedTreebank, TAGGER } from './load.ts';
import { Network } from './network/network.ts';
import { MODEL, readPredecessor } from './predecessor.ts';
import { RECIPE } from './recipe.ts';
import { trainRound } from './weights.ts';

const { rounds, sizes, treebanks, predecessor } = RECIPE;
const { maker, hints, shapeOf } = loadTrainingSet(RECIPE);
const network = new Network(shapeOf(sizes), { training: false });
let weights = importModel(readPredecessor(predecessor), network);
for (const [number, round] of rounds.entries()) weights = await trainRound(number, round, weights);
network.parameters.start(weights);
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
