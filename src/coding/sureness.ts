/** How sure a log-linear model is of what has these features: 0 to 1, rounded to hundredths. */
export function sureness(features: readonly string[], weights: ReadonlyMap<string, number>): number {
  let sum = weights.get('intercept') ?? 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
