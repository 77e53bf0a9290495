import type { Piece } from './assemble.ts';

const shingle = 3;
/** A quote is a repetition where this share of its runs of three words stands elsewhere in the article. */
const repeatedShare = 0.8;
const fewestWords = 6;

/** Leaves out quotes that only repeat, in large letters, what the article says elsewhere. */
export function withoutPullQuotes(pieces: readonly Piece[]): Piece[] {
  if (!pieces.some(({ kind }) => kind === 'quote')) return [...pieces];
  const counts = new Map<string, number>();
  const runs = pieces.map(({ text }) => runsOf(text));
  for (const run of runs.flat()) counts.set(run, (counts.get(run) ?? 0) + 1);
  return pieces.filter(({ kind }, index) => {
    const own = runs[index]!;
    if (kind !== 'quote' || own.length < fewestWords - shingle + 1) return true;
    return own.filter((run) => counts.get(run)! > 1).length < own.length * repeatedShare;
  });
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(shingle - 1).map((_, index) => words.slice(index, index + shingle).join(' '));
}
