import type { Example } from '../examples.ts';

/** How strongly training disturbs what the network sees: shares of things left out. */
export interface Noise {
  readonly word: number;
  readonly grams: number;
  readonly hint: number;
  readonly input: number;
  readonly layer: number;
  readonly head: number;
}

/** Sentences that are read together. */
export interface Batch {
  readonly examples: readonly Example[];
  /** Where each sentence starts, in words; one more at the end. */
  readonly starts: Int32Array;
  readonly words: number;
  readonly noise: Noise | null;
}

export function createBatch(examples: readonly Example[], noise: Noise | null): Batch {
  const starts = new Int32Array(examples.length + 1);
  examples.forEach(({ size }, s) => {
    starts[s + 1] = starts[s] + size;
  });
  return { examples, starts, words: starts[examples.length], noise };
}
