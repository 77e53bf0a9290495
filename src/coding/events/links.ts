import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Document } from '../../language/document.ts';
import type { Span } from '../../page/article.ts';
import type { Actor, CodedEvent, Link, Statement } from '../reading.ts';

/** How many sentences may lie between an allegation and what comes of it, and between a request and its answer. */
const REACH = 6;
const ANSWER_REACH = 3;

const wordClasses = memo((codebook) => {
  const of = (wanted: string) => new Set(codebook.classes.find(({ name }) => name === wanted)?.words);
  return { answering: of('ANSWERING'), allegations: of('ALLEGATION') };
});

/** What links are found by: the words of the text, and who is whose side. */
interface Record {
  readonly document: Document;
  readonly statements: readonly Statement[];
  readonly denials: readonly Statement[];
  readonly events: readonly CodedEvent[];
  readonly answering: ReadonlySet<string>;
  readonly allegations: ReadonlySet<string>;
  /** Whether an actor of the first list is, or speaks for, one of the second. */
  readonly meet: (some: readonly string[], others: readonly string[]) => boolean;
}

const isWithin = (inner: Span, outer: Span): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];

/** Whether something follows an event near enough to be about it. */
const follows = (later: { sentence: number }, event: CodedEvent, reach = REACH): boolean =>
  later.sentence >= event.sentence && later.sentence - event.sentence <= reach;

/** An accusation is against its targets; what is alleged, against its doers. */
function accused(event: CodedEvent): readonly string[] {
  if (event.type === 'ACCUSE' && event.status !== 'negated' && event.status !== 'hypothetical') return event.targets;
  return event.status === 'alleged' ? event.sources : [];
}

/** The words that carry meaning in a stretch of text, by lemma. */
function wordsIn({ document }: Record, sentence: number, spans: readonly Span[]): Set<string> {
  const tokens = document.sentences[sentence].tokens.filter(
    ({ span, upos }) => ['NOUN', 'VERB', 'ADJ'].includes(upos) && spans.some((each) => isWithin(span, each)),
  );
  return new Set(tokens.map(({ lowerLemma }) => lowerLemma));
}

/** Whether a denial is about an allegation: the allegation's own word stands in it, or they share words of meaning. */
function isAbout(denial: Statement, event: CodedEvent, record: Record): boolean {
  if (denial.content.some((span) => isWithin(event.trigger.span, span))) return event.type === 'ACCUSE';
  if (isPointing(denial, record)) return denial.sentence - event.sentence <= 1;
  if (denial.sentence === event.sentence) return false;
  const denied = wordsIn(record, denial.sentence, denial.content);
  if ([...denied].some((word) => record.allegations.has(word))) return true;
  const alleged = wordsIn(record, event.sentence, [record.document.sentences[event.sentence].span]);
  return [...denied].some((word) => alleged.has(word) || [...alleged].some((other) => areKin(word, other)));
}

/** "denies it": what was said right before. */
const isPointing = ({ content }: Statement, { document }: Record): boolean =>
  /^(?:it|this|that|them)$/i.test(content.map((span) => document.text.slice(...span)).join(' '));

/** As many letters as two words must share to be of one root ("kill", "killings"). */
const ROOT = 4;

const areKin = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= ROOT && (one.startsWith(other) || other.startsWith(one));

/** The denials among statements that are about an event alleged of their source. */
function deniedIn(event: CodedEvent, record: Record): Statement | undefined {
  if (record.denials.length === 0) return undefined;
  const against = accused(event);
  return record.denials.find(
    (each) =>
      each.id !== event.statement &&
      follows(each, event) &&
      ((each.source?.actor != null && record.meet([each.source.actor], against)) ||
        each.content.some((span) => isWithin(event.trigger.span, span))) &&
      against.length > 0 &&
      isAbout(each, event, record),
  );
}

/** The statement of denial that an event's words make. */
function denialOf({ trigger }: CodedEvent, statements: readonly Statement[]): Statement | undefined {
  return statements.find(
    ({ stance, cue }) => stance === 'deny' && cue && cue.span[0] < trigger.span[1] && cue.span[1] > trigger.span[0],
  );
}

