import { readFileSync } from 'node:fs';
import { decode } from '../src/page/encoding.ts';
import { blocksOf } from './pages-blocks.ts';
import { hasPages } from './pages-data.ts';
import { type Match, shinglesOf } from './pages-score.ts';

/** A page whose article was marked by hand, block by block. */
export interface MarkedPage {
  readonly name: string;
  /** Every third in the order of names: only totals are looked at. */
  readonly held: boolean;
  readonly body: string;
  /** Headline, dek, byline, captions, biography: neither asked for nor wrong; alone, and with the body where they stand in it. */
  readonly optional: readonly [alone: string, within: string];
}

/** Ranges of the positions of `blocksOf`, both ends included. */
interface Marks {
  readonly name: string;
  readonly body: readonly [first: number, last: number][];
  readonly optional: readonly [first: number, last: number][];
}

export function markedPages(pages: readonly { name: string; html: Uint8Array }[]): MarkedPage[] {
  if (!hasPages()) return [];
  const marks: Marks[] = JSON.parse(readFileSync(new URL('./pages-bodies.json', import.meta.url), 'utf8'));
  return marks.flatMap(({ name, body, optional }, position) => {
    const page = pages.find((each) => each.name === name);
    if (page === undefined) return [];
    const blocks = blocksOf(decode(page.html));
    const textOf = (ranges: Marks['body']): string =>
      ranges.map(([first, last]) => blocks.slice(first, last + 1).join('\n')).join('\n');
    const within = [...body, ...optional].sort(([one], [other]) => one - other);
    return [
      { name, held: position % 3 === 2, body: textOf(body), optional: [textOf(optional), textOf(within)] as const },
    ];
  });
}

/** Compares an extract with what was marked by 4-word shingles; those of what is optional count neither way. */
export function matchMarked({ body, optional }: MarkedPage, given: string): Match {
  const [wanted, found] = [shinglesOf(body), shinglesOf(given)];
  const [alone, within] = optional.map(shinglesOf);
  let [common, extra, all] = [0, 0, 0];
  for (const count of wanted.values()) all += count;
  for (const [shingle, count] of found) {
    const right = Math.min(count, wanted.get(shingle) ?? 0);
    common += right;
    if (!alone.has(shingle) && !within.has(shingle)) extra += count - right;
  }
  return { precision: common + extra === 0 ? 0 : common / (common + extra), recall: common / all };
}
