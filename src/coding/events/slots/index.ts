import type { Sentence, Token } from '../../../language/document.ts';
import { children, firstChild, relation } from '../../tree.ts';
import { complements } from './clause.ts';
import { nounSlot } from './noun.ts';
import { isInfinitive, NONE } from './phrase.ts';
import { type Phrases, phrasesAt } from './relative.ts';
import { isFiniteClause } from './subject.ts';
import { verbSlot } from './verb.ts';

/**
 * The dependents of a predicate by their slot, voice undone: a passive's subject is its object, its agent its subject.
 * A missing subject is found through relative clauses, participles, conjunction, control and raising.
 */
export interface Slots {
  /** Head tokens of the phrases in a slot, without what is coordinated with them. */
  get(slot: string): readonly number[];
}

/** A slot of the clauses that a predicate calls for; null where the slot is none of these. */
function clauseSlot(
  sentence: Sentence,
  token: Token,
  clauses: readonly Token[],
  slot: string,
): readonly number[] | null {
  switch (slot) {
    case 'clause':
      return clauses.map((clause) => clause.index);
    case 'complement':
      return [
        ...clauses.filter((clause) => clause.upos !== 'VERB'),
        // "called the king a friend", parsed as two objects or an apposition
        ...children(sentence, token.index, 'obj').slice(1),
        ...children(sentence, token.index, 'obj').flatMap((object) => children(sentence, object.index, 'appos')),
      ].map((clause) => clause.index);
    case 'clause subject':
      return clauses.length === 0 ? NONE : clauses.flatMap((clause) => subjectOf(sentence, token, clause));
    case 'clause object':
      return clauses.length === 0 ? NONE : clauses.flatMap((clause) => objectOf(sentence, clause));
    default:
      return null;
  }
}

function subjectOf(sentence: Sentence, token: Token, clause: Token): readonly number[] {
  const own = firstChild(sentence, clause.index, 'nsubj', 'nsubj:pass');
  if (own) return [own.index];
  const object = firstChild(sentence, token.index, 'obj', 'iobj');
  if (object) {
    const isSubject = isInfinitive(sentence, clause.index) || isFiniteClause(sentence, clause);
    return object.index < clause.index && isSubject ? [object.index] : NONE;
  }
  // "the militia, which Ankara says is linked to rebels"
  return token.deprel === 'acl:relcl' && relation(clause) === 'ccomp' ? [token.head] : NONE;
}

function objectOf(sentence: Sentence, clause: Token): readonly number[] {
  const inner = slotsOf(sentence, clause);
  for (const side of ['object', 'against', 'on', 'with', 'to', 'from', 'in']) {
    const found = inner.get(side);
    if (found.length > 0) return found;
  }
  return NONE;
}

/** `asAdjective`: a participle that describes ("is frustrated with"), whose subject stays its subject. */
export function slotsOf(sentence: Sentence, token: Token, asAdjective = false): Slots {
  return new KnownSlots(sentence, token, asAdjective);
}

/** Slots that are looked for once each: so few that lists keep them. */
class KnownSlots implements Slots {
  readonly #sentence: Sentence;
  readonly #token: Token;
  readonly #asAdjective: boolean;
  #clauses: readonly Token[] | null = null;
  #phrases: Phrases | null = null;
  readonly #names: string[] = [];
  readonly #found: (readonly number[])[] = [];

  constructor(sentence: Sentence, token: Token, asAdjective: boolean) {
    this.#sentence = sentence;
    this.#token = token;
    this.#asAdjective = asAdjective;
  }

  get(slot: string): readonly number[] {
    for (let at = 0; at < this.#names.length; at++) if (this.#names[at] === slot) return this.#found[at];
    const found = this.#look(slot);
    this.#names.push(slot);
    this.#found.push(found);
    return found;
  }

  #look(slot: string): readonly number[] {
    const sentence = this.#sentence;
    const token = this.#token;
    if (slot === 'complement' || slot.startsWith('clause')) {
      this.#clauses ??= complements(sentence, token);
      const found = clauseSlot(sentence, token, this.#clauses, slot);
      if (found) return found;
    }
    const nominal =
      this.#asAdjective || (token.upos !== 'VERB' && token.upos !== 'AUX' && !token.xpos.startsWith('VB'));
    return nominal ? nounSlot(sentence, token, slot, this) : verbSlot(sentence, token, slot, this);
  }

  get phrases(): Phrases {
    this.#phrases ??= phrasesAt(this.#sentence, this.#token);
    return this.#phrases;
  }
}
