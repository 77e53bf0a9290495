import type { LightVerb } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import { children, relation } from '../tree.ts';
import type { EventLexicon } from './lexicon.ts';
import { type Slots, slotsOf } from './slots/index.ts';
import { prepositionOf } from './slots/phrase.ts';
import { isPassiveUse } from './slots/subject.ts';

/** An event noun as the object of a verb that adds only roles: "launched an attack on". */
export interface LightUse {
  readonly verb: Token;
  readonly entry: LightVerb;
  readonly slots: Slots;
}

/** Where the noun stands at its verb: `object`, or its preposition. */
function slotAt(sentence: Sentence, noun: Token, verb: Token): string | null {
  switch (relation(noun)) {
    case 'obj':
      return 'object';
    case 'nsubj':
      return isPassiveUse(sentence, verb) ? 'object' : null;
    case 'obl':
    case 'nmod':
      return prepositionOf(sentence, noun.index);
    default:
      return null;
  }
}

export function lightUse(sentence: Sentence, noun: Token, lexicon: EventLexicon): LightUse | null {
  // "an attack launched by rebels": the participle that follows
  const participle = children(sentence, noun.index, 'acl').find(
    (child) => child.deprel !== 'acl:relcl' && isPassiveUse(sentence, child),
  );
  if (participle) {
    const entry = entryFor(sentence, participle, 'object', lexicon);
    if (entry) return { verb: participle, entry, slots: slotsOf(sentence, participle) };
  }
  if (relation(noun) === 'conj' && noun.head >= 0 && sentence.tokens[noun.head].upos === 'NOUN')
    return lightUse(sentence, sentence.tokens[noun.head], lexicon);
  if (noun.head < 0) return null;
  const verb = sentence.tokens[noun.head];
  const slot = verb.upos === 'VERB' ? slotAt(sentence, noun, verb) : null;
  const entry = slot && entryFor(sentence, verb, slot, lexicon);
  return entry ? { verb, entry, slots: slotsOf(sentence, verb) } : null;
}

function entryFor(sentence: Sentence, verb: Token, slot: string, lexicon: EventLexicon): LightVerb | null {
  const near = new Set(
    verb.children
      .flatMap((child) => [child, ...sentence.tokens[child].children])
      .map((index) => sentence.tokens[index].lowerLemma),
  );
  const found = lexicon
    .lightVerbs(verb.lowerLemma)
    .filter(
      ({ words, entry }) =>
        words.every((word) => near.has(word)) && (entry.noun.includes(slot) || words.includes(slot)),
    )
    .sort((a, b) => b.words.length - a.words.length);
  return found[0]?.entry ?? null;
}
