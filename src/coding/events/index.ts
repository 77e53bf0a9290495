import type { Codebook } from '../../codebook/codebook.ts';
import { memo } from '../../codebook/codebook.ts';
import type { Document, Sentence } from '../../language/document.ts';
import type { Actors } from '../actors/index.ts';
import type { CodedEvent, Side, Statement, Status } from '../reading.ts';
import { children } from '../tree.ts';
import { USE, usesOf } from '../uses.ts';
import { isOfAnybody } from './anybody.ts';
import { fromSentence } from './backoff.ts';
import { cameoOf } from './cameo.ts';
import { type Candidate, candidatesAt, type Tools } from './candidates.ts';
import { cast } from './casting/index.ts';
import { sureOf } from './casting/sure.ts';
import { type View, viewOf } from './casting/view.ts';
import { confidenceOf } from './confidence.ts';
import { fateOf, fates } from './content.ts';
import { fromContext } from './context.ts';
import { deadlineOf, deadlinesOf } from './deadline.ts';
import { asRead, contextsOf, intensityOf, modeOf, statementOf, triggerOf, whereOf, wordsAround } from './details.ts';
import { type EventLexicon, eventLexicon } from './lexicon.ts';
import { withLinks } from './links.ts';
import { participantsOf } from './participants.ts';
import { withReactions } from './reaction.ts';
import { politicalSentences } from './report.ts';
import { isInfinitive } from './slots/phrase.ts';
import { type Speech, speechOf } from './speech.ts';
import { announced, spokenActs } from './spoken/index.ts';
import { asForetold } from './status/foretold.ts';
import { type StatusReader, statusReader, stronger } from './status/index.ts';
import { isToldBeside } from './told-once.ts';
import { whenOf } from './when.ts';

/** An event before it is given an id, time, place and confidence. */
export interface Draft extends Candidate {
  readonly status: Status;
  /** Roles that the sentence leaves out and the text before it told. */
  readonly inferred: readonly Side[];
  /** How likely the model that casts parts holds each side, once it has cast them. */
  readonly chances: Readonly<Record<Side, number>>;
  /** Who says it; null for the author. */
  readonly speaker: string | null;
}

const judgements = memo((codebook) => new Map(codebook.judgements.map(({ type, words }) => [type, new Set(words)])));

const UNCAST = { source: 0, target: 0 };

/** "can protect them", "money to rebuild the town": what somebody is able to do, or help that something is meant for, is no act. */
function isOnlyPossible({ sentence, token, pos, type }: Candidate, status: Status): boolean {
  if (pos !== 'verb' || (status !== 'hypothetical' && status !== 'negated')) return false;
  if (children(sentence, token.index, 'aux').some((aux) => ABLE.has(aux.lowerForm))) return true;
  return type === 'AID' && status === 'hypothetical' && token.deprel === 'acl' && isInfinitive(sentence, token.index);
}

const ABLE = new Set(['can', 'ca', 'cannot']);

/** "called for an end to the bombing": acts that are told even where a speech act is about them. */
const isToldWithin = ({ type }: Candidate, by: Candidate, { types }: EventLexicon): boolean =>
  types.get(type)!.toldWithin.includes(by.type);

/** The status of an act, of the light verb that carries it and of what governs both. */
function statusOf(candidate: Candidate, fate: Status, statuses: StatusReader): Status {
  const { sentence, token, light, type, words } = candidate;
  const own = statuses.of(sentence, token, type, words);
  const carried = light
    ? stronger(statuses.of(sentence, light.verb, type, words), light.entry.status ?? 'actual')
    : 'actual';
  return stronger(stronger(own, carried), fate);
}

/** The acts that a sentence reports and those done by saying it, in its order. */
function actsOf(sentence: Sentence, uses: Uint8Array, tools: Tools, speech: Speech): Candidate[] {
  const found: Candidate[] = [];
  for (const token of sentence.tokens)
    if (uses[token.index] & USE.predicate)
      for (const candidate of candidatesAt(sentence, token, tools)) found.push(announced(candidate, speech, tools));
  const spoken = spokenActs(sentence, uses, speech, tools);
  if (spoken.length === 0) return found;
  const isSaid = ({ token }: Candidate): boolean =>
    spoken.some((act) => act.type === 'REQUEST' && act.token.index === token.index);
  const isNew = (act: Candidate): boolean => act.type === 'REQUEST' || !found.some(({ token }) => token === act.token);
  return [...found.filter((each) => !isSaid(each)), ...spoken.filter(isNew)].sort(
    (a, b) => a.token.index - b.token.index,
  );
}

/** The words beside its verb of which a phrase with a side consists: they tell no acts of their own. */
function claimedBy(candidates: readonly Candidate[]): ReadonlySet<number> {
  const claimed = new Set<number>();
  for (const { pos, sources, targets, words, token } of candidates)
    if (pos === 'verb' && words.length > 1 && sources.length + targets.length > 0)
      for (const word of words) if (word !== token.index) claimed.add(word);
  return claimed;
}

