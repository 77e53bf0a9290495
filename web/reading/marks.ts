/** Which words of an article belong to which entries of its record. */
import type { Article, ArticleEvent, ArticleStatement } from '../../src/server/schema.ts';

export type Span = readonly [start: number, end: number];

/** What the words are to their entry: `trigger` and `cue` are where an entry is anchored in the text. */
export type Role =
  | 'trigger'
  | 'cue'
  | 'source'
  | 'target'
  | 'when'
  | 'deadline'
  | 'where'
  | 'content'
  | 'question'
  | 'mention';

export interface Mark {
  /** Id of the entry: `e1` an event, `s1` a statement, `a1` an actor, `q1` a question. */
  readonly entry: string;
  readonly role: Role;
  readonly span: Span;
  /** Quad class of the event, on its trigger. */
  readonly quad?: number;
}

/** A stretch of text over which the same marks hold. */
export interface Segment {
  readonly span: Span;
  readonly marks: readonly Mark[];
}

/** Every mark of an article. */
export function marksOf(article: Article): Mark[] {
  return [
    ...article.events.flatMap((event) => eventMarks(event, article)),
    ...article.statements.flatMap(statementMarks),
    ...article.questions.map((span, index): Mark => ({ entry: questionId(index), role: 'question', span })),
    ...article.actors.flatMap((actor) =>
      actor.mentions.map((span): Mark => ({ entry: actor.id, role: 'mention', span })),
    ),
  ];
}

/** The record has no ids for questions: they are counted in text order. */
export function questionId(index: number): string {
  return `q${index + 1}`;
}

function eventMarks(event: ArticleEvent, article: Article): Mark[] {
  const { id: entry, when, deadline, where, trigger } = event;
  const sentence = article.sentences[event.sentence];
  const mentions = (actors: readonly string[], role: Role) =>
    article.actors
      .filter((actor) => actors.includes(actor.id))
      .flatMap((actor) => actor.mentions.filter((span) => sentence && lies(span, sentence)))
      .map((span): Mark => ({ entry, role, span }));
  const marks: Mark[] = [{ entry, role: 'trigger', span: trigger.span, quad: event.quad }];
  if (where) marks.push({ entry, role: 'where', span: where.span });
  const inSentence = (role: Role, words: string) => {
    const at = sentence ? article.text.slice(...sentence).indexOf(words) : -1;
    if (at >= 0) marks.push({ entry, role, span: [sentence![0] + at, sentence![0] + at + words.length] });
  };
  if (when && when.text !== deadline?.text) inSentence('when', when.text);
  if (deadline) inSentence('deadline', deadline.text);
  return [...marks, ...mentions(event.sources, 'source'), ...mentions(event.targets, 'target')];
}

function statementMarks({ id: entry, source, cue, content }: ArticleStatement): Mark[] {
  const marks: Mark[] = content.map((span) => ({ entry, role: 'content', span }));
  if (cue) marks.push({ entry, role: 'cue', span: cue.span });
  if (source?.span) marks.push({ entry, role: 'source', span: source.span });
  return marks;
}

/** Cuts a stretch of text at every edge of a mark: segments follow one another without gap or overlap. */
export function segmentsOf(range: Span, marks: readonly Mark[]): Segment[] {
  const [start, end] = range;
  const within = marks.filter(({ span }) => span[0] < end && span[1] > start && span[0] < span[1]);
  const edges = new Set([start, end]);
  for (const { span } of within) {
    edges.add(Math.max(start, span[0]));
    edges.add(Math.min(end, span[1]));
  }
  const cuts = [...edges].sort((one, other) => one - other);
  return cuts.slice(1).map((cut, index) => {
    const span: Span = [cuts[index], cut];
    return { span, marks: within.filter((mark) => lies(span, mark.span)) };
  });
}

/**
 * The entries that a segment points at: those anchored there; else questions and the innermost statement whose words
 * they are; else the events that name a place or time with them; else the actor.
 */
export function entriesAt(marks: readonly Mark[]): string[] {
  const of = (...roles: Role[]) => marks.filter(({ role }) => roles.includes(role));
  const innermost = of('content', 'question')
    .sort((one, other) => length(one.span) - length(other.span))
    .slice(0, 1);
  const found = [
    of('trigger', 'cue'),
    of('when', 'deadline', 'where'),
    innermost,
    of('source', 'target'),
    of('mention'),
  ];
  const first = found.find((list) => list.length > 0) ?? [];
  return [...new Set(first.map(({ entry }) => entry))];
}

function lies(inner: Span, outer: Span): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1];
}

function length([start, end]: Span): number {
  return end - start;
}
