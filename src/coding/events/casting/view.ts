import type { Document, Sentence } from '../../../language/document.ts';
import type { Actors } from '../../actors/index.ts';
import type { ActorKind, EventType, Sector } from '../../reading.ts';
import type { Draft } from '../index.ts';
import type { EventLexicon } from '../lexicon.ts';
import type { Participants } from '../participants.ts';
import { type Parties, partiesOf } from './parties.ts';
import { type Told, toldBy } from './told.ts';

/** What is known of an actor throughout a text. */
export interface Known {
  readonly name: string;
  readonly kind: ActorKind;
  readonly sector: Sector;
  readonly country: string | null;
  readonly mentions: number;
  /** How much the text speaks of its country, `0` most, `3` least; `none` without one. */
  readonly countryRank: string;
}

/** A text as the model that casts its acts sees it. */
export interface View {
  readonly parties: Parties;
  readonly told: (draft: Draft) => Told;
  knownOf(actor: string): Known;
  /** The form of the mention with this head; `owner` where the word is no mention. */
  formAt(sentence: Sentence, index: number): string;
  quadOf(type: EventType): number;
}

export function viewOf(
  document: Document,
  actors: Actors,
  drafts: readonly Draft[],
  participants: Participants,
  lexicon: EventLexicon,
): View {
  const quadOf = (type: EventType): number => lexicon.types.get(type)!.quad;
  const forms = new Map(document.mentions.map(({ sentence, head, form }) => [`${sentence} ${head}`, form]));
  const known = knownActors(actors);
  return {
    parties: partiesOf(document, actors, participants),
    told: toldBy(drafts, participants, quadOf),
    knownOf: (actor) => known.get(actor)!,
    formAt: (sentence, index) => forms.get(`${sentence.index} ${index}`) ?? 'owner',
    quadOf,
  };
}

const LAST_RANK = 3;

function knownActors({ actors }: Actors): Map<string, Known> {
  const counts = new Map<string, number>();
  for (const { country, mentions } of actors)
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + mentions.length);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([country]) => country);
  return new Map(
    actors.map(({ id, name, kind, sector, country, mentions }) => [
      id,
      {
        name,
        kind,
        sector,
        country,
        mentions: mentions.length,
        countryRank: country === null ? 'none' : String(Math.min(LAST_RANK, ranked.indexOf(country))),
      },
    ]),
  );
}