/** Whether an event denies that something is so ("denied sending them"), instead of refusing to do it. */
const isOfFact = (event: CodedEvent, statements: readonly Statement[]): boolean =>
  / (?:clause|gerund)$/.test(denialOf(event, statements)?.rule ?? '');

/** What an event denies: what its statement denies, the same act alleged of its doer, or told by others. */
function denied(event: CodedEvent, record: Record): CodedEvent | undefined {
  const { events, statements, meet } = record;
  if (event.type === 'REJECT') {
    const denial = denialOf(event, statements);
    return denial && events.findLast((other) => other !== event && deniedIn(other, record) === denial);
  }
  if (event.status !== 'negated') return undefined;
  const speaker = (each: CodedEvent) => statements.find(({ id }) => id === each.statement)?.source?.actor ?? null;
  const own = speaker(event);
  return events.findLast((other) => {
    if (other === event || other.type !== event.type || !follows(event, other)) return false;
    if (!meet(other.sources, event.sources)) return false;
    const toldByAnother =
      other.status === 'actual' && own !== null && speaker(other) !== null && !meet([own], [speaker(other)!]);
    return other.status === 'alleged' || toldByAnother;
  });
}

/** Whether a statement of no answer is about answering ("did not respond"), not about doing ("refused to leave"). */
function isSilence({ stance, sentence, cue, content }: Statement, record: Record): boolean {
  if (stance !== 'no answer' || !cue) return false;
  const first = content.slice(0, 1).map(([start]): Span => [start, start + FIRST_WORDS]);
  return [...wordsIn(record, sentence, [cue.span, ...first])].some((word) => record.answering.has(word));
}

/** As many letters of what is refused as tell whether it is an answer ("to comment on …"). */
const FIRST_WORDS = 16;

/** The statement that leaves an accusation or demand towards its source unanswered. */
function unanswered(event: CodedEvent, record: Record): Statement | undefined {
  if (event.type !== 'ACCUSE' && event.type !== 'REQUEST') return undefined;
  return record.statements.find(
    (each) =>
      follows(each, event) &&
      isSilence(each, record) &&
      (isWithin(event.trigger.span, each.cue!.span) ||
        (each.source?.actor != null && record.meet([each.source.actor], event.targets))),
  );
}

/** The request that an agreement or refusal by those who were asked answers. */
function answered(event: CodedEvent, { events, statements, meet }: Record): CodedEvent | undefined {
  if ((event.type !== 'AGREE' && event.type !== 'REJECT') || event.status !== 'actual') return undefined;
  if (isOfFact(event, statements)) return undefined;
  return events.findLast(
    (other) =>
      other.type === 'REQUEST' &&
      other.status === 'actual' &&
      other.trigger.span[1] <= event.trigger.span[0] &&
      follows(event, other, ANSWER_REACH) &&
      meet(event.sources, other.targets) &&
      !meet(event.sources, other.sources) &&
      (event.targets.length === 0 || other.sources.length === 0 || meet(event.targets, other.sources)),
  );
}

/** Sectors that speak for their state. */
const STATE = new Set(['GOV', 'MIL', 'INT']);

/** Events with their links to what they deny or answer, and to the statements that deny them or leave them unanswered. */
export function withLinks(
  events: readonly CodedEvent[],
  statements: readonly Statement[],
  actors: readonly Actor[],
  document: Document,
  codebook: Codebook,
): CodedEvent[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const sideOf = (id: string): string => {
    const { country, sector } = byId.get(id)!;
    return country && STATE.has(sector) ? country : id;
  };
  const meet: Record['meet'] = (some, others) => {
    const sides = new Set(others.map(sideOf));
    return some.some((id) => sides.has(sideOf(id)));
  };
  const denials = statements.filter(({ stance }) => stance === 'deny');
  const record: Record = { document, statements, denials, events, ...wordClasses(codebook), meet };
  return events.map((event) => {
    const links: Link[] = [];
    const add = (kind: Link['kind'], to: { id: string } | undefined): void => {
      if (to) links.push({ kind, to: to.id });
    };
    add('denies', denied(event, record));
    add('denied in', deniedIn(event, record));
    add('answers', answered(event, record));
    add('leaves unanswered', unanswered(event, record));
    return links.length > 0 ? { ...event, links } : event;
  });
}
