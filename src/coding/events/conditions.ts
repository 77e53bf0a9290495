import type { Frame } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import type { Sector } from '../reading.ts';
import { children } from '../tree.ts';
import type { EventLexicon, Pattern, PredicateClass } from './lexicon.ts';
import { counted, type Participants } from './participants.ts';
import type { Slots } from './slots/index.ts';
import { coordinated, isInfinitive } from './slots/phrase.ts';
import { isPassiveUse } from './slots/subject.ts';

/** What a frame's conditions are tested against. */
export interface Setting {
  readonly sentence: Sentence;
  readonly token: Token;
  readonly pos: PredicateClass;
  readonly pattern: Pattern;
  readonly slots: Slots;
  readonly lexicon: EventLexicon;
  readonly participants: Participants;
  readonly judged: ReadonlyMap<string, ReadonlySet<string>>;
}

const PARTICLES = new Set(['over', 'down', 'up', 'out', 'off', 'back', 'in', 'on', 'away', 'around']);

/** Conditions on the predicate's own word. */
export const PREDICATE_KEYS = new Set(['verb', 'noun', 'adjective']);

/** The words that say what a phrase is: its head, the parts of its name, and what a counting noun counts. */
function wordsOf(sentence: Sentence, index: number): string[] {
  return coordinated(sentence, index).flatMap((each) => {
    const head = counted(sentence, each);
    const parts = children(sentence, head, 'compound', 'amod', 'flat', 'nmod:desc').map((part) =>
      // "a blistering attack": a participle that describes goes by its form
      part.xpos === 'VBG' || part.xpos === 'VBN' ? part.lowerForm : part.lowerLemma,
    );
    return [sentence.tokens[each].lowerLemma, sentence.tokens[head].lowerLemma, ...parts];
  });
}

function negated(sentence: Sentence, index: number): boolean {
  return children(sentence, index, 'advmod').some((child) => ['not', "n't", 'n’t', 'never'].includes(child.lowerLemma));
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

/** "insisted that Turkey leave", "proposed that they should meet". */
function isSubjunctive(sentence: Sentence, clause: Token): boolean {
  const auxiliaries = children(sentence, clause.index, 'aux');
  if (auxiliaries.some((aux) => ['should', 'must'].includes(aux.lowerLemma))) return true;
  const copula = children(sentence, clause.index, 'cop', 'aux:pass').some((each) => each.lowerForm === 'be');
  return (copula || clause.xpos === 'VB') && auxiliaries.length === 0 && !isInfinitive(sentence, clause.index);
}

function holdsAt(setting: Setting, slot: string, value: string, index: number): boolean {
  const { sentence, participants } = setting;
  const token = sentence.tokens[index];
  switch (value) {
    case 'ANY':
      return true;
    case 'ACTOR':
      return !isAbstract(setting, index) && participants.of(sentence, index).length > 0;
    case 'SEVERAL':
      return participants.of(sentence, index).length > 1;
    case 'ARMED':
      return hasSector(setting, index, ARMED);
    case 'POLITICIAN':
      return hasSector(setting, index, POLITICAL);
    case 'CAMPAIGNER':
      return hasSector(setting, index, CAMPAIGNING);
    case 'MEDIA':
      return hasSector(setting, index, MEDIA);
    case 'INTERROGATIVE':
      return children(sentence, index, 'mark', 'advmod', 'obj', 'nsubj').some(
        (child) => ['whether', 'if'].includes(child.lowerLemma) || ['WP', 'WRB'].includes(child.xpos),
      );
    case 'SUBJUNCTIVE':
      return isSubjunctive(sentence, token);
    case 'PERSON':
      return coordinated(sentence, index).some((each) => {
        const actor = participants.at(sentence, each);
        return actor !== null && participants.kindOf(actor) === 'person';
      });
    case 'STATE':
      return participants.of(sentence, index).some((actor) => participants.kindOf(actor) === 'state');
    case 'PLACE':
      return (
        token.upos === 'PROPN' &&
        participants.of(sentence, index).some((actor) => ['place', 'state'].includes(participants.kindOf(actor)))
      );
    case 'INFINITIVE':
      return isInfinitive(sentence, index);
    case 'NEGATED_INFINITIVE':
      return isInfinitive(sentence, index) && negated(sentence, index);
    case 'NEGATIVE':
    case 'POSITIVE': {
      const words = setting.judged.get(value === 'NEGATIVE' ? 'ACCUSE' : 'SUPPORT');
      return wordsOf(sentence, index).some((word) => words?.has(word));
    }
    default: {
      const words = slot.startsWith('clause') ? [token.lowerLemma] : wordsOf(sentence, index);
      const set = setting.lexicon.classes.get(value);
      return words.some((word) => (set ? set.has(word) : word === value));
    }
  }
}

/** "handed over the suspect": what a particle read as a preposition governs is the object. */
function objectsOf({ slots, pattern, pos }: Setting): readonly number[] {
  const own = slots.get('object');
  if (own.length > 0 || pos !== 'verb') return own;
  return pattern.words.flatMap((word) => (PARTICLES.has(word) ? slots.get(word) : []));
}

function holds(setting: Setting, slot: string, values: readonly string[]): boolean {
  if (slot === 'auxiliary') return values.includes('passive') && isPassiveUse(setting.sentence, setting.token);
  if (PREDICATE_KEYS.has(slot))
    return values.some((value) => value === setting.pattern.phrase || value === setting.pattern.head);
  const filled = slot === 'object' ? objectsOf(setting) : setting.slots.get(slot);
  return filled.some((index) => values.some((value) => holdsAt(setting, slot, value, index)));
}

/** Whether a frame's conditions hold: all of `when`, none of `unless`. */
export function applies(frame: Frame, setting: Setting): boolean {
  const { when, unless } = frame;
  for (const slot in when) if (!holds(setting, slot, when[slot])) return false;
  for (const slot in unless) if (holds(setting, slot, unless[slot])) return false;
  return true;
}
