import type { ReactNode } from 'react';
import type { ActorReference, ArticleStatement } from '../../src/server/schema.ts';
import { Fact } from './event.tsx';
import { ActorLink } from './words.tsx';

/** Source, cue and stance: a statement's first line. `children` stand in place of the cue. */
export function StatementHead({
  statement,
  actor,
  children,
}: {
  statement: ArticleStatement;
  actor: ActorReference | null;
  children?: ReactNode;
}) {
  const { source, cue, stance } = statement;
  return (
    <>
      <p className="event-type">
        {children ?? <StatementCue statement={statement} />}
        {stance !== 'assert' && <span className="stance">{stance}</span>}
      </p>
      <p className="who">
        {source ? (
          <>
            {actor ? <ActorLink actor={actor} /> : source.text} <span className="source-kind">{source.kind}</span>
          </>
        ) : (
          <span className="nobody">{cue ? 'not said who' : 'nobody named'}</span>
        )}
      </p>
    </>
  );
}

/** What kind of statement it is: the words that report it. */
export function StatementCue({ statement }: { statement: ArticleStatement }) {
  return <span className="type saying">{statement.cue?.text ?? 'quoted'}</span>;
}

/** How the words stand in the text, to whom and how they were said. */
export function StatementFacts({ statement, actor }: { statement: ArticleStatement; actor: ActorReference | null }) {
  const { source, quoted, addressee, channel, rule, confidence } = statement;
  return (
    <dl className="facts">
      {actor && source?.text && source.text !== actor.name && <Fact name="in the text">{source.text}</Fact>}
      <Fact name="quoted">{quoted}</Fact>
      {addressee && <Fact name="told">{addressee}</Fact>}
      {channel && <Fact name="by">{channel}</Fact>}
      <Fact name="confidence">
        <span title={`found by ${rule}`}>{Math.round(confidence * 100)} %</span>
      </Fact>
    </dl>
  );
}
