/**
 * `node training/pronouns.ts > src/language/model/pronouns.json`: learns from GUM's entities whom a pronoun means. A log-linear
 * model over the features of `antecedents.ts`, fitted by gradient ascent; seeded, the same file each time.
 */
import { type GoldMention, gumDocuments } from '../bench/gum.ts';
import { loadCodebook } from '../src/codebook/load.ts';
import type { Candidate } from '../src/language/referents/antecedents.ts';
import { referentsOf } from '../src/language/referents/index.ts';
import { type PronounWeights, pronounClass, weigh } from '../src/language/referents/pronoun-model.ts';
import type { Choose } from '../src/language/referents/pronouns.ts';
import { createRandom, shuffle } from './random.ts';

const EPOCHS = 12;
const RATE = 0.1;
const DECAY = 0.0005;
const RARE = 4;

interface Example {
  readonly pronoun: string;
  readonly candidates: readonly Candidate[];
  readonly right: readonly boolean[];
}

type Weights = Map<string, Map<string, Map<string, number>>>;

const codebook = await loadCodebook();
const examples: Example[] = [];
for (const { text, sentences, gold } of gumDocuments('train') ?? []) {
  const at = new Map<string, GoldMention[]>();
  for (const mention of gold) {
    const key = `${mention.sentence} ${mention.head}`;
    at.set(key, [...(at.get(key) ?? []), mention]);
  }
  const learn: Choose = (candidates, pronoun, draft) => {
    const clusters = (at.get(`${draft.sentence.index} ${draft.head.index}`) ?? []).map(({ cluster }) => cluster);
    if (clusters.length === 0) return null;
    const right = candidates.map(({ head, sentence }) => {
      const meant = head ? (at.get(`${sentence.index} ${head.index}`) ?? []) : [];
      return meant.some(({ cluster }) => clusters.includes(cluster));
    });
    // Where nothing fits, nothing named is what fits.
    if (!right.includes(true)) right[0] = true;
    examples.push({ pronoun: pronounClass(pronoun), candidates, right });
    return candidates[right.lastIndexOf(true)].referent;
  };
  referentsOf(text, [], sentences, codebook, learn);
}

const often = new Map<string, number>();
for (const { pronoun, candidates } of examples)
  for (const { features } of candidates)
    for (let index = 0; index < features.length; index += 2) {
      const key = `${pronoun}|${features[index]}|${features[index + 1]}`;
      often.set(key, (often.get(key) ?? 0) + 1);
    }

const weights: Weights = new Map();
const squares: Weights = new Map();
const slot = (table: Weights, pronoun: string, template: string): Map<string, number> => {
  const templates = table.get(pronoun) ?? new Map<string, Map<string, number>>();
  const values = templates.get(template) ?? new Map<string, number>();
  table.set(pronoun, templates.set(template, values));
  return values;
};
const random = createRandom(1);
let loss = 0;
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  loss = 0;
  for (const { pronoun, candidates, right } of shuffle(examples, random)) {
    const chances = weigh(candidates, pronoun, weights);
    const mass = chances.reduce((sum, chance, index) => sum + (right[index] ? chance : 0), 0);
    loss -= Math.log(mass);
    for (const [index, { features }] of candidates.entries()) {
      const slope = (right[index] ? chances[index] / mass : 0) - chances[index];
      if (Math.abs(slope) < 1e-5) continue;
      for (let at = 0; at < features.length; at += 2) {
        const [template, value] = [features[at], features[at + 1]];
        if (often.get(`${pronoun}|${template}|${value}`)! < RARE) continue;
        const own = slot(weights, pronoun, template);
        const seen = slot(squares, pronoun, template);
        const weight = own.get(value) ?? 0;
        const step = slope - DECAY * weight;
        const square = (seen.get(value) ?? 0) + step * step;
        seen.set(value, square);
        own.set(value, weight + (RATE * step) / Math.sqrt(square + 1e-8));
      }
    }
  }
}
console.error(`${examples.length} pronouns, mean loss ${(loss / examples.length).toFixed(3)}`);
console.log(JSON.stringify(rounded()));

function rounded(): PronounWeights {
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const round = (weight: number) => Math.round(weight * 100) / 100;
  const ofValues = (values: ReadonlyMap<string, number>) =>
    Object.fromEntries(sorted(values).map(([value, weight]) => [value, round(weight)]));
  return Object.fromEntries(
    sorted(weights).map(([pronoun, templates]) => [
      pronoun,
      Object.fromEntries(sorted(templates).map(([template, values]) => [template, ofValues(values)])),
    ]),
  );
}
