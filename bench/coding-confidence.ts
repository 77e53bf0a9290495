/** The confidence model: how well what it says holds, and its fit. */

export interface Judged {
  readonly confidence: number;
  /** The features that hold. */
  readonly features: readonly string[];
  readonly right: boolean;
}

/** Events by what their confidence says, in tenths: said on average, right, how many. */
export function reliability(judged: readonly Judged[]): { said: number; right: number; count: number }[] {
  const tenths = new Map<number, Judged[]>();
  for (const one of judged) {
    const tenth = Math.min(9, Math.floor(one.confidence * 10));
    tenths.set(tenth, [...(tenths.get(tenth) ?? []), one]);
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [...tenths]
    .sort(([a], [b]) => a - b)
    .map(([, group]) => ({
      said: mean(group.map((one) => one.confidence)),
      right: mean(group.map((one) => Number(one.right))),
      count: group.length,
    }));
}

const STEPS = 2000;
const RATE = 0.5;
const SHRINK = 4;

/** Logistic regression with a ridge, by gradient descent from zero: the same data give the same weights. */
export function fitWeights(judged: readonly Judged[]): Record<string, number> {
  const weights: Record<string, number> = { intercept: 0 };
  for (const { features } of judged) for (const name of features) weights[name] ??= 0;
  for (let step = 0; step < STEPS; step++) {
    const gradient: Record<string, number> = {};
    for (const { features, right } of judged) {
      let sum = weights.intercept;
      for (const name of features) sum += weights[name];
      const miss = Number(right) - 1 / (1 + Math.exp(-sum));
      gradient.intercept = (gradient.intercept ?? 0) + miss;
      for (const name of features) gradient[name] = (gradient[name] ?? 0) + miss;
    }
    for (const name of Object.keys(weights)) {
      const pull = name === 'intercept' ? 0 : SHRINK * weights[name];
      weights[name] += (RATE * ((gradient[name] ?? 0) - pull)) / judged.length;
    }
  }
  return Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 100) / 100]));
}
