import type { Sentence, Token } from '../../../language/document.ts';
import type { EventType } from '../../reading.ts';
import type { Candidate } from '../candidates.ts';
import type { Participants } from '../participants.ts';
import { type Slots, slotsOf } from '../slots/index.ts';

/** An act done by saying something, as a candidate of its own: `rule` names what makes it one. */
export function spokenAct(
  sentence: Sentence,
  token: Token,
  type: EventType,
  words: readonly number[],
  rule: string,
  sources: readonly string[],
  targets: readonly string[],
): Candidate {
  return {
    sentence,
    token,
    pos: 'verb',
    words: [...words].sort((a, b) => a - b),
    pattern: { phrase: rule, head: rule, words: [], before: [], joined: null, frames: [] },
    frame: { type, status: 'actual' },
    type,
    sources,
    targets,
    light: null,
    slots: slotsOf(sentence, token),
    wanted: { source: [], target: [] },
  };
}

/** Whether an actor is the speaker or stands for the same state. */
export function isOwnSide(actor: string, speaker: string | null, participants: Participants): boolean {
  return speaker !== null && participants.areOneSide(actor, speaker);
}

/** Pronouns by which somebody whose words are told speaks of themselves, where nobody else is found for them. */
const OF_THE_SPEAKER = new Set(['it', 'they', 'he', 'she']);

/** Who a verb's subject is: "Assad's government says *it* will strike back" is the government, whoever else a reader might think of. */
export function whoActs(
  sentence: Sentence,
  slots: Slots,
  speaker: string,
  participants: Participants,
): readonly string[] {
  const subjects = slots.get('subject');
  const found = subjects.flatMap((index) => participants.of(sentence, index));
  const isSpeaker = subjects.some((index) => OF_THE_SPEAKER.has(sentence.tokens[index].lowerLemma));
  return found.length === 0 && isSpeaker ? [speaker] : found;
}

/** The actors of the phrases in a slot. */
export const actorsIn = (slots: Slots, slot: string, sentence: Sentence, participants: Participants): string[] =>
  slots.get(slot).flatMap((index) => participants.of(sentence, index));

/** Those in the first of the slots that holds any who count. */
export function firstIn(
  slots: Slots,
  names: readonly string[],
  sentence: Sentence,
  participants: Participants,
  counts: (actor: string) => boolean,
): readonly string[] {
  for (const name of names) {
    const found = actorsIn(slots, name, sentence, participants).filter(counts);
    if (found.length > 0) return found;
  }
  return [];
}

/** The speaker as source; none where nobody known speaks. */
export const sourcesOf = (speaker: string | null): string[] => (speaker === null ? [] : [speaker]);
