import type { Document, Sentence } from '../../../language/document.ts';
import type { Actors } from '../../actors/index.ts';
import type { EventLexicon } from '../lexicon.ts';
import { isOutletTelling } from '../outlets.ts';
import type { Participants } from '../participants.ts';
import { counted } from '../slots/counted.ts';
import type { Known } from './known.ts';
import type { Standing } from './standing.ts';

/** Who might play a part in an act: a phrase of its sentence, an actor that the text around is about, or nobody. */
export interface Party {
  /** The word whose phrase names it; -1 where the sentence does not. */
  readonly token: number;
  /** The actor of that word, with those coordinated to it after it; empty for nobody. */
  readonly actors: readonly string[];
  /** What is known of each of them, and of the first; null for nobody. */
  readonly members: readonly Known[];
  readonly known: Known | null;
  /** Sentences back to its last mention, where the sentence does not name it. */
  readonly distance: number;
}

/** A party as it stands to an act; without a standing where the sentence does not name it. */
export interface Contender extends Party {
  readonly standing: Standing | null;
}

export const NOBODY: Contender = { token: -1, actors: [], members: [], known: null, distance: 0, standing: null };

/** An actor that the sentence does not name. */
export const away = (known: Known, distance: number): Contender => ({
  token: -1,
  actors: [known.id],
  members: [known],
  known,
  distance,
  standing: null,
});

/** How many sentences back an actor is still in the reader's mind. */
const MEMORY = 3;
/** Of those further back, so many that the text speaks of most. */
const PROMINENT = 4;
const FAR = 9;

/** The parties of each sentence of a text. */
export interface Parties {
  /** Those that the sentence names, in its order. */
  in(sentence: Sentence): readonly Party[];
  /** Those that the sentences before it name, and those that the text is about. */
  around(sentence: Sentence): readonly Contender[];
}

export function partiesOf(
  document: Document,
  { actors }: Actors,
  participants: Participants,
  lexicon: EventLexicon,
  knownOf: (actor: string) => Known,
): Parties {
  const prominent = actors
    .filter(({ kind }) => kind !== 'other')
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, PROMINENT)
    .map(({ id }) => knownOf(id));
  const named: (readonly Party[])[] = [];
  const around: (readonly Contender[])[] = [];
  /** Those not named, by actor and distance. */
  const distances: Contender[][] = [];

  function namedIn(sentence: Sentence): Party[] {
    const found: Party[] = [];
    for (const { index, upos } of sentence.tokens) {
      // "two of its soldiers", "some of the rebels" are named by what is counted
      if (upos !== 'NOUN' && participants.at(sentence, index) === null && counted(sentence, index) === index) continue;
      if (isOutletTelling(sentence, index, participants, lexicon)) continue;
      const actors = participants.of(sentence, index);
      if (actors.length === 0) continue;
      const members = actors.map(knownOf);
      found.push({ token: index, actors, members, known: members[0], distance: 0 });
    }
    return found;
  }

  const partiesIn: Parties['in'] = (sentence) => {
    named[sentence.index] ??= namedIn(sentence);
    return named[sentence.index];
  };

  function notNamedIn(sentence: Sentence): Contender[] {
    const met = new Uint8Array(actors.length);
    for (const { members } of partiesIn(sentence)) for (const { index } of members) met[index] = 1;
    const found: Contender[] = [];
    const add = (known: Known, distance: number): void => {
      if (met[known.index] === 1) return;
      met[known.index] = 1;
      distances[known.index] ??= [];
      distances[known.index][distance] ??= away(known, distance);
      found.push(distances[known.index][distance]);
    };
    for (let back = 1; back <= MEMORY && back <= sentence.index; back++)
      for (const { members } of partiesIn(document.sentences[sentence.index - back]))
        for (const known of members) add(known, back);
    for (const known of prominent) add(known, FAR);
    return found;
  }

  return {
    in: partiesIn,
    around: (sentence) => {
      around[sentence.index] ??= notNamedIn(sentence);
      return around[sentence.index];
    },
  };
}
