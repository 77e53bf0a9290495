import type { Sentence, Token } from '../../language/document.ts';
import { children, firstChild, relation } from '../tree.ts';
import { bitOf, type Pattern } from './lexicon.ts';
import { prepositionOf } from './slots/phrase.ts';

/** Phrases of the codebook ("open fire", "strip of citizenship") among the words around a predicate. */

/**
 * Whether a phrase may ask for a word of a dependent: its preposition, and what describes an object ("fire *tear* gas"), but not a
 * particle of another verb or the first part of a name or compound behind a preposition ("made in *peace* talks").
 */
function isPartOfPhrase(dependent: Token, word: Token): boolean {
  if (word.relation === 'case' || word.relation === 'mark' || word.relation === 'fixed') return true;
  // "gave *no* ground"
  if (word.relation === 'det') return word.lowerForm === 'no';
  const describes = relation(word) === 'amod' || (relation(word) === 'compound' && word.deprel !== 'compound:prt');
  return describes && relation(dependent) !== 'obl' && relation(dependent) !== 'nmod';
}

/** The words around a predicate that a phrase may ask for: its dependents, their prepositions and modifiers, each lemma once. */
export class Neighbours {
  readonly #lemmas: string[] = [];
  readonly #positions: number[] = [];
  /** The bits of all of them. */
  bits = 0;
  /** The particle of a verb. */
  readonly particle: string | null;

  constructor(sentence: Sentence, token: Token) {
    const { tokens } = sentence;
    for (const index of token.children) {
      const child = tokens[index];
      if (child.relation === 'nsubj' && child.deprel !== 'nsubj:pass') continue;
      if (child.relation === 'conj' || child.upos === 'PUNCT') continue;
      // "announced that he would not *support* it" is no "announce support"
      if (child.upos === 'VERB' && child.relation === 'ccomp') continue;
      this.#add(child);
      for (const inner of child.children) if (isPartOfPhrase(child, tokens[inner])) this.#add(tokens[inner]);
    }
    // "stripped the cleric of his citizenship": what hangs on the object belongs to the verb as often
    const objects = children(sentence, token.index, 'obj', 'nsubj:pass');
    if (objects.length > 0) this.#addBelow(sentence, [...objects]);
    // "talks held in Geneva", "the deal that was reached"
    if (token.relation === 'acl' && token.head >= 0) this.#add(tokens[token.head]);
    const particle = token.upos === 'VERB' ? firstChild(sentence, token.index, 'compound:prt') : undefined;
    this.particle = particle?.lowerLemma ?? null;
  }

  /** Where a lemma stands among them; -1 where it does not. */
  find(lemma: string): number {
    for (let at = 0; at < this.#lemmas.length; at++) if (this.#lemmas[at] === lemma) return this.#positions[at];
    return -1;
  }

  #add({ lowerLemma, index }: Token): void {
    const bit = bitOf(lowerLemma);
    if (this.bits & bit && this.find(lowerLemma) >= 0) return;
    this.bits |= bit;
    this.#lemmas.push(lowerLemma);
    this.#positions.push(index);
  }

  #addBelow(sentence: Sentence, waiting: Token[]): void {
    for (let above = waiting.pop(); above; above = waiting.pop())
      for (const inner of children(sentence, above.index, 'nmod')) {
        if (inner.deprel === 'nmod:poss') continue;
        this.#add(inner);
        for (const word of children(sentence, inner.index, 'case')) this.#add(word);
        waiting.push(inner);
      }
  }
}

/** Words that are adverbs of a phrase as often as prepositions: "taking towns in the area" is no "take in". */
const ADVERBIAL = new Set([
  'in',
  'on',
  'up',
  'out',
  'off',
  'over',
  'back',
  'away',
  'down',
  'about',
  'around',
  'through',
]);
/** How far such a word may stand from the others of its phrase. */
const WIDEST_GAP = 2;

/** "called for elections" is no "call election": a noun behind a preposition that the phrase does not name. */
function isAfterOtherPreposition(sentence: Sentence, verb: Token, index: number, pattern: Pattern): boolean {
  const word = sentence.tokens[index];
  if (word.head !== verb.index || relation(word) !== 'obl' || verb.upos !== 'VERB') return false;
  const preposition = prepositionOf(sentence, index);
  return preposition !== null && !preposition.split(' ').some((each) => pattern.words.includes(each));
}

/** The parts of a word with hyphens around the one that heads them ("walk - out"); null where they are not side by side. */
function joinedAround(
  { tokens }: Sentence,
  parts: readonly string[],
  { index, lowerLemma, lowerForm, head }: Token,
): number[] | null {
  const first = index - 2 * parts.findIndex((part) => part === lowerLemma || part === lowerForm);
  const found = parts.map((_, at) => first + 2 * at);
  if (found.includes(head)) return null;
  const isThere = (part: string, at: number): boolean => {
    const word = tokens[found[at]];
    return (word?.lowerLemma === part || word?.lowerForm === part) && (at === 0 || tokens[found[at] - 1].form === '-');
  };
  return parts.every(isThere) ? found : null;
}

/** The words of a pattern around its head, ascending; null where they are not all there, or belong to another phrase. */
export function phraseWords(sentence: Sentence, pattern: Pattern, token: Token, near: Neighbours): number[] | null {
  const own = pattern.joined === null ? [token.index] : joinedAround(sentence, pattern.joined, token);
  if (own === null || pattern.words.length === 0) return own;
  for (const word of pattern.words) if (near.find(word) < 0) return null;
  // "speak out with" is no "speak with"
  if (near.particle !== null && !pattern.words.includes(near.particle)) return null;
  const words = own;
  for (const word of pattern.words) {
    const index = near.find(word);
    if (isAfterOtherPreposition(sentence, token, index, pattern)) return null;
    words.push(index);
  }
  for (const index of words) {
    const word = sentence.tokens[index];
    if (index === token.index || (relation(word) !== 'case' && relation(word) !== 'mark')) continue;
    if (index < token.index) {
      if (pattern.before.includes(word.lowerLemma)) continue;
      return null;
    }
    if (!ADVERBIAL.has(word.lowerLemma) || (words.includes(word.head) && word.head !== token.index)) continue;
    // "drove the last of the militants out of the city": two prepositions of the phrase side by side
    if (words.includes(index + 1) && relation(sentence.tokens[index + 1]) === 'case') continue;
    const gap = Math.min(...words.filter((other) => other < index).map((other) => index - other));
    if (gap > WIDEST_GAP) return null;
  }
  return words.sort((a, b) => a - b);
}
