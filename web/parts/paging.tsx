import { Link } from '@tanstack/react-router';

/** As many as the server gives unless told otherwise. */
const PAGE = 50;

/** Which part of a list is shown, and links to the parts before and after. */
export function Paging({ offset, total, shown }: { offset: string | undefined; total: number; shown: number }) {
  const start = Number(offset ?? 0) || 0;
  if (total <= PAGE && start === 0) return null;
  const previous = Math.max(0, start - PAGE);
  return (
    <nav className="paging" aria-label="Parts of the list">
      {start > 0 && (
        <Link to="." search={(search) => ({ ...search, offset: previous ? String(previous) : undefined })} rel="prev">
          ← Previous
        </Link>
      )}
      <span>
        {shown > 0 ? `${start + 1}–${start + shown} of ${total.toLocaleString('en')}` : 'Nothing on this page'}
      </span>
      {start + shown < total && (
        <Link to="." search={(search) => ({ ...search, offset: String(start + PAGE) })} rel="next">
          Next →
        </Link>
      )}
    </nav>
  );
}
