import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Marks, markedPages, measureBodies, type RawPage, readMarks } from './pages-bodies.ts';
import type { Extractor } from './pages-extractors.ts';
import { measureFacts, type PageFacts } from './pages-facts.ts';

/** A page of a public package, by the end of its path; facts are known of news only. */
type AlsoMarks = Marks & { readonly kind: 'news' | 'blog' | 'other' | 'fragment' } & Partial<PageFacts>;

/** Measures pages that do not come with the repository: those that lie in a folder, wherever in it. */
export async function measureAlso(
  folder: string,
  extractors: readonly (readonly [name: string, extract: Extractor])[],
  worstListed: number,
): Promise<void> {
  const marks = readMarks<AlsoMarks>('pages-also.json');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = marks.flatMap(({ name }): RawPage[] => {
    const path = paths.find((each) => `/${each}`.endsWith(`/${name}`));
    return path === undefined ? [] : [{ name, url: 'http://example.org/', html: readFileSync(join(folder, path)) }];
  });
  const marked = markedPages(pages, marks);
  const isNews = ({ name }: { name: string }) => marks.find((each) => each.name === name)?.kind === 'news';
  await measureBodies('whole articles, news', marked.filter(isNews), extractors, worstListed);
  await measureBodies('whole articles, all', marked, extractors, worstListed);
  const isKept = ({ name }: { name: string }) => marked.some((each) => each.name === name && each.held);
  const known = marks.filter(
    (each): each is AlsoMarks & PageFacts => isNews(each) && marked.some(({ name }) => name === each.name),
  );
  measureFacts(pages, known, isKept);
  console.log('of these kept:');
  measureFacts(pages, known.filter(isKept), () => true);
}
