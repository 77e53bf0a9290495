import type { Sentence, Token } from '../../../language/document.ts';
import { children, relation } from '../../tree.ts';
import { list, NONE } from './phrase.ts';
import { type Phrases, prepositional } from './relative.ts';
import { agentOf, firstConjunct, isPassiveUse, nounBefore, surfaceSubject } from './subject.ts';

/** The slots of a noun. */

/** "the arrest of the journalist by police", parsed as if the journalist were by the police. */
function nested(sentence: Sentence, noun: Token, slot: string): readonly number[] {
  for (const child of children(sentence, noun.index, 'nmod')) {
    if (child.deprel === 'nmod:poss') continue;
    const found = prepositional(sentence, child, slot);
    if (found.length > 0) return found;
  }
  return NONE;
}

export function nounSlot(
  sentence: Sentence,
  noun: Token,
  slot: string,
  own: { readonly phrases: Phrases },
): readonly number[] {
  switch (slot) {
    case 'governor':
      return ['obj', 'nsubj', 'obl'].includes(relation(noun)) ? list(noun.head < 0 ? null : noun.head) : NONE;
    case 'subject':
      return list(surfaceSubject(sentence, noun));
    case 'object':
    case 'indirect':
      return NONE;
    case 'possessor': {
      const own = children(sentence, noun.index, 'nmod:poss').map((token) =>
        token.lowerLemma === 'whose' ? (nounBefore(sentence, token.index) ?? token.index) : token.index,
      );
      const first = firstConjunct(sentence, noun);
      return own.length > 0 || !first ? own : children(sentence, first.index, 'nmod:poss').map((token) => token.index);
    }
    case 'modifier':
    case 'site':
      return children(sentence, noun.index, 'amod', 'compound', 'nmod:desc', 'det:predet').map((token) => token.index);
    default: {
      const found = prepositional(sentence, noun, slot, own.phrases);
      if (found.length > 0) return found;
      // "meetings and calls with Assad", "a campaign led by the SDF"
      for (const child of children(sentence, noun.index, 'conj')) {
        const shared = child.upos === 'NOUN' ? prepositional(sentence, child, slot) : NONE;
        if (shared.length > 0) return shared;
      }
      // "a campaign led by the SDF", "a deal reached with Iran"
      for (const child of children(sentence, noun.index, 'acl')) {
        if (child.deprel === 'acl:relcl' || !isPassiveUse(sentence, child)) continue;
        return slot === 'by' ? list(agentOf(sentence, child)) : prepositional(sentence, child, slot);
      }
      return slot === 'of' || slot === 'in' ? NONE : nested(sentence, noun, slot);
    }
  }
}
