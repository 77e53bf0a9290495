import { type Codebook, memo } from '../../../codebook/codebook.ts';
import { SIDES, type Side } from '../../reading.ts';
import type { Draft } from '../index.ts';
import { Score } from './feature-space.ts';
import { pairFeatures, partFeatures } from './features.ts';
import { type Contender, NOBODY, type Party } from './parties.ts';
import { type Scene, sceneOf } from './scene.ts';
import { SPACE } from './templates.ts';
import type { View } from './view.ts';

/**
 * Who acts and towards whom, where the slots of a frame do not settle it: a log-linear model scores who might play which part,
 * alone and together, and the best pair is taken. What the rules found is among what it sees. Its weights are data.
 */

/** Parties of each side that are looked at together; the others fall too far behind. */
const BEAM = 6;

interface Scored {
  readonly contender: Contender;
  readonly score: number;
}

/** The likeliest for a side, the best first; of equals the first. */
function likeliest(scene: Scene, side: Side, scores: Score): Scored[] {
  const best: Scored[] = [];
  for (const contender of scene.contenders) {
    partFeatures(scene, side, contender, scores);
    const score = scores.take();
    let at = best.length;
    while (at > 0 && best[at - 1].score < score) at--;
    if (at === BEAM) continue;
    if (best.length === BEAM) best.pop();
    best.splice(at, 0, { contender, score });
  }
  return best;
}

/** Nobody acts on himself, nor a state on those who are called by its name. */
export const areApart = (source: Party, target: Party): boolean =>
  source.known === null || target.known === null || source.known.name !== target.known.name;

/** Who plays which part, and how likely the model holds each of the two, whoever the other is: 0 to 1. */
export interface Casting {
  readonly source: Party;
  readonly target: Party;
  readonly chances: Readonly<Record<Side, number>>;
}

const NOBODY_CAST: Casting = { source: NOBODY, target: NOBODY, chances: { source: 1, target: 1 } };

export function bestCasting(scene: Scene, weights: Float64Array): Casting {
  const scored = new Score(weights);
  const targets = likeliest(scene, 'target', scored);
  const pairs: { source: Party; target: Party; score: number }[] = [];
  let best: (typeof pairs)[number] | null = null;
  for (const source of likeliest(scene, 'source', scored)) {
    for (const target of targets) {
      if (!areApart(source.contender, target.contender)) continue;
      pairFeatures(scene, source.contender, target.contender, scored);
      const pair = {
        source: source.contender,
        target: target.contender,
        score: source.score + target.score + scored.take(),
      };
      pairs.push(pair);
      if (best === null || pair.score > best.score) best = pair;
    }
  }
  if (best === null) return NOBODY_CAST;
  const { source, target, score: highest } = best;
  let [all, withSource, withTarget] = [0, 0, 0];
  for (const pair of pairs) {
    const weight = Math.exp(pair.score - highest);
    all += weight;
    if (pair.source === source) withSource += weight;
    if (pair.target === target) withTarget += weight;
  }
  return { source, target, chances: { source: withSource / all, target: withTarget / all } };
}

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
