import type { Reporting } from '../../codebook/schema.ts';
import type { Document, Sentence, Token } from '../../language/document.ts';
import type { Actors } from '../actors/index.ts';
import { children, hasChild, subtree } from '../tree.ts';
import { hull } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Slots } from './slots.ts';
import { range } from './speech.ts';

const NOBODY: readonly number[] = [];

/** The object is whom one tells only where something else is told: "warned the king" has no content but the king. */
export function addresseeOf(
  sentence: Sentence,
  word: Token,
  entry: Reporting,
  slots: Slots,
  parts: readonly string[],
): readonly number[] {
  const indirect = slots.at.get('indirect');
  if (indirect) return subtree(sentence, indirect.index);
  for (const slot of entry.addressee) {
    const told = slots.at.get(slot);
    // A clause that the tree hung on whom it was told ("reminded them that …") is what is told.
    const clauses = told ? children(sentence, told.index, 'acl', 'ccomp').map(({ index }) => index) : [];
    if (told && !parts.includes(slot)) return subtree(sentence, told.index, [word.index, ...clauses]);
  }
  return NOBODY;
}

/** "told [reporters] that …": whom it was told ends where what was told begins, whatever the tree made of it. */
export function partedAtThat(
  sentence: Sentence,
  word: Token,
  found: readonly number[],
  addressee: readonly number[],
): { found: readonly number[]; addressee: readonly number[] } {
  const that = addressee.find(
    (index) =>
      sentence.tokens[index].lowerForm === 'that' &&
      index > addressee[0] &&
      sentence.tokens[index].relation !== 'nsubj',
  );
  if (that === undefined || addressee[0] < word.index) return { found, addressee };
  const end = Math.max(found[found.length - 1] ?? 0, addressee[addressee.length - 1]);
  return { found: range(that, end + 1), addressee: addressee.filter((index) => index < that) };
}

/**
 * Whom something is said to, in the text's words. Behind a preposition only somebody is spoken to: "to reporters", but not
 * "has not responded to allegations", "a commitment to building trust".
 */
export function addresseeText(document: Document, actors: Actors, { sentence: at, addressee }: Finding): string | null {
  const sentence = document.sentences[at];
  const head = addressee.find((index) => !addressee.includes(sentence.tokens[index].head));
  if (head === undefined) return null;
  const { upos } = sentence.tokens[head];
  const isSomebody = upos === 'PROPN' || upos === 'PRON' || actors.at(at, head) !== null;
  return isSomebody || !hasChild(sentence, head, 'case', 'mark') ? hull(document, sentence, addressee).text : null;
}
