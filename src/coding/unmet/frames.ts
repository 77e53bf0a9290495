import type { Codebook } from '../../codebook/codebook.ts';
import type { Frame, Predicate } from '../../codebook/schema.ts';
import { PREDICATE_KEYS } from '../events/conditions.ts';
import { framesOf, type PredicateClass, patternsOfPhrase, type TestedFrame } from '../events/lexicon.ts';
import type { Finding } from './index.ts';
import { CLASSES } from './phrases.ts';

/** A phrase as it is looked up. */
interface Asked {
  /** The same for phrases of the same words, of which the first that stands in the codebook is asked first. */
  readonly key: string;
  readonly entry: Predicate;
  readonly path: readonly [PredicateClass, number];
  readonly frames: readonly TestedFrame[];
}

/** Phrases and frames that another always comes before. */
export function unmetFrames(codebook: Codebook): Finding[] {
  const frames = new Map(
    codebook.predicates.map((entry) => [
      entry,
      framesOf(entry).map((frame): TestedFrame => ({ ...frame, conditions: [], exceptions: [] })),
    ]),
  );
  const asked = codebook.predicates.flatMap((entry) => phrasesOf(entry, frames.get(entry)!));
  const ofEntry = Map.groupBy(asked, ({ entry }) => entry);
  const reached = new Set<unknown>();
  for (const group of Map.groupBy(asked, ({ key }) => key).values())
    for (const each of reachedOf(group, codebook)) reached.add(each);
  return codebook.predicates.flatMap((entry) => [
    ...CLASSES.flatMap((pos) =>
      (entry[pos] ?? []).flatMap((phrase, index): Finding[] => {
        const own = ofEntry.get(entry)!.filter(({ path }) => path[0] === pos && path[1] === index);
        if (own.some((each) => reached.has(each))) return [];
        const message = `"${phrase}" is never met: an entry before this one holds for any use of it`;
        return [{ entry, path: [pos, index], message }];
      }),
    ),
    ...frames.get(entry)!.flatMap((frame, index): Finding[] => {
      if (reached.has(frame) || isIdle(frame)) return [];
      const message = 'this frame is never asked: those before it hold for any use of the words that it is for';
      return [{ entry, path: ['frames', index], message }];
    }),
  ]);
}

function phrasesOf(entry: Predicate, frames: readonly TestedFrame[]): Asked[] {
  return CLASSES.flatMap((pos) =>
    (entry[pos] ?? []).flatMap((phrase, index) =>
      patternsOfPhrase(pos, phrase, frames).map(({ head, words, before, joined, frames: own }) => ({
        key: [pos, head, words.toSorted(), before.toSorted(), joined].join('|'),
        entry,
        path: [pos, index] as const,
        frames: own,
      })),
    ),
  );
}

/** The phrases and frames of one key that are asked before one that holds for any use. */
function reachedOf(group: readonly Asked[], codebook: Codebook): unknown[] {
  const reached: unknown[] = [];
  for (const each of group) {
    reached.push(each);
    let leadsOn = false;
    for (const frame of each.frames) {
      reached.push(frame);
      leadsOn ||= endsOwn(frame);
      if (!endsAll(frame) || (each.path[0] === 'noun' && isPassedOver(frame, codebook))) continue;
      if (!leadsOn) return reached;
      break;
    }
  }
  return reached;
}

/** Whether conditions ask nothing but the predicate's own word, which is known beforehand. */
const asksNothing = (conditions: Frame['when']): boolean =>
  Object.keys(conditions ?? {}).every((slot) => PREDICATE_KEYS.has(slot));

/** A frame that says no more than that nothing is told: it closes an entry. */
const isIdle = ({ type, when, unless }: Frame): boolean => type === null && !when && !unless;

/** A frame of no type that only lists words ends its own entry, and other entries of the word go on. */
const endsOwn = ({ type, when }: Frame): boolean => type === null && asksNothing(when);

const endsAll = ({ type, when, unless, and }: Frame): boolean =>
  type !== null && asksNothing(when) && asksNothing(unless) && !and;

/** Whether a noun that is said of something is asked further: "it was a battle" (see `candidates.ts`). */
const isPassedOver = ({ type, source, target }: Frame, codebook: Codebook): boolean =>
  !codebook.types.find((each) => each.type === type)?.isPredicated &&
  !source?.includes('subject') &&
  !target?.includes('subject');
