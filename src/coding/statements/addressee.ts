import type { Document } from '../../language/document.ts';
import type { Actors } from '../actors/index.ts';
import { hasChild } from '../tree.ts';
import { hull } from './evidence.ts';
import type { Finding } from './finding.ts';

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
