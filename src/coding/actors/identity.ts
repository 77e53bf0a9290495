import type { Mention, Sentence } from '../../language/document.ts';
import { children, relation } from '../tree.ts';
import type { Known } from './gazetteer.ts';

/** Prepositions with which a capital's name is a place: "in Damascus". */
const LOCAL = new Set(
  'in at near from to outside around inside into through across on of over toward towards within throughout'.split(' '),
);

/** A capital stands for its government where it does something or is dealt with, not where things happen in it. */
function actsAsState(sentence: Sentence, mention: Mention): boolean {
  const head = sentence.tokens[mention.head];
  const cases = children(sentence, head.index, 'case').map((token) => token.lowerLemma);
  if (cases.some((word) => LOCAL.has(word))) return false;
  return ['nsubj', 'obj', 'iobj', 'nmod', 'obl', 'conj'].includes(relation(head));
}

/** The state that a name means where it stands; null where it means none. */
export function stateOf(sentence: Sentence, mention: Mention, meant: Known | undefined): Known | null {
  if (!meant || meant.country === null) return null;
  if (['state', 'seat', 'demonym'].includes(meant.type)) return meant;
  return meant.type === 'capital' && actsAsState(sentence, mention) ? meant : null;
}
