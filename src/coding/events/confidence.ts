import { type Codebook, memo } from '../../codebook/codebook.ts';
import { sureness } from '../sureness.ts';
import { firstChild, hasChild, relation } from '../tree.ts';
import type { Draft } from './index.ts';
import { isInfinitive } from './slots/phrase.ts';
import { isPassiveUse } from './slots/subject.ts';

/**
 * How sure an event is: a logistic model over what is known of how it was found. Its weights are data
 * (`calibration` in the codebook), fitted by `bench/coding.ts --fit` to the annotated articles.
 */

/** Adds how the words of an act stand in their sentence: what is told outright is an event more often than what is mentioned. */
function addShape({ sentence, token, pos, light, words }: Draft, found: string[]): void {
  found.push(`${pos} ${relation(token)}`);
  if (token.deprel === 'acl:relcl') found.push('relative');
  if (words.length > 1) found.push('phrase');
  if (light) found.push('light');
  if (pos === 'noun') {
    const determiner = firstChild(sentence, token.index, 'det')?.lowerLemma;
    const isPlural = token.xpos === 'NNS' || token.xpos === 'NNPS';
    found.push(determiner === 'the' ? 'the' : determiner ? 'a' : isPlural ? 'plural' : 'bare');
    if (hasChild(sentence, token.index, 'amod', 'compound', 'nmod:poss')) found.push('described');
    if (hasChild(sentence, token.index, 'nmod', 'acl')) found.push('followed');
  } else {
    found.push(FINITE.get(token.xpos) ?? 'base');
    if (isInfinitive(sentence, token.index)) found.push('infinitive');
    if (isPassiveUse(sentence, token)) found.push('passive');
    if (hasChild(sentence, token.index, 'aux')) found.push('auxiliary');
    if (hasChild(sentence, token.index, 'obj')) found.push('object');
    if (hasChild(sentence, token.index, 'nsubj', 'nsubj:pass')) found.push('subject');
  }
}

const FINITE = new Map([
  ['VBD', 'past'],
  ['VBN', 'past'],
  ['VBZ', 'present'],
  ['VBP', 'present'],
  ['VBG', 'ing'],
]);

/** What the model sees of an event among the others of its sentence: the features that hold. */
export function featuresOf(draft: Draft, near: readonly Draft[]): string[] {
  const { sources, targets, status, sentence, inferred, pattern, frame } = draft;
  const found: string[] = [draft.type];
  addShape(draft, found);
  if (pattern.frames.length === 0) found.push(`spoken ${pattern.phrase}`);
  found.push(status);
  found.push(sources.length === 0 ? 'no source' : inferred.includes('source') ? 'source inferred' : 'source');
  found.push(targets.length === 0 ? 'no target' : inferred.includes('target') ? 'target inferred' : 'target');
  if (sources.length === 0 && targets.length === 0) found.push('nobody');
  if (frame.when) found.push('conditions');
  if (draft.speaker !== null) found.push('said');
  const alike = near.filter((other) => other !== draft && other.type === draft.type);
  if (alike.length > 0)
    found.push(alike.some((other) => other.token.index < draft.token.index) ? 'again' : 'with another');
  if (near.length > 3) found.push('crowded');
  if (sentence.tokens.length > 35) found.push('long');
  if (sentence.tokens.length < 12) found.push('short');
  return found;
}

const weightsOf = memo((codebook) => new Map(Object.entries(codebook.calibration[0]?.weights ?? {})));

/** 0 to 1, rounded to hundredths. */
export function confidenceOf(draft: Draft, near: readonly Draft[], codebook: Codebook): number {
  return sureness(featuresOf(draft, near), weightsOf(codebook));
}
