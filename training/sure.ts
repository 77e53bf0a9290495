import { type CastSide, sureFeatures } from '../src/coding/events/casting/sure.ts';
import { fitLogistic } from './logistic.ts';

/** A side as it was cast by weights that had not seen its article, and whether it was right. */
export interface JudgedSide extends CastSide {
  readonly right: boolean;
}

/** Weights of the features of `sureFeatures`. */
export function fitSureness(judged: readonly JudgedSide[]): Record<string, number> {
  const examples = judged.map((side) => ({ features: Object.entries(sureFeatures(side)), right: side.right }));
  return fitLogistic(examples, { steps: 3000, shrink: 0 });
}
