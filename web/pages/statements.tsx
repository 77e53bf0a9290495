import { getRouteApi, Link } from '@tanstack/react-router';
import { SOURCE_KINDS, STANCES } from '../../src/coding/reading.ts';
import type { StatementEntry, StatementQuery, Statements } from '../../src/server/schema.ts';
import { useData } from '../data.ts';
import { ActorPicker } from '../parts/actor-picker.tsx';
import { Answer } from '../parts/answer.tsx';
import { Count } from '../parts/count.tsx';
import { Choice } from '../parts/fields.tsx';
import { Paging } from '../parts/paging.tsx';
import { MarkedSentence } from '../parts/sentence.tsx';
import { StatementFacts, StatementHead } from '../parts/statement.tsx';
import { ArticleLine } from '../parts/words.tsx';

const route = getRouteApi('/statements');

/** Who said what, filtered by what stands in the address. */
export function StatementsPage() {
  const question = route.useSearch();
  const navigate = route.useNavigate();
  const { offset: _, ...asked } = question;
  const change = (part: StatementQuery) => navigate({ search: { ...asked, ...part }, resetScroll: false });
  const statements = useData<Statements>('/statements', question);
  return (
    <div className="page">
      <title>Statements · Dragoman</title>
      <h1>Statements</h1>
      <form className="filters" aria-label="Filters" onSubmit={(submit) => submit.preventDefault()}>
        <ActorPicker chosen={question.actor} choose={(actor) => change({ actor })} />
        <Choice
          name="Source"
          options={SOURCE_KINDS.map((value) => ({ value }))}
          chosen={question.kind}
          choose={(kind) => change({ kind })}
        />
        <Choice
          name="Stance"
          options={STANCES.map((value) => ({ value }))}
          chosen={question.stance}
          choose={(stance) => change({ stance })}
        />
        <Link to="/statements" className="clear" disabled={Object.keys(asked).length === 0}>
          Clear
        </Link>
      </form>
      <Answer of={statements}>
        {({ items, total }) => (
          <>
            <Count of="statement" total={total} page="/statements" question={question} />
            {total === 0 && (
              <div className="notice">
                <p>No statement fits.</p>
              </div>
            )}
            <StatementRows statements={items} />
            <Paging offset={question.offset} total={total} shown={items.length} />
          </>
        )}
      </Answer>
    </div>
  );
}

/** Statements one below the other, each with its sentence and its article. */
export function StatementRows({ statements }: { statements: readonly StatementEntry[] }) {
  return (
    <ol className="rows records">
      {statements.map((statement) => (
        <li key={`${statement.article.id} ${statement.id}`}>
          <div className="row-record">
            <StatementHead statement={statement} actor={statement.sourceActor} />
            <StatementFacts statement={statement} actor={statement.sourceActor} />
          </div>
          <div className="row-evidence">
            <MarkedSentence text={statement.sentenceText} start={statement.sentenceStart} marked={statement.content} />
            <ArticleLine article={statement.article} entry={statement.id} />
          </div>
        </li>
      ))}
    </ol>
  );
}
