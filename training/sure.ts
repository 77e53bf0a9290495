import { type CastSide, sureFeatures } from '../src/coding/events/casting/sure.ts';

/** A side as it was cast by weights that had not seen its article, and whether it was right. */
export interface JudgedSide extends CastSide {
  readonly right: boolean;
}

const STEPS = 3000;
const RATE = 0.5;

/** Logistic regression by gradient descent from zero: weights of the features of `sureFeatures`, rounded to hundredths. */
export function fitSureness(judged: readonly JudgedSide[]): Record<string, number> {
  const weights: Record<string, number> = {};
  const rows = judged.map((side) => ({ features: Object.entries(sureFeatures(side)), right: Number(side.right) }));
  for (let step = 0; step < STEPS; step++) {
    const slopes: Record<string, number> = {};
    for (const { features, right } of rows) {
      let sum = 0;
      for (const [name, value] of features) sum += value * (weights[name] ?? 0);
      const miss = right - 1 / (1 + Math.exp(-sum));
      for (const [name, value] of features) slopes[name] = (slopes[name] ?? 0) + miss * value;
    }
    for (const [name, slope] of Object.entries(slopes))
      weights[name] = (weights[name] ?? 0) + (RATE * slope) / rows.length;
  }
  return Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 100) / 100]));
}
