import type { Sentence, Token } from '../../language/document.ts';
import type { ActorKind } from '../reading.ts';
import { hasChild, relation } from '../tree.ts';
import type { LightUse } from './light.ts';
import type { Participants } from './participants.ts';
import { type Slots, slotsOf } from './slots/index.ts';
import { isInfinitive, prepositionOf } from './slots/phrase.ts';

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

/** Where roles are looked for. */
export interface Scene {
  readonly sentence: Sentence;
  readonly participants: Participants;
  readonly slots: Slots;
  readonly light: LightUse | null;
  /** The event noun itself, where the predicate is one. */
  readonly noun: Token | null;
  /** The noun of a verb phrase ("issued a *warning* to"): its dependents play a part, itself plays none. */
  readonly phraseNoun: number | null;
}

export interface Wanted {
  readonly source: readonly string[];
  readonly target: readonly string[];
}

function fill({ sentence, participants, phraseNoun }: Scene, slots: Slots, slot: string): readonly string[] {
  // the clause itself is no actor: whoever it says should act is
  const heads = slots.get(slot === 'clause' ? 'clause subject' : slot);
  let found = NONE;
  for (const index of heads) {
    if (index === phraseNoun) continue;
    if (slot === 'modifier' || slot === 'site') {
      const actor = participants.at(sentence, index);
      if (actor === null || found.includes(actor)) continue;
      const kind = participants.kindOf(actor);
      const isPlace = (kind === 'place' || kind === 'state') && !isAttributive(sentence, index);
      if (isPlace === (slot === 'site')) found = [...found, actor];
    } else {
      const actors = participants.of(sentence, index);
      found = found.length === 0 ? actors : [...new Set([...found, ...actors])];
    }
  }
  return found;
}

const NONE: readonly string[] = [];

interface Filled {
  readonly slot: string;
  readonly actors: readonly string[];
}

const NOBODY: Filled = { slot: '', actors: NONE };

/** A place in the country of the other side: where it happened, not whom it concerns. */
function isAtHome({ participants }: Scene, actor: string, others: readonly string[]): boolean {
  if (others.length === 0 || participants.kindOf(actor) !== 'place') return false;
  const country = participants.countryOf(actor);
  return country !== null && others.some((other) => participants.countryOf(other) === country);
}

const isOfAState = ({ participants }: Scene, actors: readonly string[]): boolean =>
  actors.some((actor) => participants.countryOf(actor) !== null);

function firstFilled(scene: Scene, slots: Slots, names: readonly string[], taken: readonly string[]): Filled {
  for (const slot of names) {
    const found = fill(scene, slots, slot);
    if (found.length === 0) continue;
    const actors =
      taken.length === 0 ? found : found.filter((actor) => !taken.includes(actor) && !isAtHome(scene, actor, taken));
    if (actors.length > 0) return { slot, actors };
  }
  return NOBODY;
}

/** Both sides of a reciprocal act named together: the first acts, the rest are acted towards. */
function split(actors: readonly string[]): Roles {
  return { sources: actors.slice(0, 1), targets: actors.slice(1) };
}

const OCCASIONS = new Set(['in', 'during', 'on', 'at', 'after', 'following', 'for', 'before', 'with']);

/** "During a visit to Cairo, Kerry said …", "was in Cairo for talks": whoever the clause is about. */
function fromClause(scene: Scene, noun: Token): readonly string[] {
  const { sentence } = scene;
  const preposition = prepositionOf(sentence, noun.index)?.split(' ')[0];
  if (!preposition || !OCCASIONS.has(preposition) || noun.head < 0) return [];
  const predicate = sentence.tokens[noun.head];
  if (predicate.upos !== 'VERB' && !hasChild(sentence, predicate.index, 'cop')) return [];
  return fill(scene, slotsOf(sentence, predicate), 'subject');
}

/** Roles of an event noun that a light verb carries. */
function lightRoles(scene: Scene, light: LightUse, wanted: Wanted, source: Filled): Roles {
  const subject = fill(scene, light.slots, 'subject');
  const other = (taken: readonly string[]) => firstFilled(scene, light.slots, light.entry.other, taken).actors;
  if (light.entry.subject === 'target' && subject.length > 0) {
    const sources = source.actors.length > 0 ? source.actors : other(subject);
    return { sources: sources.filter((actor) => !subject.includes(actor)), targets: subject };
  }
  const sources = subject.length > 0 && wanted.source.length > 0 ? subject : source.actors;
  const targets = firstFilled(scene, scene.slots, wanted.target, sources).actors;
  return { sources, targets: targets.length > 0 ? targets : other(sources) };
}

