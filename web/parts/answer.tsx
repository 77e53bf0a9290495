import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Problem } from '../data.ts';

/** Shows data when they are there, and until then what is going on. */
export function Answer<Data>({
  of,
  children,
}: {
  of: UseQueryResult<Data, Problem>;
  children: (data: Data) => ReactNode;
}) {
  if (of.data !== undefined && !of.error) {
    return (
      <div className="answer" aria-busy={of.isPlaceholderData}>
        {children(of.data)}
      </div>
    );
  }
  if (of.error) return <Trouble problem={of.error} retry={() => of.refetch()} />;
  return (
    <p className="waiting" role="status">
      Reading…
    </p>
  );
}

const HEADINGS: Record<number, string> = {
  0: 'No answer',
  400: 'This address asks for something that does not exist',
  404: 'Not found',
};

function Trouble({ problem, retry }: { problem: Problem; retry: () => void }) {
  return (
    <div className="notice" role="alert">
      <h2>{HEADINGS[problem.status] ?? 'Something went wrong'}</h2>
      <p>{problem.message}</p>
      {problem.status !== 404 && problem.status !== 400 && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
