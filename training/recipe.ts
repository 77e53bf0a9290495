import type { Exchange } from './augment.ts';
import type { Schedule } from './fit.ts';
import type { NetworkShape } from './network/shape.ts';

/** Sizes that are chosen; those that the treebank decides come on top. */
export type Sizes = Omit<NetworkShape, 'words' | 'shapes' | 'hints' | 'upos' | 'xpos' | 'deprels'>;

/** Teachers that differ only in their seeds. */
export interface Teachers {
  readonly seeds: readonly number[];
  readonly sizes: Sizes;
  readonly schedule: Schedule;
  readonly exchange: Exchange;
}

/** Students that learn what teachers hold together. */
export interface Round {
  readonly seeds: readonly number[];
  /**
   * What the students begin as: the first teacher, the mean of the round before, or the parser of the round before,
   * whose weights are rounded, and which then is one more teacher.
   */
  readonly begin: 'teacher' | 'mean' | 'parser';
  /** Seeds of the teachers. */
  readonly teachers: readonly number[];
  readonly schedule: Schedule;
  /** The teachers' weight against the treebank's trees, in the sentences of the treebank and in changed copies of them. */
  readonly trust: number;
  readonly trustInCopies: number;
  /** Changed copies of the treebank. */
  readonly copies: number;
  /** In each epoch this many times the offices whose field stands before the name, learnt without teachers. */
  readonly offices: number;
  readonly exchange: Exchange;
}

/** Everything that decides what `npm run train` makes. */
export interface Recipe {
  readonly treebanks: { readonly train: readonly string[]; readonly dev: readonly string[] };
  /** The tagger whose tags the parser is given: parts of the jackknife, rounds of learning. */
  readonly hints: { readonly folds: number; readonly epochs: number };
  readonly teachers: readonly Teachers[];
  /** The sizes of the parser that is shipped, and of the teacher that the first students begin as. */
  readonly sizes: Sizes;
  /** The mean of the students of a round is its parser; that of the last round is shipped. */
  readonly rounds: readonly Round[];
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

const wideTeachers: Omit<Teachers, 'seeds'> = {
  sizes: { ...sizes, width: 112, arcWidth: 128 },
  schedule: {
    epochs: 20,
    batch: 400,
    rate: 0.003,
    averageOver: 1500,
    noise: { word: 0.1, grams: 0.05, hint: 0.1, input: 0.2, layer: 0.2, head: 0.25 },
  },
  exchange: { branches: 0, sentences: 0.5, words: 0.3, typeset: 0.05, settings: ['capitals', 'small', 'plain'] },
};

const firstStudents: Omit<Round, 'seeds' | 'begin'> = {
  teachers: [1, 2, 3, 4],
  schedule: {
    epochs: 16,
    batch: 400,
    rate: 0.002,
    averageOver: 1500,
    noise: { word: 0.05, grams: 0.02, hint: 0.05, input: 0.05, layer: 0.05, head: 0.1 },
  },
  trust: 0.6,
  trustInCopies: 1,
  copies: 2,
  offices: 0,
  exchange: { branches: 0, sentences: 1, words: 0.3, typeset: 0.06, settings: ['capitals', 'small', 'title', 'plain'] },
};

const laterStudents: Omit<Round, 'seeds' | 'teachers'> = {
  begin: 'parser',
  schedule: { ...firstStudents.schedule, epochs: 12 },
  trust: 0.6,
  trustInCopies: 0.7,
  copies: 3,
  offices: 2,
  exchange: { branches: 0.7, sentences: 0.7, words: 0.3, typeset: 0.04, settings: ['capitals', 'small', 'plain'] },
};

export const RECIPE: Recipe = {
  treebanks: { train: ['ewt-train', 'gum-train'], dev: ['ewt-dev', 'gum-dev'] },
  hints: { folds: 4, epochs: 4 },
  teachers: [
    {
      seeds: [1, 2, 3, 4],
      sizes,
      schedule: {
        epochs: 20,
        batch: 400,
        rate: 0.003,
        averageOver: 1500,
        noise: { word: 0.1, grams: 0.05, hint: 0.1, input: 0.15, layer: 0.15, head: 0.2 },
      },
      exchange: {
        branches: 0,
        sentences: 0.5,
        words: 0.3,
        typeset: 0.05,
        settings: ['capitals', 'small', 'title', 'plain'],
      },
    },
    { ...wideTeachers, seeds: [5] },
    {
      ...wideTeachers,
      seeds: [6],
      schedule: { ...wideTeachers.schedule, epochs: 22 },
      exchange: { ...wideTeachers.exchange, branches: 0.4 },
    },
  ],
  sizes,
  rounds: [
    { ...firstStudents, seeds: [11, 12, 13], begin: 'teacher' },
    { ...firstStudents, seeds: [21, 22, 23], begin: 'mean', schedule: { ...firstStudents.schedule, epochs: 12 } },
    { ...laterStudents, seeds: [31, 32, 33], teachers: [5] },
    {
      ...laterStudents,
      seeds: [41, 42, 43],
      teachers: [5, 6],
      schedule: { ...laterStudents.schedule, epochs: 10 },
      offices: 6,
    },
  ],
};

/** The teachers that one of a seed belongs to. */
export function teachersOf(seed: number): Teachers {
  return RECIPE.teachers.find(({ seeds }) => seeds.includes(seed))!;
}
