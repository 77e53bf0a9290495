import { createHash } from 'node:crypto';
import { readPage } from '../src/page/index.ts';
import type { RawPage } from './pages-bodies.ts';

/** What a page shows about its article, read off by eye: the headline as a digest, the day, the persons. */
export interface PageFacts {
  readonly name: string;
  readonly title: string;
  readonly published: string | null;
  readonly authors: readonly string[];
}

/** A title's digest: the bench holds no text of other people's pages. */
export function titleDigest(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return createHash('sha256').update(words).digest('hex').slice(0, 12);
}

/** Titles, dates and authors beside those that the pages show. */
export function measureFacts(
  pages: readonly RawPage[],
  facts: readonly PageFacts[],
  isHidden: (fact: PageFacts) => boolean = () => false,
): void {
  const right = { title: 0, published: 0, authors: 0, signed: 0 };
  for (const fact of facts) {
    const tell = (fault: string): void => {
      if (!isHidden(fact)) console.log(`  ${fault}`);
    };
    const page = pages.find(({ name }) => name === fact.name)!;
    const article = readPage(page.html, { url: page.url }).articles[0];
    if (titleDigest(article?.title ?? '') === fact.title) right.title++;
    else tell(`title of ${fact.name}: ${article?.title}`);
    if (article?.published?.slice(0, 10) === fact.published) right.published++;
    else tell(`published of ${fact.name}: ${article?.published} for ${fact.published}`);
    if (fact.authors.length > 0) right.signed++;
    const given = (article?.authors ?? []).map((name) => name.toLowerCase()).sort();
    const isRight = JSON.stringify(given) === JSON.stringify(fact.authors.map((name) => name.toLowerCase()).sort());
    if (isRight && fact.authors.length > 0) right.authors++;
    if (!isRight) tell(`authors of ${fact.name}: ${given} for ${fact.authors}`);
  }
  console.log(
    `facts of ${facts.length} pages: title ${right.title}, published ${right.published}, authors ${right.authors} of ${right.signed} that name one`,
  );
}
