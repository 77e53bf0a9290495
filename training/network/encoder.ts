import type { Batch } from './batch.ts';
import type { Parameters } from './parameters.ts';
import { embeddingWidth, type NetworkShape } from './shape.ts';

/** Windows of embeddings through a rectifier, then layers of bidirectional simple recurrent units. */
export class Encoder {
  readonly #parameters: Parameters;
  readonly #shape: NetworkShape;

  constructor(parameters: Parameters, shape: NetworkShape) {
    this.#parameters = parameters;
    this.#shape = shape;
  }

  get #width(): number {
    return 2 * this.#shape.width;
  }

  /** Address of the output of so many layers, a row of twice the layer's width for each word. */
  output(layers: number): number {
    return this.#parameters.space(`x${layers}`, this.#width);
  }

  forward(batch: Batch, window: number): void {
    const { kernels } = this.#parameters.memory;
    this.#parameters.linear('window', window, 12 * embeddingWidth(this.#shape), this.output(0), batch.words);
    kernels.rectify(this.output(0), this.#width * 4, batch.words, this.#width);
    this.#disturb(batch, 0);
    for (let layer = 0; layer < this.#shape.layers; layer++) {
      this.#recur(batch, layer);
      this.#disturb(batch, layer + 1);
    }
  }

  /** Dropout of a layer's output, the same for all words of a sentence (Gal and Ghahramani 2016). */
  #disturb({ examples, starts, noise }: Batch, layer: number): void {
    if (!noise) return;
    const x = this.#width;
    const masks = this.#parameters.space(`masks${layer}`, x);
    examples.forEach(({ size }, s) => {
      this.#parameters.mask(masks + s * x * 4, x, noise.layer);
      this.#parameters.memory.kernels.scaleRows(
        this.output(layer) + starts[s] * x * 4,
        x * 4,
        masks + s * x * 4,
        size,
        x,
      );
    });
  }

  #recur({ examples, starts, words }: Batch, layer: number): void {
    const { kernels } = this.#parameters.memory;
    const h = this.#shape.width;
    const { u, c, v, row, uRow } = this.#places(layer);
    const input = this.output(layer);
    const output = this.output(layer + 1);
    this.#parameters.linear(`gates${layer}`, input, row, u, words);
    examples.forEach(({ size }, s) => {
      const first = starts[s] * row;
      const last = (starts[s + 1] - 1) * row + row / 2;
      const firstU = u + starts[s] * uRow;
      const lastU = u + (starts[s + 1] - 1) * uRow + uRow / 2;
      const { zeros } = this.#parameters;
      kernels.sruForward(firstU, uRow, input + first, v, c + first, output + first, row, zeros, size, h);
      kernels.sruForward(lastU, -uRow, input + last, v + 8 * h, c + last, output + last, -row, zeros, size, h);
    });
  }

  #places(layer: number) {
    const h = this.#shape.width;
    return {
      u: this.#parameters.space(`u${layer}`, 6 * h),
      c: this.#parameters.space(`c${layer}`, 2 * h),
      v: this.#parameters.weight(`recurrence${layer}`),
      row: 8 * h,
      uRow: 24 * h,
    };
  }

  /**
   * From the gradient of the last output back to that of the windows, whose address it returns. `visit` may add to the
   * gradient of each layer's output on the way.
   */
  backward(batch: Batch, dOutput: number, visit: (layers: number, gradient: number) => void): number {
    const { kernels } = this.#parameters.memory;
    const { words } = batch;
    const x = this.#width;
    let dx = dOutput;
    let spare = this.#parameters.space('dBefore', x);
    for (let layer = this.#shape.layers; ; layer--) {
      visit(layer, dx);
      this.#undisturb(batch, layer, dx);
      if (layer === 0) break;
      this.#recurBack(batch, layer - 1, dx, spare);
      [dx, spare] = [spare, dx];
    }
    kernels.rectifyGradient(dx, this.output(0), x * 4, words, x);
    const e = embeddingWidth(this.#shape);
    const dWindow = this.#parameters.space('dWindow', 3 * e);
    const window = this.#parameters.space('window', 3 * e);
    this.#parameters.linearBack('window', window, 12 * e, dx, dWindow, 12 * e, words, false);
    return dWindow;
  }

  #undisturb({ examples, starts, noise }: Batch, layer: number, dx: number): void {
    if (!noise) return;
    const x = this.#width;
    const masks = this.#parameters.space(`masks${layer}`, x);
    examples.forEach(({ size }, s) => {
      this.#parameters.memory.kernels.scaleRows(dx + starts[s] * x * 4, x * 4, masks + s * x * 4, size, x);
    });
  }

  #recurBack({ examples, starts, words }: Batch, layer: number, dOutput: number, dInput: number): void {
    const { memory, zeros } = this.#parameters;
    const { kernels } = memory;
    const h = this.#shape.width;
    const { u, c, v, row, uRow } = this.#places(layer);
    const dv = this.#parameters.gradient(`recurrence${layer}`);
    const du = this.#parameters.space('du', 6 * h);
    const carry = this.#parameters.buffer('carry', h);
    const input = this.output(layer);
    memory.at(dInput, words * 2 * h).fill(0);
    examples.forEach(({ size }, s) => {
      // Each direction starts from the word that it reached last.
      const last = (starts[s + 1] - 1) * row;
      const lastU = (starts[s + 1] - 1) * uRow;
      kernels.sruBackward(
        u + lastU,
        du + lastU,
        uRow,
        input + last,
        dInput + last,
        v,
        dv,
        c + last,
        dOutput + last,
        row,
        zeros,
        carry,
        size,
        h,
      );
      const first = starts[s] * row + row / 2;
      const firstU = starts[s] * uRow + uRow / 2;
      kernels.sruBackward(
        u + firstU,
        du + firstU,
        -uRow,
        input + first,
        dInput + first,
        v + 8 * h,
        dv + 8 * h,
        c + first,
        dOutput + first,
        -row,
        zeros,
        carry,
        size,
        h,
      );
    });
    this.#parameters.linearBack(`gates${layer}`, input, row, du, dInput, row, words, true);
  }
}
