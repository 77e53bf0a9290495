import type { Sentence, Token } from '../document.ts';
import { children, firstChild, hasChild } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Gazetteer } from './gazetteer.ts';
import { coupleAt, groupOf, groupOfPeople, mayBePerson } from './groups.ts';
import type { Referent } from './record.ts';
import { recent, type Spoken } from './spoken.ts';

/** How many sentences back the two may stand of "the two presidents" where nothing has put them together. */
const REACH = 2;
/** How many back two people may stand that a text has put together: it is about them. */
const REACH_OF_ROWS = 15;

const WHERE = new Set(['in', 'into', 'inside', 'across', 'within', 'throughout', 'near', 'from', 'through']);
const STATES = new Set('country nation state neighbour neighbor ally government capital power side'.split(' '));

/** What a state is called by: its own name, its capital, the seat of its government. */
const STANDS_FOR_STATE = new Set(['state', 'capital', 'seat']);

/** A state that is only where something happens, or whose something is. */
function isScene({ sentence, head }: Draft): boolean {
  return head.deprel === 'nmod:poss' || WHERE.has(children(sentence, head.index, 'case')[0]?.lowerLemma ?? '');
}

const DEFINITE = new Set(['the', 'these', 'those', 'this']);
const ARGUMENTS = new Set(['nsubj', 'obj', 'obl', 'nmod', 'conj']);

/** "The pair", "the two", "both" without a noun: the two last spoken of together. */
export function pairMention(sentence: Sentence, token: Token, { classes }: Gazetteer): Draft | null {
  const definite = DEFINITE.has(firstChild(sentence, token.index, 'det')?.lowerForm ?? '');
  const isPair = definite && classes.get('PAIR')?.has(token.lowerLemma) && !hasChild(sentence, token.index, 'nmod');
  const isBare =
    !isPair &&
    ARGUMENTS.has(token.relation) &&
    (token.lowerForm === 'both' || (token.lowerForm === 'two' && definite)) &&
    !hasChild(sentence, token.index, 'nmod', 'conj', 'compound', 'nmod:unmarked');
  if (!isPair && !isBare) return null;
  const start = firstChild(sentence, token.index, 'det')?.index ?? token.index;
  return {
    ...{ sentence, tokens: [Math.min(start, token.index), token.index + 1], head: token, form: 'nominal', name: null },
    ...{ office: null, countries: [], kind: null, gender: null, number: 'plural' },
  };
}

/** Whether a mention counts two without saying what they are: all other nouns tell what kind they are of. */
export const isBarePair = ({ kind, form }: Draft): boolean => kind === null && form === 'nominal';

/** The two last spoken of, for "the two presidents", "both countries", "the two men", "the pair". */
export function pairOf(draft: Draft, spoken: Spoken): Referent | null {
  const { sentence, head, office, number } = draft;
  const bare = isBarePair(draft);
  const words = sentence.tokens.slice(draft.tokens[0], head.index).map(({ lowerForm }) => lowerForm);
  const counted = words.includes('both') || (words.includes('two') && words.some((word) => DEFINITE.has(word)));
  if (!bare && (number !== 'plural' || !counted)) return null;
  const states = STATES.has(head.lowerLemma);
  if (!states && !bare && (!office || office.kind === 'body')) return null;
  if (states) return lastTwo(draft, true, spoken);
  return togetherBefore(draft, spoken) ?? lastTwo(draft, false, spoken);
}

/** Two people whom the text has put together before, by a noun for both or by their names; of several the two spoken of most. */
function togetherBefore({ sentence, gender }: Draft, spoken: Spoken): Referent | null {
  let best: Referent[] | null = null;
  let most = 0;
  for (const { draft: earlier, referent } of recent(spoken, sentence, REACH_OF_ROWS)) {
    if (referent.members.length === 2 && areMeant(referent.members, gender)) return referent;
    const two = coupleAt(earlier, spoken);
    const often = two && areMeant(two, gender) ? Math.min(...two.map(({ mentions }) => mentions.length)) : 0;
    if (often > most) [best, most] = [two, often];
  }
  return best ? groupOfPeople(best) : null;
}

/** What nothing in a name tells is made out by the noun for both. */
const areMeant = (two: readonly Referent[], gender: Draft['gender']): boolean =>
  two.every(
    ({ kind, known, gender: own }) =>
      mayBePerson(kind) && !known && (gender === null || own === null || own === gender),
  );

/** The two states or people last named. */
function lastTwo({ sentence, gender }: Draft, states: boolean, spoken: Spoken): Referent | null {
  const found = new Set<Referent>();
  for (const { draft: earlier, referent } of recent(spoken, sentence, REACH)) {
    const { known, mentions } = referent;
    const isNamed = mentions.some(({ form }) => form === 'name');
    const fits = states
      ? STANDS_FOR_STATE.has(known?.role ?? '') && !isScene(earlier)
      : isNamed && referent.kind === 'person' && areMeant([referent], gender);
    const isKnown = states && [...found].some((other) => other.known?.country === known?.country);
    if (fits && !isKnown && earlier.number === 'singular') found.add(referent);
    if (found.size === 2) return groupOf([...found].reverse());
  }
  return null;
}
