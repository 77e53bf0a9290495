import type { Attempt } from '../src/coding/events/candidates.ts';
import type { Actor, CodedEvent, Reading } from '../src/coding/reading.ts';
import type { Span } from '../src/page/article.ts';
import { actorsById, meet, wordsOf } from '../training/alike.ts';
import type { AnnotatedActor, AnnotatedArticle } from '../training/annotated.ts';

/** Why an annotated event and the record differ. */
export type Cause =
  | 'predicate unknown'
  | 'conditions of its frames fail'
  | 'frame rules it out'
  | 'frame gives another type'
  | 'left out (content, or nobody named)'
  | 'actor told elsewhere in the text'
  | 'actor in the sentence missed (tree, frame or name)'
  | 'wrong actor'
  | 'status wrong'
  | 'over-coding';

/** Why an annotated event with these words was not coded. */
export function causeOfMiss(span: Span, reading: Reading, attempts: readonly Attempt[]): Cause {
  const within = ([start, end]: Span): boolean => start >= span[0] - 2 && end <= span[1] + 2;
  if (reading.events.some((event) => within(event.trigger.span))) return 'frame gives another type';
  const tried = attempts.filter((attempt) => within(attempt.token.span));
  if (tried.some((attempt) => attempt.outcome === 'taken')) return 'left out (content, or nobody named)';
  if (tried.some((attempt) => attempt.outcome === 'no event')) return 'frame rules it out';
  return tried.length > 0 ? 'conditions of its frames fail' : 'predicate unknown';
}

function causeOfSide(gold: readonly AnnotatedActor[], actors: readonly Actor[], sentence: string): Cause | null {
  if (meet(gold, actors)) return null;
  const here = gold.some((one) => wordsOf(one.name).some((word) => wordsOf(sentence).includes(word)));
  if (!here) return 'actor told elsewhere in the text';
  return actors.length === 0 ? 'actor in the sentence missed (tree, frame or name)' : 'wrong actor';
}

/** Annotated events by position, each with the coded event that `score_articles.py` matches with it. */
export function pairsOf(article: AnnotatedArticle, reading: Reading): Map<number, number> {
  const actorsOf = actorsById(reading.actors);
  const isIn = ({ trigger }: CodedEvent, [start, end]: Span): boolean =>
    trigger.span[0] >= start && trigger.span[0] < end;
  const last = (text: string): string | undefined => text.split(/\s+/).at(-1);
  const pairs = article.events.flatMap((gold, g) =>
    reading.events.flatMap((event, e) => {
      if (gold.type !== event.type || !isIn(event, gold.sentence)) return [];
      const score =
        Number(meet(gold.source, actorsOf(event.sources))) +
        Number(meet(gold.target, actorsOf(event.targets))) +
        Number(last(article.text.slice(...gold.trigger)) === last(event.trigger.text));
      return [{ g, e, score }];
    }),
  );
  pairs.sort((a, b) => b.score - a.score || b.g - a.g || b.e - a.e);
  const matched = new Map<number, number>();
  const used = new Set<number>();
  for (const { g, e } of pairs) {
    if (matched.has(g) || used.has(e)) continue;
    matched.set(g, e);
    used.add(e);
  }
  return matched;
}

/** The record of an article against its annotation, matched as `score_articles.py` does it. */
export function causesOf(article: AnnotatedArticle, reading: Reading, attempts: readonly Attempt[]): Cause[] {
  const actorsOf = actorsById(reading.actors);
  const matched = pairsOf(article, reading);
  const used = new Set(matched.values());
  const causes: Cause[] = [];
  for (const [g, gold] of article.events.entries()) {
    const sentence = article.text.slice(...gold.sentence);
    const found = matched.get(g);
    if (found === undefined) {
      causes.push(causeOfMiss(gold.trigger, reading, attempts));
      continue;
    }
    const event = reading.events[found];
    const sides = [
      causeOfSide(gold.source, actorsOf(event.sources), sentence),
      causeOfSide(gold.target, actorsOf(event.targets), sentence),
    ];
    for (const cause of sides) if (cause) causes.push(cause);
    if (event.status !== gold.status) causes.push('status wrong');
  }
  for (const e of reading.events.keys()) if (!used.has(e)) causes.push('over-coding');
  return causes;
}
