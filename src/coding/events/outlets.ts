import type { Sentence } from '../../language/document.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Participants } from './participants.ts';

/** What the verb must be of which an outlet is this. */
const CLASSES = new Map([
  ['nsubj', 'PASSING_ON'],
  ['obj', 'TALKING_TO'],
  ['iobj', 'TALKING_TO'],
  ['obl', 'TALKING_TO'],
]);

/** An outlet that tells or is told what the sentence reports, and plays no part in it: "told the Guardian that", "the Times reported". */
export function isOutletTelling(
  sentence: Sentence,
  index: number,
  { at, kindOf, sectorOf }: Participants,
  { classes }: EventLexicon,
): boolean {
  const actor = at(sentence, index);
  if (actor === null || sectorOf(actor) !== 'MED' || kindOf(actor) !== 'organisation') return false;
  const { head, relation } = sentence.tokens[index];
  const wanted = head < 0 ? undefined : CLASSES.get(relation);
  return wanted !== undefined && classes.get(wanted)!.has(sentence.tokens[head].lowerLemma);
}
