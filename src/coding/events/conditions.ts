import type { Frame } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import type { Sector } from '../reading.ts';
import { children } from '../tree.ts';
import type { EventLexicon, Pattern, PredicateClass, TestedFrame } from './lexicon.ts';
import type { Participants } from './participants.ts';
import type { Slots } from './slots/index.ts';
import { coordinated, isInfinitive } from './slots/phrase.ts';
import { isPassiveUse } from './slots/subject.ts';

/** What a frame's conditions are tested against. */
export interface Setting {
  readonly sentence: Sentence;
  readonly token: Token;
  readonly pos: PredicateClass;
  readonly slots: Slots;
  /** Whether it is a noun that something is said to be. */
  readonly isCopular: boolean;
  readonly lexicon: EventLexicon;
  readonly participants: Participants;
  readonly judged: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether the sentence tells of politics in a report on politics. */
  readonly isPolitical: boolean;
}

/** A test of the word in a slot that a value in capitals stands for. */
type Test = (setting: Setting, index: number) => boolean;

/** What may stand in a slot: a word of one of these sets, or one that passes a test. */
export interface Condition {
  readonly slot: string;
  readonly words: readonly ReadonlySet<string>[];
  readonly tests: readonly Test[];
}

type Classes = ReadonlyMap<string, ReadonlySet<string>>;

/** The conditions of a frame's `when` or `unless` on slots; those on the predicate's own word are the lexicon's. */
export function conditionsOf(written: Frame['when'], classes: Classes): Condition[] {
  return Object.entries(written ?? {})
    .filter(([slot]) => !PREDICATE_KEYS.has(slot))
    .map(([slot, values]) => {
      const named = values.filter((value) => !TESTS.has(value));
      const own = named.filter((value) => !classes.has(value));
      return {
        slot,
        words: [...(own.length > 0 ? [new Set(own)] : []), ...named.flatMap((value) => classes.get(value) ?? [])],
        tests: values.flatMap((value) => TESTS.get(value) ?? []),
      };
    });
}

const PARTICLES = new Set(['over', 'down', 'up', 'out', 'off', 'back', 'in', 'on', 'away', 'around']);

/** Conditions on the predicate's own word. */
export const PREDICATE_KEYS = new Set(['verb', 'noun', 'adjective']);

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never']);

function negated(sentence: Sentence, index: number): boolean {
  return children(sentence, index, 'advmod').some((child) => NEGATIONS.has(child.lowerLemma));
}

const ARMED: ReadonlySet<Sector> = new Set(['MIL', 'REB', 'COP']);
const POLITICAL: ReadonlySet<Sector> = new Set(['GOV', 'LEG', 'PTY', 'JUD', 'BUS', 'MED']);
const CAMPAIGNING: ReadonlySet<Sector> = new Set(['PTY', 'LEG']);
const MEDIA: ReadonlySet<Sector> = new Set(['MED']);

/** Whether somebody whom a phrase names, no state, is of one of these sectors. */
function hasSector({ sentence, participants }: Setting, index: number, sectors: ReadonlySet<Sector>): boolean {
  return coordinated(sentence, index).some((each) => {
    const actor = participants.at(sentence, each);
    return actor !== null && participants.kindOf(actor) !== 'state' && sectors.has(participants.sectorOf(actor));
  });
}

/** "Obama's plan": what belongs to an actor, but is none. */
const isAbstract = ({ sentence, participants, lexicon }: Setting, index: number): boolean =>
  participants.at(sentence, index) === null && lexicon.classes.get('ABSTRACT')!.has(sentence.tokens[index].lowerLemma);

/** Somebody, or what belongs to somebody, on another side than who acts: "Ankara claimed that *the militia* …". */
function isOther({ sentence, slots, participants }: Setting, index: number): boolean {
  const actors = slots.get('subject').flatMap((subject) => participants.of(sentence, subject));
  const others = participants.of(sentence, index);
  // "acknowledged they were few": most likely themselves
  if (actors.length === 0 && sentence.tokens[index].upos === 'PRON') return false;
  // a minister stands with the state, and against another minister
  const isSame = (one: string, other: string): boolean =>
    one === other ||
    ([one, other].some((each) => participants.kindOf(each) === 'state') && participants.areOneSide(one, other));
  return others.length > 0 && !others.some((one) => actors.some((other) => isSame(one, other)));
}

/** "insisted that Turkey leave", "proposed that they should meet". */
function isSubjunctive(sentence: Sentence, clause: Token): boolean {
  const auxiliaries = children(sentence, clause.index, 'aux');
  if (auxiliaries.some((aux) => ['should', 'must'].includes(aux.lowerLemma))) return true;
  const copula = children(sentence, clause.index, 'cop', 'aux:pass').some((each) => each.lowerForm === 'be');
  return (copula || clause.xpos === 'VB') && auxiliaries.length === 0 && !isInfinitive(sentence, clause.index);
}

