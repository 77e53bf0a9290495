import type { Exchange } from './augment.ts';
import type { Schedule } from './fit.ts';
import type { NetworkShape } from './network/shape.ts';

/** Sizes that are chosen; those that the treebank decides come on top. */
export type Sizes = Omit<NetworkShape, 'words' | 'shapes' | 'hints' | 'upos' | 'xpos' | 'deprels'>;

/**
 * A round of students, who all begin as what the round before came to (the first as the predecessor) and learn from the
 * treebank and from what they began as. What the round comes to is the mean of them and of what they began as.
 */
export interface Round {
  readonly seeds: readonly number[];
  readonly schedule: Schedule;
  /** The weight of what the students began as against the treebank's trees, in its sentences and those near to them. */
  readonly trust: number;
  /** The same in sentences whose order or letters have been changed, of which a parser may know little. */
  readonly trustInReordered: number;
  /** Changed copies of the treebank, of which every second epoch takes one. */
  readonly variants: number;
  readonly exchange: Exchange;
}

/** Everything that decides what `npm run train` makes. */
export interface Recipe {
  readonly treebanks: { readonly train: readonly string[]; readonly dev: readonly string[] };
  /** The tagger whose tags the parser is given: parts of the jackknife, rounds of learning. */
  readonly hints: { readonly folds: number; readonly epochs: number };
  /**
   * The commit whose parser the first students begin as. The recipe there begins from nothing: whoever wants to repeat
   * all of it runs `npm run train` there first.
   */
  readonly predecessor: string;
  readonly sizes: Sizes;
  readonly rounds: readonly Round[];
}

export const RECIPE: Recipe = {
  treebanks: { train: ['ewt-train', 'gum-train'], dev: ['ewt-dev', 'gum-dev'] },
  hints: { folds: 4, epochs: 4 },
  predecessor: '3ed9b43',
  sizes: {
    wordWidth: 64,
    gramWidth: 64,
    shapeWidth: 16,
    hintWidth: 16,
    width: 64,
    layers: 3,
    tagLayers: 2,
    arcWidth: 96,
    labelWidth: 128,
  },
  rounds: [
    {
      seeds: [31, 32],
      schedule: {
        epochs: 8,
        batch: 400,
        rate: 0.0015,
        averageOver: 1500,
        noise: { word: 0.07, grams: 0.03, hint: 0.07, input: 0.08, layer: 0.08, head: 0.12 },
      },
      trust: 0.5,
      trustInReordered: 0.5,
      variants: 2,
      exchange: { sentences: 0.7, words: 0.3, style: 0.5, headlines: 0.1 },
    },
    {
      seeds: [41, 42],
      schedule: {
        epochs: 12,
        batch: 400,
        rate: 0.002,
        averageOver: 1500,
        noise: { word: 0.08, grams: 0.04, hint: 0.07, input: 0.1, layer: 0.1, head: 0.15 },
      },
      trust: 0.5,
      trustInReordered: 0,
      variants: 3,
      exchange: { sentences: 0.6, words: 0.3, style: 0.8, headlines: 0.03 },
    },
  ],
};
