import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { ActorProfile, Events, Statements } from '../../src/server/schema.ts';
import { useData } from '../data.ts';
import { dayInWords } from '../dates.ts';
import { Answer } from '../parts/answer.tsx';
import { ActorLink, CountryName, counted } from '../parts/words.tsx';
import { sectorInWords } from '../sectors.ts';
import { EventRows } from './events.tsx';
import { StatementRows } from './statements.tsx';

const route = getRouteApi('/actors/$key');
const MonthsChart = lazy(() => import('../parts/months-chart.tsx'));
/** How many events and statements the page shows before it leads on to their lists. */
const FIRST = '10';

/** Who an actor is, what they did and what was done to them, what they said, and with whom. */
export function ActorPage() {
  const { key } = route.useParams();
  const actor = useData<ActorProfile>(`/actors/${encodeURIComponent(key)}`);
  return (
    <div className="page">
      <Answer of={actor}>{(profile) => <Profile key={profile.key} actor={profile} />}</Answer>
    </div>
  );
}

function Profile({ actor }: { actor: ActorProfile }) {
  return (
    <>
      <title>{`${actor.name} · Dragoman`}</title>
      <h1>{actor.name}</h1>
      <p className="holdings">
        {[
          counted(actor.articles, 'article'),
          counted(actor.events, 'event'),
          counted(actor.statements, 'statement'),
        ].join(' · ')}
      </p>
      <div className="profile">
        <WhoTheyAre actor={actor} />
        {actor.partners.length > 0 && <Partners actor={actor} />}
      </div>
      {actor.months.length > 0 && (
        <section aria-labelledby="over-time">
          <h2 id="over-time">Over time</h2>
          <Suspense fallback={<div className="chart" />}>
            <MonthsChart months={actor.months} name={actor.name} />
          </Suspense>
        </section>
      )}
      {actor.events > 0 && <LatestEvents actor={actor} />}
      {actor.statements > 0 && <LatestStatements actor={actor} />}
    </>
  );
}

function WhoTheyAre({ actor }: { actor: ActorProfile }) {
  return (
    <section aria-label="Who they are">
      <dl className="facts">
        <div>
          <dt>kind</dt>
          <dd>{actor.kind}</dd>
        </div>
        {actor.country && actor.kind !== 'state' && (
          <div>
            <dt>country</dt>
            <dd>
              <Link to="/events" search={{ country: actor.country }}>
                <CountryName code={actor.country} />
              </Link>
            </dd>
          </div>
        )}
        <div>
          <dt>sector</dt>
          <dd>{sectorInWords(actor.sector)}</dd>
        </div>
        {actor.offices.map(({ office, first, last }) => (
          <div key={office}>
            <dt>office</dt>
            <dd>
              {office}
              {first && (
                <span className="quiet">
                  {' '}
                  {first === last ? `reported ${dayInWords(first)}` : `${dayInWords(first)} – ${dayInWords(last!)}`}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Partners({ actor }: { actor: ActorProfile }) {
  return (
    <section aria-labelledby="with-whom">
      <h2 id="with-whom">With whom</h2>
      <ul className="partners">
        {actor.partners.map((partner) => (
          <li key={partner.key}>
            <ActorLink actor={partner} /> <span className="quiet">{counted(partner.events, 'event')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LatestEvents({ actor }: { actor: ActorProfile }) {
  const events = useData<Events>('/events', { actor: actor.key, limit: FIRST });
  return (
    <section aria-labelledby="events">
      <h2 id="events">Events</h2>
      <Answer of={events}>{({ items }) => <EventRows events={items} />}</Answer>
      {actor.events > Number(FIRST) && (
        <p>
          <Link to="/events" search={{ actor: actor.key }}>
            All {counted(actor.events, 'event')}
          </Link>
        </p>
      )}
    </section>
  );
}

function LatestStatements({ actor }: { actor: ActorProfile }) {
  const statements = useData<Statements>('/statements', { actor: actor.key, limit: FIRST });
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">What they said</h2>
      <Answer of={statements}>{({ items }) => <StatementRows statements={items} />}</Answer>
      {actor.statements > Number(FIRST) && (
        <p>
          <Link to="/statements" search={{ actor: actor.key }}>
            All {counted(actor.statements, 'statement')}
          </Link>
        </p>
      )}
    </section>
  );
}
