import type { Document, Sentence } from '../../../language/document.ts';
import type { Actors } from '../../actors/index.ts';
import type { EventType } from '../../reading.ts';
import type { Draft } from '../index.ts';
import type { EventLexicon } from '../lexicon.ts';
import type { Participants } from '../participants.ts';
import { type Known, knownActors } from './known.ts';
import { type Parties, partiesOf } from './parties.ts';
import { type Told, toldBy } from './told.ts';

/** A text as the model that casts its acts sees it. */
export interface View {
  readonly parties: Parties;
  readonly told: (draft: Draft) => Told;
  /** How many actors the text has. */
  readonly actors: number;
  knownOf(actor: string): Known;
  /** The form of the mention with this head; `owner` where the word is no mention. */
  formAt(sentence: Sentence, index: number): string;
  quadOf(type: EventType): number;
  /** Whether the object of an act's verb is what the act is done with. */
  objectIsMeans(type: EventType): boolean;
}

export function viewOf(
  document: Document,
  actors: Actors,
  drafts: readonly Draft[],
  participants: Participants,
  lexicon: EventLexicon,
): View {
  const quadOf = (type: EventType): number => lexicon.types.get(type)!.quad;
  const known = knownActors(actors);
  const knownOf = (actor: string): Known => known.get(actor)!;
  return {
    parties: partiesOf(document, actors, participants, lexicon, knownOf),
    told: toldBy(drafts, known.size, knownOf, quadOf),
    actors: known.size,
    knownOf,
    formAt: (sentence, index) => {
      const mention = document.mentionAt[sentence.index][index];
      return mention < 0 ? 'owner' : document.mentions[mention].form;
    },
    quadOf,
    objectIsMeans: (type) => lexicon.types.get(type)!.objectIsMeans,
  };
}
