import type { Sentence, Token } from '../../../language/document.ts';
import { children, firstChild, hasChild, relation } from '../../tree.ts';
import { list, NONE } from './phrase.ts';
import { type Phrases, prepositional, RELATIVE, resolved } from './relative.ts';
import { agentOf, firstConjunct, isPassiveUse, nounBefore, surfaceSubject } from './subject.ts';

/** The slots of a verb. */

/** The object of a verb in a relative clause without one of its own: "the town that they attacked". */
function relativeObject(sentence: Sentence, verb: Token): number | null {
  const pronoun = firstChild(sentence, verb.index, 'obj');
  if (pronoun) return resolved(sentence, verb, pronoun);
  const subject = firstChild(sentence, verb.index, 'nsubj');
  if (verb.deprel !== 'acl:relcl' || !subject || RELATIVE.has(subject.lowerLemma)) return null;
  return children(sentence, verb.index, 'obl').some((token) => RELATIVE.has(token.lowerLemma)) ? null : verb.head;
}

function sharedObject(sentence: Sentence, verb: Token): number | null {
  const other = verb.children
    .map((child) => sentence.tokens[child])
    .find((token) => relation(token) === 'conj' && token.upos === 'VERB');
  const object = other && firstChild(sentence, other.index, 'obj');
  // "arrested and questioned the student": the object stands at the last of the verbs
  return object && !isPassiveUse(sentence, other) && adjacent(sentence, verb, other) ? object.index : null;
}

const adjacent = (sentence: Sentence, first: Token, second: Token): boolean =>
  sentence.tokens
    .slice(first.index + 1, second.index)
    .every((token) => ['CCONJ', 'PUNCT', 'ADV', 'VERB'].includes(token.upos));

/** "sold Turkey missiles": a name between verb and object that the tree takes for part of the object. */
function beforeObject(sentence: Sentence, verb: Token): number | null {
  const object = firstChild(sentence, verb.index, 'obj');
  const next = sentence.tokens[verb.index + 1];
  const isPart = object && next && next.upos === 'PROPN' && relation(next) === 'compound' && next.head === object.index;
  return isPart ? next.index : null;
}

/**
 * A verb that the tree takes for an attribute of its object ("Norway increased aid"): right behind a noun no participle
 * stands before the noun it describes.
 */
export function isMisreadVerb(sentence: Sentence, token: Token): boolean {
  const before = token.index > 0 ? sentence.tokens[token.index - 1] : null;
  return (
    (token.xpos === 'VBD' || token.xpos === 'VBN') &&
    (token.relation === 'amod' || token.relation === 'compound') &&
    token.head > token.index &&
    before !== null &&
    (before.upos === 'NOUN' || before.upos === 'PROPN')
  );
}

/** "took on the rebels": behind a particle, a phrase without a preposition. */
function behindParticle(sentence: Sentence, verb: Token): number | null {
  const particle = firstChild(sentence, verb.index, 'compound:prt');
  if (!particle) return null;
  const bare = children(sentence, verb.index, 'obl').find(
    (token) => token.deprel === 'obl' && token.index > particle.index && !hasChild(sentence, token.index, 'case'),
  );
  return bare?.index ?? null;
}

function misreadSlot(sentence: Sentence, verb: Token, slot: string): readonly number[] {
  if (slot === 'subject') return list(nounBefore(sentence, verb.index));
  return slot === 'object' ? [verb.head] : prepositional(sentence, sentence.tokens[verb.head], slot);
}

export function verbSlot(
  sentence: Sentence,
  verb: Token,
  slot: string,
  own: { readonly phrases: Phrases },
): readonly number[] {
  if (isMisreadVerb(sentence, verb)) return misreadSlot(sentence, verb, slot);
  switch (slot) {
    case 'subject':
      return isPassiveUse(sentence, verb) ? list(agentOf(sentence, verb)) : list(surfaceSubject(sentence, verb));
    case 'object': {
      if (isPassiveUse(sentence, verb)) return list(surfaceSubject(sentence, verb));
      // "asked Washington to …": parsers differ on which object that is
      return list(
        relativeObject(sentence, verb) ??
          sharedObject(sentence, verb) ??
          firstChild(sentence, verb.index, 'iobj')?.index ??
          behindParticle(sentence, verb),
      );
    }
    case 'indirect':
      return list(firstChild(sentence, verb.index, 'iobj')?.index ?? beforeObject(sentence, verb));
    case 'possessor':
    case 'modifier':
      return NONE;
    default: {
      const found = prepositional(sentence, verb, slot, own.phrases);
      if (found.length > 0) return found;
      const first = firstConjunct(sentence, verb);
      if (first && verb.index < first.index) return prepositional(sentence, first, slot);
      // "launched strikes on Aleppo": the phrase may hang on the object
      const object = firstChild(sentence, verb.index, 'obj', 'xcomp', 'nsubj:pass');
      return object ? prepositional(sentence, object, slot) : NONE;
    }
  }
}
