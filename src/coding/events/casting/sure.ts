import type { Codebook } from '../../../codebook/codebook.ts';
import type { Side } from '../../reading.ts';

/**
 * How sure a side is, given that the act is one: what the model that casts parts holds likely is too low where several parties would be
 * right (a state, its president) and too high where the grammar is silent. Fitted by `npm run train:casting` to articles
 * that the weights behind it had not seen.
 */

export interface CastSide {
  /** What the model holds likely, 0 to 1. */
  readonly chance: number;
  readonly isInferred: boolean;
}

/** What the logistic model sees: log odds, and whether the grammar gives the side. */
export function sureFeatures({ chance, isInferred }: CastSide): Record<string, number> {
  const bounded = Math.min(0.99, Math.max(0.01, chance));
  const odds = Math.log(bounded / (1 - bounded));
  return { intercept: 1, odds, ...(isInferred ? { inferred: 1, 'inferred odds': odds } : {}) };
}

/** 0 to 1, rounded to hundredths. */
export function sureOf(side: Side, cast: CastSide, codebook: Codebook): number {
  const weights = codebook.casting[0]?.sure[side] ?? {};
  const features = sureFeatures(cast);
  let sum = 0;
  for (const name in features) sum += features[name] * (weights[name] ?? 0);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
