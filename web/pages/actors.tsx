import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Actors } from '../../src/server/schema.ts';
import { useData } from '../data.ts';
import { Answer } from '../parts/answer.tsx';
import { Count } from '../parts/count.tsx';
import { Paging } from '../parts/paging.tsx';
import { ActorLink, CountryName, counted } from '../parts/words.tsx';

const route = getRouteApi('/actors');

/** Everyone that the articles name, those with most events first. */
export function ActorsPage() {
  const question = route.useSearch();
  const actors = useData<Actors>('/actors', question);
  return (
    <div className="page">
      <title>Actors · Dragoman</title>
      <h1>Actors</h1>
      <Search search={question.search ?? ''} />
      <Answer of={actors}>
        {({ items, total }) => (
          <>
            <Count of="actor" total={total} page="/actors" question={question} />
            {total === 0 && (
              <div className="notice">
                {question.search ? (
                  <p>
                    Nobody with “{question.search}” in their name. <Link to="/actors">All actors</Link>
                  </p>
                ) : (
                  <p>
                    No actors yet: they come with <Link to="/articles">articles</Link>.
                  </p>
                )}
              </div>
            )}
            <ul className="rows actors">
              {items.map((actor) => (
                <li key={actor.key}>
                  <h2>
                    <ActorLink actor={actor} />
                  </h2>
                  <p className="meta">
                    <span>{actor.office ?? actor.kind}</span>
                    {actor.country && actor.kind !== 'state' && (
                      <span>
                        <CountryName code={actor.country} />
                      </span>
                    )}
                  </p>
                  <p className="meta">
                    <span>{counted(actor.events, 'event')}</span>
                    <span>{counted(actor.statements, 'statement')}</span>
                    <span>{counted(actor.articles, 'article')}</span>
                  </p>
                </li>
              ))}
            </ul>
            <Paging offset={question.offset} total={total} shown={items.length} />
          </>
        )}
      </Answer>
    </div>
  );
}

function Search({ search }: { search: string }) {
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped(search), [search]);
  return (
    <search className="filters">
      <label className="field wide">
        <span>Name</span>
        <input
          type="search"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            navigate({ search: { search: target.value || undefined }, replace: true, resetScroll: false });
          }}
        />
      </label>
    </search>
  );
}
