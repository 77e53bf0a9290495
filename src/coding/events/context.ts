import type { Document } from '../../language/document.ts';
import { type EventType, SIDES } from '../reading.ts';
import { firstChild } from '../tree.ts';
import type { Draft } from './index.ts';
import type { Participants } from './participants.ts';

/**
 * Roles that a sentence leaves out and the text before it tells: "the withdrawal" is the one told of above, "the clashes with
 * Isis" those of the forces that were fighting it, a refusal answers the demand before it.
 */

/** How many sentences back a happening is still in the reader's mind. */
const MEMORY = 15;
/** An agentless passive takes its agent from the sentence before at the furthest. */
const NEAR = 1;

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'such', 'both', 'any', 'no']);

/** Acts that the same two sides do to each other in one conflict. */
const KIN: Readonly<Partial<Record<EventType, readonly EventType[]>>> = {
  ASSAULT: ['COERCE', 'THREATEN', 'MOBILIZE'],
  MOBILIZE: ['ASSAULT', 'THREATEN'],
  THREATEN: ['ASSAULT', 'MOBILIZE'],
};

/** Acts that answer another's act: its source is who they are meant for. */
const ANSWERED: Readonly<Partial<Record<EventType, readonly EventType[]>>> = {
  REJECT: ['REQUEST', 'ACCUSE', 'THREATEN'],
  AGREE: ['REQUEST'],
  CONCEDE: ['REQUEST', 'THREATEN', 'PROTEST'],
};

/** Acts whose target is the country they happen in or leave, where no adversary is named. */
const TERRITORIAL: ReadonlySet<EventType> = new Set(['RETREAT', 'MOBILIZE']);
const MOVING: ReadonlySet<string> = new Set(['withdraw', 'troops']);

function isDefinite(draft: Draft): boolean {
  const determiner = firstChild(draft.sentence, draft.token.index, 'det');
  return determiner ? DEFINITE.has(determiner.lowerLemma) : draft.token.xpos === 'NNS';
}

export function fromContext(
  document: Document,
  bySentence: readonly (readonly Draft[])[],
  participants: Participants,
): Draft[] {
  const told: Draft[] = [];
  const meet = (a: readonly string[], b: readonly string[]): boolean =>
    a.some((one) => b.some((other) => participants.areOneSide(one, other)));

  /** The last draft that fits: one with the same word before one of the same type, that before one of `kin`. */
  const earlier = (
    draft: Draft,
    reach: number,
    kin: readonly EventType[],
    fits: (other: Draft) => boolean,
  ): Draft | undefined => {
    const near = told
      .filter(
        (other) =>
          draft.sentence.index - other.sentence.index <= reach &&
          (other.type === draft.type || kin.includes(other.type)) &&
          fits(other),
      )
      .reverse();
    const alike = near.filter((other) => other.type === draft.type);
    return alike.find((other) => other.token.lemma === draft.token.lemma) ?? alike[0] ?? near[0];
  };

  /** The country named last before the act that is not the actor's own. */
  function countryBefore(draft: Draft): string[] {
    const end = draft.token.span[0];
    for (let index = document.mentions.length - 1; index >= 0; index--) {
      const mention = document.mentions[index];
      if (mention.span[0] >= end || draft.sentence.index - mention.sentence > 3) continue;
      const actor = participants.at(document.sentences[mention.sentence], mention.head);
      if (actor === null || participants.kindOf(actor) !== 'state') continue;
      if (!draft.sources.some((source) => participants.areOneSide(source, actor))) return [actor];
    }
    return [];
  }

  function targetOf(draft: Draft): readonly string[] {
    const { sources } = draft;
    const answered = ANSWERED[draft.type];
    if (answered) {
      const call = [...told]
        .reverse()
        .find(
          (other) =>
            answered.includes(other.type) &&
            draft.sentence.index - other.sentence.index <= 6 &&
            other.sources.length > 0 &&
            meet(other.targets, sources) &&
            !meet(other.sources, sources),
        );
      if (call) return call.sources;
    }
    const other = earlier(
      draft,
      MEMORY,
      KIN[draft.type] ?? [],
      (each) => each.targets.length > 0 && meet(each.sources, sources) && !meet(each.targets, sources),
    );
    if (other) return other.targets;
    return TERRITORIAL.has(draft.type) && MOVING.has(draft.frame.mode ?? (draft.type === 'MOBILIZE' ? 'troops' : ''))
      ? countryBefore(draft)
      : [];
  }

  function complete(draft: Draft): Draft {
    const { sources, targets } = draft;
    const wantsTarget = draft.frame.target === undefined || draft.frame.target.length > 0;
    if (sources.length > 0 && (targets.length > 0 || !wantsTarget)) return draft;
    if (sources.length === 0 && targets.length === 0) {
      if (draft.pos !== 'noun' || !isDefinite(draft)) return draft;
      const other = earlier(draft, MEMORY, [], () => true);
      return other ? { ...draft, sources: other.sources, targets: other.targets, inferred: SIDES } : draft;
    }
    if (targets.length === 0) return { ...draft, targets: targetOf(draft), inferred: [...draft.inferred, 'target'] };
    const reach = draft.pos === 'noun' ? MEMORY : NEAR;
    const other = earlier(
      draft,
      reach,
      KIN[draft.type] ?? [],
      (each) => each.sources.length > 0 && meet(each.targets, targets) && !meet(each.sources, targets),
    );
    return other ? { ...draft, sources: other.sources, inferred: [...draft.inferred, 'source'] } : draft;
  }

  for (const drafts of bySentence) for (const draft of drafts) told.push(complete(draft));
  return told;
}
