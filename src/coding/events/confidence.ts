import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Token } from '../../language/document.ts';
import { sureness } from '../sureness.ts';
import { children, hasChild, relation } from '../tree.ts';
import type { Draft } from './index.ts';
import { isInfinitive } from './slots/phrase.ts';
import { isPassiveUse } from './slots/subject.ts';

/**
 * How sure an event is: a logistic model over what is known of how it was found. Its weights are data
 * (`calibration` in the codebook), fitted by `bench/coding.ts --fit` to the annotated articles.
 */

const has = (token: Token, ...tags: readonly string[]): boolean => tags.includes(token.xpos);

/** How the words of an act stand in their sentence: what is told outright is an event more often than what is mentioned. */
function shapeOf({ sentence, token, pos, light, words }: Draft): string[] {
  const found = [pos === 'verb' ? `verb ${relation(token)}` : `${pos} ${relation(token)}`];
  if (token.deprel === 'acl:relcl') found.push('relative');
  if (words.length > 1) found.push('phrase');
  if (light) found.push('light');
  if (pos === 'noun') {
    const determiner = children(sentence, token.index, 'det')[0]?.lowerLemma;
    const described = hasChild(sentence, token.index, 'amod', 'compound', 'nmod:poss');
    found.push(
      determiner === 'the' ? 'the' : determiner ? 'a' : has(token, 'NNS', 'NNPS') ? 'plural' : 'bare',
      ...(described ? ['described'] : []),
      ...(hasChild(sentence, token.index, 'nmod', 'acl') ? ['followed'] : []),
    );
  } else {
    const finite = has(token, 'VBD', 'VBN')
      ? 'past'
      : has(token, 'VBZ', 'VBP')
        ? 'present'
        : has(token, 'VBG')
          ? 'ing'
          : 'base';
    found.push(finite);
    if (isInfinitive(sentence, token.index)) found.push('infinitive');
    if (isPassiveUse(sentence, token)) found.push('passive');
    if (hasChild(sentence, token.index, 'aux')) found.push('auxiliary');
    if (hasChild(sentence, token.index, 'obj')) found.push('object');
    if (hasChild(sentence, token.index, 'nsubj', 'nsubj:pass')) found.push('subject');
  }
  return found;
}

/** What the model sees of an event among the others of its sentence: the features that hold. */
export function featuresOf(draft: Draft, near: readonly Draft[]): string[] {
  const { sources, targets, status, sentence, inferred, pattern, frame } = draft;
  const alike = near.filter((other) => other !== draft && other.type === draft.type);
  const earlier = alike.some((other) => other.token.index < draft.token.index);
  const spoken = pattern.frames.length === 0;
  return [
    draft.type,
    ...shapeOf(draft),
    ...(spoken ? [`spoken ${pattern.phrase}`] : []),
    status,
    sources.length === 0 ? 'no source' : inferred.includes('source') ? 'source inferred' : 'source',
    targets.length === 0 ? 'no target' : inferred.includes('target') ? 'target inferred' : 'target',
    ...(sources.length === 0 && targets.length === 0 ? ['nobody'] : []),
    ...(frame.when ? ['conditions'] : []),
    ...(draft.speaker === null ? [] : ['said']),
    ...(alike.length > 0 ? [earlier ? 'again' : 'with another'] : []),
    ...(near.length > 3 ? ['crowded'] : []),
    ...(sentence.tokens.length > 35 ? ['long'] : []),
    ...(sentence.tokens.length < 12 ? ['short'] : []),
  ];
}

const weightsOf = memo((codebook) => new Map(Object.entries(codebook.calibration[0]?.weights ?? {})));

/** 0 to 1, rounded to hundredths. */
export function confidenceOf(draft: Draft, near: readonly Draft[], codebook: Codebook): number {
  return sureness(featuresOf(draft, near), weightsOf(codebook));
}
