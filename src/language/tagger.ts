import { FormSlots } from './form-slots.ts';
import {
  CONTEXT_FEATURES,
  contextFeatures,
  EDGE,
  type FormFeatures,
  formFeatures,
  type JoinedFeatures,
  tagFeatures,
} from './tagger-features.ts';

/** Gives the words of one sentence their tags, one of each kind a word. */
export interface Tagger {
  tag(forms: readonly string[]): Tags;
}

export interface Tags {
  readonly upos: string[];
  readonly xpos: string[];
  /** Positions of the pairs among the model's tags. */
  readonly pairs: number[];
}

/**
 * A linear model: what each feature adds to the score of each tag (`UPOS|XPOS`), in whole numbers from -127 to 127.
 * Entries `starts[i]`..`starts[i + 1]` belong to the feature of hash i; hashes ascend, as signed numbers.
 */
export interface TaggerModel {
  readonly tags: readonly string[];
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly entryTags: Uint8Array;
  readonly entryWeights: Int8Array;
}

/** Places from which a form is seen: at the word itself, and from two words after it to two words before it. */
const PLACES = 5;

/** Forms whose sums are kept; a text's few thousand different forms make most of the work a look-up. */
const KEPT_FORMS = 6144;

/** The slot that stands for the edges of a sentence. */
const EDGE_SLOT = 0;

/** Words that are tagged at once; a longer sentence is cut. */
const LONGEST = 1024;

/** A greedy left-to-right perceptron tagger. Its only state is a bounded cache, which does not change what it says. */
export function createTagger(model: TaggerModel): Tagger {
  const width = model.tags.length;
  const upos = model.tags.map((tag) => tag.slice(0, tag.indexOf('|')));
  const xpos = model.tags.map((tag) => tag.slice(tag.indexOf('|') + 1));
  const table = featureTable(model);

  // What a form adds to the scores at each place, in one array for all forms; `joined` is what context features need.
  const sums = new Int16Array(KEPT_FORMS * PLACES * width);
  const joined: JoinedFeatures[] = [];
  const keep = (slot: number, { own, beside, word, suffix }: FormFeatures): void => {
    joined[slot] = { word, suffix };
    const start = slot * PLACES * width;
    sums.fill(0, start, start + PLACES * width);
    for (const hash of own) table.add(hash, sums, start);
    beside.forEach((hashes, place) => {
      for (const hash of hashes) table.add(hash, sums, start + (place + 1) * width);
    });
  };
  keep(EDGE_SLOT, EDGE);
  const slots = new FormSlots(KEPT_FORMS, EDGE_SLOT + 1);

  // What two tags add to the score of the next, made when they are first seen together.
  const pairSums = new Int16Array((width + 1) * (width + 1) * width);
  const pairKnown = new Uint8Array((width + 1) * (width + 1));
  const pairStart = (first: number, second: number): number => {
    const pair = (first + 1) * (width + 1) + second + 1;
    if (pairKnown[pair] === 0) {
      pairKnown[pair] = 1;
      for (const hash of tagFeatures(first, second)) table.add(hash, pairSums, pair * width);
    }
    return pair * width;
  };

  const scores = new Int32Array(width);
  const context = new Int32Array(CONTEXT_FEATURES);
  const tagPiece = (words: readonly string[], tags: Tags): void => {
    // With two edges on each side, every word has its neighbours.
    const sentence = new Int32Array(words.length + 4);
    sentence.set(
      slots.of(words, (slot, form) => keep(slot, formFeatures(form))),
      2,
    );
    let first = -1;
    let second = -1;
    for (let index = 2; index < sentence.length - 2; index += 1) {
      const own = sentence[index] * PLACES * width;
      const farBefore = (sentence[index - 2] * PLACES + 1) * width;
      const nearBefore = (sentence[index - 1] * PLACES + 2) * width;
      const nearAfter = (sentence[index + 1] * PLACES + 3) * width;
      const farAfter = (sentence[index + 2] * PLACES + 4) * width;
      const pair = pairStart(first, second);
      for (let tag = 0; tag < width; tag += 1)
        scores[tag] =
          pairSums[pair + tag] +
          sums[own + tag] +
          sums[farBefore + tag] +
          sums[nearBefore + tag] +
          sums[nearAfter + tag] +
          sums[farAfter + tag];
      const word = joined[sentence[index]];
      contextFeatures(context, joined[sentence[index - 1]], word, joined[sentence[index + 1]], first, second);
      for (let feature = 0; feature < CONTEXT_FEATURES; feature += 1) table.add(context[feature], scores, 0);
      let best = 0;
      for (let tag = 1; tag < width; tag += 1) if (scores[tag] > scores[best]) best = tag;
      tags.pairs.push(best);
      tags.upos.push(upos[best]);
      tags.xpos.push(xpos[best]);
      second = first;
      first = best;
    }
  };
  return {
    tag(words) {
      const tags: Tags = { upos: [], xpos: [], pairs: [] };
      for (let start = 0; start < words.length; start += LONGEST) tagPiece(words.slice(start, start + LONGEST), tags);
      return tags;
    },
  };
}

