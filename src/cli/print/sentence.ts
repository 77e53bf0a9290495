import type { Span } from '../../page/article.ts';

/** A stretch to mark, and how. Where stretches overlap the first that covers a place decides. */
export interface Mark {
  readonly span: Span;
  readonly style: (text: string) => string;
}

/**
 * A sentence in lines of at most `width` characters, its marks styled. Without `styled`, a line below shows them
 * instead (`‾‾‾`).
 */
export function markedLines(
  text: string,
  sentence: Span,
  marks: readonly Mark[],
  width: number,
  styled: boolean,
): string[] {
  return wrap(text, sentence, width).flatMap(([start, end]) => {
    const pieces = split(start, end, marks);
    if (styled) return [pieces.map(({ span, mark }) => style(text.slice(...span), mark)).join('')];
    const line = text.slice(start, end);
    const below = pieces.map(({ span, mark }) => (mark ? '‾' : ' ').repeat(span[1] - span[0])).join('');
    return below.trim() ? [line, below.trimEnd()] : [line];
  });
}

function style(text: string, mark: Mark | undefined): string {
  return mark ? mark.style(text) : text;
}

/** Where the lines begin and end: broken at white space. */
function wrap(text: string, [start, end]: Span, width: number): Span[] {
  const lines: Span[] = [];
  let from = start;
  let to = start;
  for (const word of text.slice(start, end).matchAll(/\S+/g)) {
    const [wordStart, wordEnd] = [start + word.index, start + word.index + word[0].length];
    if (to > from && wordEnd - from > width) {
      lines.push([from, to]);
      from = wordStart;
    }
    to = wordEnd;
  }
  lines.push([from, to]);
  return lines;
}

/** `[start, end)` cut where marks begin and end. */
function split(start: number, end: number, marks: readonly Mark[]): { span: Span; mark: Mark | undefined }[] {
  const inside = marks.flatMap(({ span }) => span).filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...inside, end])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index];
    return { span: [from, to] as Span, mark: marks.find(({ span }) => span[0] <= from && to <= span[1]) };
  });
}
