import { useQuery } from '@tanstack/react-query';
import type { Library } from '../src/server/schema.ts';

/** What went wrong with an address, in words for the reader. `status` is HTTP's, 0 where the server did not answer. */
export class Problem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The parts of a question in an address; those without a value are left out. */
export type Question = Readonly<Record<string, string | undefined>>;

/** The address of a page's data: the page's own with `.json` added; of a list's, as a file for other programs, with `.csv`. */
export function dataAddress(page: string, question: Question = {}, ending: 'json' | 'csv' = 'json'): string {
  const given = Object.entries(question).filter((entry): entry is [string, string] => !!entry[1]);
  const search = new URLSearchParams(given).toString();
  return `${page}.${ending}${search ? `?${search}` : ''}`;
}

/** The data of a page. While another question is being answered, `data` stays as it was. */
export function useData<Answer>(page: string, question: Question = {}) {
  const address = dataAddress(page, question);
  return useQuery<Answer, Problem>({
    queryKey: [page, address],
    queryFn: ({ signal }) => read<Answer>(address, signal),
    placeholderData: (previous, query) => (query?.queryKey[0] === page ? previous : undefined),
  });
}

/** What the whole library holds, and the names of countries. */
export function useLibrary(): Library | undefined {
  return useData<Library>('/library').data;
}

async function read<Answer>(address: string, signal: AbortSignal): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(address, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Problem(0, 'The server does not answer. Is `dragoman serve` still running?');
  }
  if (response.ok) return response.json();
  const body = await response.json().catch(() => null);
  throw new Problem(response.status, body?.error ?? `The server answered with error ${response.status}.`);
}
