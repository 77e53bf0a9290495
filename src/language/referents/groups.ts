import { children } from '../tree.ts';
import type { Draft } from './draft.ts';
import { Referent } from './record.ts';
import { recent, type Spoken } from './spoken.ts';

/** How many sentences back the two may stand of "the two presidents". */
const REACH = 2;

const WHERE = new Set(['in', 'into', 'inside', 'across', 'within', 'throughout', 'near', 'from', 'through']);
const STATES = new Set('country nation state neighbour neighbor ally government capital power side'.split(' '));

/** What a state is called by: its own name, its capital, the seat of its government. */
const STANDS_FOR_STATE = new Set(['state', 'capital', 'seat']);

/** A state that is only where something happens, or whose something is. */
function isScene({ sentence, head }: Draft): boolean {
  return head.deprel === 'nmod:poss' || WHERE.has(children(sentence, head.index, 'case')[0]?.lowerLemma ?? '');
}

/** Several that are spoken of together. */
function groupOf(members: readonly Referent[]): Referent {
  const group = new Referent();
  group.members.push(...members);
  group.kind = members.every(({ kind }) => kind === 'person') ? 'people' : members[0].kind;
  group.number = 'plural';
  return group;
}

/** The two last spoken of, for "the two presidents", "both countries", "the two sides". */
export function pairOf(draft: Draft, spoken: Spoken): Referent | null {
  const { sentence, head, office, number } = draft;
  const words = sentence.tokens.slice(draft.tokens[0], head.index).map(({ lowerForm }) => lowerForm);
  if (number !== 'plural' || !(words.includes('both') || (words.includes('two') && words.includes('the')))) return null;
  const noun = head.lowerLemma;
  const states = STATES.has(noun);
  if (!states && (!office || office.kind === 'body')) return null;
  const found = new Set<Referent>();
  for (const { draft: earlier, referent } of recent(spoken, sentence, REACH)) {
    const { kind, known, mentions } = referent;
    const isNamed = mentions.some(({ form }) => form === 'name');
    const fits = states ? STANDS_FOR_STATE.has(known?.role ?? '') && !isScene(earlier) : kind === 'person' && isNamed;
    const isKnown = states && [...found].some((other) => other.known?.country === known?.country);
    if (fits && !isKnown && earlier.number === 'singular') found.add(referent);
    if (found.size === 2) return groupOf([...found].reverse());
  }
  return null;
}

/** Several named together, and the first of them. */
export interface Row {
  readonly first: Draft;
  readonly referent: Referent;
}

/** Names joined by "and", for a "they" that follows: the subjects of this sentence or the one before. */
export function rowBefore(draft: Draft, spoken: Spoken): Row | null {
  for (const { draft: first } of recent(spoken, draft.sentence, 1)) {
    if (first.form !== 'name' || (first.head.index > draft.head.index && first.sentence === draft.sentence)) continue;
    const rest = children(first.sentence, first.head.index, 'conj');
    if (rest.length === 0 || first.head.deprel !== 'nsubj') continue;
    const row = [first.head, ...rest].map((head) => spoken.find((entry) => entry.draft.head === head)?.referent);
    if (row.every((referent): referent is Referent => referent !== undefined))
      return { first, referent: groupOf([...new Set(row)]) };
  }
  return null;
}
