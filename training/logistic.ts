/** What a logistic model is fitted to: the features that an example has, with their values, and whether it is right. */
export interface Example {
  readonly features: readonly (readonly [name: string, value: number])[];
  readonly right: boolean;
}

const RATE = 0.5;

/**
 * Logistic regression by gradient descent from zero, with a ridge of `shrink` on all but `intercept`: the same examples give the
 * same weights, rounded to hundredths.
 */
export function fitLogistic(
  examples: readonly Example[],
  { steps, shrink }: { steps: number; shrink: number },
): Record<string, number> {
  const weights: Record<string, number> = {};
  for (const { features } of examples) for (const [name] of features) weights[name] ??= 0;
  for (let step = 0; step < steps; step++) {
    const slopes: Record<string, number> = {};
    for (const { features, right } of examples) {
      let sum = 0;
      for (const [name, value] of features) sum += value * weights[name];
      const miss = Number(right) - 1 / (1 + Math.exp(-sum));
      for (const [name, value] of features) slopes[name] = (slopes[name] ?? 0) + miss * value;
    }
    for (const name of Object.keys(weights)) {
      const pull = name === 'intercept' ? 0 : shrink * weights[name];
      weights[name] += (RATE * ((slopes[name] ?? 0) - pull)) / examples.length;
    }
  }
  return Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 100) / 100]));
}
