import type { Side } from '../../reading.ts';
import type { Draft } from '../index.ts';
import { isPassiveUse } from '../slots/subject.ts';
import type { Known } from './known.ts';
import { away, type Contender, NOBODY } from './parties.ts';
import { standingsOf } from './standing.ts';
import { SHAPES, TYPES } from './templates.ts';
import type { Told } from './told.ts';
import type { View } from './view.ts';

/** An act as its parties stand to it; what the model sees of it as positions in its lists. */
export interface Scene {
  readonly draft: Draft;
  /** How the act is put into words. */
  readonly shape: number;
  readonly type: number;
  readonly quad: number;
  readonly told: Told;
  readonly speaker: Known | null;
  /** Bits of the sides on which the rules propose each actor of the text. */
  readonly proposed: Uint8Array;
  /** Those that might play a part in it, the first nobody. */
  readonly contenders: readonly Contender[];
}

export const PROPOSED: Readonly<Record<Side, number>> = { source: 1, target: 2 };

/** Sentences back to those whom the rules propose and the model would not think of. */
const OUT_OF_MIND = 5;

function proposedBy(draft: Draft, view: View): Uint8Array {
  const sides = new Uint8Array(view.actors);
  for (const actor of draft.sources) sides[view.knownOf(actor).index] |= PROPOSED.source;
  for (const actor of draft.targets) sides[view.knownOf(actor).index] |= PROPOSED.target;
  return sides;
}

/** "The two countries fought": one phrase of which the rules take one for who acts and another for towards whom. */
const namesBothSides = (members: readonly Known[], proposed: Uint8Array): boolean =>
  members.length > 1 &&
  members.some(({ index }) => proposed[index] === PROPOSED.source) &&
  members.some(({ index }) => proposed[index] === PROPOSED.target);

/** Those that the sentence names, but for the act's own words and what the act is done with; `seen` is told of all but the first. */
function namedContenders(draft: Draft, view: View, proposed: Uint8Array, seen: Uint8Array): Contender[] {
  const { sentence, token, words, slots } = draft;
  // "expelled three diplomats": of the words of the act only those are parties that the rules take for one.
  const named = view.parties
    .in(sentence)
    .filter(
      (party) =>
        party.token !== token.index &&
        (!words.includes(party.token) || party.members.some(({ index }) => proposed[index] !== 0)),
    );
  const standings = standingsOf(draft, named, view);
  const isMeans =
    view.objectIsMeans(draft.type) && slots.get('subject').length > 0 && !draft.wanted.target.includes('object');
  const contenders: Contender[] = [NOBODY];
  const first = new Set(named.map(({ members }) => members[0].index));
  for (let index = 0; index < named.length; index++) {
    const { token, actors, members, known, distance } = named[index];
    const standing = standings[index];
    for (const member of members) seen[member.index] = 1;
    if (isMeans && standing.slot === 'object') continue;
    if (!namesBothSides(members, proposed)) {
      contenders.push({ token, actors, members, known, distance, standing });
      continue;
    }
    for (const member of members)
      if (proposed[member.index] !== 0 && (member === known || !first.has(member.index)))
        contenders.push({ token, actors: [member.id], members: [member], known: member, distance, standing });
  }
  return contenders;
}

export function sceneOf(draft: Draft, view: View): Scene {
  const proposed = proposedBy(draft, view);
  const seen = new Uint8Array(view.actors);
  const contenders = namedContenders(draft, view, proposed, seen);
  for (const party of view.parties.around(draft.sentence)) {
    contenders.push(party);
    seen[party.members[0].index] = 1;
  }
  for (const actors of [draft.sources, draft.targets])
    for (const actor of actors) {
      const known = view.knownOf(actor);
      if (seen[known.index] === 1) continue;
      seen[known.index] = 1;
      contenders.push(away(known, OUT_OF_MIND));
    }
  return {
    draft,
    shape: SHAPES.of(shapeOf(draft)),
    type: TYPES.of(draft.type),
    quad: view.quadOf(draft.type),
    told: view.told(draft),
    speaker: draft.speaker === null ? null : view.knownOf(draft.speaker),
    proposed,
    contenders,
  };
}

function shapeOf(draft: Draft): string {
  if (draft.pattern.frames.length === 0) return 'spoken';
  if (draft.pos === 'noun') return draft.light ? 'light' : 'noun';
  if (draft.pos === 'adjective') return 'adjective';
  return isPassiveUse(draft.sentence, draft.token) ? 'passive' : 'verb';
}
