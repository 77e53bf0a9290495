import { readFileSync } from 'node:fs';
import type { Candidate } from './antecedents.ts';
import type { Referent } from './record.ts';

/** Weights by pronoun, template and value. */
export type PronounModel = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

/** A model as its file has it (`training/pronouns.ts`). */
export type PronounWeights = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

export const modelOf = (weights: PronounWeights): PronounModel =>
  new Map(
    Object.entries(weights).map(([pronoun, templates]) => [
      pronoun,
      new Map(Object.entries(templates).map(([template, values]) => [template, new Map(Object.entries(values))])),
    ]),
  );

const MODEL = modelOf(JSON.parse(readFileSync(new URL('../model/pronouns.json', import.meta.url), 'utf8')));

/** How sure one must be that somebody is meant, by pronoun: precision goes before recall. */
const SURE: Readonly<Record<string, number>> = { he: 0.3, it: 0.35, they: 0.3 };

/** The pronouns that are weighed alike. */
export const pronounClass = (pronoun: string) => (pronoun === 'she' ? 'he' : pronoun);

function scoreOf(features: readonly string[], weights: ReadonlyMap<string, ReadonlyMap<string, number>>): number {
  let score = 0;
  for (let index = 0; index < features.length; index += 2)
    score += weights.get(features[index])?.get(features[index + 1]) ?? 0;
  return score;
}

const NO_WEIGHTS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map();

/** How likely each candidate is (a log-linear model), in their order. */
export function weigh(candidates: readonly Candidate[], pronoun: string, model: PronounModel = MODEL): number[] {
  const weights = model.get(pronounClass(pronoun)) ?? NO_WEIGHTS;
  const scores = candidates.map(({ features }) => scoreOf(features, weights));
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / whole);
}

/** The likeliest whom a pronoun means, its mentions taken together; null where that is not plain, or a thing is likelier. */
export function likeliest(candidates: readonly Candidate[], pronoun: string): Referent | null {
  const chances = weigh(candidates, pronoun);
  const sums = new Map<Referent, number>();
  let best: Referent | null = null;
  let most = SURE[pronounClass(pronoun)];
  for (const [index, { referent }] of candidates.entries()) {
    if (referent) sums.set(referent, (sums.get(referent) ?? 0) + chances[index]);
    else most = Math.max(most, chances[index]);
  }
  for (const [referent, chance] of sums) if (chance > most) [best, most] = [referent, chance];
  return best;
}
