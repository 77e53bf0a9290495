import type { Inventory } from '../src/language/parser/model.ts';
import { maximumSpanningTree } from '../src/language/parser/tree.ts';
import { batches, type Example } from './examples.ts';
import type { Network } from './network/network.ts';
import type { TreebankSentence } from './treebank.ts';

/** A parse in the inventory's numbers. */
export interface Parse {
  readonly upos: number[];
  readonly xpos: number[];
  readonly heads: Int32Array;
  readonly labels: number[];
}

/** Per cent of words with the right tag, head, and head and relation (subtypes dropped), as `score_parse.py` counts. */
export interface Scores {
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
}

/** Index of the highest of `count` values from `start`. */
export function best(values: ArrayLike<number>, start: number, count: number): number {
  let winner = 0;
  for (let i = 1; i < count; i++) if (values[start + i] > values[start + winner]) winner = i;
  return winner;
}

/** Parses examples with the network's present weights. */
export function parseExamples(network: Network, examples: readonly Example[], words = 1024): Parse[] {
  const { upos, xpos, deprels } = network.shape;
  return batches(examples, words).flatMap((batch) => {
    const opinions = network.ask(batch);
    const heads = opinions.map(({ arcs }, s) => maximumSpanningTree(arcs, batch[s].size));
    const labels = network.askLabels(batch, heads);
    return batch.map(({ size }, s) => ({
      upos: Array.from({ length: size }, (_, i) => best(opinions[s].upos, i * upos, upos)),
      xpos: Array.from({ length: size }, (_, i) => best(opinions[s].xpos, i * xpos, xpos)),
      heads: heads[s],
      labels: Array.from({ length: size }, (_, i) => best(labels[s], i * deprels, deprels)),
    }));
  });
}

/** Scores parses against the treebank. */
export function score(gold: readonly TreebankSentence[], parses: readonly Parse[], inventory: Inventory): Scores {
  let words = 0;
  const right = { upos: 0, xpos: 0, uas: 0, las: 0 };
  gold.forEach((sentence, s) => {
    const parse = parses[s];
    for (let i = 0; i < sentence.forms.length; i++) {
      words++;
      if (inventory.upos[parse.upos[i]] === sentence.upos[i]) right.upos++;
      if (inventory.xpos[parse.xpos[i]] === sentence.xpos[i]) right.xpos++;
      if (parse.heads[i] !== sentence.heads[i]) continue;
      right.uas++;
      if (inventory.deprels[parse.labels[i]].split(':')[0] === sentence.deprels[i].split(':')[0]) right.las++;
    }
  });
  const share = (count: number): number => (100 * count) / words;
  return { upos: share(right.upos), xpos: share(right.xpos), uas: share(right.uas), las: share(right.las) };
}
