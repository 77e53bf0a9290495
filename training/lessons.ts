import type { Augmenter, Exchange } from './augment.ts';
import { createAugmenter } from './augment.ts';
import type { Example } from './examples.ts';
import type { TrainingSet } from './load.ts';
import type { Random } from './random.ts';

/** The training set as examples, as it is and changed. */
export interface Lessons {
  readonly plain: readonly Example[];
  /** All sentences, changed by chance. */
  changed(exchange: Exchange, random: Random): Example[];
}

export function createLessons({ sentences, maker, hints }: TrainingSet): Lessons {
  const augmenter: Augmenter = createAugmenter(sentences);
  const hintsOf = sentences.map(({ forms }, i) => hints.tag(i, forms));
  return {
    plain: sentences.map((sentence, i) => maker.gold(sentence, hintsOf[i])),
    changed: (exchange, random) =>
      sentences.map((original, i) => {
        const { sentence, reordered } = augmenter.change(original, exchange, random);
        // Exchanged words have the tags of those in whose place they stand: the hints for these will do.
        return maker.gold(sentence, reordered ? hints.tag(i, sentence.forms) : hintsOf[i], reordered);
      }),
  };
}
