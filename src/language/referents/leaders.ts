import type { Draft } from './draft.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Referent } from './record.ts';
import { first, recent, type Spoken } from './spoken.ts';

/** "the Turkish president" for one who is called so, or leads a body, of that country before. */
export function holderOf(draft: Draft, definite: boolean, spoken: Spoken): Referent | null {
  const { office, countries, number } = draft;
  if (!definite || number === 'plural' || !office || office.kind !== 'office' || countries.length === 0) return null;
  const isLeader = office.title === 'ruler';
  return first(spoken.toReversed(), ({ referent }) => {
    const { kind, titles, countries: own } = referent;
    if (kind !== 'person' || !countries.every((country) => own.has(country))) return false;
    return titles.has(office.title) || (isLeader && [...titles].some((title) => LEADERS.has(title)));
  });
}

const LEADERS = new Set(['president', 'prime minister', 'chancellor', 'king', 'supreme leader', 'ruler', 'dictator']);

/** Offices whose holder a text need not name: its readers know. */
export const NEEDS_NO_NAME: ReadonlySet<string> = new Set([...LEADERS, 'nominee', 'candidate']);

/** How often one must be spoken of by name or pronoun to be the leader that a text means without saying so. */
const KNOWN_TO_READERS = 3;

/**
 * "The president", "the US president" of a text that is about somebody without a title: its readers know who leads them.
 * Another who is called so now and then is a former or a foreign one.
 */
export function foremost(same: Referent | null, draft: Draft, spoken: Spoken): Referent | null {
  const { countries } = draft;
  const count = (referent: Referent | null) => referent?.mentions.filter(({ form }) => form !== 'nominal').length ?? 0;
  let best = same;
  for (const { referent } of countries.length > 0 ? spoken : recent(spoken, draft.sentence, 2)) {
    const { kind, titles, mentions, person } = referent;
    if (kind !== 'person' || titles.size > 0 || !mentions.some(({ name }) => name)) continue;
    const own = person?.country && countries.includes(person.country);
    const least = own ? KNOWN_TO_READERS : 4;
    if ((countries.length === 0 || own) && count(referent) >= Math.max(least, 2 * count(best))) best = referent;
  }
  return best;
}

/** How many sentences back one may have been introduced who is called for short. */
const NEAR = 3;

/** "The US envoy" for the only one near of that country who was introduced with an office, be it in other words. */
export function forShort(
  { sentence, head, countries }: Draft,
  spoken: Spoken,
  { classes }: Gazetteer,
): Referent | null {
  if (countries.length === 0 || !classes.get('CALLED_FOR_SHORT')?.has(head.lowerLemma)) return null;
  const found = new Set<Referent>();
  for (const { referent } of recent(spoken, sentence, NEAR)) {
    const { kind, titles, countries: own, mentions } = referent;
    if (kind !== 'person' || titles.size === 0 || !mentions.some(({ name }) => name)) continue;
    if (countries.some((country) => own.has(country)) && ![...titles].some((title) => LEADERS.has(title)))
      found.add(referent);
  }
  return found.size === 1 ? [...found][0] : null;
}
