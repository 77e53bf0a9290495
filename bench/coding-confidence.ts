import { readFileSync, writeFileSync } from 'node:fs';

/** The models of confidence: how well what they say holds, and their fit. */

/** How sure an entry was said to be, and whether it is right. */
export interface Told {
  readonly confidence: number;
  readonly right: boolean;
}

export interface Judged extends Told {
  /** The features that hold. */
  readonly features: readonly string[];
}

/** Entries by what their confidence says, in tenths, a line each: said on average, right, how many. */
export function reliability(judged: readonly Told[]): string {
  const tenths = new Map<number, Told[]>();
  for (const one of judged) {
    const tenth = Math.min(9, Math.floor(one.confidence * 10));
    tenths.set(tenth, [...(tenths.get(tenth) ?? []), one]);
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [...tenths]
    .sort(([a], [b]) => a - b)
    .map(([, group]) => {
      const said = mean(group.map((one) => one.confidence));
      const right = mean(group.map((one) => Number(one.right)));
      return `  ${said.toFixed(2)}  ${right.toFixed(2)}  ${group.length}`;
    })
    .join('\n');
}

const STEPS = 2000;
const RATE = 0.5;
const SHRINK = 4;

/** Logistic regression with a ridge, by gradient descent from zero: the same data give the same weights. */
function fitWeights(judged: readonly Judged[]): Record<string, number> {
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

/** Fits the weights to what was judged and writes them as a section of the codebook, under the first line of the file that is there. */
export function writeWeights(file: URL, section: string, fitted: string, judged: readonly Judged[]): void {
  const weights = Object.entries(fitWeights(judged))
    .filter(([, weight]) => weight !== 0)
    .map(([feature, weight]) => `      ${JSON.stringify(feature)}: ${weight}`);
  const head = readFileSync(file, 'utf8').split('\n')[0];
  writeFileSync(file, `${head}\n${section}:\n  - fitted: ${fitted}\n    weights:\n${weights.join('\n')}\n`);
}
