import { type Codebook, memo } from '../../../codebook/codebook.ts';
import { SIDES } from '../../reading.ts';
import type { Draft } from '../index.ts';
import { pairFeatures, partFeatures } from './features.ts';
import { NOBODY, type Party } from './parties.ts';
import { type Scene, sceneOf } from './scene.ts';
import { SPACE } from './templates.ts';
import type { View } from './view.ts';

/**
 * Who acts and towards whom, where the slots of a frame do not settle it: a log-linear model scores who might play which part,
 * alone and together, and the best pair is taken. What the rules found is among what it sees. Its weights are data.
 */

/** The parties that might play a part in a draft's act, the first nobody. */
export function candidatesFor(draft: Draft, view: View): { parties: readonly Party[]; scene: Scene } {
  const named = view.parties
    .in(draft.sentence)
    .filter(({ token }) => token !== draft.token.index && !draft.words.includes(token));
  const parties: Party[] = [NOBODY, ...named, ...view.parties.around(draft.sentence)];
  const known = new Set(parties.flatMap(({ actors }) => actors));
  for (const actor of [...draft.sources, ...draft.targets]) {
    if (known.has(actor)) continue;
    known.add(actor);
    parties.push({ token: -1, actors: [actor], distance: 5 });
  }
  return { parties, scene: sceneOf(draft, named, view) };
}

/** Parties of each side that are looked at together; the others fall too far behind. */
const BEAM = 6;

const sum = (positions: readonly number[], weights: Float64Array): number => {
  let total = 0;
  for (const position of positions) total += weights[position];
  return total;
};

/** Nobody acts on himself, nor a state on those who are called by its name. */
export const areApart = (source: Party, target: Party, view: View): boolean =>
  source.actors.length === 0 ||
  target.actors.length === 0 ||
  view.knownOf(source.actors[0]).name !== view.knownOf(target.actors[0]).name;

export type Pair = readonly [source: Party, target: Party];

export function bestPair(draft: Draft, view: View, weights: Float64Array): Pair {
  const { parties, scene } = candidatesFor(draft, view);
  const [sources, targets] = SIDES.map((side) =>
    parties
      .map((party) => ({ party, score: sum(partFeatures(scene, side, party, view), weights) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, BEAM),
  );
  let best: Pair = [NOBODY, NOBODY];
  let highest = Number.NEGATIVE_INFINITY;
  for (const source of sources) {
    for (const target of targets) {
      if (!areApart(source.party, target.party, view)) continue;
      const score = source.score + target.score + sum(pairFeatures(scene, source.party, target.party, view), weights);
      if (score <= highest) continue;
      highest = score;
      best = [source.party, target.party];
    }
  }
  return best;
}

/** The draft with the sides that the model gives it; where it agrees with the rules, theirs stay whole. */
export function recast(draft: Draft, [source, target]: Pair): Draft {
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
  return { ...draft, sources, targets, inferred };
}

const weightsOf = memo((codebook) => SPACE.weights(codebook.casting[0]?.weights ?? {}));

/** Drafts with their parts cast anew; those for whose acts nobody is left are left out. */
export function cast(drafts: readonly Draft[], view: View, codebook: Codebook): Draft[] {
  const weights = weightsOf(codebook);
  return drafts
    .map((draft) => recast(draft, bestPair(draft, view, weights)))
    .filter(({ sources, targets }) => sources.length + targets.length > 0);
}
