import { DISTANCE_BUCKETS, distanceBucket, GRAM_BUCKETS } from '../src/language/parser/features.ts';
import type { Example } from './examples.ts';
import { Memory } from './memory.ts';
import { createRandom, normal, type Random } from './random.ts';

/** Sizes of a network; `classes` come from the treebank. */
export interface NetworkShape {
  readonly words: number;
  readonly shapes: number;
  /** The tagger's tags, which are part of the input; 0 stands for none. */
  readonly hints: number;
  readonly upos: number;
  readonly xpos: number;
  readonly deprels: number;
  readonly wordWidth: number;
  readonly gramWidth: number;
  readonly shapeWidth: number;
  readonly hintWidth: number;
  /** Width of one direction of a recurrent layer. */
  readonly width: number;
  readonly layers: number;
  /** The tags are read off the output of this many layers. */
  readonly tagLayers: number;
  readonly arcWidth: number;
  readonly labelWidth: number;
}

/** How strongly training disturbs what the network sees. */
export interface Noise {
  readonly word: number;
  readonly grams: number;
  readonly hint: number;
  readonly input: number;
  readonly layer: number;
  readonly head: number;
}

export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Floats from the start of the weights. */
  readonly offset: number;
}

/** What the network says of a sentence: distributions over tags, heads, and labels of the chosen heads. */
export interface Opinion {
  readonly upos: Float32Array;
  readonly xpos: Float32Array;
  /** Logits, n rows of n + 1. */
  readonly arcs: Float32Array;
}

/** Places for the table rows of one word: word, shape, hint and its n-grams. */
const LOOKUPS = 72;

const four = (n: number): number => (n + 3) & ~3;

/**
 * The parser's network in training: forward, backward and update, all in one WebAssembly memory.
 * Hand-written gradients, checked against differences in `network.test.ts`.
 */
export class Network {
  readonly shape: NetworkShape;
  readonly memory: Memory;
  readonly parameters = new Map<string, Parameter>();
  readonly size: number;
  /** Addresses of the weights, their gradients and their moving average. */
  weights: number;
  readonly gradients: number;
  readonly average: number;
  readonly #first: number;
  readonly #second: number;
  readonly #random: Random;
  readonly #buffers = new Map<string, number>();
  readonly #maxTokens: number;
  readonly #zero: number;
  #steps = 0;
  #norm = 0;

