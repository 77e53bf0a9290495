import type { Body } from './body.ts';
import type { Facts } from './facts.ts';
import { type JsonObject, typesOf } from './json-ld.ts';
import type { Layout, TextBlock } from './layout.ts';
import { articleObjects } from './main-article.ts';

/** A linked line of this length is a headline, not a menu's entry. */
const leastHeadline = 30;
const fewestHeadlines = 8;
/** A page is a front where the headlines that it links to are this much longer together than its text. */
const headlinesShare = 2.5;
const homeText = 2_000;

/** True for a section front, a home page, a search result: a page of links to articles that is none itself. */
export function isFront(
  { blocks }: Layout,
  body: Body,
  objects: readonly JsonObject[],
  facts: Facts,
  url: string | null,
): boolean {
  const saysArticle = statesArticle(objects, facts);
  const headlines = linkedHeadlines(blocks);
  if (headlines.length < fewestHeadlines) return false;
  const isHome = url !== null && /^\/(?:index\.\w+|(?:home|homepage|start|front)\/?)?$/i.test(new URL(url).pathname);
  if (isHome && body.size < homeText) return true;
  const isListing = objects.some((object) =>
    typesOf(object).some((type) => type === 'CollectionPage' || type === 'SearchResultsPage'),
  );
  if ((saysArticle || namesArticle(url)) && !isListing) return false;
  const linked = headlines.reduce((sum, { size }) => sum + size, 0);
  return linked > body.size * (isListing ? 0.5 : headlinesShare);
}

/** True for a page without an article that links to many. */
export function listsArticles({ blocks }: Layout): boolean {
  return linkedHeadlines(blocks).length >= fewestHeadlines;
}

function linkedHeadlines(blocks: Layout['blocks']): TextBlock[] {
  return blocks.filter(({ text, size, linked }) => size >= leastHeadline && linked > text.length * 0.8);
}

/** True where the page tells machines that it is an article. */
export function statesArticle(objects: readonly JsonObject[], facts: Facts): boolean {
  return (
    articleObjects(objects).length > 0 || (facts.metas.get('og:type')?.some((type) => /article/i.test(type)) ?? false)
  );
}

/** An address with a headline, a day or a long number in it is an article's: "/2021/05/04/marenza-closes-its-piers". */
function namesArticle(url: string | null): boolean {
  return url !== null && /\w+(?:[-_]\w+){3}|\/(?:19|20)\d{2}\/\d{1,2}\/|\d{6}/.test(new URL(url).pathname);
}
