import { children } from '../tree.ts';
import type { Draft } from './index.ts';
import type { Participants } from './participants.ts';

/**
 * Roles that a sentence leaves out and the text before it tells: "the withdrawal" is the one told of above, "the clashes with
 * Isis" those of the forces that were fighting it. An act for which neither tells anybody is left out.
 */

/** How many sentences back a happening is still in the reader's mind. */
const MEMORY = 15;
/** An agentless passive takes its agent from the sentence before at the furthest. */
const NEAR = 1;

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'such', 'both', 'any', 'no']);

function isDefinite(draft: Draft): boolean {
  const determiner = children(draft.sentence, draft.token.index, 'det')[0];
  return determiner ? DEFINITE.has(determiner.lemma.toLowerCase()) : draft.token.xpos === 'NNS';
}

export function fromContext(bySentence: readonly (readonly Draft[])[], participants: Participants): Draft[] {
  const told: Draft[] = [];
  const same = (a: string, b: string): boolean => {
    const country = participants.countryOf(a);
    return a === b || (country !== null && country === participants.countryOf(b));
  };
  const meet = (a: readonly string[], b: readonly string[]): boolean =>
    a.some((one) => b.some((other) => same(one, other)));
  const earlier = (draft: Draft, reach: number, fits: (other: Draft) => boolean): Draft | undefined => {
    const candidates = told
      .filter(
        (other) => other.type === draft.type && draft.sentence.index - other.sentence.index <= reach && fits(other),
      )
      .reverse();
    return candidates.find((other) => other.token.lemma === draft.token.lemma) ?? candidates[0];
  };

  function complete(draft: Draft): Draft | null {
    const { sources, targets } = draft;
    const wantsTarget = draft.frame.target === undefined || draft.frame.target.length > 0;
    if (sources.length > 0 && (targets.length > 0 || !wantsTarget)) return draft;
    if (sources.length === 0 && targets.length === 0) {
      if (draft.pos !== 'noun' || !isDefinite(draft)) return null;
      const other = earlier(draft, MEMORY, () => true);
      return other ? { ...draft, sources: other.sources, targets: other.targets } : null;
    }
    if (targets.length === 0) {
      const other = earlier(
        draft,
        MEMORY,
        (each) => each.targets.length > 0 && meet(each.sources, sources) && !meet(each.targets, sources),
      );
      return other ? { ...draft, targets: other.targets } : draft;
    }
    const reach = draft.pos === 'noun' ? MEMORY : NEAR;
    const other = earlier(
      draft,
      reach,
      (each) => each.sources.length > 0 && meet(each.targets, targets) && !meet(each.sources, targets),
    );
    return other ? { ...draft, sources: other.sources } : draft;
  }

  for (const drafts of bySentence) {
    for (const draft of drafts) {
      const completed = complete(draft);
      if (completed) told.push(completed);
    }
  }
  return told;
}