function draftsOf(sentence: Sentence, uses: Uint8Array, tools: Tools, statuses: StatusReader, speech: Speech): Draft[] {
  const candidates = actsOf(sentence, uses, tools, speech);
  if (candidates.length === 0) return [];
  const claimed = claimedBy(candidates);
  const heads = fates(candidates, tools.lexicon);
  return candidates.flatMap((candidate): Draft[] => {
    if (candidate.pos === 'noun' && claimed.has(candidate.token.index)) return [];
    if (isToldBeside(candidate, candidates)) return [];
    const found = fateOf(sentence, candidate.token.index, heads);
    // "accused them of lying": the lie is what they are accused of
    if (isOfAnybody(sentence, candidate.token.index, tools.lexicon)) return [];
    const isCharge =
      found?.by.type === 'ACCUSE' && candidate.type === 'ACCUSE' && candidate.pattern.frames.length === 0;
    if (isCharge || (found?.fate === 'skip' && !isToldWithin(candidate, found.by, tools.lexicon))) return [];
    // "accused of ordering the murder": the murder is alleged, whatever the order alone would make of it
    const set =
      found?.fate === 'alleged' && candidate.frame.status === 'hypothetical' ? 'alleged' : candidate.frame.status;
    const fate = found && found.fate !== 'skip' ? found.fate : 'actual';
    const status = set ?? statusOf(candidate, fate, statuses);
    if (isOnlyPossible(candidate, status)) return [];
    const speaker = speech.speakerAt(sentence, candidate.token.index);
    return [{ ...fromSentence(candidate, speaker, tools), status, speaker, chances: UNCAST }];
  });
}

/** The events of a document with the sides that slots and guesses give them, in text order, and the text as casting sees it. */
export function proposedEvents(
  document: Document,
  actors: Actors,
  statements: readonly Statement[],
  codebook: Codebook,
  trace?: Tools['trace'],
): { drafts: Draft[]; view: View } {
  const speech = speechOf(statements);
  const uses = usesOf(document, codebook);
  const lexicon = eventLexicon(codebook);
  const participants = participantsOf(document, actors, speech);
  const isPolitical = politicalSentences(uses);
  const tools: Tools = { trace, lexicon, participants, judged: judgements(codebook), isPolitical };
  const statuses = statusReader(codebook);
  const told = fromContext(
    document,
    document.sentences.map((sentence, index) => draftsOf(sentence, uses[index], tools, statuses, speech)),
    participants,
  );
  const drafts = asForetold(told);
  return { drafts, view: viewOf(document, actors, drafts, participants, lexicon) };
}

/** The events of a document before they are written down, in text order. */
export function draftEvents(
  document: Document,
  actors: Actors,
  statements: readonly Statement[],
  codebook: Codebook,
  trace?: Tools['trace'],
): Draft[] {
  const { drafts, view } = proposedEvents(document, actors, statements, codebook, trace);
  return withReactions(cast(drafts, view, codebook));
}

/** Drafts as they stand in the record, with their words, time, place, statement and links. */
export function recordEvents(
  document: Document,
  drafts: readonly Draft[],
  statements: readonly Statement[],
  actors: Actors,
  codebook: Codebook,
): CodedEvent[] {
  const { types } = eventLexicon(codebook);
  const sureOfSide = ({ chances, inferred }: Draft, side: Side, actors: readonly string[]): number | null =>
    actors.length === 0 ? null : sureOf(side, { chance: chances[side], isInferred: inferred.includes(side) }, codebook);
  const deadlinesIn = deadlinesOf(document, codebook);
  const bySentence = Map.groupBy(drafts, ({ sentence }) => sentence);
  const events = drafts.map((draft, index): CodedEvent => {
    const trigger = triggerOf(document, draft);
    const around = wordsAround(draft);
    const mode = modeOf(draft, around, codebook);
    const near = bySentence.get(draft.sentence)!;
    const others = near.filter((each) => each !== draft).map((each) => each.token.index);
    const due = deadlineOf(document, draft, others, deadlinesIn);
    return {
      id: `e${index + 1}`,
      sentence: draft.sentence.index,
      type: draft.type,
      mode,
      contexts: contextsOf(draft, around, codebook),
      sources: draft.sources,
      targets: draft.targets,
      trigger,
      status: draft.status,
      statement: statementOf(draft, trigger, statements)?.id ?? null,
      when: whenOf(document, draft, others, due?.isOfContent ? due.span : null),
      deadline: due?.deadline ?? null,
      where: asRead(whereOf(document, draft, codebook), actors.actors),
      quad: types.get(draft.type)!.quad,
      intensity: intensityOf(draft, mode, codebook),
      cameo: cameoOf({ type: draft.type, mode, quad: types.get(draft.type)!.quad }, codebook).EventCode,
      confidence: confidenceOf(draft, near, codebook),
      sourceConfidence: sureOfSide(draft, 'source', draft.sources),
      targetConfidence: sureOfSide(draft, 'target', draft.targets),
      rule: `${draft.pos} ${draft.pattern.phrase}`,
      inferred: draft.inferred,
      links: [],
    };
  });
  return withLinks(events, statements, actors.actors, document, codebook);
}

/** The events of a document, in text order. */
export function eventsOf(
  document: Document,
  actors: Actors,
  statements: readonly Statement[],
  codebook: Codebook,
  trace?: Tools['trace'],
): CodedEvent[] {
  const drafts = draftEvents(document, actors, statements, codebook, trace);
  return recordEvents(document, drafts, statements, actors, codebook);
}
