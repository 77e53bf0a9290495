import type { ReactNode } from 'react';
import { doubtOf } from '../../src/coding/doubt.ts';
import type { Side } from '../../src/coding/reading.ts';
import type { ActorReference, ArticleEvent } from '../../src/server/schema.ts';
import { useLibrary } from '../data.ts';
import { dayInWords, daysInWords } from '../dates.ts';
import { meaningOf } from '../event-types.ts';
import { ActorLinks } from './words.tsx';

export const QUADS = ['', 'verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'];

type Coded = Pick<
  ArticleEvent,
  | 'type'
  | 'mode'
  | 'contexts'
  | 'status'
  | 'inferred'
  | 'when'
  | 'deadline'
  | 'where'
  | 'quad'
  | 'intensity'
  | 'confidence'
  | 'sourceConfidence'
  | 'targetConfidence'
  | 'rule'
>;

/** Type and mode, status, who did it to whom: an event's first lines. `name` stands in place of the type's, `words` after it. */
export function EventHead({
  event,
  sources,
  targets,
  name,
  words,
}: {
  event: Coded;
  sources: readonly ActorReference[];
  targets: readonly ActorReference[];
  name?: ReactNode;
  words?: string;
}) {
  return (
    <>
      <p className="event-type">
        {name ?? <EventType event={event} />}
        {event.status !== 'actual' && <span className={`status ${event.status}`}>{event.status}</span>}
        {words && <q className="trigger-words">{words}</q>}
      </p>
      <p className="who">
        {sources.length > 0 ? <ActorLinks actors={sources} /> : <span className="nobody">not said who</span>}
        <Doubt event={event} side="source" />
        {targets.length > 0 && (
          <>
            {' '}
            <span className="arrow" role="img" aria-label="to">
              →
            </span>{' '}
            <ActorLinks actors={targets} />
            <Doubt event={event} side="target" />
          </>
        )}
      </p>
    </>
  );
}

/** Marks a side that the sentence's grammar does not give, or that is not sure. */
function Doubt({ event, side }: { event: Coded; side: Side }) {
  const doubt = doubtOf(event, side);
  if (doubt === null) return null;
  const why = event.inferred.includes(side)
    ? 'The grammar of the sentence does not say: the likeliest of the text'
    : 'The grammar of the sentence says so, but such sentences are often read wrongly';
  return (
    <span className="doubt" title={why}>
      {' '}
      ({doubt})
    </span>
  );
}

/** The event's type, coloured by its quad class, with its mode. */
export function EventType({ event }: { event: Pick<Coded, 'type' | 'mode' | 'quad' | 'intensity'> }) {
  return (
    <span
      className={`type quad-${event.quad}`}
      title={`${meaningOf(event.type)} (${QUADS[event.quad]}, intensity ${event.intensity})`}
    >
      {event.type}
      {event.mode && <span className="mode"> {event.mode}</span>}
    </span>
  );
}

/** By when, where, according to whom, how sure: as far as the record says. `children` are facts to go first. */
export function EventFacts({
  event,
  accordingTo,
  children,
}: {
  event: Coded;
  accordingTo: string | null;
  children?: ReactNode;
}) {
  const { where, deadline } = event;
  return (
    <dl className="facts">
      {children}
      {deadline && (
        <Fact name="due">
          {deadline.to && `${dayInWords(deadline.to)} `}
          <q>{deadline.text}</q>
        </Fact>
      )}
      {where && (
        <Fact name="where">
          <PlaceName place={where} />
        </Fact>
      )}
      {accordingTo && <Fact name="according to">{accordingTo}</Fact>}
      {event.contexts.length > 0 && <Fact name="context">{event.contexts.join(', ')}</Fact>}
      <Fact name="confidence">
        <span title={`coded by ${event.rule}`}>{Math.round(event.confidence * 100)} %</span>
      </Fact>
    </dl>
  );
}

/** A place with its country, where it is not the country itself. */
function PlaceName({ place }: { place: NonNullable<Coded['where']> }) {
  const countries = useLibrary()?.countries ?? {};
  const country = place.country && (countries[place.country] ?? place.country);
  return country && country !== place.name ? `${place.name}, ${country}` : place.name;
}

/** When an event was, in days and in the text's words. */
export function Days({ when }: { when: NonNullable<Coded['when']> }) {
  return (
    <>
      {daysInWords(when.from, when.to) ?? 'day not known'} <q>{when.text}</q>
    </>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
