import { getRouteApi, Link } from '@tanstack/react-router';
import type { ArticleSummary, Articles } from '../../src/server/schema.ts';
import { useData, useLibrary } from '../data.ts';
import { timeOfDay, weekdayInWords } from '../dates.ts';
import { Answer } from '../parts/answer.tsx';
import { Paging } from '../parts/paging.tsx';
import { counted, nameOf } from '../parts/words.tsx';

const route = getRouteApi('/articles');

/** What was read, by day, the latest first. */
export function ArticlesPage() {
  const question = route.useSearch();
  const articles = useData<Articles>('/articles', question);
  return (
    <div className="page">
      <title>Articles · Dragoman</title>
      <h1>{question.day ? weekdayInWords(question.day) : 'Articles'}</h1>
      <Holdings />
      <Answer of={articles}>
        {({ items, total }) => (
          <>
            {total === 0 && <Nothing day={question.day} />}
            {byDay(items).map(([day, ofDay]) => (
              <section key={day} className="day" aria-label={day ? weekdayInWords(day) : 'Without a date'}>
                {!question.day && (
                  <h2>
                    {day ? (
                      <Link to="/articles" search={{ day }}>
                        {weekdayInWords(day)}
                      </Link>
                    ) : (
                      'Without a date'
                    )}
                  </h2>
                )}
                <ul className="rows">
                  {ofDay.map((article) => (
                    <Row key={article.id} article={article} />
                  ))}
                </ul>
              </section>
            ))}
            <Paging offset={question.offset} total={total} shown={items.length} />
          </>
        )}
      </Answer>
    </div>
  );
}

function Holdings() {
  const library = useLibrary();
  return (
    <p className="holdings">
      {library && library.articles > 0
        ? [
            counted(library.articles, 'article'),
            counted(library.statements, 'statement'),
            counted(library.events, 'event'),
            counted(library.actors, 'actor'),
          ].join(' · ')
        : '\u00a0'}
    </p>
  );
}

function Nothing({ day }: { day: string | undefined }) {
  if (day) {
    return (
      <div className="notice">
        <p>
          No article of that day has been read. <Link to="/articles">All days</Link>
        </p>
      </div>
    );
  }
  return (
    <div className="notice">
      <h2>Nothing has been read yet</h2>
      <p>Stop the server, add saved news pages, text files or a folder of them, and start it again:</p>
      <pre>
        <code>npx dragoman add my-pages/{'\n'}npx dragoman serve</code>
      </pre>
    </div>
  );
}

function Row({ article }: { article: ArticleSummary }) {
  const time = article.published && timeOfDay(article.published);
  const held = [
    counted(article.statements, 'statement'),
    counted(article.events, 'event'),
    ...(article.questions > 0 ? [counted(article.questions, 'open question')] : []),
  ];
  return (
    <li>
      <h3>
        <Link to="/articles/$id" params={{ id: article.id }}>
          {nameOf(article)}
        </Link>
      </h3>
      <p className="meta">
        {article.publisher && <span>{article.publisher}</span>}
        {time && <time dateTime={article.published!}>{time}</time>}
        <span>{held.join(', ')}</span>
      </p>
    </li>
  );
}

function byDay(articles: readonly ArticleSummary[]): [day: string, articles: ArticleSummary[]][] {
  const days = new Map<string, ArticleSummary[]>();
  for (const article of articles) {
    const day = article.published?.slice(0, 10) ?? '';
    days.set(day, [...(days.get(day) ?? []), article]);
  }
  return [...days];
}
