import { createTagger, type Tagger, type TaggerModel } from '../src/language/tagger.ts';
import {
  CONTEXT_FEATURES,
  contextFeatures,
  EDGE,
  type FormFeatures,
  formFeatures,
  tagFeatures,
} from '../src/language/tagger-features.ts';
import { createRandom, shuffle } from './random.ts';

/** A sentence to learn from: three arrays of one length. */
export interface TaggedSentence {
  readonly forms: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
}

export interface TaggerOptions {
  readonly epochs?: number;
  readonly seed?: number;
  /** Features seen less often are left out. */
  readonly minimumCount?: number;
  /** Averaged weights smaller than this share of the largest are left out. */
  readonly prune?: number;
}

/** Tag pairs seen less often are errors of annotation or too rare to learn. */
const MINIMUM_TAG_COUNT = 5;

/**
 * Learns an averaged perceptron tagger (Collins 2002) over joint UPOS and XPOS tags. Same sentences, options and seed
 * give the same model.
 */
export function trainTagger(sentences: readonly TaggedSentence[], options: TaggerOptions = {}): Tagger {
  return createTagger(trainTaggerModel(sentences, options));
}

export function trainTaggerModel(sentences: readonly TaggedSentence[], options: TaggerOptions = {}): TaggerModel {
  const { epochs = 8, seed = 1, minimumCount = 2, prune = 0.004 } = options;
  const tags = frequentTags(sentences);
  const tagIndex = new Map(tags.map((tag, index) => [tag, index]));
  const forms = new Map<string, FormFeatures>();
  const featuresOf = (form: string): FormFeatures => {
    const features = forms.get(form) ?? formFeatures(form);
    forms.set(form, features);
    return features;
  };
  const examples = sentences.map(({ forms: words, upos, xpos }) => ({
    features: words.map(featuresOf),
    gold: words.map((_, index) => tagIndex.get(`${upos[index]}|${xpos[index]}`) ?? -1),
  }));

  const rows = countFeatures(examples, minimumCount);
  const width = tags.length;
  const weights = new Float32Array(rows.size * width);
  // Daumé's trick: the average is the weights minus the updates weighted by when they came.
  const late = new Float64Array(rows.size * width);
  const scores = new Float32Array(width);
  const active = new Int32Array(64);
  const context = new Int32Array(CONTEXT_FEATURES);
  const random = createRandom(seed);
  let step = 1;

  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { features, gold } of shuffle(examples, random)) {
      let first = -1;
      let second = -1;
      for (let index = 0; index < features.length; index += 1) {
        let count = 0;
        eachFeature(features, index, first, second, context, (hash) => {
          const row = rows.get(hash);
          if (row !== undefined) active[count++] = row * width;
        });
        scores.fill(0);
        for (let feature = 0; feature < count; feature += 1) {
          const base = active[feature];
          for (let tag = 0; tag < width; tag += 1) scores[tag] += weights[base + tag];
        }
        let best = 0;
        for (let tag = 1; tag < width; tag += 1) if (scores[tag] > scores[best]) best = tag;
        const right = gold[index];
        if (right >= 0 && best !== right) {
          for (let feature = 0; feature < count; feature += 1) {
            const base = active[feature];
            weights[base + right] += 1;
            weights[base + best] -= 1;
            late[base + right] += step;
            late[base + best] -= step;
          }
        }
        step += 1;
        second = first;
        first = best;
      }
    }
  }
  return compress(tags, rows, weights, late, step, prune);
}

function frequentTags(sentences: readonly TaggedSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { upos, xpos } of sentences)
    for (let index = 0; index < upos.length; index += 1) {
      const tag = `${upos[index]}|${xpos[index]}`;
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  return [...counts.keys()].filter((tag) => counts.get(tag)! >= MINIMUM_TAG_COUNT).sort();
}

function eachFeature(
  features: readonly FormFeatures[],
  index: number,
  first: number,
  second: number,
  context: Int32Array,
  see: (hash: number) => void,
): void {
  const at = (place: number) => features[place] ?? EDGE;
  const word = features[index];
  for (const hash of word.own) see(hash);
  for (const hash of at(index - 2).beside[0]) see(hash);
  for (const hash of at(index - 1).beside[1]) see(hash);
  for (const hash of at(index + 1).beside[2]) see(hash);
  for (const hash of at(index + 2).beside[3]) see(hash);
  contextFeatures(context, at(index - 1), word, at(index + 1), first, second);
  for (const hash of context) see(hash);
  for (const hash of tagFeatures(first, second)) see(hash);
}

/** The features seen often enough with the right tags before them, numbered. */
function countFeatures(
  examples: readonly { features: readonly FormFeatures[]; gold: readonly number[] }[],
  minimum: number,
): Map<number, number> {
  const counts = new Map<number, number>();
  const context = new Int32Array(CONTEXT_FEATURES);
  for (const { features, gold } of examples)
    for (let index = 0; index < features.length; index += 1)
      eachFeature(features, index, gold[index - 1] ?? -1, gold[index - 2] ?? -1, context, (hash) => {
        counts.set(hash, (counts.get(hash) ?? 0) + 1);
      });
  const rows = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= minimum) rows.set(hash, rows.size);
  return rows;
}

/** Averages, drops what hardly weighs, and brings the rest to whole numbers from -127 to 127. */
function compress(
  tags: readonly string[],
  rows: ReadonlyMap<number, number>,
  weights: Float32Array,
  late: Float64Array,
  step: number,
  prune: number,
): TaggerModel {
  const width = tags.length;
  const averaged = Float32Array.from(weights, (weight, index) => weight - late[index] / step);
  let largest = 0;
  for (const weight of averaged) largest = Math.max(largest, Math.abs(weight));
  // Few weights are as large as the largest: those beyond a third of it are cut to it, so that the small ones keep more bits.
  const scale = 127 / (largest / 3);
  const least = Math.max(prune * largest * scale, 0.5);
  const hashes: number[] = [];
  const starts = [0];
  const entryTags: number[] = [];
  const entryWeights: number[] = [];
  for (const [hash, row] of [...rows].sort(([a], [b]) => a - b)) {
    for (let tag = 0; tag < width; tag += 1) {
      const weight = Math.max(-127, Math.min(127, Math.round(averaged[row * width + tag] * scale)));
      if (Math.abs(weight) < least) continue;
      entryTags.push(tag);
      entryWeights.push(weight);
    }
    if (entryTags.length === starts.at(-1)) continue;
    hashes.push(hash);
    starts.push(entryTags.length);
  }
  return {
    tags: [...tags],
    hashes: Int32Array.from(hashes),
    starts: Int32Array.from(starts),
    entryTags: Uint8Array.from(entryTags),
    entryWeights: Int8Array.from(entryWeights),
  };
}
