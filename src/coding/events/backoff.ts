import type { Sentence, Token } from '../../language/document.ts';
import { SIDES, type Side } from '../reading.ts';
import { governors, relation } from '../tree.ts';
import type { Candidate, Tools } from './candidates.ts';
import { isOutletTelling } from './outlets.ts';
import { prepositionOf } from './slots/phrase.ts';
import { isPassiveUse, surfaceSubject } from './slots/subject.ts';

/**
 * Sides that no slot of the frame fills, guessed from the rest of the sentence: the subject of the clause around, or the only
 * other party named. What is guessed is marked, and counts as less sure.
 */

export type Guessed = Candidate & { readonly inferred: readonly Side[] };

const PARTIES = new Set(['person', 'organisation', 'state', 'people']);
const LOCATIVE = new Set(
  'in at near on from inside outside around within across through over along off towards toward into'.split(' '),
);
/** Verbs of these types are about the act, not part of it: "condemned the attack" names no attacker. */
const ABOUT = new Set(['ACCUSE', 'SUPPORT', 'REJECT', 'REQUEST', 'THREATEN', 'AGREE', 'RETREAT']);

function isAboutIt(verb: Token, { lexicon }: Tools): boolean {
  return lexicon
    .patterns('verb', verb.lowerLemma)
    .list.some(({ frames }) => frames.some(({ type }) => type !== null && ABOUT.has(type)));
}

function sourceAround({ sentence, token, pos, targets }: Candidate, tools: Tools): readonly string[] {
  if (pos === 'verb' && isPassiveUse(sentence, token)) return [];
  let below = token;
  for (const governor of governors(sentence, token.index)) {
    // What somebody says, thinks or sees is not what they do.
    if (relation(below) === 'ccomp' || relation(below) === 'parataxis') return [];
    below = governor;
    if (governor.upos !== 'VERB') continue;
    if (pos === 'noun' && isAboutIt(governor, tools)) return [];
    const subject = surfaceSubject(sentence, governor);
    const actors = subject === null ? [] : tools.participants.of(sentence, subject);
    const found = actors.filter((actor) => PARTIES.has(tools.participants.kindOf(actor)) && !targets.includes(actor));
    if (found.length > 0) return found;
    if (pos === 'noun') return [];
  }
  return [];
}

function isLocative(sentence: Sentence, index: number): boolean {
  for (let at = index; at >= 0; at = sentence.tokens[at].head) {
    const token = sentence.tokens[at];
    const preposition = ['obl', 'nmod'].includes(relation(token)) ? prepositionOf(sentence, at) : null;
    if (preposition && LOCATIVE.has(preposition)) return true;
    if (!['compound', 'amod', 'flat', 'nmod'].includes(relation(token))) return false;
  }
  return false;
}

/** The only party of the sentence beside the source and the speaker. */
function onlyOther(
  { sentence, sources }: Candidate,
  speaker: string | null,
  { participants, lexicon }: Tools,
): readonly string[] {
  const own = speaker === null ? sources : [...sources, speaker];
  const near = (actor: string): boolean => own.some((other) => participants.areOneSide(other, actor));
  const others = new Set<string>();
  for (const { index } of sentence.tokens) {
    const actor = participants.at(sentence, index);
    if (actor === null || near(actor) || !PARTIES.has(participants.kindOf(actor)) || isLocative(sentence, index))
      continue;
    if (isOutletTelling(sentence, index, participants, lexicon)) continue;
    others.add(actor);
  }
  return others.size === 1 ? [...others] : [];
}

/** The candidate with sides guessed where its frame wants them and finds none; `speaker` says it, null for the author. */
export function fromSentence(candidate: Candidate, speaker: string | null, tools: Tools): Guessed {
  const { frame, sources, targets } = candidate;
  const wantsSource =
    sources.length === 0 && frame.source?.length !== 0 && (targets.length > 0 || candidate.pos === 'verb');
  const source = wantsSource ? sourceAround(candidate, tools) : [];
  const sourced = source.length > 0 ? { ...candidate, sources: source } : candidate;
  const wantsTarget = targets.length === 0 && frame.target?.length !== 0 && sourced.sources.length > 0;
  const target = wantsTarget ? onlyOther(sourced, speaker, tools) : [];
  return {
    ...sourced,
    targets: target.length > 0 ? target : targets,
    inferred: SIDES.filter((side) => (side === 'source' ? source : target).length > 0),
  };
}
