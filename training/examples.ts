import { gramBuckets, plainForm, shapeKey, wordKey } from '../src/language/parser/features.ts';
import type { Inventory } from '../src/language/parser/model.ts';
import type { GuessedSentence } from './graft.ts';
import type { Targets } from './network/loss.ts';
import type { TreebankSentence } from './treebank.ts';

/** A word as the network sees it; `frequency` (in the training set) steers word dropout. */
export interface Feature {
  readonly word: number;
  readonly shape: number;
  readonly grams: Int32Array;
  readonly frequency: number;
}

/** A sentence ready for training; `heads` are those under which labels are learned. */
export interface Example {
  readonly size: number;
  readonly features: readonly Feature[];
  /** The tagger's tags. */
  readonly hints: ArrayLike<number>;
  readonly heads: ArrayLike<number>;
  readonly targets: {
    readonly upos: Targets;
    readonly xpos: Targets;
    readonly arcs: Targets;
    readonly labels: Targets;
  };
}

/** Collects the inventory of a training set: words seen twice, shapes seen five times, all classes; the tagger's tags come as given. */
export function collectInventory(sentences: readonly TreebankSentence[], hints: readonly string[]): Inventory {
  const words = countOf(sentences.flatMap(({ forms }) => forms.map((form) => wordKey(plainForm(form)))));
  const shapes = countOf(sentences.flatMap(({ forms }) => forms.map((form) => shapeKey(plainForm(form)))));
  const atLeast = (counts: Map<string, number>, least: number): string[] =>
    [...counts.keys()]
      .filter((key) => counts.get(key)! >= least)
      .sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
  return {
    words: ['', '^', '$', ...atLeast(words, 2)],
    shapes: ['', ...atLeast(shapes, 5)],
    hints: [...hints],
    upos: atLeast(countOf(sentences.flatMap(({ upos }) => upos)), 1),
    xpos: atLeast(countOf(sentences.flatMap(({ xpos }) => xpos)), 1),
    deprels: atLeast(countOf(sentences.flatMap(({ deprels }) => deprels)), 1),
  };
}

function countOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Turns sentences into examples, keeping the features of forms that it has seen. */
export class ExampleMaker {
  readonly inventory: Inventory;
  readonly #words: Map<string, number>;
  readonly #shapes: Map<string, number>;
  readonly #upos: Map<string, number>;
  readonly #xpos: Map<string, number>;
  readonly #deprels: Map<string, number>;
  readonly #frequencies: Map<string, number>;
  readonly #features = new Map<string, Feature>();

  constructor(inventory: Inventory, training: readonly TreebankSentence[]) {
    this.inventory = inventory;
    const numbers = (items: readonly string[]): Map<string, number> => new Map(items.map((item, i) => [item, i]));
    this.#words = numbers(inventory.words);
    this.#shapes = numbers(inventory.shapes);
    this.#upos = numbers(inventory.upos);
    this.#xpos = numbers(inventory.xpos);
    this.#deprels = numbers(inventory.deprels);
    this.#frequencies = countOf(training.flatMap(({ forms }) => forms.map((form) => wordKey(plainForm(form)))));
  }

  feature(form: string): Feature {
    let feature = this.#features.get(form);
    if (!feature) {
      const plain = plainForm(form);
      const key = wordKey(plain);
      feature = {
        word: this.#words.get(key) ?? 0,
        shape: this.#shapes.get(shapeKey(plain)) ?? 0,
        grams: Int32Array.from(gramBuckets(key)),
        frequency: this.#frequencies.get(key) ?? 0,
      };
      this.#features.set(form, feature);
    }
    return feature;
  }

  /** An example whose targets are the treebank's own; classes unknown to the inventory count as its first. */
  gold({ sentence, hints }: GuessedSentence): Example {
    const size = sentence.forms.length;
    const of = (classes: number[]): Targets => ({
      starts: Uint16Array.from({ length: size + 1 }, (_, i) => i),
      classes: Uint16Array.from(classes),
      shares: new Float32Array(size).fill(1),
    });
    return {
      size,
      features: sentence.forms.map((form) => this.feature(form)),
      hints,
      heads: Uint16Array.from(sentence.heads),
      targets: {
        upos: of(sentence.upos.map((tag) => this.#upos.get(tag) ?? 0)),
        xpos: of(sentence.xpos.map((tag) => this.#xpos.get(tag) ?? 0)),
        arcs: of(sentence.heads),
        labels: of(sentence.deprels.map((label) => this.#deprels.get(label) ?? 0)),
      },
    };
  }
}

/** Cuts examples into batches of at most `words` words, in order; a longer sentence is left out. */
export function batches(examples: readonly Example[], words: number): Example[][] {
  const all: Example[][] = [];
  let batch: Example[] = [];
  let size = 0;
  for (const example of examples) {
    if (example.size > words) continue;
    if (size + example.size > words) {
      all.push(batch);
      batch = [];
      size = 0;
    }
    batch.push(example);
    size += example.size;
  }
  if (batch.length > 0) all.push(batch);
  return all;
}