const isJudged = ({ judged, sentence, participants }: Setting, index: number, type: string): boolean => {
  const words = judged.get(type);
  return words !== undefined && participants.wordsOf(sentence, index).some((word) => words.has(word));
};

const QUESTIONS = new Set(['whether', 'if']);

/** What values in capitals that are no class of words ask of the word in a slot. */
export const TESTS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['ANY', () => true],
  [
    'ACTOR',
    (setting, index) => !isAbstract(setting, index) && setting.participants.of(setting.sentence, index).length > 0,
  ],
  ['SEVERAL', ({ sentence, participants }, index) => participants.of(sentence, index).length > 1],
  ['OTHER', isOther],
  ['ARMED', (setting, index) => hasSector(setting, index, ARMED)],
  ['POLITICIAN', (setting, index) => hasSector(setting, index, POLITICAL)],
  ['CAMPAIGNER', (setting, index) => hasSector(setting, index, CAMPAIGNING)],
  ['MEDIA', (setting, index) => hasSector(setting, index, MEDIA)],
  [
    'INTERROGATIVE',
    ({ sentence }, index) =>
      children(sentence, index, 'mark', 'advmod', 'obj', 'nsubj').some(
        (child) => QUESTIONS.has(child.lowerLemma) || child.xpos === 'WP' || child.xpos === 'WRB',
      ),
  ],
  ['SUBJUNCTIVE', ({ sentence }, index) => isSubjunctive(sentence, sentence.tokens[index])],
  [
    'PERSON',
    ({ sentence, participants }, index) =>
      coordinated(sentence, index).some((each) => {
        const actor = participants.at(sentence, each);
        return actor !== null && participants.kindOf(actor) === 'person';
      }),
  ],
  [
    'STATE',
    ({ sentence, participants }, index) =>
      participants.of(sentence, index).some((actor) => participants.kindOf(actor) === 'state'),
  ],
  [
    'PLACE',
    ({ sentence, participants }, index) =>
      sentence.tokens[index].upos === 'PROPN' &&
      participants.of(sentence, index).some((actor) => ['place', 'state'].includes(participants.kindOf(actor))),
  ],
  ['INFINITIVE', ({ sentence }, index) => isInfinitive(sentence, index)],
  ['NEGATED_INFINITIVE', ({ sentence }, index) => isInfinitive(sentence, index) && negated(sentence, index)],
  ['NEGATIVE', (setting, index) => isJudged(setting, index, 'ACCUSE')],
  ['POSITIVE', (setting, index) => isJudged(setting, index, 'SUPPORT')],
]);

/** "handed over the suspect": what a particle read as a preposition governs is the object. */
function objectsOf({ slots, pos }: Setting, pattern: Pattern): readonly number[] {
  const own = slots.get('object');
  if (own.length > 0 || pos !== 'verb' || pattern.words.length === 0) return own;
  return pattern.words.flatMap((word) => (PARTICLES.has(word) ? slots.get(word) : []));
}

/** Pronouns that conditions list beside nouns for things. */
const STANDS_FOR_THINGS = new Set(['it', 'this', 'that', 'which', 'they']);

/** "it has helped to rebuild the town", where "it" is Turkey. */
const standsForSomebody = ({ sentence, participants }: Setting, index: number): boolean =>
  STANDS_FOR_THINGS.has(sentence.tokens[index].lowerLemma) && participants.at(sentence, index) !== null;

function holds({ slot, words, tests }: Condition, pattern: Pattern, setting: Setting): boolean {
  const { sentence, slots } = setting;
  if (slot === 'auxiliary') return words[0].has('passive') && isPassiveUse(sentence, setting.token);
  if (slot === 'report') return words[0].has('politics') && setting.isPolitical;
  for (const index of slot === 'object' ? objectsOf(setting, pattern) : slots.get(slot)) {
    if (words.length > 0 && !standsForSomebody(setting, index)) {
      for (const set of words) if (set.has(sentence.tokens[index].lowerLemma)) return true;
      if (!slot.startsWith('clause'))
        for (const word of setting.participants.wordsOf(sentence, index))
          for (const set of words) if (set.has(word)) return true;
    }
    for (const test of tests) if (test(setting, index)) return true;
  }
  return false;
}

/** Whether a frame's conditions hold: all of `when`, none of `unless`. */
export function applies({ conditions, exceptions }: TestedFrame, pattern: Pattern, setting: Setting): boolean {
  for (const condition of conditions) if (!holds(condition, pattern, setting)) return false;
  for (const exception of exceptions) if (holds(exception, pattern, setting)) return false;
  return true;
}
