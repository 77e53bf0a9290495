import type { CodedEvent, Link, Statement } from '../reading.ts';

/** How many sentences back a denial's allegation is looked for. */
const REACH = 6;

const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((each) => b.includes(each));

/** What an event denies: an act alleged of the same doer, or an accusation against the denier. */
function denied(event: CodedEvent, before: readonly CodedEvent[]): CodedEvent | undefined {
  const near = before.filter((other) => event.sentence - other.sentence <= REACH).reverse();
  if (event.type === 'REJECT')
    return near.find((other) => other.type === 'ACCUSE' && overlap(other.targets, event.sources));
  if (event.status !== 'negated') return undefined;
  return near.find(
    (other) => other.type === event.type && other.status === 'alleged' && overlap(other.sources, event.sources),
  );
}

/** What a statement of "no answer" leaves open: the last accusation or demand towards its source. */
function unanswered(event: CodedEvent, statements: readonly Statement[]): Link[] {
  if (event.type !== 'ACCUSE' && event.type !== 'REQUEST') return [];
  const silent = statements.find(
    (statement) =>
      statement.stance === 'no answer' &&
      statement.sentence >= event.sentence &&
      statement.sentence - event.sentence <= REACH &&
      statement.source?.actor != null &&
      event.targets.includes(statement.source.actor),
  );
  return silent ? [{ kind: 'leaves unanswered', to: silent.id }] : [];
}

/** Events with their links to what they deny, answer or leave unanswered. */
export function withLinks(events: readonly CodedEvent[], statements: readonly Statement[]): CodedEvent[] {
  return events.map((event, index) => {
    const before = events.slice(0, index);
    const allegation = denied(event, before);
    const links: Link[] = [
      ...(allegation ? [{ kind: 'denies' as const, to: allegation.id }] : []),
      ...answers(event, before),
      ...unanswered(event, statements),
    ];
    return links.length > 0 ? { ...event, links } : event;
  });
}

/** Agreement or refusal by those who were asked answers the request. */
function answers(event: CodedEvent, before: readonly CodedEvent[]): Link[] {
  if (event.type !== 'AGREE' && event.type !== 'REJECT') return [];
  const request = [...before]
    .reverse()
    .find(
      (other) =>
        other.type === 'REQUEST' && event.sentence - other.sentence <= REACH && overlap(other.targets, event.sources),
    );
  return request ? [{ kind: 'answers', to: request.id }] : [];
}