  constructor(shape: NetworkShape, seed: number, maxTokens = 1536, training = true) {
    this.shape = shape;
    this.#random = createRandom(seed);
    this.#maxTokens = maxTokens;
    const { width: h, arcWidth, labelWidth } = shape;
    const x = 2 * h;
    const e = this.#embeddingWidth;
    let size = 0;
    const parameter = (name: string, rows: number, columns: number): void => {
      this.parameters.set(name, { name, rows, columns, offset: size });
      size += (rows * columns + 15) & ~15;
    };
    parameter('words', shape.words, shape.wordWidth);
    parameter('grams', GRAM_BUCKETS, shape.gramWidth);
    parameter('shapes', shape.shapes, shape.shapeWidth);
    if (shape.hintWidth > 0) parameter('hints', shape.hints, shape.hintWidth);
    parameter('window', 3 * e, x);
    parameter('windowBias', 1, x);
    for (let layer = 0; layer < shape.layers; layer++) {
      parameter(`gates${layer}`, x, 6 * h);
      parameter(`gates${layer}Bias`, 1, 6 * h);
      parameter(`recurrence${layer}`, 2, 2 * h);
    }
    parameter('tags', x, this.#tagWidth);
    parameter('tagsBias', 1, this.#tagWidth);
    parameter('roles', x, this.#roleWidth);
    parameter('rolesBias', 1, this.#roleWidth);
    parameter('arcs', arcWidth, arcWidth);
    parameter('arcsBias', 1, arcWidth);
    parameter('rootArc', 1, arcWidth);
    parameter('rootLabel', 1, labelWidth);
    parameter('distanceLabel', DISTANCE_BUCKETS, labelWidth);
    parameter('labels', labelWidth, four(shape.deprels));
    parameter('labelsBias', 1, four(shape.deprels));
    this.size = size;
    const perToken = 13 * e + (12 + 6 * shape.layers) * x + 4 * this.#roleWidth + 1000;
    const megabytes = Math.ceil((4 * (size * (training ? 6 : 2) + maxTokens * perToken)) / 2 ** 20) + 16;
    this.memory = new Memory(megabytes);
    this.weights = this.memory.allocate(size);
    this.gradients = training ? this.memory.allocate(size) : 0;
    this.average = training ? this.memory.allocate(size) : 0;
    this.#first = training ? this.memory.allocate(size) : 0;
    this.#second = training ? this.memory.allocate(size) : 0;
    this.#zero = this.memory.allocate(4096);
    if (training) this.#initialise();
  }

  get #embeddingWidth(): number {
    const { wordWidth, gramWidth, shapeWidth, hintWidth } = this.shape;
    return wordWidth + gramWidth + shapeWidth + hintWidth;
  }

  get #tagWidth(): number {
    return four(this.shape.upos) + four(this.shape.xpos);
  }

  /** Side by side: as dependent (arc), as head (arc), as dependent (label), as head (label), two rows of distance scores. */
  get #roleWidth(): number {
    return 2 * this.shape.arcWidth + 2 * this.shape.labelWidth + 2 * DISTANCE_BUCKETS;
  }

  #initialise(): void {
    for (const { name, rows, columns, offset } of this.parameters.values()) {
      const values = this.memory.at(this.weights + offset * 4, rows * columns);
      const embedding = ['words', 'grams', 'shapes', 'hints'].includes(name);
      if (name.endsWith('Bias')) continue;
      const scale = embedding ? 0.3 : name.startsWith('r') && rows <= 2 ? 0.1 : Math.sqrt(2 / (rows + columns));
      for (let i = 0; i < values.length; i++) values[i] = normal(this.#random) * scale;
    }
    this.memory.floats.copyWithin(this.average >> 2, this.weights >> 2, (this.weights >> 2) + this.size);
  }

  /** Takes over the weights of a network of the same shape. */
  start(other: Network): void {
    const weights = other.memory.at(other.weights, this.size);
    this.memory.at(this.weights, this.size).set(weights);
    this.memory.at(this.average, this.size).set(weights);
  }

  /** View of a parameter's values. */
  values(name: string): Float32Array {
    const { rows, columns, offset } = this.parameters.get(name)!;
    return this.memory.at(this.weights + offset * 4, rows * columns);
  }

  #w(name: string): number {
    return this.weights + this.parameters.get(name)!.offset * 4;
  }

