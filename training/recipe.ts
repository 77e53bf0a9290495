import type { NetworkShape } from './network.ts';
import type { Schedule } from './fit.ts';

/** Sizes that are chosen; those that the treebank decides come on top. */
export type Sizes = Omit<NetworkShape, 'words' | 'shapes' | 'hints' | 'upos' | 'xpos' | 'deprels'>;

/** Everything that decides what `npm run train` makes. */
export interface Recipe {
  readonly treebanks: { readonly train: readonly string[]; readonly dev: readonly string[] };
  readonly teachers: { readonly seeds: readonly number[]; readonly sizes: Sizes; readonly schedule: Schedule };
  readonly student: { readonly seed: number; readonly sizes: Sizes; readonly schedule: Schedule };
  /** The teachers' weight against the treebank's trees, in the sentences of the treebank. */
  readonly trust: number;
  /** Variants of each sentence that the student learns from the teachers alone, and the share of words exchanged in them. */
  readonly variants: { readonly count: number; readonly exchanged: number; readonly typeset: number };
}

const sizes: Sizes = {
  wordWidth: 64,
  gramWidth: 64,
  shapeWidth: 16,
  hintWidth: 0,
  width: 64,
  layers: 3,
  tagLayers: 2,
  arcWidth: 96,
  labelWidth: 128,
};

export const RECIPE: Recipe = {
  treebanks: { train: ['ewt-train', 'gum-train'], dev: ['ewt-dev', 'gum-dev'] },
  teachers: {
    seeds: [1, 2, 3],
    sizes,
    schedule: {
      epochs: 24,
      batch: 300,
      rate: 0.003,
      averageOver: 1500,
      noise: { word: 0.1, grams: 0.05, hint: 0.1, input: 0.2, layer: 0.2, head: 0.25 },
    },
  },
  student: {
    seed: 11,
    sizes,
    schedule: {
      epochs: 40,
      batch: 300,
      rate: 0.003,
      averageOver: 1500,
      noise: { word: 0.05, grams: 0.02, hint: 0.05, input: 0.1, layer: 0.1, head: 0.1 },
    },
  },
  trust: 0.6,
  variants: { count: 4, exchanged: 0.3, typeset: 0.06 },
};
