import { dataAddress, type Question } from '../data.ts';
import { counted } from './words.tsx';

/** How many entries a list has, and all of them as a file, whatever part of the list is shown. */
export function Count({
  of,
  total,
  page,
  question: { offset: _, ...asked },
}: {
  of: string;
  total: number;
  page: string;
  question: Question;
}) {
  return (
    <div className="counted">
      <p className="count" role="status">
        {counted(total, of)}
      </p>
      {total > 0 && (
        <a href={dataAddress(page, asked, 'csv')} download aria-label={`${counted(total, of)} as CSV`}>
          CSV
        </a>
      )}
    </div>
  );
}
