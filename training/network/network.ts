import { DISTANCE_BUCKETS, GRAM_BUCKETS } from '../../src/language/parser/features.ts';
import type { Example } from '../examples.ts';
import { ArcScorer } from './arcs.ts';
import { type Batch, createBatch, type Noise } from './batch.ts';
import { Embedding } from './embedding.ts';
import { Encoder } from './encoder.ts';
import { LabelScorer } from './labels.ts';
import { softmaxLoss } from './loss.ts';
import { Parameters } from './parameters.ts';
import { embeddingWidth, four, type NetworkShape, roleLayout, tagWidth } from './shape.ts';

/** What the network says of a sentence of n words: scores, a row for each word. */
export interface Opinion {
  readonly upos: Float32Array;
  readonly xpos: Float32Array;
  /** Of n + 1 heads, the root first. */
  readonly arcs: Float32Array;
}

/** A network may be trained, or only asked. */
export interface NetworkOptions {
  readonly seed?: number;
  /** Words of the largest batch. */
  readonly maxWords?: number;
  readonly training?: boolean;
}

/**
 * The parser's network in training: forward, backward and update, all in one WebAssembly memory.
 * Gradients are written by hand and checked against differences in `network.test.ts`.
 */
export class Network {
  readonly shape: NetworkShape;
  readonly parameters: Parameters;
  readonly #embedding: Embedding;
  readonly #encoder: Encoder;
  readonly #arcs: ArcScorer;
  readonly #labels: LabelScorer;

  constructor(shape: NetworkShape, { seed = 0, maxWords = 1536, training = true }: NetworkOptions = {}) {
    this.shape = shape;
    const x = 2 * shape.width;
    const floats = 13 * embeddingWidth(shape) + (12 + 6 * shape.layers) * x + 4 * roleLayout(shape).width + 1000;
    this.parameters = new Parameters(layoutOf(shape), seed, maxWords, floats, training);
    this.#embedding = new Embedding(this.parameters, shape);
    this.#encoder = new Encoder(this.parameters, shape);
    this.#arcs = new ArcScorer(this.parameters, shape);
    this.#labels = new LabelScorer(this.parameters, shape);
  }

  /** The loss of sentences, summed over words; adds to the gradients. `noise` is null where nothing is to be disturbed. */
  learn(examples: readonly Example[], noise: Noise | null): number {
    const batch = createBatch(examples, noise);
    const { memory } = this.parameters;
    this.#read(batch);
    const { tags, roles, masks } = this.#places();
    const dTags = this.parameters.space('dTags', tagWidth(this.shape));
    const dRoles = this.parameters.space('dRoles', roleLayout(this.shape).width);
    memory.at(dTags, batch.words * tagWidth(this.shape)).fill(0);
    memory.at(dRoles, batch.words * roleLayout(this.shape).width).fill(0);
    let loss = this.#tagLoss(batch, tags, dTags);
    for (let s = 0; s < examples.length; s++) {
      loss += this.#arcs.learn(batch, s, this.#arcs.score(batch, s, roles), roles, dRoles);
    }
    this.#arcs.backward(batch, roles, dRoles);
    loss += this.#labels.learn(batch, roles, dRoles, noise ? masks : 0);
    this.#goBack(batch, dTags, dRoles);
    return loss;
  }

  /** What the network says of sentences. */
  ask(examples: readonly Example[]): Opinion[] {
    const batch = createBatch(examples, null);
    this.#read(batch);
    const { tags, roles } = this.#places();
    const { upos, xpos } = this.shape;
    return examples.map(({ size: n }, s) => {
      const scores = this.#arcs.score(batch, s, roles);
      const opinion: Opinion = {
        upos: new Float32Array(n * upos),
        xpos: new Float32Array(n * xpos),
        arcs: new Float32Array(n * (n + 1)),
      };
      for (let i = 0; i < n; i++) {
        const row = this.parameters.memory.at(
          tags + (batch.starts[s] + i) * tagWidth(this.shape) * 4,
          tagWidth(this.shape),
        );
        opinion.upos.set(row.subarray(0, upos), i * upos);
        opinion.xpos.set(row.subarray(four(upos), four(upos) + xpos), i * xpos);
        opinion.arcs.set(scores.subarray(i * four(n + 1), i * four(n + 1) + n + 1), i * (n + 1));
        opinion.arcs[i * (n + 1) + i + 1] = -1e9; // no word is its own head
      }
      return opinion;
    });
  }

  /** Label scores of sentences under given heads, a row for each word; call right after `ask` over the same sentences. */
  askLabels(examples: readonly Example[], heads: readonly ArrayLike<number>[]): Float32Array[] {
    const { deprels } = this.shape;
    const batch = createBatch(examples, null);
    this.#labels.forward(batch, this.#places().roles, 0, (s) => heads[s]);
    return examples.map(({ size }, s) => {
      const scores = new Float32Array(size * deprels);
      for (let i = 0; i < size; i++) scores.set(this.#labels.scores(batch.starts[s] + i), i * deprels);
      return scores;
    });
  }

  #places() {
    const { width } = roleLayout(this.shape);
    return {
      tags: this.parameters.space('tags', tagWidth(this.shape)),
      roles: this.parameters.space('roles', width),
      masks: this.parameters.space('roleMasks', width),
    };
  }

