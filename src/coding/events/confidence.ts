import type { Codebook } from '../../codebook/codebook.ts';
import type { Draft } from './index.ts';

/**
 * How sure an event is: a logistic model over what is known of how it was found. Its weights are data
 * (`calibration` in the codebook), fitted by `bench/coding.ts --fit` to the annotated articles.
 */

/** What the model sees of an event, 1 where it holds, 0 where not. */
export function featuresOf(draft: Draft): Readonly<Record<string, number>> {
  const { sources, targets, status, pos, words, light, sentence, inferred, token, frame } = draft;
  const is = (condition: boolean): number => (condition ? 1 : 0);
  return {
    source: is(sources.length > 0 && !inferred.includes('source')),
    target: is(targets.length > 0 && !inferred.includes('target')),
    inferred: is(inferred.length > 0),
    'no source': is(sources.length === 0),
    'no target': is(targets.length === 0),
    noun: is(pos === 'noun'),
    adjective: is(pos === 'adjective'),
    phrase: is(words.length > 1),
    light: is(light !== null),
    conditions: is(frame.when !== undefined),
    spoken: is(draft.pattern.frames.length === 0),
    hypothetical: is(status === 'hypothetical'),
    negated: is(status === 'negated'),
    planned: is(status === 'planned'),
    root: is(token.head < 0),
    long: is(sentence.tokens.length > 35),
    [draft.type]: 1,
  };
}

/** 0 to 1, rounded to hundredths. */
export function confidenceOf(draft: Draft, codebook: Codebook): number {
  const weights = codebook.calibration[0]?.weights ?? {};
  let sum = weights.intercept ?? 0;
  for (const [feature, value] of Object.entries(featuresOf(draft))) sum += (weights[feature] ?? 0) * value;
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
