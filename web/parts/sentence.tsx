import type { Span } from '../reading/marks.ts';

/** A sentence with some of its words marked. `start` is where it stands in its article's text, which spans count from. */
export function MarkedSentence({ text, start, marked }: { text: string; start: number; marked: readonly Span[] }) {
  const spans = marked
    .map(([from, to]) => [Math.max(0, from - start), Math.min(text.length, to - start)] as const)
    .filter(([from, to]) => from < to)
    .sort(([one], [other]) => one - other);
  const pieces = [];
  let done = 0;
  for (const [from, to] of spans) {
    if (from < done) continue;
    pieces.push(text.slice(done, from), <mark key={from}>{text.slice(from, to)}</mark>);
    done = to;
  }
  return (
    <blockquote className="sentence">
      {pieces}
      {text.slice(done)}
    </blockquote>
  );
}
