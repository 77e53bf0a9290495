import type { Document, Sentence } from '../../../language/document.ts';
import type { Actors } from '../../actors/index.ts';
import type { Participants } from '../participants.ts';

/** Who might play a part in an act: a phrase of its sentence, an actor that the text around is about, or nobody. */
export interface Party {
  /** The word whose phrase names it; -1 where the sentence does not. */
  readonly token: number;
  /** The actor of that word, with those coordinated to it after it; empty for nobody. */
  readonly actors: readonly string[];
  /** Sentences back to its last mention, where the sentence does not name it. */
  readonly distance: number;
}

export const NOBODY: Party = { token: -1, actors: [], distance: 0 };

/** How many sentences back an actor is still in the reader's mind. */
const MEMORY = 3;
/** Of those further back, so many that the text speaks of most. */
const PROMINENT = 4;
const FAR = 9;

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'DET']);

/** The parties that the phrases of a sentence name, in its order. */
function namedIn(sentence: Sentence, participants: Participants): Party[] {
  const found: Party[] = [];
  for (const { index, upos } of sentence.tokens) {
    if (!NOMINAL.has(upos)) continue;
    if (upos !== 'NOUN' && participants.at(sentence, index) === null) continue;
    const actors = participants.of(sentence, index);
    if (actors.length > 0) found.push({ token: index, actors, distance: 0 });
  }
  return found;
}

/** The parties of each sentence of a text. */
export interface Parties {
  /** Those that the sentence names. */
  in(sentence: Sentence): readonly Party[];
  /** Those that the sentences before it name, and those that the text is about. */
  around(sentence: Sentence): readonly Party[];
}

export function partiesOf(document: Document, actors: Actors, participants: Participants): Parties {
  const named = new Map<number, readonly Party[]>();
  const prominent = actors.actors
    .filter(({ kind }) => kind !== 'other')
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, PROMINENT);
  const partiesIn = (sentence: Sentence): readonly Party[] => {
    let found = named.get(sentence.index);
    if (!found) {
      found = namedIn(sentence, participants);
      named.set(sentence.index, found);
    }
    return found;
  };
  const around = new Map<number, readonly Party[]>();
  return {
    in: partiesIn,
    around: (sentence) => {
      const before = around.get(sentence.index);
      if (before) return before;
      const known = new Set(partiesIn(sentence).flatMap((party) => party.actors));
      const found: Party[] = [];
      const add = (actor: string, distance: number): void => {
        if (known.has(actor)) return;
        known.add(actor);
        found.push({ token: -1, actors: [actor], distance });
      };
      for (let back = 1; back <= Math.min(MEMORY, sentence.index); back++)
        for (const party of partiesIn(document.sentences[sentence.index - back]))
          for (const actor of party.actors) add(actor, back);
      for (const { id } of prominent) add(id, FAR);
      around.set(sentence.index, found);
      return found;
    },
  };
}
