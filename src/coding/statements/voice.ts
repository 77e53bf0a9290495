import type { Document } from '../../language/document.ts';
import type { Actors } from '../actors/index.ts';
import type { SourceKind } from '../reading.ts';
import type { Finding } from './finding.ts';
import { SPEECH } from './slots.ts';

/**
 * "The bombing underscored the danger": what is no actor, and no document or other thing that the codebook knows to speak,
 * judges and wants nothing, though it may "show that" something is so.
 */
export function hasVoice(
  document: Document,
  actors: Actors,
  kinds: ReadonlyMap<string, SourceKind>,
  { sentence, source, alternative }: Finding,
): boolean {
  if (source === null || SPEECH.has(alternative) || alternative === 'rest') return true;
  const head = document.sentences[sentence].tokens[source.head];
  return head.upos !== 'NOUN' || kinds.has(head.lowerLemma) || actors.at(sentence, source.head) !== null;
}
