import type { Sentence, Token } from '../../language/document.ts';
import { children, firstChild, hasChild, leftEdge, relation } from '../tree.ts';
import { isDoneTo, isHeld } from './subject.ts';

/** Alternatives by which a verb of saying brings words. */
export const SPEECH: ReadonlySet<string> = new Set(['clause', 'quote']);

/** The dependents of a word by the slot they fill: `clause`, `infinitive`, `gerund`, `predicate`, `object`, `subject`, a preposition. */
export interface Slots {
  readonly at: ReadonlyMap<string, Token>;
  readonly passive: boolean;
}

function firstCase(sentence: Sentence, index: number): string | null {
  return firstChild(sentence, index, 'case', 'mark')?.lowerLemma ?? null;
}

export function isInfinitive(sentence: Sentence, index: number): boolean {
  for (const at of sentence.tokens[index].children) {
    const mark = sentence.tokens[at];
    if (mark.relation === 'mark' && mark.upos === 'PART' && mark.lowerLemma === 'to') return true;
  }
  return false;
}

const isMarkedBy = (sentence: Sentence, clause: Token, word: string): boolean =>
  children(sentence, clause.index, 'mark').some((mark) => mark.lowerLemma === word);

function isGerund(sentence: Sentence, token: Token): boolean {
  return token.xpos === 'VBG' && !hasChild(sentence, token.index, 'aux', 'nsubj', 'mark');
}

/**
 * An infinitive that the verb calls for, not one of purpose ("in order to", "…, to help them"); "wants, in contrast, to stay" has
 * an aside before it.
 */
function followsClosely(sentence: Sentence, word: Token, child: Token): boolean {
  const first = leftEdge(sentence, child.index);
  const between = first - word.index - 1;
  if (between < 0 || between > 12) return false;
  let stops = 0;
  for (let index = word.index + 1; index < first; index++) if (sentence.tokens[index].upos === 'PUNCT') stops++;
  const isPlain = stops === 0 ? between <= 6 : stops === 2;
  return isPlain && !isMarkedBy(sentence, child, 'in');
}

const QUESTION_WORDS = new Set(['when', 'where', 'why', 'how', 'whether', 'if', 'what']);

/** "did not say when it would open": no time of saying, but what was not said. */
function asksOpenly(sentence: Sentence, word: Token, clause: Token): boolean {
  const isNegated = children(sentence, word.index, 'advmod').some((child) => child.lowerLemma === 'not');
  const first = sentence.tokens[leftEdge(sentence, clause.index)];
  return isNegated && clause.index > word.index && QUESTION_WORDS.has(first.lowerLemma);
}

/** A clause of its own: it has a subject, an auxiliary or copula, a question word, or a finite verb. */
function slotOfClause(sentence: Sentence, token: Token): string {
  if (isInfinitive(sentence, token.index)) return hasChild(sentence, token.index, 'nsubj') ? 'clause' : 'infinitive';
  if (isGerund(sentence, token)) return 'gerund';
  return 'clause';
}

function slotOf(sentence: Sentence, word: Token, child: Token, passive: boolean): string | null {
  switch (relation(child)) {
    case 'nsubj':
    case 'csubj':
      if (child.deprel.endsWith(':pass') || passive) return relation(child) === 'csubj' ? 'clause' : 'object';
      return relation(child) === 'csubj' ? null : 'subject';
    case 'obj':
      return 'object';
    case 'iobj':
      return 'indirect';
    case 'ccomp':
      return slotOfClause(sentence, child);
    case 'xcomp':
      if (isInfinitive(sentence, child.index)) return 'infinitive';
      if (isGerund(sentence, child)) return 'gerund';
      return firstCase(sentence, child.index) ?? 'predicate';
    case 'obl':
    case 'nmod':
      return child.deprel === 'nmod:poss' ? 'possessor' : firstCase(sentence, child.index);
    case 'advcl': {
      if (isInfinitive(sentence, child.index))
        return word.upos === 'VERB' && followsClosely(sentence, word, child) ? 'infinitive' : null;
      if (asksOpenly(sentence, word, child)) return 'clause';
      const marker = firstCase(sentence, child.index);
      return marker !== null &&
        ['of', 'for', 'about', 'as', 'against', 'on', 'with', 'over', 'at', 'to'].includes(marker)
        ? marker
        : null;
    }
    // A relative clause has no marker; "fears that …" has, whatever its relation was taken for.
    case 'acl':
      if (isInfinitive(sentence, child.index)) return 'infinitive';
      return ['that', 'whether'].includes(firstCase(sentence, child.index) ?? '') ? 'clause' : null;
    case 'parataxis':
      return isMarkedBy(sentence, child, 'that') ? 'clause' : null;
    default:
      return null;
  }
}

