import { getRouteApi, Link } from '@tanstack/react-router';
import type { EventEntry, EventQuery, Events, Facets } from '../../src/server/schema.ts';
import { useData, useLibrary } from '../data.ts';
import { dayInWords } from '../dates.ts';
import { ActorPicker } from '../parts/actor-picker.tsx';
import { Answer } from '../parts/answer.tsx';
import { Count } from '../parts/count.tsx';
import { Days, EventFacts, EventHead } from '../parts/event.tsx';
import { Choice, DayField } from '../parts/fields.tsx';
import { Paging } from '../parts/paging.tsx';
import { MarkedSentence } from '../parts/sentence.tsx';
import { ArticleLine } from '../parts/words.tsx';

const route = getRouteApi('/events');

/** All events, filtered by what stands in the address. */
export function EventsPage() {
  const question = route.useSearch();
  const events = useData<Events>('/events', question);
  return (
    <div className="page">
      <title>Events · Dragoman</title>
      <h1>Events</h1>
      <Filters question={question} />
      <Answer of={events}>
        {({ items, total }) => (
          <>
            <Count of="event" total={total} page="/events" question={question} />
            {total === 0 && <Nothing isFiltered={Object.keys(question).length > 0} />}
            <EventRows events={items} />
            <Paging offset={question.offset} total={total} shown={items.length} />
          </>
        )}
      </Answer>
    </div>
  );
}

/** Events one below the other, each with its sentence and its article. */
export function EventRows({ events }: { events: readonly EventEntry[] }) {
  return (
    <ol className="rows records">
      {events.map((event) => (
        <li key={`${event.article.id} ${event.id}`}>
          <div className="row-day">
            <EventDay event={event} />
          </div>
          <div className="row-record">
            <EventHead event={event} sources={event.sources} targets={event.targets} />
            <EventFacts event={event} accordingTo={event.accordingTo} />
          </div>
          <div className="row-evidence">
            <MarkedSentence text={event.sentenceText} start={event.sentenceStart} marked={[event.trigger.span]} />
            <ArticleLine article={event.article} entry={event.id} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The day of an event; where nothing tells it, the day that it was reported. */
function EventDay({ event }: { event: EventEntry }) {
  if (event.when) return <Days when={event.when} />;
  if (!event.day) return 'day not known';
  return (
    <>
      reported <time dateTime={event.day}>{dayInWords(event.day)}</time>
    </>
  );
}

function Filters({ question }: { question: EventQuery }) {
  const navigate = route.useNavigate();
  const { offset: _, ...asked } = question;
  const facets = useData<Facets>('/events/counts', asked).data;
  const library = useLibrary();
  const change = (part: EventQuery) => navigate({ search: { ...asked, ...part }, resetScroll: false });
  return (
    <form className="filters" aria-label="Filters" onSubmit={(submit) => submit.preventDefault()}>
      <ActorPicker chosen={question.actor} choose={(actor) => change({ actor })} />
      <Choice name="Type" chosen={question.type} options={facets?.type ?? []} choose={(type) => change({ type })} />
      <Choice
        name="Status"
        chosen={question.status}
        options={facets?.status ?? []}
        choose={(status) => change({ status })}
      />
      <Choice
        name="Country"
        chosen={question.country}
        options={facets?.country ?? []}
        inWords={(code) => library?.countries[code] ?? code}
        choose={(country) => change({ country })}
      />
      <DayField name="From" chosen={question.from} choose={(from) => change({ from })} />
      <DayField name="To" chosen={question.to} choose={(to) => change({ to })} />
      <Link to="/events" className="clear" disabled={Object.keys(asked).length === 0}>
        Clear
      </Link>
    </form>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  return (
    <div className="notice">
      {isFiltered ? (
        <p>
          No event fits these filters. Take one away, or look at <Link to="/events">all events</Link>.
        </p>
      ) : (
        <p>
          No events yet: they come with <Link to="/articles">articles</Link>.
        </p>
      )}
    </div>
  );
}
