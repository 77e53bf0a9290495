import { measureAlso } from './pages-also.ts';
import { type Marks, markedPages, measureBodies, readMarks } from './pages-bodies.ts';
import { expectedPages, hasPages, segmentPages } from './pages-data.ts';
import { EXTRACTORS } from './pages-extractors.ts';
import { measureFacts, type PageFacts } from './pages-facts.ts';
import { htmlToText, type Match, matchShingles, mean, meanF1, plain } from './pages-score.ts';

/** Pages read before the clock starts, so that no extractor pays for being compiled. */
const warmUp = 30;
const worstListed = 25;

/**
 * Measures article extraction beside its peers, in one run: 4-word shingles against the expected articles, wanted
 * and unwanted pieces, milliseconds a page. Words as arguments pick extractors; `--worst` lists our weakest pages;
 * `--also FOLDER` scores those of `pages-also.json` that lie in the folder, and nothing else.
 */
export async function run(args: readonly string[]): Promise<void> {
  const listWorst = args.includes('--worst');
  const also = args.indexOf('--also');
  const folder = also < 0 ? undefined : args[also + 1];
  const picked = args.filter((word, index) => !word.startsWith('--') && (also < 0 || index !== also + 1));
  const extractors = Object.entries(EXTRACTORS).filter(
    ([name]) => picked.length === 0 || picked.some((word) => name.toLowerCase().includes(word.toLowerCase())),
  );
  if (folder !== undefined) return measureAlso(folder, extractors, listWorst ? worstListed : 0);
  if (!hasPages()) return console.log('../shared/data/pages is not here: nothing measured');
  const expected = expectedPages();
  const segmented = segmentPages();
  console.log('| extractor | shingle P | R | F1 | wanted present | unwanted absent | F1 of pieces | ms a page |');
  console.log('|---|---|---|---|---|---|---|---|');
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
      for (const { page, precision, recall } of worst.slice(0, worstListed))
        console.log(`  ${page}: P ${precision.toFixed(3)} R ${recall.toFixed(3)}`);
      for (const fault of faults) console.log(`  ${fault}`);
    }
  }
  const pages = [...segmented, ...expected];
  const marked = markedPages(pages, readMarks<Marks>('pages-bodies.json'));
  await measureBodies('whole articles', marked, extractors, listWorst ? worstListed : 0);
  measureFacts(pages, readMarks<PageFacts>('pages-facts.json'));
}

/** Processor time of this thread: what a page costs, whatever else the machine does. */
function threadMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
