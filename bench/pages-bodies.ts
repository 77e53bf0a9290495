import { readFileSync } from 'node:fs';
import { decode } from '../src/page/encoding.ts';
import { blocksOf } from './pages-blocks.ts';
import type { Extractor } from './pages-extractors.ts';
import { type Match, meanF1, shinglesOf } from './pages-score.ts';

/** A page as extractors get it. */
export interface RawPage {
  readonly name: string;
  readonly url: string;
  readonly html: Uint8Array;
}

/** A page whose article was marked by hand, block by block. */
export interface MarkedPage extends RawPage {
  /** Every third in the order of names: only totals are looked at. */
  readonly held: boolean;
  readonly body: string;
  /** Headline, dek, byline, captions, biography: neither asked for nor wrong; alone, and with the body where they stand in it. */
  readonly optional: readonly [alone: string, within: string];
}

/** Ranges of the positions of `blocksOf`, both ends included. */
export interface Marks {
  readonly name: string;
  readonly body: readonly [first: number, last: number][];
  readonly optional: readonly [first: number, last: number][];
}

/** What was read off pages by eye: a file beside this one. */
export function readMarks<Each>(file: string): Each[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

export function markedPages(pages: readonly RawPage[], marks: readonly Marks[]): MarkedPage[] {
  return marks.flatMap(({ name, body, optional }, position) => {
    const page = pages.find((each) => each.name === name);
    if (page === undefined) return [];
    const blocks = blocksOf(decode(page.html));
    const textOf = (ranges: Marks['body']): string =>
      ranges.map(([first, last]) => blocks.slice(first, last + 1).join('\n')).join('\n');
    const within = [...body, ...optional].sort(([one], [other]) => one - other);
    return [
      { ...page, held: position % 3 === 2, body: textOf(body), optional: [textOf(optional), textOf(within)] as const },
    ];
  });
}

/** Prints how each extractor does on whole articles as marked by hand; pages kept are in the totals only. */
export async function measureBodies(
  title: string,
  marked: readonly MarkedPage[],
  extractors: readonly (readonly [name: string, extract: Extractor])[],
  worstListed: number,
): Promise<void> {
  console.log(`| ${title} (${marked.length}) | P | R | F1 | kept: P | R | F1 |\n|---|---|---|---|---|---|---|`);
  for (const [name, extract] of extractors) {
    const scored: (Match & { page: string; held: boolean })[] = [];
    for (const page of marked) {
      scored.push({ page: page.name, held: page.held, ...matchMarked(page, await extract(page.html, page.url)) });
    }
    const figures = [scored, scored.filter(({ held }) => held)].flatMap((some) => Object.values(meanF1(some)));
    console.log(`| ${name} | ${figures.map((figure) => figure.toFixed(3)).join(' | ')} |`);
    const worst = scored.filter(({ held }) => !held).sort((a, b) => a.precision + a.recall - b.precision - b.recall);
    for (const { page, precision, recall } of worst.slice(0, worstListed))
      console.log(`  ${page}: P ${precision.toFixed(3)} R ${recall.toFixed(3)}`);
  }
}

/** Compares an extract with what was marked by 4-word shingles; those of what is optional count neither way. */
export function matchMarked({ body, optional }: Pick<MarkedPage, 'body' | 'optional'>, given: string): Match {
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
