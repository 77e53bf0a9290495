import { distanceBucket } from '../../src/language/parser/features.ts';
import type { Batch } from './batch.ts';
import { softmaxLoss } from './loss.ts';
import type { Parameters } from './parameters.ts';
import { four, type NetworkShape, type RoleLayout, roleLayout } from './shape.ts';

/** Scores of relations under given heads: from the roles of word and head and their distance, through a rectifier. */
export class LabelScorer {
  readonly #parameters: Parameters;
  readonly #layout: RoleLayout;
  readonly #classes: number;

  constructor(parameters: Parameters, shape: NetworkShape) {
    this.#parameters = parameters;
    this.#layout = roleLayout(shape);
    this.#classes = shape.deprels;
  }

  get #hidden(): number {
    return this.#parameters.space('hidden', this.#layout.labelWidth);
  }

  get #labels(): number {
    return this.#parameters.space('labels', four(this.#classes));
  }

  /**
   * Visits each word with the positions (in floats) of its place among the hidden rows, of its own role, its head's
   * role (or the root's, from `root`) and the row of their distance (from `distance`).
   */
  #eachWord(
    { starts }: Batch,
    s: number,
    heads: ArrayLike<number>,
    roles: number,
    root: number,
    distance: number,
    visit: (place: number, own: number, head: number, far: number) => void,
  ): void {
    const { labelWidth: l, labelWord, labelHead, width } = this.#layout;
    for (let i = 0; i < starts[s + 1] - starts[s]; i++) {
      const head = heads[i];
      visit(
        (starts[s] + i) * l,
        (roles >> 2) + (starts[s] + i) * width + labelWord,
        head === 0 ? root >> 2 : (roles >> 2) + (starts[s] + head - 1) * width + labelHead,
        (distance >> 2) + (head === 0 ? 0 : distanceBucket(head - 1 - i)) * l,
      );
    }
  }

  /** Scores the labels of all words; `masks` (or 0) is where the dropout masks of the roles are. */
  forward(batch: Batch, roles: number, masks: number, headsOf: (s: number) => ArrayLike<number>): void {
    const { floats, kernels } = this.#parameters.memory;
    const { labelWidth: l, labelWord, width } = this.#layout;
    const hidden = this.#hidden >> 2;
    const root = this.#parameters.weight('rootLabel');
    const distance = this.#parameters.weight('distanceLabel');
    batch.examples.forEach(({ size }, s) => {
      this.#eachWord(batch, s, headsOf(s), roles, root, distance, (place, own, head, far) => {
        for (let j = 0; j < l; j++) {
          floats[hidden + place + j] = floats[own + j] + floats[head + j] + floats[far + j];
        }
      });
      const at = this.#hidden + batch.starts[s] * l * 4;
      kernels.rectify(at, l * 4, size, l);
      if (masks) kernels.scaleRows(at, l * 4, masks + (s * width + labelWord) * 4, size, l);
    });
    this.#parameters.linear('labels', this.#hidden, l * 4, this.#labels, batch.words);
  }

  /** Scores of a word's labels, the word counted through the batch. */
  scores(word: number): Float32Array {
    return this.#parameters.memory.at(this.#labels + word * four(this.#classes) * 4, this.#classes);
  }

  /** Loss under the examples' own heads; adds the gradients of the roles. */
  learn(batch: Batch, roles: number, dRoles: number, masks: number): number {
    const { examples, starts, words } = batch;
    const { memory } = this.#parameters;
    const { floats, kernels } = memory;
    const { labelWidth: l, labelWord, width } = this.#layout;
    this.forward(batch, roles, masks, (s) => examples[s].heads);
    const stride = four(this.#classes);
    const dLabels = this.#parameters.space('dLabels', stride);
    memory.at(dLabels, words * stride).fill(0);
    let loss = 0;
    examples.forEach(({ size, targets }, s) => {
      for (let i = 0; i < size; i++) {
        const word = starts[s] + i;
        const gradient = memory.at(dLabels + word * stride * 4, this.#classes);
        loss += softmaxLoss(this.scores(word), gradient, targets.labels, i);
      }
    });
    const dHidden = this.#parameters.space('dHidden', l);
    this.#parameters.linearBack('labels', this.#hidden, l * 4, dLabels, dHidden, l * 4, words, false);
    kernels.rectifyGradient(dHidden, this.#hidden, l * 4, words, l);
    const root = this.#parameters.gradient('rootLabel');
    const distance = this.#parameters.gradient('distanceLabel');
    const from = dHidden >> 2;
    examples.forEach(({ size, heads }, s) => {
      const at = dHidden + starts[s] * l * 4;
      if (masks) kernels.scaleRows(at, l * 4, masks + (s * width + labelWord) * 4, size, l);
      this.#eachWord(batch, s, heads, dRoles, root, distance, (place, own, head, far) => {
        for (let j = 0; j < l; j++) {
          const gradient = floats[from + place + j];
          floats[own + j] += gradient;
          floats[head + j] += gradient;
          floats[far + j] += gradient;
        }
      });
    });
    return loss;
  }
}
