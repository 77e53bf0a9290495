import { CONTEXT_FEATURES, contextFeatures, EDGE, type FormFeatures, formFeatures } from './tagger-features.ts';

/** Gives the words of one sentence their tags, one of each kind a word. */
export interface Tagger {
  tag(forms: readonly string[]): Tags;
}

export interface Tags {
  readonly upos: string[];
  readonly xpos: string[];
}

/** A linear model: what each feature adds to the score of each tag (`UPOS|XPOS`), in whole numbers from -127 to 127. */
export interface TaggerModel {
  readonly tags: string[];
  /** In ascending order of their signed hashes. */
  readonly features: { readonly hash: number; readonly entries: readonly (readonly [tag: number, weight: number])[] }[];
}

/** A form with the sums of all that it adds to the scores by itself, at each place from which it is seen. */
interface KnownForm {
  readonly features: FormFeatures;
  readonly own: Int16Array;
  readonly beside: readonly Int16Array[];
}

/** Forms whose sums are kept; a text's few thousand different forms make most of the work a look-up. */
const KEPT_FORMS = 12_000;

/** A greedy left-to-right perceptron tagger. Its only state is a bounded cache, which does not change what it says. */
export function createTagger(model: TaggerModel): Tagger {
  const width = model.tags.length;
  const upos = model.tags.map((tag) => tag.slice(0, tag.indexOf('|')));
  const xpos = model.tags.map((tag) => tag.slice(tag.indexOf('|') + 1));
  const table = featureTable(model);

  const sumOf = (hashes: Int32Array): Int16Array => {
    const sum = new Int16Array(width);
    for (const hash of hashes) table.add(hash, sum);
    return sum;
  };
  const know = (form: string): KnownForm => {
    const features = formFeatures(form);
    return { features, own: sumOf(features.own), beside: features.beside.map(sumOf) };
  };
  const edge: KnownForm = { features: EDGE, own: sumOf(EDGE.own), beside: EDGE.beside.map(sumOf) };
  let forms = new Map<string, KnownForm>();
  const known = (form: string): KnownForm => {
    const kept = forms.get(form);
    if (kept !== undefined) return kept;
    if (forms.size >= KEPT_FORMS) forms = new Map();
    const made = know(form);
    forms.set(form, made);
    return made;
  };

  const scores = new Int32Array(width);
  const context = new Int32Array(CONTEXT_FEATURES);
  return {
    tag(words) {
      const sentence = words.map(known);
      const at = (index: number) => sentence[index] ?? edge;
      const tags: Tags = { upos: [], xpos: [] };
      let first = -1;
      let second = -1;
      for (let index = 0; index < sentence.length; index += 1) {
        const { own, features } = sentence[index];
        const before = at(index - 1);
        const after = at(index + 1);
        const farBefore = at(index - 2).beside[0];
        const nearBefore = before.beside[1];
        const nearAfter = after.beside[2];
        const farAfter = at(index + 2).beside[3];
        for (let tag = 0; tag < width; tag += 1)
          scores[tag] = own[tag] + farBefore[tag] + nearBefore[tag] + nearAfter[tag] + farAfter[tag];
        contextFeatures(context, before.features, features, after.features, first, second);
        for (const hash of context) table.add(hash, scores);
        let best = 0;
        for (let tag = 1; tag < width; tag += 1) if (scores[tag] > scores[best]) best = tag;
        tags.upos.push(upos[best]);
        tags.xpos.push(xpos[best]);
        second = first;
        first = best;
      }
      return tags;
    },
  };
}

/** The features in an open-addressed hash table over flat arrays: a look-up makes no objects. */
function featureTable({ features }: TaggerModel) {
  let size = 1024;
  while (size < features.length * 2) size *= 2;
  const keys = new Int32Array(size);
  const rows = new Int32Array(size).fill(-1);
  const starts = new Int32Array(features.length + 1);
  let total = 0;
  for (const { entries } of features) total += entries.length;
  const tags = new Uint8Array(total);
  const weights = new Int8Array(total);
  let next = 0;
  features.forEach(({ hash, entries }, row) => {
    let slot = (hash >>> 0) & (size - 1);
    while (rows[slot] >= 0) slot = (slot + 1) & (size - 1);
    keys[slot] = hash;
    rows[slot] = row;
    starts[row] = next;
    for (const [tag, weight] of entries) {
      tags[next] = tag;
      weights[next] = weight;
      next += 1;
    }
  });
  starts[features.length] = next;
  return {
    add(hash: number, scores: Int16Array | Int32Array): void {
      let slot = (hash >>> 0) & (size - 1);
      while (rows[slot] >= 0) {
        if (keys[slot] === hash) {
          const end = starts[rows[slot] + 1];
          for (let entry = starts[rows[slot]]; entry < end; entry += 1) scores[tags[entry]] += weights[entry];
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
export function encodeTagger({ tags, features }: TaggerModel): Uint8Array {
  const header = new TextEncoder().encode(`${JSON.stringify({ tags, features: features.length })}\n`);
  let total = 0;
  for (const { entries } of features) total += entries.length;
  const bytes = new Uint8Array(header.length + features.length * 5 + total * 2);
  const view = new DataView(bytes.buffer);
  bytes.set(header);
  const counts = header.length + features.length * 4;
  let next = counts + features.length;
  features.forEach(({ hash, entries }, index) => {
    view.setInt32(header.length + index * 4, hash, true);
    bytes[counts + index] = entries.length;
    for (const [tag, weight] of entries) {
      bytes[next++] = tag;
      view.setInt8(next++, weight);
    }
  });
  return bytes;
}

export function decodeTagger(bytes: Uint8Array): TaggerModel {
  const start = bytes.indexOf(10) + 1;
  const header: { tags: string[]; features: number } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, start)));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const counts = start + header.features * 4;
  let next = counts + header.features;
  const features: TaggerModel['features'] = [];
  for (let index = 0; index < header.features; index += 1) {
    const entries: [number, number][] = [];
    for (let entry = 0; entry < bytes[counts + index]; entry += 1) {
      entries.push([bytes[next], view.getInt8(next + 1)]);
      next += 2;
    }
    features.push({ hash: view.getInt32(start + index * 4, true), entries });
  }
  return { tags: header.tags, features };
}
