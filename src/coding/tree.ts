import type { Sentence, Token } from '../language/document.ts';
import { children, hasChild } from '../language/tree.ts';
import type { Span } from '../page/article.ts';

export { children, firstChild, hasChild, relation } from '../language/tree.ts';

/** Reading a sentence's dependency tree. Token positions throughout, ascending. */

/** The word and all that depends on it, save the branches that start at `without`. */
export function subtree(sentence: Sentence, top: number, without: readonly number[] = []): number[] {
  const found: number[] = [];
  return gather(sentence.tokens, top, without, found) ? found : found.sort((a, b) => a - b);
}

/** Adds a branch in the order of its words; false where branches cross, so that they are in no order. */
function gather(tokens: readonly Token[], top: number, without: readonly number[], found: number[]): boolean {
  let ascends = true;
  let isPlaced = false;
  for (const child of tokens[top].children) {
    if (!isPlaced && child > top) {
      ascends = add(found, top) && ascends;
      isPlaced = true;
    }
    if (!without.includes(child)) ascends = gather(tokens, child, without, found) && ascends;
  }
  return isPlaced ? ascends : add(found, top) && ascends;
}

function add(found: number[], index: number): boolean {
  const isNext = found.length === 0 || found[found.length - 1] < index;
  found.push(index);
  return isNext;
}

/** The first of the words that `subtree` gives. */
export function leftEdge(sentence: Sentence, top: number): number {
  let first = top;
  for (const child of sentence.tokens[top].children) first = Math.min(first, leftEdge(sentence, child));
  return first;
}

/** The last of them. */
export function rightEdge(sentence: Sentence, top: number): number {
  let last = top;
  for (const child of sentence.tokens[top].children) last = Math.max(last, rightEdge(sentence, child));
  return last;
}

/** Some tokens in order, each once: mostly they are so already. */
export function inOrder(tokens: readonly number[]): readonly number[] {
  const isInOrder = tokens.every((token, position) => position === 0 || tokens[position - 1] < token);
  return isInOrder ? tokens : [...new Set(tokens)].sort((a, b) => a - b);
}

/** The word's governors, nearest first, up to the root. */
export function* governors(sentence: Sentence, index: number): Generator<Token> {
  for (let head = sentence.tokens[index].head; head >= 0; head = sentence.tokens[head].head)
    yield sentence.tokens[head];
}

/** Where a participle alone is passive: "remain there, hemmed in by the army", "wants them arrested". */
const BARE = new Set(['advcl', 'xcomp', 'parataxis', 'acl:relcl']);

/** A passive verb: one with a passive subject or auxiliary, a participle that modifies a noun or a clause, or one joined to a passive. */
export function isPassive(sentence: Sentence, verb: Token): boolean {
  if (hasChild(sentence, verb.index, 'aux:pass')) return true;
  if (hasChild(sentence, verb.index, 'nsubj:pass', 'csubj:pass')) return !isPerfect(sentence, verb);
  if (verb.xpos !== 'VBN' || verb.deprel === 'acl') return verb.xpos === 'VBN';
  if (hasChild(sentence, verb.index, 'nsubj', 'aux', 'obj', 'ccomp')) return false;
  // "were expelled and killed"
  if (verb.deprel === 'conj' && verb.head >= 0) {
    const first = sentence.tokens[verb.head];
    return isPassive(sentence, first) || isLeftBehind(sentence, first, verb);
  }
  return BARE.has(verb.deprel);
}

/** "The fighters remain there, hemmed in by the army": a participle that goes on with no perfect, and names an agent or follows the present. */
function isLeftBehind(sentence: Sentence, first: Token, participle: Token): boolean {
  if (hasChild(sentence, first.index, 'aux') || first.xpos === 'VBN') return false;
  return first.xpos === 'VBP' || first.xpos === 'VBZ' || hasChild(sentence, participle.index, 'obl:agent');
}

/** "had either supported or …": of "have" alone no passive is made, whatever the tree calls the subject. */
function isPerfect(sentence: Sentence, verb: Token): boolean {
  const auxiliaries = children(sentence, verb.index, 'aux');
  return auxiliaries.length > 0 && auxiliaries.every(({ lemma }) => lemma === 'have');
}

/** The text stretches that a set of tokens covers: neighbours joined, ascending. */
export function spansOf(sentence: Sentence, tokens: readonly number[]): Span[] {
  const spans: Span[] = [];
  let first = -1;
  for (let position = 0; position < tokens.length; position++) {
    const index = tokens[position];
    if (first < 0) first = index;
    if (tokens[position + 1] === index + 1) continue;
    spans.push([sentence.tokens[first].span[0], sentence.tokens[index].span[1]]);
    first = -1;
  }
  return spans;
}

const TAKE_NEGATION = new Set(['only', 'just', 'merely', 'simply', 'before', 'until']);

/** "not only fought", "not before they had voted": a negation of the next word, and not of the verb that it hangs on. */
export const negatesNext = ({ tokens }: Sentence, negation: Token): boolean =>
  TAKE_NEGATION.has(tokens[negation.index + 1]?.lowerLemma ?? '');
