import type { Batch } from './batch.ts';
import type { Parameters } from './parameters.ts';
import { embeddingWidth, type NetworkShape } from './shape.ts';

/** Places for the table rows of one word: word, shape, hint and its n-grams. */
const LOOKUPS = 72;

/** Rows of the word table that stand for the edges of a sentence. */
const LEFT_EDGE = 1;
const RIGHT_EDGE = 2;

type Visit = (name: string, width: number, place: number, ids: number, count: number, scale: number) => void;

/** Words as the rows of their tables, side by side with those of both neighbours. */
export class Embedding {
  readonly #parameters: Parameters;
  readonly #shape: NetworkShape;
  readonly #width: number;
  /** Numbers of n-grams looked up for each row: words, and the two edges of each sentence. */
  #counts = new Int32Array(0);

  constructor(parameters: Parameters, shape: NetworkShape) {
    this.#parameters = parameters;
    this.#shape = shape;
    this.#width = embeddingWidth(shape);
  }

  get #ids(): number {
    return this.#parameters.space('ids', 3 * LOOKUPS);
  }

  /** Visits the tables that make up a row; `ids` holds word, shape, hint, then the n-grams. */
  #lookUp(row: number, visit: Visit): void {
    const { wordWidth, gramWidth, shapeWidth, hintWidth } = this.#shape;
    const ids = this.#ids + row * LOOKUPS * 4;
    const grams = this.#counts[row];
    visit('words', wordWidth, 0, ids, 1, 1);
    visit('grams', gramWidth, wordWidth, ids + 12, grams, 1 / Math.sqrt(grams || 1));
    visit('shapes', shapeWidth, wordWidth + gramWidth, ids + 4, 1, 1);
    visit('hints', hintWidth, wordWidth + gramWidth + shapeWidth, ids + 8, 1, 1);
  }

  /** Address of the windows: a row of three embeddings for each word. */
  forward({ examples, starts, words, noise }: Batch): number {
    const { memory, random } = this.#parameters;
    const { kernels, floats, ints } = memory;
    const e = this.#width;
    const embedded = this.#parameters.space('embedded', 3 * e);
    this.#counts = new Int32Array(words + 2 * examples.length);
    let row = 0;
    for (const { features, hints } of examples) {
      for (let i = -1; i <= features.length; i++, row++) {
        const at = (this.#ids >> 2) + row * LOOKUPS;
        ints.fill(0, at, at + 3);
        if (i < 0 || i === features.length) {
          ints[at] = i < 0 ? LEFT_EDGE : RIGHT_EDGE;
        } else {
          const { word, shape, grams, frequency } = features[i];
          if (!noise || random() >= noise.word + 0.5 / (1 + frequency)) ints[at] = word;
          ints[at + 1] = shape;
          if (!noise || random() >= noise.hint) ints[at + 2] = hints[i];
          if (!noise || random() >= noise.grams) this.#counts[row] = grams.length;
          ints.set(grams, at + 3);
        }
        this.#lookUp(row, (name, width, place, ids, count, scale) => {
          const out = embedded + (row * e + place) * 4;
          kernels.gather(out, this.#parameters.weight(name), ids, count, width, scale);
        });
      }
    }
    const masks = this.#parameters.space('inputMasks', e);
    const window = this.#parameters.space('window', 3 * e);
    examples.forEach(({ size }, s) => {
      const first = starts[s] + 2 * s;
      if (noise) {
        this.#parameters.mask(masks + s * e * 4, e, noise.input);
        kernels.scaleRows(embedded + first * e * 4, e * 4, masks + s * e * 4, size + 2, e);
      }
      // The embeddings of three neighbours lie side by side already.
      for (let i = 0; i < size; i++) {
        const from = (embedded >> 2) + (first + i) * e;
        floats.copyWithin((window >> 2) + (starts[s] + i) * 3 * e, from, from + 3 * e);
      }
    });
    return window;
  }

  /** Adds to the tables' gradients; a word's is the sum of its parts in three windows. */
  backward({ examples, starts, noise }: Batch, dWindow: number): void {
    const { kernels } = this.#parameters.memory;
    const e = this.#width;
    const rows = this.#counts.length;
    const dEmbedded = this.#parameters.space('dEmbedded', 3 * e);
    const masks = this.#parameters.space('inputMasks', e);
    this.#parameters.memory.at(dEmbedded, rows * e).fill(0);
    examples.forEach(({ size }, s) => {
      const first = starts[s] + 2 * s;
      for (let i = 0; i < size; i++) {
        kernels.add(dEmbedded + (first + i) * e * 4, dWindow + (starts[s] + i) * 3 * e * 4, 3 * e);
      }
      if (noise) kernels.scaleRows(dEmbedded + first * e * 4, e * 4, masks + s * e * 4, size + 2, e);
    });
    for (let row = 0; row < rows; row++) {
      this.#lookUp(row, (name, width, place, ids, count, scale) => {
        const from = dEmbedded + (row * e + place) * 4;
        kernels.scatter(from, this.#parameters.gradient(name), ids, count, width, scale);
      });
    }
  }
}
