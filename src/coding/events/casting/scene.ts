import type { Draft } from '../index.ts';
import { isPassiveUse } from '../slots/subject.ts';
import type { Known } from './known.ts';
import { type Contender, NOBODY, type Party } from './parties.ts';
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
  /** Those that might play a part in it, the first nobody. */
  readonly contenders: readonly Contender[];
}

/** Sentences back to those whom the rules propose and the model would not think of. */
const OUT_OF_MIND = 5;

export function sceneOf(draft: Draft, view: View): Scene {
  const { sentence, token, words, speaker, slots } = draft;
  // "expelled three diplomats": of the words of the act only those are parties that the rules take for one.
  const isProposed = ({ actors }: Party): boolean =>
    actors.some((actor) => draft.sources.includes(actor) || draft.targets.includes(actor));
  const named = view.parties
    .in(sentence)
    .filter((party) => party.token !== token.index && (!words.includes(party.token) || isProposed(party)));
  const standings = standingsOf(draft, named, view);
  const isMeans =
    view.objectIsMeans(draft.type) && slots.get('subject').length > 0 && !draft.wanted.target.includes('object');
  const contenders: Contender[] = [NOBODY];
  const means: string[] = [];
  for (let index = 0; index < named.length; index++) {
    const { token, actors, known, distance } = named[index];
    if (isMeans && standings[index].slot === 'object') means.push(...actors);
    else contenders.push({ token, actors, known, distance, standing: standings[index] });
  }
  for (const party of view.parties.around(sentence)) contenders.push(party);
  for (const actor of [...draft.sources, ...draft.targets])
    if (!means.includes(actor) && !contenders.some(({ actors }) => actors.includes(actor)))
      contenders.push({
        token: -1,
        actors: [actor],
        known: view.knownOf(actor),
        distance: OUT_OF_MIND,
        standing: null,
      });
  return {
    draft,
    shape: SHAPES.of(shapeOf(draft)),
    type: TYPES.of(draft.type),
    quad: view.quadOf(draft.type),
    told: view.told(draft),
    speaker: speaker === null ? null : view.knownOf(speaker),
    contenders,
  };
}

function shapeOf(draft: Draft): string {
  if (draft.pattern.frames.length === 0) return 'spoken';
  if (draft.pos === 'noun') return draft.light ? 'light' : 'noun';
  if (draft.pos === 'adjective') return 'adjective';
  return isPassiveUse(draft.sentence, draft.token) ? 'passive' : 'verb';
}
