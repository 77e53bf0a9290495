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
  const describes = relation(word) === 'amod' || (relation(word) === 'compound' && word.deprel !== 'compound:prt');
  return describes && relation(dependent) !== 'obl' && relation(dependent) !== 'nmod';
}

/** The words around a predicate that a phrase may ask for: its dependents, their prepositions and modifiers. */
export interface Neighbours {
  readonly byLemma: ReadonlyMap<string, number>;
  /** The bits of all of them. */
  readonly bits: number;
  /** The particle of a verb. */
  readonly particle: string | null;
}

export function neighbours(sentence: Sentence, token: Token): Neighbours {
  const found = new Map<string, number>();
  let bits = 0;
  const add = (each: Token): void => {
    const lemma = each.lowerLemma;
    if (found.has(lemma)) return;
    found.set(lemma, each.index);
    bits |= bitOf(lemma);
  };
  for (const index of token.children) {
    const child = sentence.tokens[index];
    if (relation(child) === 'nsubj' && child.deprel !== 'nsubj:pass') continue;
    if (relation(child) === 'conj' || child.upos === 'PUNCT') continue;
    add(child);
    for (const inner of child.children) {
      const word = sentence.tokens[inner];
      if (isPartOfPhrase(child, word)) add(word);
    }
  }
  // "stripped the cleric of his citizenship": what hangs on the object belongs to the verb as often
  const waiting = [...children(sentence, token.index, 'obj', 'nsubj:pass')];
  for (let object = waiting.pop(); object; object = waiting.pop())
    for (const inner of children(sentence, object.index, 'nmod')) {
      if (inner.deprel === 'nmod:poss') continue;
      add(inner);
      for (const word of children(sentence, inner.index, 'case')) add(word);
      waiting.push(inner);
    }
  // "talks held in Geneva", "the deal that was reached"
  if (relation(token) === 'acl' && token.head >= 0) add(sentence.tokens[token.head]);
  const particle = token.upos === 'VERB' ? firstChild(sentence, token.index, 'compound:prt') : undefined;
  return { byLemma: found, bits, particle: particle?.lowerLemma ?? null };
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

/** The words of a pattern around its head, ascending; null where they are not all there, or belong to another phrase. */
export function phraseWords(
  sentence: Sentence,
  pattern: Pattern,
  token: Token,
  { byLemma: found, particle }: Neighbours,
): number[] | null {
  if (pattern.words.length === 0) return [token.index];
  for (const word of pattern.words) if (!found.has(word)) return null;
  // "speak out with" is no "speak with"
  if (particle !== null && !pattern.words.includes(particle)) return null;
  const words = [token.index];
  for (const word of pattern.words) {
    const index = found.get(word)!;
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
