import { readFileSync, writeFileSync } from 'node:fs';
import { fitLogistic } from '../training/logistic.ts';

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

/** The features of an entry are of one weight each, shrunk, beside an intercept. */
function fitWeights(judged: readonly Judged[]): Record<string, number> {
  const examples = judged.map(({ features, right }) => ({
    features: ['intercept', ...features].map((name) => [name, 1] as const),
    right,
  }));
  return fitLogistic(examples, { steps: 2000, shrink: 4 });
}

/** Fits the weights to what was judged and writes them as a section of the codebook, under the first line of the file that is there. */
export function writeWeights(file: URL, section: string, fitted: string, judged: readonly Judged[]): void {
  const weights = Object.entries(fitWeights(judged))
    .filter(([, weight]) => weight !== 0)
    .map(([feature, weight]) => `      ${JSON.stringify(feature)}: ${weight}`);
  const head = readFileSync(file, 'utf8').split('\n')[0];
  writeFileSync(file, `${head}\n${section}:\n  - fitted: ${fitted}\n    weights:\n${weights.join('\n')}\n`);
}
