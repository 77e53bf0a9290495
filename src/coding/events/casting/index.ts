import { type Codebook, memo } from '../../../codebook/codebook.ts';
import { SIDES } from '../../reading.ts';
import type { Draft } from '../index.ts';
import { bestCasting, type Casting } from './choice.ts';
import type { Party } from './parties.ts';
import { sceneOf } from './scene.ts';
import { SPACE } from './templates.ts';
import type { View } from './view.ts';

/**
 * Who acts and towards whom, where the slots of a frame do not settle it: a log-linear model scores who might play which part,
 * alone and together, and the likeliest pair is taken. What the rules found is among what it sees. Its weights are data.
 */

/** The draft with the sides that the model gives it; where it agrees with the rules, theirs stay whole. */
export function recast(draft: Draft, { source, target, chances }: Casting): Draft {
  const side = (proposed: readonly string[], party: Party): readonly string[] => {
    const [first] = party.actors;
    if (first === undefined) return [];
    return [first, ...(proposed.includes(first) ? proposed : party.actors).filter((actor) => actor !== first)];
  };
  const sources = side(draft.sources, source).filter((actor) => actor !== target.actors[0]);
  const targets = side(draft.targets, target).filter((actor) => !sources.includes(actor));
  const inferred = SIDES.filter((which) => {
    const [before, after] = which === 'source' ? [draft.sources, sources] : [draft.targets, targets];
    return after.length > 0 && (draft.inferred.includes(which) || !before.includes(after[0]));
  });
  return { ...draft, sources, targets, inferred, chances };
}

const weightsOf = memo((codebook) => SPACE.weights(codebook.casting[0]?.weights ?? {}));

/** Drafts with their parts cast anew; those for whose acts nobody is left are left out. */
export function cast(drafts: readonly Draft[], view: View, codebook: Codebook): Draft[] {
  const weights = weightsOf(codebook);
  return drafts
    .map((draft) => recast(draft, bestCasting(sceneOf(draft, view), weights)))
    .filter(({ sources, targets }) => sources.length + targets.length > 0);
}
