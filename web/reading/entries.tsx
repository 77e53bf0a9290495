import type { ReactNode } from 'react';
import type { Article, ArticleActor, ArticleEvent, ArticleStatement } from '../../src/server/schema.ts';
import { Days, EventFacts, EventHead, EventType, Fact } from '../parts/event.tsx';
import { StatementCue, StatementFacts, StatementHead } from '../parts/statement.tsx';
import { ActorLink } from '../parts/words.tsx';
import { sectorInWords } from '../sectors.ts';

export function EventEntry({ event, article }: { event: ArticleEvent; article: Article }) {
  const actors = (ids: readonly string[]) => ids.flatMap((id) => article.actors.find((actor) => actor.id === id) ?? []);
  const source = article.statements.find(({ id }) => id === event.statement)?.source;
  const speaker = article.actors.find(({ id }) => id === source?.actor);
  return (
    <>
      <EventHead
        event={event}
        sources={actors(event.sources)}
        targets={actors(event.targets)}
        words={event.trigger.text}
        name={
          <a href={`#${event.id}`} className="entry-link">
            <EventType event={event} />
          </a>
        }
      />
      <EventFacts event={event} accordingTo={speaker?.name ?? source?.text ?? null}>
        {event.when && event.when.text !== event.deadline?.text && (
          <Fact name="when">
            <Days when={event.when} />
          </Fact>
        )}
      </EventFacts>
      {event.links.map((link) => (
        <EntryLink
          key={`${link.kind} ${link.to}`}
          kind={link.kind === 'leaves unanswered' ? 'left unanswered in' : link.kind}
          to={link.to}
          article={article}
        />
      ))}
    </>
  );
}

/** What an entry has to do with another of the article. */
function EntryLink({ kind, to, article }: { kind: string; to: string; article: Article }) {
  return (
    <p className="link">
      {kind}{' '}
      <a href={`#${to}`} data-at={to}>
        {describe(to, article)}
      </a>
    </p>
  );
}

export function StatementEntry({ statement, article }: { statement: ArticleStatement; article: Article }) {
  const actor = article.actors.find(({ id }) => id === statement.source?.actor) ?? null;
  return (
    <>
      <StatementHead statement={statement} actor={actor}>
        <a href={`#${statement.id}`} className="entry-link">
          <StatementCue statement={statement} />
        </a>
      </StatementHead>
      {statement.content.map((span) => (
        <p key={span[0]} className="content-words">
          {article.text.slice(...span)}
        </p>
      ))}
      <StatementFacts statement={statement} actor={actor} />
      {statement.answers && (
        <EntryLink
          kind={statement.stance === 'no answer' ? 'leaves unanswered' : 'answers'}
          to={statement.answers}
          article={article}
        />
      )}
    </>
  );
}

export function QuestionEntry({ id, words }: { id: string; words: string }) {
  return (
    <p className="who">
      <a href={`#${id}`} className="entry-link">
        {words}
      </a>
    </p>
  );
}

export function ActorEntry({ actor, country }: { actor: ArticleActor; country: (code: string) => ReactNode }) {
  return (
    <>
      <p className="who">
        <ActorLink actor={actor} />
      </p>
      <p className="meta">
        {actor.office && <span>{actor.office}</span>}
        {actor.country && <span>{country(actor.country)}</span>}
        {actor.sector !== 'UNK' && <span>{sectorInWords(actor.sector)}</span>}
      </p>
    </>
  );
}

function describe(id: string, article: Article): string {
  const event = article.events.find((one) => one.id === id);
  if (event) return `${event.type} “${event.trigger.text}”`;
  const statement = article.statements.find((one) => one.id === id);
  return statement ? `“${statement.cue?.text ?? statement.source?.text ?? 'statement'}”` : id;
}