/**
 * The features in an open-addressed hash table over flat arrays, small enough to stay near the processor: most of a
 * look-up's time goes into waiting for memory. A slot is a hash and where its entries are: their number, then each
 * entry's tag and weight in one.
 */
function featureTable({ hashes, starts, entryTags, entryWeights }: TaggerModel) {
  let size = 1024;
  while (size < hashes.length * 1.3) size *= 2;
  const slots = new Int32Array(size * 2);
  const entries = new Int16Array(1 + entryTags.length + hashes.length);
  let next = 1;
  for (let row = 0; row < hashes.length; row += 1) {
    let slot = hashes[row] & (size - 1);
    while (slots[slot * 2 + 1] > 0) slot = (slot + 1) & (size - 1);
    slots[slot * 2] = hashes[row];
    slots[slot * 2 + 1] = next;
    entries[next++] = starts[row + 1] - starts[row];
    for (let entry = starts[row]; entry < starts[row + 1]; entry += 1)
      entries[next++] = (entryWeights[entry] << 8) | entryTags[entry];
  }
  return {
    /** Adds the weights of a feature to the scores of the tags, which begin at `at`. */
    add(hash: number, scores: Int16Array | Int32Array, at: number): void {
      let slot = hash & (size - 1);
      for (let start = slots[slot * 2 + 1]; start > 0; start = slots[slot * 2 + 1]) {
        if (slots[slot * 2] === hash) {
          const end = start + entries[start];
          for (let entry = start + 1; entry <= end; entry += 1)
            scores[at + (entries[entry] & 255)] += entries[entry] >> 8;
          return;
        }
        slot = (slot + 1) & (size - 1);
      }
    },
  };
}

/**
 * The model as bytes: a line of JSON with the tags and the number of features, the features' hashes in ascending order
 * (32 bits, little-endian), how many weights each has (8 bits), then for each weight its tag and itself.
 */
export function encodeTagger({ tags, hashes, starts, entryTags, entryWeights }: TaggerModel): Uint8Array {
  const header = new TextEncoder().encode(`${JSON.stringify({ tags, features: hashes.length })}\n`);
  const bytes = new Uint8Array(header.length + hashes.length * 5 + entryTags.length * 2);
  const view = new DataView(bytes.buffer);
  bytes.set(header);
  const counts = header.length + hashes.length * 4;
  const entries = counts + hashes.length;
  hashes.forEach((hash, feature) => {
    view.setInt32(header.length + feature * 4, hash, true);
    bytes[counts + feature] = starts[feature + 1] - starts[feature];
  });
  entryTags.forEach((tag, entry) => {
    bytes[entries + entry * 2] = tag;
    view.setInt8(entries + entry * 2 + 1, entryWeights[entry]);
  });
  return bytes;
}

export function decodeTagger(bytes: Uint8Array): TaggerModel {
  const start = bytes.indexOf(10) + 1;
  const header: { tags: string[]; features: number } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, start)));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const counts = start + header.features * 4;
  const entries = counts + header.features;
  const total = (bytes.length - entries) / 2;
  const model = {
    tags: header.tags,
    hashes: new Int32Array(header.features),
    starts: new Int32Array(header.features + 1),
    entryTags: new Uint8Array(total),
    entryWeights: new Int8Array(total),
  };
  for (let feature = 0; feature < header.features; feature += 1) {
    model.hashes[feature] = view.getInt32(start + feature * 4, true);
    model.starts[feature + 1] = model.starts[feature] + bytes[counts + feature];
  }
  for (let entry = 0; entry < total; entry += 1) {
    model.entryTags[entry] = bytes[entries + entry * 2];
    model.entryWeights[entry] = view.getInt8(entries + entry * 2 + 1);
  }
  return model;
}
