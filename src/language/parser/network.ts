import { FormSlots } from '../form-slots.ts';
import { DISTANCE_BUCKETS, distanceBucket, gramBuckets, plainForm, shapeKey, wordKey } from './features.ts';
import { createPlainKernels, createWasmKernels, type Kernels } from './kernels.ts';
import type { Model, Tensor } from './model.ts';
import { packedPlace } from './packing.ts';

/** Different forms whose part of the first layer is kept. */
const CACHED_FORMS = 6144;

/** Slots of the cache that stand for the edges of a sentence. */
const LEFT_EDGE = 0;
const RIGHT_EDGE = 1;

/** What the network says of a sentence of n words; views into its memory, good until the next call. */
export interface Scores {
  /** n rows of `tagStride`: the universal tags from 0, Penn tags from `xposStart`. */
  readonly tags: Float32Array;
  readonly tagStride: number;
  readonly xposStart: number;
  /** n rows of n + 1: each head's score for the word, the root first. */
  readonly arcs: Float32Array;
}

/** A matrix or vector in the kernels' memory. */
interface Placed {
  readonly values: number;
  readonly scales: number;
  readonly bias: number;
  readonly rows: number;
  readonly columns: number;
}

/** Work space for sentences of up to `words` words: addresses by name. */
interface Space {
  readonly words: number;
  readonly x: readonly number[];
  readonly u: number;
  readonly q: number;
  readonly scales: number;
  readonly tags: number;
  readonly roles: number;
  readonly arcs: number;
  readonly headsQ: number;
  readonly headScales: number;
  readonly buckets: number;
  readonly addresses: number;
  readonly scores: number;
  readonly hidden: number;
  readonly labels: number;
  readonly projected: number;
}

/** Rows that add up to the first layer's input of a word: of three forms, three hints, and the bias. */
const WINDOW_ROWS = 7;

const four = (n: number): number => (n + 3) & ~3;

/**
 * The network at work. Words are looked up (embedding of the word, its character n-grams and its shape), seen in a
 * window of three, read by bidirectional simple recurrent units, then scored: tags, arcs, labels.
 * The window's matrix product is a sum of three products of single words, each computed once a form and kept.
 */
export class ParserNetwork {
  readonly #model: Model;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #kernels: Kernels;
  readonly #words: Map<string, number>;
  readonly #shapes: Map<string, number>;
  readonly #placed = new Map<string, Placed>();
  readonly #slots = new FormSlots(CACHED_FORMS, RIGHT_EDGE + 1);
  readonly #zero: number;
  readonly #cache: number;
  readonly #hints: number;
  readonly #spaceStart: number;
  #top = 64;
  #space: Space;
  #floats: Float32Array;

