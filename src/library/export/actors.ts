import type { Library } from '../open.ts';
import { actorsAfter } from '../queries/actors.ts';
import type { ActorFilter, ActorSummary } from '../queries/entries.ts';
import { type Column, integer, text } from './table.ts';

/** So many actors are counted together. */
const PART = 500;

/** The actors across all articles that match, each once, in the order of their keys. */
export async function* exportedActors(library: Library, filter: ActorFilter): AsyncGenerator<readonly ActorSummary[]> {
  let last = '';
  for (;;) {
    const { actors, lastKey } = await actorsAfter(library, last, PART, filter);
    if (actors.length > 0) yield actors;
    if (lastKey === null) return;
    last = lastKey;
  }
}

/** What a row of an actor tells, in README's words ("Export"). */
export const ACTOR_COLUMNS: readonly Column<ActorSummary>[] = [
  text('key', ({ key }) => key),
  text('name', ({ name }) => name),
  text('kind', ({ kind }) => kind),
  text('country', ({ country }) => country),
  text('sector', ({ sector }) => sector),
  text('office', ({ office }) => office),
  integer('articles', ({ articles }) => articles),
  integer('events', ({ events }) => events),
  integer('statements', ({ statements }) => statements),
];
