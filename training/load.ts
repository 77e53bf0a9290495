import { collectInventory, ExampleMaker } from './examples.ts';
import type { GuessedSentence } from './graft.ts';
import { type Hints, makeHints } from './hints.ts';
import type { NetworkShape } from './network/shape.ts';
import type { Recipe, Sizes } from './recipe.ts';
import { readTreebank, type TreebankSentence } from './treebank.ts';

/** Where the treebanks lie, beside the repository. */
const TREEBANKS = '../shared/data/treebanks';

/** What training has made on its way; an interrupted training goes on from it. */
export const WORK = 'scratch/training';

/** The tagger that goes with the parser. */
export const TAGGER = 'src/language/model/english.tagger';

export interface TrainingSet {
  readonly guessed: readonly GuessedSentence[];
  readonly maker: ExampleMaker;
  readonly hints: Hints;
  /** The shape of a network of given sizes for this treebank. */
  shapeOf(sizes: Sizes): NetworkShape;
}

/** Reads the recipe's training treebanks, with the tagger's hints. */
export function loadTrainingSet({ treebanks, hints: settings }: Recipe): TrainingSet {
  const sentences = treebanks.train.flatMap(readNamedTreebank);
  return trainingSetOf(sentences, makeHints(sentences, settings, `${WORK}/hints.json`, TAGGER));
}

/** Sentences to train on, with the inventory that they make. */
export function trainingSetOf(sentences: readonly TreebankSentence[], hints: Hints): TrainingSet {
  const inventory = collectInventory(sentences, hints.tags);
  return {
    guessed: sentences.map((sentence, i) => ({ sentence, hints: hints.sentences[i] })),
    maker: new ExampleMaker(inventory, sentences),
    hints,
    shapeOf: (sizes) => ({
      ...sizes,
      words: inventory.words.length,
      shapes: inventory.shapes.length,
      hints: inventory.hints.length,
      upos: inventory.upos.length,
      xpos: inventory.xpos.length,
      deprels: inventory.deprels.length,
    }),
  };
}

/** Reads a treebank of ../shared by its name (`ewt-dev`). */
export function readNamedTreebank(name: string): TreebankSentence[] {
  return readTreebank(`${TREEBANKS}/${name}.conllu`);
}
