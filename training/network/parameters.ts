import { Memory } from '../memory.ts';
import { createRandom, normal, type Random } from '../random.ts';

export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Floats from the start of the weights. */
  readonly offset: number;
}

const BETA1 = 0.9;
const BETA2 = 0.98;

/** Gradients longer than this many times their usual length are shortened to it. */
const LONGEST_GRADIENT = 2;

/** Weights, gradients and work space of a network in one memory; the linear step, dropout masks, and the update. */
export class Parameters {
  readonly memory: Memory;
  readonly all = new Map<string, Parameter>();
  /** Floats of all weights together. */
  readonly size: number;
  readonly random: Random;
  readonly maxWords: number;
  /** Addresses of the weights in use, of their gradients, of their moving average, and of 4096 zeros. */
  weights: number;
  readonly gradients: number;
  readonly average: number;
  readonly zeros: number;
  readonly #first: number;
  readonly #second: number;
  readonly #buffers = new Map<string, number>();
  #steps = 0;
  #usualNorm = 0;

  /**
   * `layout` lists name, rows and columns. `floatsPerWord` is what the work space takes for each of `maxWords` words.
   * Weights start at random if they are to be trained, at zero if not.
   */
  constructor(
    layout: readonly (readonly [name: string, rows: number, columns: number])[],
    seed: number,
    maxWords: number,
    floatsPerWord: number,
    training: boolean,
  ) {
    let size = 0;
    for (const [name, rows, columns] of layout) {
      this.all.set(name, { name, rows, columns, offset: size });
      size += (rows * columns + 15) & ~15;
    }
    this.size = size;
    this.maxWords = maxWords;
    this.random = createRandom(seed);
    const copies = training ? 6 : 2;
    this.memory = new Memory(Math.ceil((4 * (size * copies + maxWords * floatsPerWord)) / 2 ** 20) + 16);
    const copy = (): number => (training ? this.memory.allocate(size) : 0);
    this.weights = this.memory.allocate(size);
    this.gradients = copy();
    this.average = copy();
    this.#first = copy();
    this.#second = copy();
    this.zeros = this.memory.allocate(4096);
    if (training) this.#initialise();
  }

  /** Tables of embeddings and recurrent weights at a fixed scale, matrices after Glorot and Bengio (2010), biases at 0. */
  #initialise(): void {
    for (const { name, rows, columns } of this.all.values()) {
      if (name.endsWith('Bias')) continue;
      const isTable = ['words', 'grams', 'shapes', 'hints'].includes(name);
      const scale = isTable ? 0.3 : name.startsWith('r') && rows <= 2 ? 0.1 : Math.sqrt(2 / (rows + columns));
      const values = this.values(name);
      for (let i = 0; i < values.length; i++) values[i] = normal(this.random) * scale;
    }
    this.memory.floats.copyWithin(this.average >> 2, this.weights >> 2, (this.weights >> 2) + this.size);
  }

  /** Takes over all weights. */
  start(weights: Float32Array): void {
    this.memory.at(this.weights, this.size).set(weights);
    if (this.average) this.memory.at(this.average, this.size).set(weights);
  }

  /** View of all weights. */
  present(): Float32Array {
    return this.memory.at(this.weights, this.size);
  }

  /** View of a parameter's values. */
  values(name: string): Float32Array {
    const { rows, columns } = this.all.get(name)!;
    return this.memory.at(this.weight(name), rows * columns);
  }

  /** Address of a parameter. */
  weight(name: string): number {
    return this.weights + this.all.get(name)!.offset * 4;
  }

  /** Address of a parameter's gradient. */
  gradient(name: string): number {
    return this.gradients + this.all.get(name)!.offset * 4;
  }

  /** Address of a named work space of so many floats for each word of a batch, made at first use. */
  space(name: string, floats: number): number {
    return this.buffer(name, this.maxWords * floats);
  }

  /** Address of a named work space, made at first use. */
  buffer(name: string, floats: number): number {
    let address = this.#buffers.get(name);
    if (address === undefined) {
      address = this.memory.allocate(floats);
      this.#buffers.set(name, address);
    }
    return address;
  }

  /** y = x[rows, k] times the matrix and plus the bias of a name. */
  linear(name: string, x: number, xRow: number, y: number, rows: number): void {
    const { rows: k, columns: n } = this.all.get(name)!;
    this.memory.kernels.gemm(x, xRow, 4, this.weight(name), n * 4, y, n * 4, rows, n, k, 0);
    this.memory.kernels.addBias(y, n * 4, this.weight(`${name}Bias`), rows, n);
  }

  /** Gradients of `linear`: adds to those of the weights, and writes (or with `keep` adds to) that of x. */
  linearBack(
    name: string,
    x: number,
    xRow: number,
    dy: number,
    dx: number,
    dxRow: number,
    rows: number,
    keep: boolean,
  ): void {
    const { kernels } = this.memory;
    const { rows: k, columns: n } = this.all.get(name)!;
    kernels.sumRows(dy, n * 4, this.gradient(`${name}Bias`), rows, n);
    kernels.gemm(x, 4, xRow, dy, n * 4, this.gradient(name), n * 4, k, n, rows, 1);
    const turned = this.buffer(`turned-${name}`, k * n);
    kernels.transpose(this.weight(name), n * 4, turned, k * 4, k, n);
    kernels.gemm(dy, n * 4, 4, turned, k * 4, dx, dxRow, rows, k, n, keep ? 1 : 0);
  }

  /** Fills `floats` values with a dropout mask: 0, or what keeps the expectation. */
  mask(address: number, floats: number, rate: number): void {
    const mask = this.memory.at(address, floats);
    const kept = 1 / (1 - rate);
    for (let i = 0; i < floats; i++) mask[i] = this.random() < rate ? 0 : kept;
  }

  /** A step of Adam (Kingma and Ba 2015) from the gradients of a batch, divided by its words; clears them. */
  update(words: number, rate: number, averageOver: number): void {
    const { kernels } = this.memory;
    const step = ++this.#steps;
    const norm = Math.sqrt(kernels.sumSquares(this.gradients, this.size)) / words;
    this.#usualNorm = this.#usualNorm === 0 ? norm : 0.98 * this.#usualNorm + 0.02 * norm;
    const scale = Math.min(1, (LONGEST_GRADIENT * this.#usualNorm) / norm) / words;
    const corrected = (rate * Math.sqrt(1 - BETA2 ** step)) / (1 - BETA1 ** step);
    const keep = Math.min(1 - 1 / averageOver, (1 + step) / (10 + step));
    const { weights, gradients, average, size } = this;
    kernels.adam(weights, gradients, this.#first, this.#second, average, size, corrected, BETA1, BETA2, keep, scale);
  }

  /** Runs `action` with the moving average in the place of the weights. */
  averaged<Result>(action: () => Result): Result {
    const own = this.weights;
    this.weights = this.average;
    try {
      return action();
    } finally {
      this.weights = own;
    }
  }
}
