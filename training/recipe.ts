import type { Exchange } from './augment.ts';
import type { Schedule } from './fit.ts';
import type { NetworkShape } from './network/shape.ts';

/** Sizes that are chosen; those that the treebank decides come on top. */
export type Sizes = Omit<NetworkShape, 'words' | 'shapes' | 'hints' | 'upos' | 'xpos' | 'deprels'>;

/** Everything that decides what `npm run train` makes. */
export interface Recipe {
  readonly treebanks: { readonly train: readonly string[]; readonly dev: readonly string[] };
  /** The tagger whose tags the parser is given: parts of the jackknife, rounds of learning. */
  readonly hints: { readonly folds: number; readonly epochs: number };
  readonly teachers: {
    readonly seeds: readonly number[];
    readonly sizes: Sizes;
    readonly schedule: Schedule;
    readonly exchange: Exchange;
  };
  readonly students: {
    /** The students of a round begin as the mean of those of the round before; the first as the first teacher. */
    readonly rounds: readonly { readonly seeds: readonly number[]; readonly epochs: number }[];
    readonly schedule: Omit<Schedule, 'epochs'>;
    /** The teachers' weight against the treebank's trees, in the sentences of the treebank. */
    readonly trust: number;
    /** Changed copies of the treebank that a student learns from the teachers alone. */
    readonly variants: number;
    readonly exchange: Exchange;
  };
}

const sizes: Sizes = {
  wordWidth: 64,
  gramWidth: 64,
  shapeWidth: 16,
  hintWidth: 16,
  width: 64,
  layers: 3,
  tagLayers: 2,
  arcWidth: 96,
  labelWidth: 128,
};

export const RECIPE: Recipe = {
  treebanks: { train: ['ewt-train', 'gum-train'], dev: ['ewt-dev', 'gum-dev'] },
  hints: { folds: 4, epochs: 4 },
  teachers: {
    seeds: [1, 2, 3, 4],
    sizes,
    schedule: {
      epochs: 20,
      batch: 400,
      rate: 0.003,
      averageOver: 1500,
      noise: { word: 0.1, grams: 0.05, hint: 0.1, input: 0.15, layer: 0.15, head: 0.2 },
    },
    exchange: { sentences: 0.5, words: 0.3, typeset: 0.05 },
  },
  students: {
    rounds: [
      { seeds: [11, 12, 13], epochs: 16 },
      { seeds: [21, 22, 23], epochs: 12 },
    ],
    schedule: {
      batch: 400,
      rate: 0.002,
      averageOver: 1500,
      noise: { word: 0.05, grams: 0.02, hint: 0.05, input: 0.05, layer: 0.05, head: 0.1 },
    },
    trust: 0.6,
    variants: 2,
    exchange: { sentences: 1, words: 0.3, typeset: 0.06 },
  },
};
