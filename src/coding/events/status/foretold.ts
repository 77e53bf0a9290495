import type { EventType, Status } from '../../reading.ts';

/** Acts that take their time: once told as planned, their noun means the plan ("the withdrawal will leave …"). */
const SLOW: ReadonlySet<EventType> = new Set(['RETREAT']);

interface Told {
  readonly type: EventType;
  readonly pos: string;
  readonly status: Status;
  readonly sources: readonly string[];
}

/** Drafts of a text, the nouns of acts that the text tells as their doer's plan set to planned. */
export function asForetold<T extends Told>(drafts: readonly T[]): T[] {
  const slow = drafts.filter((draft) => SLOW.has(draft.type));
  if (!slow.some((draft) => draft.status === 'planned')) return [...drafts];
  const isPlan = (noun: T): boolean => {
    const told = slow.filter(
      (other) =>
        other.type === noun.type &&
        (other.pos !== 'noun' || other.status !== 'actual') &&
        (noun.sources.length === 0 || other.sources.some((source) => noun.sources.includes(source))),
    );
    const count = (status: Status): number => told.filter((other) => other.status === status).length;
    return count('planned') > count('actual');
  };
  return drafts.map((draft) =>
    SLOW.has(draft.type) && draft.pos === 'noun' && draft.status === 'actual' && isPlan(draft)
      ? { ...draft, status: 'planned' }
      : draft,
  );
}