  /** Forward as far as tags and roles. */
  #read(batch: Batch): void {
    const { words, noise, examples, starts } = batch;
    if (words > this.parameters.maxWords) throw new Error(`${words} words in a batch`);
    const { kernels } = this.parameters.memory;
    const { layers, tagLayers, width } = this.shape;
    const { arcWidth, labelWidth, width: roleWidth } = roleLayout(this.shape);
    const { tags, roles, masks } = this.#places();
    this.#encoder.forward(batch, this.#embedding.forward(batch));
    this.parameters.linear('tags', this.#encoder.output(tagLayers), 8 * width, tags, words);
    this.parameters.linear('roles', this.#encoder.output(layers), 8 * width, roles, words);
    const row = roleWidth * 4;
    kernels.rectify(roles, row, words, 2 * arcWidth);
    examples.forEach(({ size }, s) => {
      if (!noise) return;
      this.parameters.mask(masks + s * row, 2 * arcWidth + labelWidth, noise.head);
      kernels.scaleRows(roles + starts[s] * row, row, masks + s * row, size, 2 * arcWidth);
    });
    this.#arcs.forward(batch, roles);
  }

  /** Backward from the gradients of tags and roles. */
  #goBack(batch: Batch, dTags: number, dRoles: number): void {
    const { words, noise, examples, starts } = batch;
    const { kernels } = this.parameters.memory;
    const { layers, tagLayers, width } = this.shape;
    const { arcWidth, width: roleWidth } = roleLayout(this.shape);
    const { roles, masks } = this.#places();
    const row = roleWidth * 4;
    kernels.rectifyGradient(dRoles, roles, row, words, 2 * arcWidth);
    examples.forEach(({ size }, s) => {
      if (noise) kernels.scaleRows(dRoles + starts[s] * row, row, masks + s * row, size, 2 * arcWidth);
    });
    const dx = this.parameters.space('dx', 2 * width);
    this.parameters.linearBack('roles', this.#encoder.output(layers), 8 * width, dRoles, dx, 8 * width, words, false);
    const dWindow = this.#encoder.backward(batch, dx, (layer, gradient) => {
      if (layer !== tagLayers) return;
      this.parameters.linearBack(
        'tags',
        this.#encoder.output(layer),
        8 * width,
        dTags,
        gradient,
        8 * width,
        words,
        true,
      );
    });
    this.#embedding.backward(batch, dWindow);
  }

  #tagLoss({ examples, starts }: Batch, tags: number, dTags: number): number {
    const { upos, xpos } = this.shape;
    const width = tagWidth(this.shape);
    const { memory } = this.parameters;
    let loss = 0;
    examples.forEach(({ targets, size }, s) => {
      for (let i = 0; i < size; i++) {
        const scores = memory.at(tags + (starts[s] + i) * width * 4, width);
        const gradient = memory.at(dTags + (starts[s] + i) * width * 4, width);
        loss += softmaxLoss(scores.subarray(0, upos), gradient.subarray(0, upos), targets.upos, i);
        loss += softmaxLoss(scores.subarray(four(upos)), gradient.subarray(four(upos)), targets.xpos, i, xpos);
      }
    });
    return loss;
  }
}

/** Names and sizes of a network's weights. */
function layoutOf(shape: NetworkShape): [name: string, rows: number, columns: number][] {
  const { width: h, layers, arcWidth, labelWidth } = shape;
  const x = 2 * h;
  const withBias = (name: string, rows: number, columns: number): [string, number, number][] => [
    [name, rows, columns],
    [`${name}Bias`, 1, columns],
  ];
  return [
    ['words', shape.words, shape.wordWidth],
    ['grams', GRAM_BUCKETS, shape.gramWidth],
    ['shapes', shape.shapes, shape.shapeWidth],
    ['hints', shape.hints, shape.hintWidth],
    ...withBias('window', 3 * embeddingWidth(shape), x),
    ...Array.from({ length: layers }, (_, layer): [string, number, number][] => [
      ...withBias(`gates${layer}`, x, 6 * h),
      [`recurrence${layer}`, 2, 2 * h],
    ]).flat(),
    ...withBias('tags', x, tagWidth(shape)),
    ...withBias('roles', x, roleLayout(shape).width),
    ...withBias('arcs', arcWidth, arcWidth),
    ['rootArc', 1, arcWidth],
    ['rootLabel', 1, labelWidth],
    ['distanceLabel', DISTANCE_BUCKETS, labelWidth],
    ...withBias('labels', labelWidth, four(shape.deprels)),
  ];
}
