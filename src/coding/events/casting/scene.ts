import type { Sentence, Token } from '../../../language/document.ts';
import { relation } from '../../tree.ts';
import type { Draft } from '../index.ts';
import type { Slots } from '../slots/index.ts';
import { prepositionOf } from '../slots/phrase.ts';
import { isPassiveUse } from '../slots/subject.ts';
import type { Party } from './parties.ts';
import type { Told } from './told.ts';
import type { View } from './view.ts';

/** An act as its parties stand to it. */
export interface Scene {
  readonly draft: Draft;
  /** How the act is put into words. */
  readonly shape: string;
  readonly quad: number;
  readonly told: Told;
  /** Of the parties that the sentence names. */
  readonly standings: ReadonlyMap<Party, Standing>;
}

/** How a party named in the sentence stands to the act. */
export interface Standing {
  readonly token: Token;
  /** Its slot at the act (`clause-subject`, `out-of`), null where it has none. */
  readonly place: string | null;
  /** The words on the way from the act up to where the ways meet, and from there down to the party. */
  readonly up: readonly Token[];
  readonly down: readonly Token[];
  /** 1, 2 … for those after the act, -1, -2 … for those before it, the nearest first. */
  readonly order: number;
}

export function sceneOf(draft: Draft, named: readonly Party[], view: View): Scene {
  const { sentence, token } = draft;
  const places = placesOf(draft);
  const before = named.filter((party) => party.token < token.index).length;
  return {
    draft,
    shape: shapeOf(draft),
    quad: view.quadOf(draft.type),
    told: view.told(draft),
    standings: new Map(
      named.map((party, index): [Party, Standing] => {
        const word = sentence.tokens[party.token];
        return [
          party,
          {
            token: word,
            place: placeOf(draft, places, word),
            ...wayBetween(sentence, token.index, party.token),
            order: index < before ? index - before : index - before + 1,
          },
        ];
      }),
    ),
  };
}

function shapeOf(draft: Draft): string {
  if (draft.pattern.frames.length === 0) return 'spoken';
  if (draft.pos === 'noun') return draft.light ? 'light' : 'noun';
  if (draft.pos === 'adjective') return 'adjective';
  return isPassiveUse(draft.sentence, draft.token) ? 'passive' : 'verb';
}

const SLOTS = ['subject', 'object', 'indirect', 'possessor', 'modifier', 'clause subject', 'clause object'];
const named = (slot: string): string => slot.replace(' ', '-');

/** Slots of the act and of its light verb, by the word in them. */
function placesOf({ slots, light, wanted }: Draft): Map<number, string> {
  const found = new Map<number, string>();
  const add = (from: Slots, slot: string, name: string): void => {
    for (const index of from.get(slot)) if (!found.has(index)) found.set(index, name);
  };
  for (const slot of [...SLOTS, ...wanted.source, ...wanted.target])
    if (slot !== 'clause') add(slots, slot, named(slot));
  if (!light) return found;
  for (const slot of ['subject', 'object']) add(light.slots, slot, `light-${slot}`);
  for (const slot of light.entry.other) add(light.slots, slot, named(slot));
  return found;
}

/** The slot of a word or of the word it is coordinated with, else its preposition right at the act. */
function placeOf({ sentence, token, light }: Draft, places: ReadonlyMap<number, string>, word: Token): string | null {
  const own = places.get(word.index) ?? (relation(word) === 'conj' ? places.get(word.head) : undefined);
  if (own) return own;
  if (word.head !== token.index && word.head !== light?.verb.index) return null;
  const preposition = prepositionOf(sentence, word.index);
  return preposition === null ? null : named(preposition);
}

function wayBetween({ tokens }: Sentence, from: number, to: number): { up: Token[]; down: Token[] } {
  const above = new Set<number>();
  for (let index = from; index >= 0; index = tokens[index].head) above.add(index);
  const down: Token[] = [];
  let meeting = to;
  for (; meeting >= 0 && !above.has(meeting); meeting = tokens[meeting].head) down.unshift(tokens[meeting]);
  const up: Token[] = [];
  for (let index = from; index !== meeting && index >= 0; index = tokens[index].head) up.push(tokens[index]);
  return { up, down };
}

const CLAUSAL = new Set(['ccomp', 'xcomp', 'advcl', 'acl', 'parataxis', 'csubj', 'conj']);

/** Edges of clauses among the words of a way. */
export const clausesIn = (way: readonly Token[]): number => way.filter((token) => CLAUSAL.has(relation(token))).length;

/** The subject of the whole sentence. */
export const isTopic = ({ tokens }: Sentence, token: Token): boolean =>
  relation(token) === 'nsubj' && token.head >= 0 && tokens[token.head].head < 0;

/** Whether one word is part of the phrase of another, without a clause between. */
export function isWithin({ tokens }: Sentence, inner: number, outer: number): boolean {
  for (let index = inner; index >= 0 && !CLAUSAL.has(relation(tokens[index])); index = tokens[index].head)
    if (tokens[index].head === outer) return true;
  return false;
}