/** "told them in an interview that …": a clause with "that" which the tree hung on a noun in between. */
function strayClause(sentence: Sentence, word: Token): Token | undefined {
  for (const noun of children(sentence, word.index, 'obj', 'iobj', 'obl')) {
    if (noun.index < word.index) continue;
    for (const clause of children(sentence, noun.index, 'acl', 'ccomp'))
      if (isMarkedBy(sentence, clause, 'that')) return clause;
  }
  return undefined;
}

/** "There are calls for a truce": somebody's, whoever they are. */
export function isThere(sentence: Sentence, noun: Token): boolean {
  return (
    relation(noun) === 'nsubj' && children(sentence, noun.head, 'expl').some(({ lowerForm }) => lowerForm === 'there')
  );
}

type Filled = Map<string, Token>;

function fill(at: Filled, slot: string | null, child: Token | undefined): void {
  if (child && slot !== null && !at.has(slot)) at.set(slot, child);
}

/** What a noun brings that the tree hung on the verb which it is the object or subject of. */
function fillFromVerb(sentence: Sentence, noun: Token, at: Filled): void {
  const isObject = relation(noun) === 'obj';
  // "expressed alarm at the arrests": the preposition is the noun's, whichever of the two the tree gave it to.
  if (isObject || isThere(sentence, noun))
    for (const child of children(sentence, noun.head, 'obl'))
      if (child.index > noun.index) fill(at, firstCase(sentence, child.index), child);
  // "rejected the plan to close the port": so is an infinitive that follows it directly.
  if (isObject)
    for (const child of children(sentence, noun.head, 'xcomp', 'advcl'))
      if (isInfinitive(sentence, child.index) && leftEdge(sentence, child.index) === noun.index + 1)
        fill(at, 'infinitive', child);
  if (relation(noun) !== 'nsubj') return;
  const told = sentence.tokens[noun.head];
  // "the envoy's aim is to return": what it is said to be.
  if (hasChild(sentence, told.index, 'cop')) {
    if (isInfinitive(sentence, told.index)) fill(at, 'infinitive', told);
    else if (firstCase(sentence, told.index) === 'that') fill(at, 'clause', told);
  }
  // "fears are growing that the dam may break": the clause behind the verb tells what is feared.
  if (told.upos === 'VERB')
    for (const child of children(sentence, told.index, 'ccomp', 'acl', 'advcl'))
      if (child.index > told.index && firstCase(sentence, child.index) === 'that') fill(at, 'clause', child);
}

/** What a verb brings that the tree hung on its object. */
function fillFromObject(sentence: Sentence, verb: Token, at: Filled): void {
  const object = at.get('object');
  if (object && object.index > verb.index) {
    if (!at.has('infinitive'))
      for (const child of children(sentence, object.index, 'acl'))
        if (isInfinitive(sentence, child.index)) fill(at, 'infinitive', child);
    // "views those groups as foes": the tree may have hung what they are taken for on them.
    for (const child of children(sentence, object.index, 'nmod'))
      if (firstCase(sentence, child.index) === 'as') fill(at, 'as', child);
  }
  if (!at.has('clause')) fill(at, 'clause', strayClause(sentence, verb));
}

const FILLING = new Set('nsubj csubj obj iobj ccomp xcomp obl nmod advcl acl parataxis'.split(' '));

/** "the report": a noun that nothing hangs on has no slot, unless a verb has what it brings. */
const mayFill = (sentence: Sentence, noun: Token): boolean =>
  relation(noun) === 'obj' ||
  relation(noun) === 'nsubj' ||
  noun.children.some((child) => FILLING.has(relation(sentence.tokens[child])));

const NONE: Slots = { at: new Map(), passive: false };

/** The slots of a word. The first dependent in a slot has it; an infinitive on the object ("urged Oslo to …") is the word's own too. */
export function slotsOf(sentence: Sentence, word: Token): Slots {
  if (word.upos === 'NOUN' && !mayFill(sentence, word)) return NONE;
  const passive = word.upos !== 'NOUN' && isDoneTo(sentence, word);
  const at: Filled = new Map();
  for (const child of word.children)
    fill(at, slotOf(sentence, word, sentence.tokens[child], passive), sentence.tokens[child]);
  // "called the law a farce": two objects, of which the second says what the first is.
  const [first, second] = children(sentence, word.index, 'obj', 'iobj').filter((child) => child.index > word.index);
  if (first && second) {
    at.set('object', first);
    fill(at, 'predicate', second);
  }
  if (passive && word.deprel === 'acl' && !isHeld(sentence, word)) fill(at, 'object', sentence.tokens[word.head]);
  if (word.upos === 'NOUN') fillFromVerb(sentence, word, at);
  else if (word.upos === 'VERB') fillFromObject(sentence, word, at);
  return { at, passive };
}
