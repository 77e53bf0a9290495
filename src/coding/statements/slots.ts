import type { Sentence, Token } from '../../language/document.ts';
import { children, firstChild, hasChild, inOrder, leftEdge, relation, subtree } from '../tree.ts';
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

function isInfinitive(sentence: Sentence, index: number): boolean {
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

/** The slots of a word. The first dependent in a slot has it; an infinitive on the object ("urged Oslo to …") is the word's own too. */
export function slotsOf(sentence: Sentence, word: Token): Slots {
  const passive = word.upos !== 'NOUN' && isDoneTo(sentence, word);
  const at = new Map<string, Token>();
  const fill = (slot: string | null, child: Token | undefined): void => {
    if (child && slot !== null && !at.has(slot)) at.set(slot, child);
  };
  for (const child of word.children)
    fill(slotOf(sentence, word, sentence.tokens[child], passive), sentence.tokens[child]);
  // "called the law a farce": two objects, of which the second says what the first is.
  const [first, second] = children(sentence, word.index, 'obj', 'iobj').filter((child) => child.index > word.index);
  if (first && second) {
    at.set('object', first);
    fill('predicate', second);
  }
  // "expressed alarm at the arrests": the preposition is the noun's, whichever of the two the tree gave it to.
  if (word.upos === 'NOUN' && (relation(word) === 'obj' || isThere(sentence, word)))
    for (const child of children(sentence, word.head, 'obl'))
      if (child.index > word.index) fill(firstCase(sentence, child.index), child);
  // "rejected the plan to close the port": so is an infinitive that follows it directly.
  if (word.upos === 'NOUN' && relation(word) === 'obj')
    for (const child of children(sentence, word.head, 'xcomp', 'advcl'))
      if (isInfinitive(sentence, child.index) && leftEdge(sentence, child.index) === word.index + 1)
        fill('infinitive', child);
  // "the envoy's aim is to return": what it is said to be.
  if (word.upos === 'NOUN' && relation(word) === 'nsubj' && hasChild(sentence, word.head, 'cop')) {
    const told = sentence.tokens[word.head];
    if (isInfinitive(sentence, told.index)) fill('infinitive', told);
    else if (firstCase(sentence, told.index) === 'that') fill('clause', told);
  }
  // "fears are growing that the dam may break": the clause behind the verb tells what is feared.
  if (word.upos === 'NOUN' && relation(word) === 'nsubj' && sentence.tokens[word.head].upos === 'VERB')
    for (const child of children(sentence, word.head, 'ccomp', 'acl', 'advcl'))
      if (child.index > word.head && firstCase(sentence, child.index) === 'that') fill('clause', child);
  if (passive && word.deprel === 'acl' && !isHeld(sentence, word)) fill('object', sentence.tokens[word.head]);
  const object = at.get('object');
  if (object && word.upos === 'VERB' && object.index > word.index && !at.has('infinitive')) {
    for (const child of children(sentence, object.index, 'acl'))
      if (isInfinitive(sentence, child.index)) fill('infinitive', child);
  }
  // "views those groups as foes": the tree may have hung what they are taken for on them.
  if (object && word.upos === 'VERB' && object.index > word.index)
    fill(
      'as',
      children(sentence, object.index, 'nmod').find((child) => firstCase(sentence, child.index) === 'as'),
    );
  if (word.upos === 'VERB' && !at.has('clause')) fill('clause', strayClause(sentence, word));
  return { at, passive };
}

/** "prefer to wait, [and think that …]": a verb with a tense beside an infinitive goes with the verb above. */
const hasTense = (sentence: Sentence, infinitive: Token, verb: Token): boolean =>
  isInfinitive(sentence, infinitive.index) && ['VBZ', 'VBP', 'VBD'].includes(verb.xpos) && verb.deprel === 'conj';

/** "are believed to be there, [and residents saw them]", "wants to sing; [his brother paints]": with a subject of its own it is another clause. */
function furtherClauses(sentence: Sentence, top: Token): number[] {
  return children(sentence, top.index, 'conj', 'parataxis')
    .filter(
      (clause) =>
        clause.upos !== 'NOUN' &&
        (hasTense(sentence, top, clause) ||
          children(sentence, clause.index, 'nsubj').some(({ xpos }) => !xpos.startsWith('W'))),
    )
    .map(({ index }) => index);
}

/** The tokens of an alternative like `object+of`: null where one of its parts is not there. */
export function contentAt(
  sentence: Sentence,
  word: Token,
  slots: Slots,
  alternative: string,
  parts: readonly string[],
): readonly number[] | null {
  let found: readonly number[] = [];
  for (const part of parts) {
    // "warned Oslo not to come": whom the tree has for an indirect object.
    const top = slots.at.get(part) ?? (alternative === 'object+infinitive' ? slots.at.get('indirect') : undefined);
    if (!top) return null;
    // "the aim is [to return]": what is said of the noun starts after "is".
    const isSaidOf = word.upos === 'NOUN' && top.index === word.head;
    const others = SPEECH.has(part) ? [] : furtherClauses(sentence, top);
    const start = isSaidOf ? (firstChild(sentence, top.index, 'mark')?.index ?? 0) : 0;
    const branch = subtree(sentence, top.index, [word.index, ...others]).filter((index) => index >= start);
    found = found.length === 0 ? branch : inOrder([...found, ...branch]);
  }
  return found;
}
