import type { Sentence, Token } from '../../../language/document.ts';
import { relation } from '../../tree.ts';
import type { Draft } from '../index.ts';
import type { Slots } from '../slots/index.ts';
import { prepositionOf } from '../slots/phrase.ts';
import type { Party } from './parties.ts';
import { bucketOf, CASES, FORMS, ORDER, PLACES, RELATIONS } from './templates.ts';
import type { View } from './view.ts';
import { type Way, Ways } from './way.ts';

/** How a party named in the sentence stands to the act; what the model sees of it as positions in its lists. */
export interface Standing {
  /** Its slot at the act ("clause subject", "out of"), null where it has none. */
  readonly slot: string | null;
  readonly place: number;
  /** Its preposition where it has no slot. */
  readonly case: number;
  readonly relation: number;
  readonly isTopic: boolean;
  readonly form: number;
  /** Words between it and the act. */
  readonly distance: number;
  /** Among the parties after the act, or among those before it, the nearest first. */
  readonly order: number;
  readonly isBefore: boolean;
  /** The words on the way from the act up to where the ways meet, and from there down to the party. */
  readonly up: Way;
  readonly down: Way;
}

const FARTHEST = 4;
/** Where the list of values has each order from -4 to 4. */
const ORDERS = Array.from({ length: 2 * FARTHEST + 1 }, (_, index) => ORDER.of(String(index - FARTHEST)));

/** How the parties that a sentence names, in its order, stand to an act. */
export function standingsOf(draft: Draft, named: readonly Party[], view: View): Standing[] {
  const { sentence, token } = draft;
  const slots = slotsByWord(draft);
  const ways = new Ways(sentence, token.index);
  let before = 0;
  while (before < named.length && named[before].token < token.index) before++;
  return named.map(({ token: at }, index): Standing => {
    const word = sentence.tokens[at];
    const slot = slotOf(draft, slots, word);
    const isBefore = index < before;
    const order = isBefore ? Math.max(index - before, -FARTHEST) : Math.min(index - before + 1, FARTHEST);
    return {
      slot,
      place: slot === null ? 0 : PLACES.of(slot) || OTHER_PLACE,
      case: slot === null ? CASES.of(prepositionOf(sentence, at) ?? 'none') : 0,
      relation: RELATIONS.of(word.relation),
      isTopic: isTopic(sentence, word),
      form: FORMS.of(view.formAt(sentence, at)),
      distance: bucketOf(Math.abs(at - token.index)),
      order: ORDERS[order + FARTHEST],
      isBefore,
      up: ways.up(at),
      down: ways.down(at),
    };
  });
}

const OTHER_PLACE = PLACES.of('other');
const SLOTS = ['subject', 'object', 'indirect', 'possessor', 'modifier', 'clause subject', 'clause object'];

/** Slots of the act and of its light verb, by the word in them. */
function slotsByWord({ sentence, slots, light, wanted }: Draft): (string | undefined)[] {
  const found: (string | undefined)[] = new Array(sentence.tokens.length).fill(undefined);
  const add = (from: Slots, slot: string, name: string): void => {
    for (const index of from.get(slot)) found[index] ??= name;
  };
  for (const slot of SLOTS) add(slots, slot, slot);
  for (const slot of wanted.source) if (slot !== 'clause') add(slots, slot, slot);
  for (const slot of wanted.target) if (slot !== 'clause') add(slots, slot, slot);
  if (!light) return found;
  add(light.slots, 'subject', 'light subject');
  add(light.slots, 'object', 'light object');
  for (const slot of light.entry.other) add(light.slots, slot, slot);
  return found;
}

/** The slot of a word or of the word it is coordinated with, else its preposition right at the act. */
function slotOf({ sentence, token, light }: Draft, slots: readonly (string | undefined)[], word: Token): string | null {
  const own = slots[word.index] ?? (relation(word) === 'conj' ? slots[word.head] : undefined);
  if (own) return own;
  const isAtAct = word.head === token.index || word.head === light?.verb.index;
  return isAtAct ? prepositionOf(sentence, word.index) : null;
}

/** The subject of the whole sentence. */
const isTopic = ({ tokens }: Sentence, token: Token): boolean =>
  relation(token) === 'nsubj' && token.head >= 0 && tokens[token.head].head < 0;
