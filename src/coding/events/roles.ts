import type { Sentence, Token } from '../../language/document.ts';
import { children, relation } from '../tree.ts';
import type { LightUse } from './light.ts';
import type { Participants } from './participants.ts';
import { prepositionOf, type Slots, slotsOf } from './slots.ts';

export interface Roles {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
}

const RECIPROCAL = new Set(['between', 'among']);

/** Short names before a noun work as adjectives ("US strikes"); longer names of places say where ("the Aleppo strikes"). */
function isAttributive(sentence: Sentence, index: number): boolean {
  const token = sentence.tokens[index];
  return (
    relation(token) === 'amod' || token.upos === 'ADJ' || /^[A-Z.]{2,5}$/.test(token.form) || token.form.includes('-')
  );
}

function fill(sentence: Sentence, slots: Slots, participants: Participants, slot: string): string[] {
  const found: string[] = [];
  // the clause itself is no actor: whoever it says should act is
  for (const index of slots.get(slot === 'clause' ? 'clause subject' : slot)) {
    if (slot === 'modifier' || slot === 'site') {
      const actor = participants.at(sentence, index);
      if (actor === null) continue;
      const isPlace = ['place', 'state'].includes(participants.kindOf(actor)) && !isAttributive(sentence, index);
      if (isPlace === (slot === 'site')) found.push(actor);
    } else found.push(...participants.of(sentence, index));
  }
  return [...new Set(found)];
}

function firstFilled(
  sentence: Sentence,
  slots: Slots,
  participants: Participants,
  names: readonly string[],
  taken: readonly string[],
): { slot: string; actors: string[] } | null {
  for (const slot of names) {
    const actors = fill(sentence, slots, participants, slot).filter((actor) => !taken.includes(actor));
    if (actors.length > 0) return { slot, actors };
  }
  return null;
}

/** Both sides of a reciprocal act named together: the first acts, the rest are acted towards. */
function split(actors: readonly string[]): Roles {
  return { sources: actors.slice(0, 1), targets: actors.slice(1) };
}

const OCCASIONS = new Set(['in', 'during', 'on', 'at', 'after', 'following', 'for', 'before', 'with']);

/** "During a visit to Cairo, Kerry said …", "was in Cairo for talks": whoever the clause is about. */
function fromClause(sentence: Sentence, noun: Token, participants: Participants): string[] {
  const preposition = prepositionOf(sentence, noun.index)?.split(' ')[0];
  if (!preposition || !OCCASIONS.has(preposition) || noun.head < 0) return [];
  const predicate = sentence.tokens[noun.head];
  if (predicate.upos !== 'VERB' && children(sentence, predicate.index, 'cop').length === 0) return [];
  return fill(sentence, slotsOf(sentence, predicate), participants, 'subject');
}

/** Sources and targets from the slots that a frame names, those of a light verb included. */
export function assignRoles(
  sentence: Sentence,
  slots: Slots,
  light: LightUse | null,
  participants: Participants,
  noun: Token | null,
  wanted: { readonly source: readonly string[]; readonly target: readonly string[] },
): Roles {
  const source = firstFilled(sentence, slots, participants, wanted.source, []);
  if (source && RECIPROCAL.has(source.slot)) return split(source.actors);
  const subject = light ? fill(sentence, light.slots, participants, 'subject') : [];
  const other = (taken: readonly string[]) =>
    light ? (firstFilled(sentence, light.slots, participants, light.entry.other, taken)?.actors ?? []) : [];
  const own = (taken: readonly string[]) =>
    firstFilled(sentence, slots, participants, wanted.target, taken)?.actors ?? [];
  if (light?.entry.subject === 'target' && subject.length > 0) {
    const sources = source ? source.actors : other(subject);
    return { sources: sources.filter((actor) => !subject.includes(actor)), targets: subject };
  }
  const known = subject.length > 0 && wanted.source.length > 0 ? subject : (source?.actors ?? []);
  const sources =
    known.length > 0 || wanted.source.length === 0 || !noun ? known : fromClause(sentence, noun, participants);
  const targets = own(sources);
  return { sources, targets: targets.length > 0 ? targets : other(sources) };
}

/** "A and B met": the first is the source, the others are met. */
export function reciprocal(roles: Roles): Roles {
  return roles.targets.length === 0 && roles.sources.length > 1 ? split(roles.sources) : roles;
}