const ASIDE = new Set([
  'acl:relcl',
  'parataxis',
  'conj',
  'obl:agent',
  'nsubj',
  'nsubj:pass',
  'nmod:poss',
  'obl:tmod',
  'obl:unmarked',
  'discourse',
]);

/** Prepositions of what an act is about, or of its time: who stands there has no part in it. */
const TOPICAL = new Set(
  'about over after since during before despite amid as like than unlike until regarding concerning following because'.split(
    ' ',
  ),
);

const PARTIES: ReadonlySet<ActorKind> = new Set(['person', 'organisation', 'state', 'people', 'place']);

/** Whether what hangs on a token tells of something else: another clause, the subject, an agent. */
function isAside(sentence: Sentence, index: number): boolean {
  const token = sentence.tokens[index];
  if (ASIDE.has(token.deprel)) return true;
  if (relation(token) === 'advcl') return !isInfinitive(sentence, index);
  const preposition = prepositionOf(sentence, index);
  return (preposition === 'by' && relation(token) === 'obl') || (preposition !== null && TOPICAL.has(preposition));
}

/** The first whom the rest of the phrase names: "refused to lift the curfew on the *Palestinians*". */
function reached({ sentence, participants }: Scene, top: number, taken: readonly string[]): readonly string[] {
  const waiting = [...sentence.tokens[top].children];
  const within: number[] = [];
  while (waiting.length > 0) {
    const index = waiting.pop()!;
    const token = sentence.tokens[index];
    if (isAside(sentence, index) && !(token.deprel === 'nmod:poss' && token.head !== top)) continue;
    within.push(index);
    waiting.push(...token.children);
  }
  const countries = taken.map((actor) => participants.countryOf(actor));
  for (const index of within.sort((a, b) => a - b)) {
    const actor = index > top ? participants.at(sentence, index) : null;
    if (actor === null || taken.includes(actor) || !PARTIES.has(participants.kindOf(actor))) continue;
    const country = participants.countryOf(actor);
    if (country === null || !countries.includes(country)) return [actor];
  }
  return [];
}

/**
 * Sources and targets from the slots that a frame names; `ofNoun` are those of its type's nouns, `top` the predicate. Of several
 * who do what is mutual, where nobody else stands in those slots, the first is the source, the others are met.
 */
export function assignRoles(scene: Scene, top: number, wanted: Wanted, ofNoun: Wanted, isMutual: boolean): Roles {
  const { slots, light, noun, phraseNoun, sentence } = scene;
  const source = firstFilled(scene, slots, wanted.source, []);
  if (RECIPROCAL.has(source.slot)) return split(source.actors);
  if (light) {
    return withTargets(lightRoles(scene, light, wanted, source));
  }
  const inPhrase = phraseNoun === null ? null : slotsOf(sentence, sentence.tokens[phraseNoun]);
  const known = source.actors.length > 0 || wanted.source.length === 0;
  const nounSource =
    inPhrase && !known ? firstFilled(scene, inPhrase, [...wanted.source, ...ofNoun.source], []) : NOBODY;
  if (RECIPROCAL.has(nounSource.slot)) return split(nounSource.actors);
  const sources = known
    ? source.actors
    : nounSource.actors.length > 0
      ? nounSource.actors
      : noun
        ? fromClause(scene, noun)
        : [];
  const found = firstFilled(scene, slots, wanted.target, sources);
  // "agreed to reopen their embassies": each with the other
  const isOfBoth = isMutual && sources.length > 1 && found.slot === 'clause object' && !isOfAState(scene, found.actors);
  const target = isOfBoth ? NONE : found.actors;
  // "a truce agreed between Chad and Niger"
  if (sources.length === 0 && RECIPROCAL.has(found.slot)) return split(target);
  if (target.length > 0 || wanted.target.length === 0 || !inPhrase) return withTargets({ sources, targets: target });
  return withTargets({
    sources,
    targets: firstFilled(scene, inPhrase, [...wanted.target, ...ofNoun.target], sources).actors,
  });

  function withTargets(roles: Roles): Roles {
    if (roles.targets.length > 0) return roles;
    if (isMutual && roles.sources.length > 1) return split(roles.sources);
    return wanted.target.length === 0 ? roles : { ...roles, targets: reached(scene, top, roles.sources) };
  }
}