  #g(name: string): number {
    return this.gradients + this.parameters.get(name)!.offset * 4;
  }

  /** Address of a named work space, made at first use. */
  #buffer(name: string, floats: number): number {
    let address = this.#buffers.get(name);
    if (address === undefined) {
      address = this.memory.allocate(floats);
      this.#buffers.set(name, address);
    }
    return address;
  }

  /** x[rows, k] times the matrix and plus the bias of a name. */
  #linear(name: string, x: number, xRow: number, y: number, rows: number): void {
    const { rows: k, columns: n } = this.parameters.get(name)!;
    this.memory.kernels.gemm(x, xRow, 4, this.#w(name), n * 4, y, n * 4, rows, n, k, 0);
    this.memory.kernels.addBias(y, n * 4, this.#w(`${name}Bias`), rows, n);
  }

  /** Gradients of `#linear`: adds to those of the weights, and writes (or adds) that of x. */
  #linearBack(
    name: string,
    x: number,
    xRow: number,
    dy: number,
    dx: number,
    dxRow: number,
    rows: number,
    keep: number,
  ): void {
    const { kernels } = this.memory;
    const { rows: k, columns: n } = this.parameters.get(name)!;
    kernels.sumRows(dy, n * 4, this.#g(`${name}Bias`), rows, n);
    kernels.gemm(x, 4, xRow, dy, n * 4, this.#g(name), n * 4, k, n, rows, 1);
    const turned = this.#buffer(`turned-${name}`, k * n);
    kernels.transpose(this.#w(name), n * 4, turned, k * 4, k, n);
    kernels.gemm(dy, n * 4, 4, turned, k * 4, dx, dxRow, rows, k, n, keep);
  }

  /** Fills `floats` values with a dropout mask: 0, or what keeps the expectation. */
  #mask(address: number, floats: number, rate: number): void {
    const mask = this.memory.at(address, floats);
    const kept = 1 / (1 - rate);
    for (let i = 0; i < floats; i++) mask[i] = this.#random() < rate ? 0 : kept;
  }

  /** Visits the tables that make up a word's embedding; `ids` holds word, shape, hint, then the n-grams. */
  #lookUp(
    ids: number,
    grams: number,
    visit: (name: string, width: number, place: number, ids: number, count: number, scale: number) => void,
  ): void {
    const { wordWidth, gramWidth, shapeWidth, hintWidth } = this.shape;
    visit('words', wordWidth, 0, ids, 1, 1);
    visit('grams', gramWidth, wordWidth, ids + 12, grams, 1 / Math.sqrt(grams || 1));
    visit('shapes', shapeWidth, wordWidth + gramWidth, ids + 4, 1, 1);
    if (hintWidth > 0) visit('hints', hintWidth, wordWidth + gramWidth + shapeWidth, ids + 8, 1, 1);
  }

  /**
   * Reads sentences of at most `maxTokens` words together. With `noise` this is a step of training: gradients are added
   * and the loss (summed over words) is returned; without, `opinions` are collected.
   */
  run(
    batch: readonly Example[],
    noise: Noise | null,
    opinions: Opinion[] | null = null,
    learn = noise !== null,
  ): number {
    const { memory, shape } = this;
    const { kernels, floats, ints } = memory;
    const { width: h, layers } = shape;
    const x = 2 * h;
    const e = this.#embeddingWidth;
    const max = this.#maxTokens;
    const sentences = batch.length;
    const starts = new Int32Array(sentences + 1);
    for (let s = 0; s < sentences; s++) starts[s + 1] = starts[s] + batch[s].size;
    const tokens = starts[sentences];
    if (tokens > max) throw new Error(`${tokens} words in a batch of at most ${max}`);

    // Embeddings, with a row for each edge of a sentence.
    const embedded = this.#buffer('embedded', max * 3 * e);
    const ids = this.#buffer('ids', max * 3 * LOOKUPS);
    const masks = this.#buffer('masks', max * (e + x * (layers + 1) + this.#roleWidth));
    const counts = new Int32Array(tokens + 2 * sentences);
    let row = 0;
    for (const { features, hints } of batch) {
      for (let i = -1; i <= features.length; i++, row++) {
        const at = (ids >> 2) + row * LOOKUPS;
        ints.fill(0, at, at + 3);
        counts[row] = 0;
        if (i < 0 || i === features.length) {
          ints[at] = i < 0 ? 1 : 2;
        } else {
          const { word, shape, grams, frequency } = features[i];
          if (!noise || this.#random() >= noise.word + 0.5 / (1 + frequency)) ints[at] = word;
          ints[at + 1] = shape;
          if (!noise || this.#random() >= noise.hint) ints[at + 2] = hints[i];
          if (!noise || this.#random() >= noise.grams) counts[row] = grams.length;
          ints.set(grams, at + 3);
        }
        this.#lookUp(ids + row * LOOKUPS * 4, counts[row], (name, width, place, list, count, scale) => {
          kernels.gather(embedded + (row * e + place) * 4, this.#w(name), list, count, width, scale);
        });
      }
    }
    const inputMask = masks;
    const window = this.#buffer('window', max * 3 * e);
    for (let s = 0; s < sentences; s++) {
      const first = starts[s] + 2 * s;
      if (noise) {
        this.#mask(inputMask + s * e * 4, e, noise.input);
        kernels.scaleRows(embedded + first * e * 4, e * 4, inputMask + s * e * 4, batch[s].size + 2, e);
      }
      for (let i = 0; i < batch[s].size; i++) {
        const from = (embedded >> 2) + (first + i) * e;
        floats.copyWithin((window >> 2) + (starts[s] + i) * 3 * e, from, from + 3 * e);
      }
    }

    // The encoder.
    const layerInput: number[] = [];
    const layerMask: number[] = [];
    for (let layer = 0; layer <= layers; layer++) {
      layerInput.push(this.#buffer(`x${layer}`, max * x));
      layerMask.push(masks + (max * e + layer * max * x) * 4);
    }
    const disturb = (layer: number): void => {
      if (!noise) return;
      for (let s = 0; s < sentences; s++) {
        this.#mask(layerMask[layer] + s * x * 4, x, noise.layer);
        kernels.scaleRows(layerInput[layer] + starts[s] * x * 4, x * 4, layerMask[layer] + s * x * 4, batch[s].size, x);
      }
    };
    this.#linear('window', window, 3 * e * 4, layerInput[0], tokens);
    kernels.rectify(layerInput[0], x * 4, tokens, x);
    disturb(0);
    for (let layer = 0; layer < layers; layer++) {
      const u = this.#buffer(`u${layer}`, max * 6 * h);
      const c = this.#buffer(`c${layer}`, max * x);
      this.#linear(`gates${layer}`, layerInput[layer], x * 4, u, tokens);
      for (let s = 0; s < sentences; s++) {
        const n = batch[s].size;
        const v = this.#w(`recurrence${layer}`);
        const first = starts[s];
        const last = first + n - 1;
        kernels.sruForward(
          u + first * 24 * h,
          24 * h,
          layerInput[layer] + first * x * 4,
          v,
          c + first * x * 4,
          layerInput[layer + 1] + first * x * 4,
          x * 4,
          this.#zero,
          n,
          h,
        );
        kernels.sruForward(
          u + last * 24 * h + 12 * h,
          -24 * h,
          layerInput[layer] + last * x * 4 + h * 4,
          v + 8 * h,
          c + last * x * 4 + h * 4,
          layerInput[layer + 1] + last * x * 4 + h * 4,
          -x * 4,
          this.#zero,
          n,
          h,
        );
      }
      disturb(layer + 1);
    }

    // Tags.
    const tagWidth = this.#tagWidth;
    const tags = this.#buffer('tags', max * tagWidth);
    this.#linear('tags', layerInput[shape.tagLayers], x * 4, tags, tokens);
    // Roles in arcs and labels.
    const roleWidth = this.#roleWidth;
    const roleRow = roleWidth * 4;
    const { arcWidth: a, labelWidth: l } = shape;
    const roles = this.#buffer('roles', max * roleWidth);
    const roleMask = masks + (max * e + (layers + 1) * max * x) * 4;
    this.#linear('roles', layerInput[layers], x * 4, roles, tokens);
    kernels.rectify(roles, roleRow, tokens, 2 * a);
    for (let s = 0; noise && s < sentences; s++) {
      this.#mask(roleMask + s * roleRow, 2 * a + l, noise.head);
      kernels.scaleRows(roles + starts[s] * roleRow, roleRow, roleMask + s * roleRow, batch[s].size, 2 * a);
    }
    const turned = this.#buffer('dependents', max * a);
    this.#linear('arcs', roles, roleRow, turned, tokens);

    let loss = 0;
    const dTags = this.#buffer('dTags', max * tagWidth);
    const dRoles = this.#buffer('dRoles', max * roleWidth);
    const dTurned = this.#buffer('dDependents', max * a);
    if (learn) {
      memory.at(dTags, tokens * tagWidth).fill(0);
      memory.at(dRoles, tokens * roleWidth).fill(0);
      loss += this.#tagLoss(batch, tags, dTags);
    }

    // Arcs, sentence by sentence.
    const farthest = 512;
    const scores = this.#buffer('scores', farthest * (farthest + 4));
    const headsTurned = this.#buffer('heads', a * (farthest + 4));
    const distances = 2 * a + 2 * l;
    for (let s = 0; s < sentences; s++) {
      const n = batch[s].size;
      const columns = four(n + 1);
      const rolesAt = roles + starts[s] * roleRow;
      kernels.transpose(this.#w('rootArc'), a * 4, headsTurned, columns * 4, 1, a);
      kernels.transpose(rolesAt + a * 4, roleRow, headsTurned + 4, columns * 4, n, a);
      kernels.gemm(
        turned + starts[s] * a * 4,
        a * 4,
        4,
        headsTurned,
        columns * 4,
        scores,
        columns * 4,
        n,
        columns,
        a,
        0,
      );
      const view = memory.at(scores, n * columns);
      const base = (roles >> 2) + starts[s] * roleWidth + distances;
      for (let i = 0; i < n; i++) {
        const own = base + i * roleWidth;
        view[i * columns] += floats[own];
        for (let j = 0; j < n; j++) {
          if (j === i) continue;
          const bucket = distanceBucket(j - i);
          view[i * columns + j + 1] += floats[own + bucket] + floats[base + j * roleWidth + DISTANCE_BUCKETS + bucket];
        }
      }
      if (opinions) opinions.push(this.#opinion(batch[s], view, columns, tags + starts[s] * tagWidth * 4));
      if (!learn) continue;
      loss += arcLoss(batch[s], view, columns);
      const dBase = (dRoles >> 2) + starts[s] * roleWidth + distances;
      for (let i = 0; i < n; i++) {
        const own = dBase + i * roleWidth;
        floats[own] += view[i * columns];
        for (let j = 0; j < n; j++) {
          if (j === i) continue;
          const bucket = distanceBucket(j - i);
          const gradient = view[i * columns + j + 1];
          floats[own + bucket] += gradient;
          floats[dBase + j * roleWidth + DISTANCE_BUCKETS + bucket] += gradient;
        }
      }
      const dTurnedAt = dTurned + starts[s] * a * 4;
      kernels.gemm(scores + 4, columns * 4, 4, rolesAt + a * 4, roleRow, dTurnedAt, a * 4, n, a, n, 0);
      kernels.gemm(scores, columns * 4, 4, this.#w('rootArc'), a * 4, dTurnedAt, a * 4, n, a, 1, 1);
      kernels.gemm(
        scores + 4,
        4,
        columns * 4,
        turned + starts[s] * a * 4,
        a * 4,
        dRoles + starts[s] * roleRow + a * 4,
        roleRow,
        n,
        a,
        n,
        0,
      );
      kernels.gemm(scores, 4, columns * 4, turned + starts[s] * a * 4, a * 4, this.#g('rootArc'), a * 4, 1, a, n, 1);
    }
    if (!learn) return 0;
    this.#linearBack('arcs', roles, roleRow, dTurned, dRoles, roleRow, tokens, 0);
    loss += this.#labelLoss(batch, starts, roles, dRoles, noise ? roleMask : 0);

    // Back through the roles and the encoder.
    kernels.rectifyGradient(dRoles, roles, roleRow, tokens, 2 * a);
    for (let s = 0; noise && s < sentences; s++) {
      kernels.scaleRows(dRoles + starts[s] * roleRow, roleRow, roleMask + s * roleRow, batch[s].size, 2 * a);
    }
    let dx = this.#buffer('dx', max * x);
    let dBefore = this.#buffer('dBefore', max * x);
    this.#linearBack('roles', layerInput[layers], x * 4, dRoles, dx, x * 4, tokens, 0);
    const back = (layer: number): void => {
      if (layer === shape.tagLayers) this.#linearBack('tags', layerInput[layer], x * 4, dTags, dx, x * 4, tokens, 1);
      for (let s = 0; noise && s < sentences; s++) {
        kernels.scaleRows(dx + starts[s] * x * 4, x * 4, layerMask[layer] + s * x * 4, batch[s].size, x);
      }
    };
    back(layers);
    const du = this.#buffer('du', max * 6 * h);
    const carry = this.#buffer('carry', h);
    for (let layer = layers - 1; layer >= 0; layer--) {
      const u = this.#buffer(`u${layer}`, 0);
      const c = this.#buffer(`c${layer}`, 0);
      memory.at(dBefore, tokens * x).fill(0);
      const v = this.#w(`recurrence${layer}`);
      const dv = this.#g(`recurrence${layer}`);
      for (let s = 0; s < sentences; s++) {
        const first = starts[s];
        const last = starts[s + 1] - 1;
        const input = layerInput[layer];
        kernels.sruBackward(
          u + last * 24 * h,
          du + last * 24 * h,
          24 * h,
          input + last * x * 4,
          dBefore + last * x * 4,
          v,
          dv,
          c + last * x * 4,
          dx + last * x * 4,
          x * 4,
          this.#zero,
          carry,
          batch[s].size,
          h,
        );
        kernels.sruBackward(
          u + first * 24 * h + 12 * h,
          du + first * 24 * h + 12 * h,
          -24 * h,
          input + first * x * 4 + h * 4,
          dBefore + first * x * 4 + h * 4,
          v + 8 * h,
          dv + 8 * h,
          c + first * x * 4 + h * 4,
          dx + first * x * 4 + h * 4,
          -x * 4,
          this.#zero,
          carry,
          batch[s].size,
          h,
        );
      }
      this.#linearBack(`gates${layer}`, layerInput[layer], x * 4, du, dBefore, x * 4, tokens, 1);
      [dx, dBefore] = [dBefore, dx];
      back(layer);
    }
    kernels.rectifyGradient(dx, layerInput[0], x * 4, tokens, x);
    const dWindow = this.#buffer('dWindow', max * 3 * e);
    this.#linearBack('window', window, 3 * e * 4, dx, dWindow, 3 * e * 4, tokens, 0);

    // Back to the tables; a word's gradient is the sum of its parts in three windows.
    const dEmbedded = this.#buffer('dEmbedded', max * 3 * e);
    memory.at(dEmbedded, row * e).fill(0);
    for (let s = 0; s < sentences; s++) {
      const first = starts[s] + 2 * s;
      for (let i = 0; i < batch[s].size; i++)
        kernels.add(dEmbedded + (first + i) * e * 4, dWindow + (starts[s] + i) * 3 * e * 4, 3 * e);
      if (noise) kernels.scaleRows(dEmbedded + first * e * 4, e * 4, inputMask + s * e * 4, batch[s].size + 2, e);
    }
    for (let i = 0; i < row; i++) {
      this.#lookUp(ids + i * LOOKUPS * 4, counts[i], (name, width, place, list, count, scale) => {
        kernels.scatter(dEmbedded + (i * e + place) * 4, this.#g(name), list, count, width, scale);
      });
    }
    return loss;
  }

  #opinion(example: Example, scores: Float32Array, columns: number, tags: number): Opinion {
    const n = example.size;
    const { upos, xpos } = this.shape;
    const opinion = {
      upos: new Float32Array(n * upos),
      xpos: new Float32Array(n * xpos),
      arcs: new Float32Array(n * (n + 1)),
    };
    for (let i = 0; i < n; i++) {
      const row = this.memory.at(tags + i * this.#tagWidth * 4, this.#tagWidth);
      opinion.upos.set(row.subarray(0, upos), i * upos);
      opinion.xpos.set(row.subarray(four(upos), four(upos) + xpos), i * xpos);
      opinion.arcs.set(scores.subarray(i * columns, i * columns + n + 1), i * (n + 1));
      opinion.arcs[i * (n + 1) + i + 1] = -1e9; // no word is its own head
    }
    return opinion;
  }

  #tagLoss(batch: readonly Example[], tags: number, dTags: number): number {
    const { upos, xpos } = this.shape;
    const width = this.#tagWidth;
    let loss = 0;
    let row = 0;
    for (const { targets, size } of batch) {
      for (let i = 0; i < size; i++, row++) {
        const scores = this.memory.at(tags + row * width * 4, width);
        const gradient = this.memory.at(dTags + row * width * 4, width);
        loss += softmaxLoss(scores.subarray(0, upos), gradient.subarray(0, upos), targets.upos, i);
        loss += softmaxLoss(scores.subarray(four(upos)), gradient.subarray(four(upos)), targets.xpos, i, xpos);
      }
    }
    return loss;
  }

  /** Scores of the labels of every word under the given heads: `labels[row * four(deprels)]`. */
  #labelScores(
    batch: readonly Example[],
    starts: Int32Array,
    roles: number,
    mask: number,
    headsOf: (s: number) => ArrayLike<number>,
  ): [number, number] {
    const { floats, kernels } = this.memory;
    const { arcWidth: a, labelWidth: l, deprels } = this.shape;
    const roleWidth = this.#roleWidth;
    const hidden = this.#buffer('hidden', this.#maxTokens * l);
    const labels = this.#buffer('labels', this.#maxTokens * four(deprels));
    const root = this.#w('rootLabel') >> 2;
    const distance = this.#w('distanceLabel') >> 2;
    for (let s = 0; s < batch.length; s++) {
      const heads = headsOf(s);
      const n = batch[s].size;
      for (let i = 0; i < n; i++) {
        const head = heads[i];
        const out = (hidden >> 2) + (starts[s] + i) * l;
        const own = (roles >> 2) + (starts[s] + i) * roleWidth + 2 * a;
        const other = head === 0 ? root : (roles >> 2) + (starts[s] + head - 1) * roleWidth + 2 * a + l;
        const far = distance + (head === 0 ? 0 : distanceBucket(head - 1 - i)) * l;
        for (let j = 0; j < l; j++) floats[out + j] = floats[own + j] + floats[other + j] + floats[far + j];
      }
      const at = hidden + starts[s] * l * 4;
      kernels.rectify(at, l * 4, n, l);
      if (mask) kernels.scaleRows(at, l * 4, mask + (s * roleWidth + 2 * a) * 4, n, l);
    }
    this.#linear('labels', hidden, l * 4, labels, starts[batch.length]);
    return [hidden, labels];
  }

  #labelLoss(batch: readonly Example[], starts: Int32Array, roles: number, dRoles: number, mask: number): number {
    const { floats, kernels } = this.memory;
    const { arcWidth: a, labelWidth: l, deprels } = this.shape;
    const roleWidth = this.#roleWidth;
    const tokens = starts[batch.length];
    const [hidden, labels] = this.#labelScores(batch, starts, roles, mask, (s) => batch[s].heads);
    const dLabels = this.#buffer('dLabels', this.#maxTokens * four(deprels));
    this.memory.at(dLabels, tokens * four(deprels)).fill(0);
    let loss = 0;
    for (let s = 0; s < batch.length; s++) {
      for (let i = 0; i < batch[s].size; i++) {
        const offset = (starts[s] + i) * four(deprels) * 4;
        loss += softmaxLoss(
          this.memory.at(labels + offset, deprels),
          this.memory.at(dLabels + offset, deprels),
          batch[s].targets.labels,
          i,
        );
      }
    }
    const dHidden = this.#buffer('dHidden', this.#maxTokens * l);
    this.#linearBack('labels', hidden, l * 4, dLabels, dHidden, l * 4, tokens, 0);
    kernels.rectifyGradient(dHidden, hidden, l * 4, tokens, l);
    const root = this.#g('rootLabel') >> 2;
    const distance = this.#g('distanceLabel') >> 2;
    for (let s = 0; s < batch.length; s++) {
      const n = batch[s].size;
      if (mask) kernels.scaleRows(dHidden + starts[s] * l * 4, l * 4, mask + (s * roleWidth + 2 * a) * 4, n, l);
      for (let i = 0; i < n; i++) {
        const head = batch[s].heads[i];
        const from = (dHidden >> 2) + (starts[s] + i) * l;
        const own = (dRoles >> 2) + (starts[s] + i) * roleWidth + 2 * a;
        const other = head === 0 ? root : (dRoles >> 2) + (starts[s] + head - 1) * roleWidth + 2 * a + l;
        const far = distance + (head === 0 ? 0 : distanceBucket(head - 1 - i)) * l;
        for (let j = 0; j < l; j++) {
          const gradient = floats[from + j];
          floats[own + j] += gradient;
          floats[other + j] += gradient;
          floats[far + j] += gradient;
        }
      }
    }
    return loss;
  }

  /** Label logits (n rows of `deprels`) of each sentence under given heads; call right after `run` over the same batch. */
  labels(batch: readonly Example[], heads: readonly ArrayLike<number>[]): Float32Array[] {
    const { deprels } = this.shape;
    const starts = new Int32Array(batch.length + 1);
    for (let s = 0; s < batch.length; s++) starts[s + 1] = starts[s] + batch[s].size;
    const [, labels] = this.#labelScores(batch, starts, this.#buffer('roles', 0), 0, (s) => heads[s]);
    return batch.map((example, s) => {
      const scores = new Float32Array(example.size * deprels);
      for (let i = 0; i < example.size; i++) {
        scores.set(this.memory.at(labels + (starts[s] + i) * four(deprels) * 4, deprels), i * deprels);
      }
      return scores;
    });
  }

  /** Updates the weights from the gradients of a batch (divided by its words) and clears them. */
  update(words: number, rate: number, averageOver: number): void {
    const step = ++this.#steps;
    const beta1 = 0.9;
    const beta2 = 0.98;
    const norm = Math.sqrt(this.memory.kernels.sumSquares(this.gradients, this.size)) / words;
    this.#norm = this.#norm === 0 ? norm : 0.98 * this.#norm + 0.02 * norm;
    const clip = Math.min(1, (2 * this.#norm) / norm) / words;
    const corrected = (rate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
    const keep = Math.min(1 - 1 / averageOver, (1 + step) / (10 + step));
    this.memory.kernels.adam(
      this.weights,
      this.gradients,
      this.#first,
      this.#second,
      this.average,
      this.size,
      corrected,
      beta1,
      beta2,
      0,
      keep,
      clip,
    );
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

/** Sparse target distributions of the words of a sentence: entries `starts[i]`..`starts[i + 1]` are of word i. */
export interface Targets {
  readonly starts: ArrayLike<number>;
  readonly classes: ArrayLike<number>;
  readonly shares: ArrayLike<number>;
}

/** Cross-entropy of a softmax against a sparse target; writes the gradient, which may take the place of the scores. */
function softmaxLoss(
  scores: Float32Array,
  gradient: Float32Array,
  targets: Targets,
  word: number,
  classes = scores.length,
): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < classes; k++) if (scores[k] > highest) highest = scores[k];
  let mass = 0;
  let loss = 0;
  for (let t = targets.starts[word]; t < targets.starts[word + 1]; t++) {
    mass += targets.shares[t];
    loss += targets.shares[t] * (highest - scores[targets.classes[t]]);
  }
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const share = Math.exp(scores[k] - highest);
    gradient[k] = share;
    sum += share;
  }
  loss += mass * Math.log(sum);
  const scale = mass / sum;
  for (let k = 0; k < classes; k++) gradient[k] *= scale;
  for (let t = targets.starts[word]; t < targets.starts[word + 1]; t++)
    gradient[targets.classes[t]] -= targets.shares[t];
  return loss;
}

/** Loss of the heads; the scores are overwritten with their gradient. */
function arcLoss(example: Example, scores: Float32Array, columns: number): number {
  const n = example.size;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const row = scores.subarray(i * columns, (i + 1) * columns);
    row[i + 1] = -1e9;
    loss += softmaxLoss(row, row, example.targets.arcs, i, n + 1);
    for (let k = n + 1; k < columns; k++) row[k] = 0;
  }
  return loss;
}
