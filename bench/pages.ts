import { readFileSync } from 'node:fs';
import { readPage } from '../src/page/index.ts';
import { markedPages, matchMarked } from './pages-bodies.ts';
import { expectedPages, hasPages, type SegmentPage, segmentPages } from './pages-data.ts';
import { EXTRACTORS, type Extractor } from './pages-extractors.ts';
import { type PageFacts, titleDigest } from './pages-facts.ts';
import { htmlToText, type Match, matchShingles, mean, meanF1, plain } from './pages-score.ts';

/** Pages read before the clock starts, so that no extractor pays for being compiled. */
const warmUp = 30;

/**
 * Measures article extraction beside its peers, in one run: 4-word shingles against the expected articles, wanted
 * and unwanted pieces, milliseconds a page. Words as arguments pick extractors; `--worst` lists our weakest pages.
 */
export async function run(args: readonly string[]): Promise<void> {
  if (!hasPages()) return console.log('../shared/data/pages is not here: nothing measured');
  const listWorst = args.includes('--worst');
  const picked = args.filter((word) => !word.startsWith('--'));
  const expected = expectedPages();
  const segmented = segmentPages();
  console.log('| extractor | shingle P | R | F1 | wanted present | unwanted absent | F1 of pieces | ms a page |');
  console.log('|---|---|---|---|---|---|---|---|');
  const extractors = Object.entries(EXTRACTORS).filter(
    ([name]) => picked.length === 0 || picked.some((word) => name.toLowerCase().includes(word.toLowerCase())),
  );
  for (const [name, extract] of extractors) {
    const matches: [name: string, match: Match][] = [];
    for (const page of expected) {
      matches.push([page.name, matchShingles(htmlToText(page.expected), await extract(page.html, page.url))]);
    }
    const pieces = { wanted: 0, missing: 0, unwanted: 0, let: 0 };
    const faults: string[] = [];
    let milliseconds = 0;
    for (const page of segmented.slice(0, warmUp)) await extract(page.html, page.url);
    for (const page of segmented) {
      const start = threadMilliseconds();
      const given = await extract(page.html, page.url);
      milliseconds += threadMilliseconds() - start;
      const text = plain(given);
      const missing = page.wanted.filter((piece) => !text.includes(plain(piece)));
      const let_ = page.unwanted.filter((piece) => text.includes(plain(piece)));
      pieces.wanted += page.wanted.length;
      pieces.missing += missing.length;
      pieces.unwanted += page.unwanted.length;
      pieces.let += let_.length;
      for (const piece of missing) faults.push(`${page.name}: lacks "${piece.slice(0, 90)}"`);
      for (const piece of let_) faults.push(`${page.name}: holds "${piece.slice(0, 90)}"`);
    }
    const { precision, recall, f1 } = meanF1(matches.map(([, match]) => match));
    const right = pieces.wanted - pieces.missing;
    const pieceF1 = (2 * right) / (2 * right + pieces.let + pieces.missing);
    const figures = [precision, recall, f1, right / pieces.wanted, 1 - pieces.let / pieces.unwanted, pieceF1];
    console.log(
      `| ${name} | ${figures.map((figure) => figure.toFixed(3)).join(' | ')} | ${(milliseconds / segmented.length).toFixed(2)} |`,
    );
    if (listWorst) {
      const worst = matches
        .map(([page, match]) => ({ page, ...match, f1: mean([match.precision, match.recall]) }))
        .sort((one, other) => one.f1 - other.f1);
      for (const { page, precision, recall } of worst.slice(0, 25))
        console.log(`  ${page}: P ${precision.toFixed(3)} R ${recall.toFixed(3)}`);
      for (const fault of faults) console.log(`  ${fault}`);
    }
  }
  await measureBodies([...segmented, ...expected], extractors, listWorst);
  measureFacts([...segmented, ...expected]);
}

/** Whole articles as marked by hand; pages kept are in the totals only. */
async function measureBodies(
  pages: readonly Pick<SegmentPage, 'name' | 'url' | 'html'>[],
  extractors: readonly [name: string, extract: Extractor][],
  listWorst: boolean,
): Promise<void> {
  const marked = markedPages(pages);
  console.log('| whole articles | P | R | F1 | kept: P | R | F1 |\n|---|---|---|---|---|---|---|');
  for (const [name, extract] of extractors) {
    const scored: (Match & { page: string; held: boolean })[] = [];
    for (const page of marked) {
      const { html, url } = pages.find((each) => each.name === page.name)!;
      scored.push({ page: page.name, held: page.held, ...matchMarked(page, await extract(html, url)) });
    }
    const figures = [scored, scored.filter(({ held }) => held)].flatMap((some) => Object.values(meanF1(some)));
    console.log(`| ${name} | ${figures.map((figure) => figure.toFixed(3)).join(' | ')} |`);
    if (!listWorst) continue;
    const worst = scored.filter(({ held }) => !held).sort((a, b) => a.precision + a.recall - b.precision - b.recall);
    for (const { page, precision, recall } of worst.slice(0, 25))
      console.log(`  ${page}: P ${precision.toFixed(3)} R ${recall.toFixed(3)}`);
  }
}

/** Titles, dates and authors beside those that the pages show. */
function measureFacts(pages: readonly Pick<SegmentPage, 'name' | 'url' | 'html'>[]): void {
  const facts: PageFacts[] = JSON.parse(readFileSync(new URL('./pages-facts.json', import.meta.url), 'utf8'));
  const right = { title: 0, published: 0, authors: 0, signed: 0 };
  for (const fact of facts) {
    const page = pages.find(({ name }) => name === fact.name)!;
    const article = readPage(page.html, { url: page.url }).articles[0];
    if (titleDigest(article?.title ?? '') === fact.title) right.title++;
    else console.log(`  title of ${fact.name}: ${article?.title}`);
    if (article?.published?.slice(0, 10) === fact.published) right.published++;
    else console.log(`  published of ${fact.name}: ${article?.published} for ${fact.published}`);
    if (fact.authors.length > 0) right.signed++;
    const given = (article?.authors ?? []).map((name) => name.toLowerCase()).sort();
    const isRight = JSON.stringify(given) === JSON.stringify(fact.authors.map((name) => name.toLowerCase()).sort());
    if (isRight && fact.authors.length > 0) right.authors++;
    if (!isRight) console.log(`  authors of ${fact.name}: ${given} for ${fact.authors}`);
  }
  console.log(
    `facts of ${facts.length} pages: title ${right.title}, published ${right.published}, authors ${right.authors} of ${right.signed} that name one`,
  );
}

/** Processor time of this thread: what a page costs, whatever else the machine does. */
function threadMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