  constructor(model: Model, simd = true) {
    this.#model = model;
    this.#kernels = (simd && createWasmKernels(this.#memory)) || createPlainKernels(this.#memory);
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#words = new Map(model.inventory.words.map((word, i) => [word, i]));
    this.#shapes = new Map(model.inventory.shapes.map((shape, i) => [shape, i]));
    for (const name of model.tensors.keys()) this.#place(name);
    this.#zero = this.#allocate(4096);
    this.#cache = this.#allocate(CACHED_FORMS * this.#projection * 4);
    this.#hints = this.#allocate(model.inventory.hints.length * this.#projection * 4);
    this.#spaceStart = this.#top;
    this.#space = this.#reserve(192);
    this.#projectHints();
    this.#project([
      { slot: LEFT_EDGE, word: 1, shape: 0, grams: [] },
      { slot: RIGHT_EDGE, word: 2, shape: 0, grams: [] },
    ]);
  }

  /** Numbers of the three parts that a word has in the windows of its left neighbour, itself, its right neighbour. */
  get #projection(): number {
    return 6 * this.#model.shape.width;
  }

  #allocate(bytes: number): number {
    const address = this.#top;
    this.#top = (address + bytes + 63) & ~63;
    const missing = this.#top - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / 65536));
      this.#floats = new Float32Array(this.#memory.buffer);
    }
    return address;
  }

  /** Copies what the kernels use into their memory; embeddings stay outside. */
  #place(name: string): void {
    const { rows, columns, values, scales } = this.#model.tensors.get(name)!;
    if (name === 'words' || name === 'grams' || name === 'shapes' || name === 'hints') return;
    if (!scales) {
      const address = this.#allocate(values.byteLength);
      this.#floats.set(values, address >> 2);
      this.#placed.set(name, { values: address, scales: 0, bias: 0, rows, columns });
      return;
    }
    const address = this.#allocate(rows * columns * 2);
    const packed = new Int16Array(this.#memory.buffer, address, rows * columns);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        packed[packedPlace(row, column, columns)] = values[row * columns + column];
    const scaleAddress = this.#allocate(rows * 4);
    this.#floats.set(scales, scaleAddress >> 2);
    const biasAddress = this.#allocate(rows * 4);
    // The window's bias is added once, not in each of its parts.
    const bias = name.endsWith('indow') ? undefined : this.#model.tensors.get(`${name}Bias`);
    if (bias) this.#floats.set(bias.values, biasAddress >> 2);
    this.#placed.set(name, { values: address, scales: scaleAddress, bias: biasAddress, rows, columns });
  }

  #address(name: string): number {
    return this.#placed.get(name)!.values;
  }

  /** Lays out the work space anew for longer sentences. */
  #reserve(words: number): Space {
    const { width, layers, arcWidth, labelWidth } = this.#model.shape;
    this.#top = this.#spaceStart;
    const floats = (count: number): number => this.#allocate(words * count * 4);
    const widest = Math.max(2 * width, arcWidth, labelWidth, this.#embeddingWidth);
    const space: Space = {
      words,
      x: Array.from({ length: layers + 1 }, () => floats(2 * width)),
      u: floats(6 * width),
      q: this.#allocate((words + 1) * widest * 2),
      scales: this.#allocate((words + 1) * 4),
      tags: floats(this.#placed.get('tags')!.rows),
      roles: floats(this.#placed.get('roles')!.rows),
      arcs: floats(arcWidth),
      headsQ: this.#allocate((words + 1) * arcWidth * 2),
      headScales: this.#allocate((words + 1) * 4),
      buckets: this.#allocate(2 * words * 4),
      addresses: this.#allocate(words * WINDOW_ROWS * 4),
      scores: this.#allocate(words * (words + 1) * 4),
      hidden: floats(labelWidth),
      labels: floats(this.#placed.get('labels')!.rows),
      projected: floats(Math.max(this.#projection, this.#embeddingWidth)),
    };
    return space;
  }

  get #embeddingWidth(): number {
    const { wordWidth, gramWidth, shapeWidth } = this.#model.shape;
    return wordWidth + gramWidth + shapeWidth; // of a form; the hints come on top
  }

  /** Slots in the cache of the given forms. */
  #look(forms: readonly string[]): Int32Array {
    const fresh: FormFeatures[] = [];
    const slots = this.#slots.of(forms, (slot, form) => {
      const plain = plainForm(form);
      const key = wordKey(plain);
      const shape = this.#shapes.get(shapeKey(plain)) ?? 0;
      fresh.push({ slot, word: this.#words.get(key) ?? 0, shape, grams: gramBuckets(key) });
    });
    if (fresh.length > 0) this.#project(fresh);
    return slots;
  }

  /** Computes the embeddings of new forms and their parts of the window's product. */
  #project(fresh: readonly FormFeatures[]): void {
    const { tensors, shape } = this.#model;
    const width = this.#embeddingWidth;
    const embedding = new Float64Array(width);
    const addRow = ({ values, scales, columns }: Tensor, row: number, at: number, scale: number): void => {
      const factor = scales![row] * scale;
      for (let j = 0, from = row * columns; j < columns; j++) embedding[at + j] += values[from + j] * factor;
    };
    const [words, grams, shapes] = ['words', 'grams', 'shapes'].map((name) => tensors.get(name)!);
    const { projected, q, scales } = this.#space;
    fresh.forEach((form, i) => {
      embedding.fill(0);
      addRow(words, form.word, 0, 1);
      const scale = 1 / Math.sqrt(form.grams.length);
      for (const gram of form.grams) addRow(grams, gram, shape.wordWidth, scale);
      addRow(shapes, form.shape, shape.wordWidth + shape.gramWidth, 1);
      this.#floats.set(embedding, (projected >> 2) + i * width);
    });
    this.#kernels.quantise(projected, width * 4, q, scales, fresh.length, width);
    const row = this.#projection * 4;
    this.#linear('window', q, scales, projected, fresh.length);
    fresh.forEach(({ slot }, i) => {
      this.#floats.copyWithin(
        (this.#cache + slot * row) >> 2,
        (projected + i * row) >> 2,
        (projected + (i + 1) * row) >> 2,
      );
    });
  }

  /** The parts of the window's product that the tagger's tags have. */
  #projectHints(): void {
    const { values, scales: rowScales, columns, rows } = this.#model.tensors.get('hints')!;
    const { projected, q, scales } = this.#space;
    this.#floats.set(
      Float64Array.from(values, (value, i) => value * rowScales![Math.floor(i / columns)]),
      projected >> 2,
    );
    this.#kernels.quantise(projected, columns * 4, q, scales, rows, columns);
    this.#linear('hintWindow', q, scales, this.#hints, rows);
  }

  #linear(name: string, q: number, scales: number, y: number, words: number): void {
    const { values, scales: weightScales, bias, rows, columns } = this.#placed.get(name)!;
    this.#kernels.linear(q, scales, values, weightScales, bias, y, rows * 4, words, columns, rows);
  }

  /** Tags and arcs of a sentence of at least one word; `hints` are the numbers of the tagger's tags. */
  score(forms: readonly string[], hints: ArrayLike<number>): Scores {
    const n = forms.length;
    if (n > this.#space.words) this.#space = this.#reserve(Math.max(n, 2 * this.#space.words));
    const { shape, inventory } = this.#model;
    const { x, u, q, scales, tags, roles, arcs, headsQ, headScales, buckets, scores } = this.#space;
    const kernels = this.#kernels;
    const { width, layers, tagLayers, arcWidth } = shape;
    const row = 8 * width;

    const slots = this.#look(forms);
    const part = this.#projection * 4;
    const rows = new Int32Array(this.#memory.buffer, this.#space.addresses, n * WINDOW_ROWS);
    for (let i = 0, at = 0; i < n; i++) {
      rows[at++] = this.#address('windowBias');
      rows[at++] = this.#cache + (i > 0 ? slots[i - 1] : LEFT_EDGE) * part;
      rows[at++] = this.#cache + slots[i] * part + row;
      rows[at++] = this.#cache + (i < n - 1 ? slots[i + 1] : RIGHT_EDGE) * part + 2 * row;
      rows[at++] = this.#hints + (i > 0 ? hints[i - 1] : 0) * part;
      rows[at++] = this.#hints + hints[i] * part + row;
      rows[at++] = this.#hints + (i < n - 1 ? hints[i + 1] : 0) * part + 2 * row;
    }
    kernels.rectifiedSums(x[0], this.#space.addresses, n, WINDOW_ROWS, 2 * width);

    const readTags = (): void => this.#linear('tags', q, scales, tags, n);
    const state = this.#zero;
    for (let layer = 0; layer < layers; layer++) {
      kernels.quantise(x[layer], row, q, scales, n, 2 * width);
      if (layer === tagLayers) readTags();
      this.#linear(`gates${layer}`, q, scales, u, n);
      const v = this.#address(`recurrence${layer}`);
      const uRow = 24 * width;
      this.#floats.fill(0, state >> 2, (state >> 2) + width);
      kernels.recur(u, uRow, x[layer], x[layer + 1], row, v, state, n, width);
      this.#floats.fill(0, state >> 2, (state >> 2) + width);
      const lastX = (n - 1) * row + 4 * width;
      const lastU = u + (n - 1) * uRow + 12 * width;
      kernels.recur(lastU, -uRow, x[layer] + lastX, x[layer + 1] + lastX, -row, v + 8 * width, state, n, width);
    }
    kernels.quantise(x[layers], row, q, scales, n, 2 * width);
    if (tagLayers === layers) readTags();

    const roleRow = this.#placed.get('roles')!.rows * 4;
    this.#linear('roles', q, scales, roles, n);
    kernels.rectify(roles, roleRow, n, 2 * arcWidth);
    kernels.quantise(roles, roleRow, q, scales, n, arcWidth);
    this.#linear('arcs', q, scales, arcs, n);
    kernels.quantise(arcs, arcWidth * 4, q, scales, n, arcWidth);
    kernels.quantise(this.#address('rootArc'), 0, headsQ, headScales, 1, arcWidth);
    kernels.quantise(roles + arcWidth * 4, roleRow, headsQ + arcWidth * 2, headScales + 4, n, arcWidth);
    const bucketView = new Int32Array(this.#memory.buffer, buckets, 2 * n);
    for (let distance = 1 - n; distance < n; distance++) bucketView[distance + n - 1] = distanceBucket(distance);
    const near = roles + roleRow - 2 * DISTANCE_BUCKETS * 4;
    kernels.scoreArcs(q, scales, headsQ, headScales, near, roleRow, buckets, scores, n, arcWidth);
    const tagStride = this.#placed.get('tags')!.rows;
    return {
      tags: this.#floats.subarray(tags >> 2, (tags >> 2) + n * tagStride),
      tagStride,
      xposStart: four(inventory.upos.length),
      arcs: this.#floats.subarray(scores >> 2, (scores >> 2) + n * (n + 1)),
    };
  }

  /** Label scores of the words of the sentence that was scored last, under heads (0 the root, h word h-1): n rows. */
  scoreLabels(trees: Int32Array): { readonly scores: Float32Array; readonly stride: number } {
    const n = trees.length;
    const { roles, hidden, labels, q, scales } = this.#space;
    const { arcWidth, labelWidth } = this.#model.shape;
    const roleRow = this.#placed.get('roles')!.rows * 4;
    const asWord = roles + 2 * arcWidth * 4;
    const asHead = asWord + labelWidth * 4;
    const distance = this.#address('distanceLabel');
    const rows = new Int32Array(this.#memory.buffer, this.#space.addresses, n * 3);
    for (let i = 0, at = 0; i < n; i++) {
      const head = trees[i];
      const bucket = head === 0 ? 0 : distanceBucket(head - 1 - i);
      rows[at++] = asWord + i * roleRow;
      rows[at++] = head === 0 ? this.#address('rootLabel') : asHead + (head - 1) * roleRow;
      rows[at++] = distance + bucket * labelWidth * 4;
    }
    this.#kernels.rectifiedSums(hidden, this.#space.addresses, n, 3, labelWidth);
    this.#kernels.quantise(hidden, labelWidth * 4, q, scales, n, labelWidth);
    this.#linear('labels', q, scales, labels, n);
    const stride = this.#placed.get('labels')!.rows;
    return { scores: this.#floats.subarray(labels >> 2, (labels >> 2) + n * stride), stride };
  }
}

interface FormFeatures {
  readonly slot: number;
  readonly word: number;
  readonly shape: number;
  readonly grams: readonly number[];
}
