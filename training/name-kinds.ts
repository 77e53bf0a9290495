/**
 * `node training/name-kinds.ts > src/language/model/name-kinds.json`: learns from GUM's entities what kind of thing a
 * name stands for. An averaged perceptron over the features of `kind-model.ts`; seeded, the same file each time.
 */
import { gumDocuments } from '../bench/gum.ts';
import { loadCodebook } from '../src/codebook/load.ts';
import { gazetteer } from '../src/language/referents/gazetteer.ts';
import { KINDS, kindFeatures, scoreKinds } from '../src/language/referents/kind-model.ts';
import { mentionsOf } from '../src/language/referents/mentions.ts';
import { namesOf } from '../src/language/referents/names.ts';
import { createRandom, shuffle } from './random.ts';

const EPOCHS = 8;
const RARE = 3;
const KIND_OF: Readonly<Record<string, string>> = { person: 'person', organization: 'organisation', place: 'place' };

const lists = gazetteer(await loadCodebook());
const examples: { features: string[]; kind: number }[] = [];
for (const { sentences, gold } of gumDocuments('train') ?? [])
  for (const sentence of sentences)
    for (const draft of mentionsOf(sentence, namesOf(sentence, lists), lists, new Set())) {
      const { name } = draft;
      if (!name) continue;
      const meant = gold.find(
        (mention) =>
          mention.sentence === sentence.index &&
          mention.isName &&
          (mention.head === draft.head.index || (mention.head >= name.start && mention.head < name.end)),
      );
      const kind = KINDS.indexOf((meant ? (KIND_OF[meant.kind] ?? 'other') : 'other') as (typeof KINDS)[number]);
      // Names in which nothing tells are those that the model is asked about.
      for (let times = 0; times < (draft.kind === null ? 2 : 1); times++)
        examples.push({ features: kindFeatures(draft), kind });
    }

const often = new Map<string, number>();
for (const { features } of examples) for (const feature of features) often.set(feature, (often.get(feature) ?? 0) + 1);

const weights: Record<string, number[]> = {};
const totals: Record<string, number[]> = {};
const random = createRandom(1);
let step = 0;
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (const { features, kind } of shuffle(examples, random)) {
    step++;
    const known = features.filter((feature) => often.get(feature)! >= RARE);
    const scores = scoreKinds(known, weights);
    const guess = scores.indexOf(Math.max(...scores));
    if (guess === kind) continue;
    for (const feature of known) {
      weights[feature] ??= KINDS.map(() => 0);
      totals[feature] ??= KINDS.map(() => 0);
      const own = weights[feature];
      const total = totals[feature];
      own[kind]++;
      own[guess]--;
      total[kind] += step;
      total[guess] -= step;
    }
  }
}
const averaged = Object.keys(weights)
  .sort()
  .map(
    (feature) =>
      [feature, weights[feature].map((weight, kind) => round(weight - totals[feature][kind] / step))] as const,
  )
  .filter(([, own]) => own.some((weight) => Math.abs(weight) >= 0.1));
console.error(`${examples.length} names, ${averaged.length} features`);
console.log(JSON.stringify(Object.fromEntries(averaged)));

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}
