import type { Draft } from '../src/coding/events/index.ts';
import type { Actor } from '../src/coding/reading.ts';
import { meet } from './alike.ts';
import type { AnnotatedEvent } from './annotated.ts';

/** Annotated events with the drafts that stand for them: of the same sentence and type, one to one, the likest first. */
export function matched(
  events: readonly AnnotatedEvent[],
  drafts: readonly Draft[],
  actorsOf: (ids: readonly string[]) => readonly Actor[],
): [AnnotatedEvent, Draft][] {
  const pairs = events.flatMap((event) =>
    drafts.flatMap((draft) => {
      const [start, end] = draft.token.span;
      if (event.type !== draft.type || start < event.sentence[0] || start >= event.sentence[1]) return [];
      const overlap = start < event.trigger[1] && end > event.trigger[0];
      const likeness =
        Number(meet(event.source, actorsOf(draft.sources))) +
        Number(meet(event.target, actorsOf(draft.targets))) +
        (overlap ? 1.5 : 0);
      return [{ event, draft, likeness }];
    }),
  );
  pairs.sort((a, b) => b.likeness - a.likeness);
  const found = new Map<AnnotatedEvent, Draft>();
  const taken = new Set<Draft>();
  for (const { event, draft } of pairs) {
    if (found.has(event) || taken.has(draft)) continue;
    found.set(event, draft);
    taken.add(draft);
  }
  return [...found];
}
