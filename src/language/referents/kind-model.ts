import { readFileSync } from 'node:fs';
import type { EntityKind } from '../document.ts';
import { children, relation } from '../tree.ts';
import type { Draft } from './draft.ts';
import { isAcronym } from './shape.ts';

/** The kinds that a name's look and company are weighed for, in the order of a feature's weights. */
export const KINDS = ['person', 'organisation', 'place', 'other'] as const satisfies readonly EntityKind[];

/** A linear model: weights by feature, one for each kind (an averaged perceptron, `training/name-kinds.ts`). */
export type KindModel = Readonly<Record<string, readonly number[]>>;

const MODEL: KindModel = JSON.parse(readFileSync(new URL('../model/name-kinds.json', import.meta.url), 'utf8'));

/** What a name looks like and stands among. */
export function kindFeatures({ sentence, head, name, number }: Draft): string[] {
  if (!name) return [];
  const { tokens } = sentence;
  const words = tokens.slice(name.start, name.end).map(({ form }) => form);
  const last = words.at(-1)!;
  const at = (index: number) => tokens[index]?.lowerForm ?? '·';
  const governor = head.head >= 0 ? tokens[head.head] : null;
  const deprel = relation(head);
  const features = [
    'any',
    `length ${Math.min(words.length, 4)}`,
    `first ${words[0]}`,
    `last ${last}`,
    `ends ${last.slice(-2)}`,
    `ends ${last.slice(-3)}`,
    `begins ${words[0].slice(0, 3)}`,
    `before ${at(name.start - 1)}`,
    `before ${at(name.start - 2)} ${at(name.start - 1)}`,
    `after ${at(name.end)}`,
    `after ${at(name.end)} ${at(name.end + 1)}`,
    `relation ${deprel}`,
    `number ${number}`,
  ];
  if (governor && governor.upos !== 'PROPN') features.push(`governor ${deprel} ${governor.lemma}`);
  for (const { lowerLemma } of children(sentence, head.index, 'case')) features.push(`case ${lowerLemma} ${deprel}`);
  for (const { lowerLemma } of children(sentence, head.index, 'det', 'amod')) features.push(`child ${lowerLemma}`);
  for (const { lowerLemma } of children(sentence, head.index, 'appos')) features.push(`appos ${lowerLemma}`);
  if (words.some(isAcronym)) features.push('acronym');
  if (words.some((word) => /\d/.test(word))) features.push('figure');
  return features;
}

/** The weights of a name's features added up for each kind. */
export function scoreKinds(features: readonly string[], model: KindModel = MODEL): number[] {
  const scores = KINDS.map(() => 0);
  for (const feature of features) {
    const weights = model[feature];
    if (weights) for (let kind = 0; kind < scores.length; kind++) scores[kind] += weights[kind];
  }
  return scores;
}
