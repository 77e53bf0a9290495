import type { Actor } from '../src/coding/reading.ts';
import type { AnnotatedActor } from './annotated.ts';

/** Whether an actor is one that the annotation means, as `../shared/tools/score_articles.py` has it: by country or a word of the name. */

/** Words that two names may share without being alike. */
export const COMMON = new Set(['the', 'and', 'for', 'president', 'government', 'officials', 'forces', 'minister']);

export const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !COMMON.has(word));

interface Named {
  readonly name: string;
  readonly country: string | null;
}

export const alike = (annotated: Pick<AnnotatedActor, 'name' | 'country'>, actor: Named): boolean =>
  (annotated.country !== null && annotated.country === actor.country) ||
  wordsOf(annotated.name).some((word) => wordsOf(actor.name).includes(word));

/** Whether a side has one of those annotated; where none is annotated nothing is asked. */
export const meet = (
  annotated: readonly Pick<AnnotatedActor, 'name' | 'country'>[],
  actors: readonly Named[],
): boolean => annotated.length === 0 || annotated.some((one) => actors.some((actor) => alike(one, actor)));

/** Looks up a text's actors by their ids. */
export function actorsById(actors: readonly Actor[]): (ids: readonly string[]) => Actor[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return (ids) => ids.flatMap((id) => byId.get(id) ?? []);
}
