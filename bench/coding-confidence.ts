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

const namesOf = ({ features }: Judged): string[] => ['intercept', ...features];

/** One weight each, shrunk, beside an intercept. */
function fitWeights(judged: readonly Judged[]): Record<string, number> {
  const examples = judged.map((one) => ({
    features: namesOf(one).map((name) => [name, 1] as const),
    right: one.right,
  }));
  return fitLogistic(examples, { steps: 2000, shrink: 4 });
}

/**
 * The weights scaled, and the intercept moved, until what they say holds of `fresh` entries (Platt 1999): the codebook was made
 * with the others in view, and is right in them more often.
 */
function calibrated(weights: Readonly<Record<string, number>>, fresh: readonly Judged[]): Record<string, number> {
  const oddsOf = (one: Judged): number => namesOf(one).reduce((sum, name) => sum + (weights[name] ?? 0), 0);
  const examples = fresh.map((one) => ({
    features: [['intercept', 1] as const, ['odds', oddsOf(one)] as const],
    right: one.right,
  }));
  const { intercept, odds } = fitLogistic(examples, { steps: 3000, shrink: 0 });
  const rounded = (weight: number): number => Math.round(weight * 100) / 100;
  const scaled = Object.entries(weights).map(([name, weight]) => [
    name,
    rounded(odds * weight + (name === 'intercept' ? intercept : 0)),
  ]);
  return Object.fromEntries(scaled);
}

/**
 * Fits the weights to what was judged, calibrates them on `fresh` entries and writes them as a section of the codebook, under the
 * first line of the file that is there.
 */
export function writeWeights(
  file: URL,
  section: string,
  fitted: string,
  judged: readonly Judged[],
  fresh: readonly Judged[],
): void {
  const weights = Object.entries(calibrated(fitWeights(judged), fresh))
    .filter(([, weight]) => weight !== 0)
    .map(([feature, weight]) => `      ${JSON.stringify(feature)}: ${weight}`);
  const head = readFileSync(file, 'utf8').split('\n')[0];
  writeFileSync(file, `${head}\n${section}:\n  - fitted: ${fitted}\n    weights:\n${weights.join('\n')}\n`);
}

/** Of articles held out every second is for calibrating confidence; how well it holds is told of the others. */
export const isForCalibration = (index: number): boolean => index % 2 === 0;
