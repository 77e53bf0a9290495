import { addressOf, resolve } from './address.ts';
import type { Article } from './article.ts';
import { assemble } from './assemble.ts';
import { type Body, findBody } from './body.ts';
import { bodyInData } from './data-body.ts';
import { datelineOf } from './dates.ts';
import { NoArticle } from './errors.ts';
import { type Facts, readFacts } from './facts.ts';
import { isFront, listsArticles, statesArticle } from './front.ts';
import { isRefusal } from './furniture.ts';
import type { Given } from './given.ts';
import { firstHeading, partShown, titleBlock } from './headline.ts';
import { Hints } from './hints.ts';
import { articleId } from './identity.ts';
import { type JsonObject, namesIn, readJsonLd, typesOf } from './json-ld.ts';
import { languageOf } from './language.ts';
import { isText, type Layout, layOut, type Region } from './layout.ts';
import { Budget, type Limits } from './limits.ts';
import { articleObjects, mainArticle } from './main-article.ts';
import { type Found, found, metas, type Place, readMetadata } from './metadata.ts';
import { outsideBlocks } from './parts.ts';
import { piecesOf } from './pieces.ts';
import { findItems, type Item } from './several.ts';
import { likenessOf, titleOf } from './title.ts';
import { parseTree } from './tree.ts';

const noText = 'no article: no stretch of running text on the page';
const frontPage = 'no article: a section front or home page, with links to articles and no text of its own';

const leastText = 140;
/** The same for a page that says that it is an article. */
const leastStatedText = 60;
const leastItemText = 60;
/** A page with more text than this is no error, whatever its title says. */
const leastPastRefusal = 1_000;

/** What is read off a page before its articles are told apart. */
interface Page {
  readonly layout: Layout;
  readonly facts: Facts;
  readonly objects: readonly JsonObject[];
  readonly given: Given;
  readonly url: Found<string>;
  readonly title: Found<string>;
}

/** Reads an HTML page: its article or articles. Throws NoArticle where it is a section front or has no text. */
export function readHtml(html: string, given: Given, limits: Limits): Article[] {
  const budget = new Budget(limits.milliseconds);
  const tree = parseTree(html, limits, budget);
  const hints = new Hints();
  const layout = layOut(tree.root, hints, budget);
  const facts = readFacts(tree.root, hints);
  const objects = readJsonLd(tree.dataScripts);
  const main = mainArticle(objects, facts, given);
  const url = addressOf(facts, main, given);
  const told =
    titleOf(facts, namesIn(main?.['headline'] ?? main?.['name'])[0], metas(facts, 'title')) ??
    firstHeading(layout) ??
    found(given.feed?.title, 'feed');
  const title = (told && partShown(layout, told)) ?? told;
  const page: Page = { layout, facts, objects, given, url, title };

  const head = titleBlock(layout, title?.[0] ?? null);
  const live = isLive(page);
  const items = findItems(layout, outsideBlocks(layout, head), head, live);
  if (items.length > 0 && (live || !areSections(page, items))) return readSeveral(page, items, main);

  const body = findBody(layout, head);
  const refusal = [facts.title ?? '', title?.[0] ?? ''].find(isRefusal);
  if (refusal && (body?.size ?? 0) < leastPastRefusal && !statesArticle(objects, facts)) {
    throw new NoArticle(`no article: what the site shows in place of one (${refusal})`);
  }
  if (!body || body.size < (statesArticle(objects, facts) ? leastStatedText : leastText)) {
    const data = bodyInData(objects, tree.stateScripts, title?.[0] ?? null, budget);
    if (data) return [composeData(page, main, data, limits, budget)];
    throw new NoArticle(listsArticles(layout) ? frontPage : noText);
  }
  if (isFront(layout, body, objects, facts, url?.[0] ?? null)) {
    throw new NoArticle(frontPage);
  }
  return [compose(page, main, title, url, layout.regions[0]!, body, head)];
}

/** The article of a page that has its text in data only; what is known about it stands in the page all the same. */
function composeData(page: Page, main: JsonObject | null, html: string, limits: Limits, budget: Budget): Article {
  const layout = layOut(parseTree(html, limits, budget).root, new Hints(), budget);
  const body = findBody(layout, -1);
  if (!body) throw new NoArticle(noText);
  return compose({ ...page, layout }, main, page.title, page.url, layout.regions[0]!, body, -1);
}

function readSeveral(page: Page, items: readonly Item[], main: JsonObject | null): Article[] {
  const { layout, url, title } = page;
  const articles: Article[] = [];
  const lead = { ...layout.regions[0]!, end: items[0]!.region.first };
  const leadHead = titleBlock({ ...layout, blocks: layout.blocks.slice(0, lead.end) }, title?.[0] ?? null);
  if (leadHead >= 0) {
    const body = findBody(inside(layout, { ...lead, first: leadHead }), leadHead);
    if (body && body.size >= leastItemText) articles.push(compose(page, main, title, url, lead, body, leadHead));
  }
  for (const { region, head } of items) {
    const body = findBody(inside(layout, region), head);
    if (!body || body.size < leastItemText) continue;
    const headline = head < 0 ? null : layout.blocks[head]!.text;
    const isMain =
      headline !== null && headline === title?.[0] && !articles.some((article) => article.title === headline);
    const object = headline === null ? null : objectOf(page, headline);
    const itemUrl = isMain ? url : itemAddress(page, region, object);
    const itemTitle: Found<string> = headline === null ? title : [headline, 'text'];
    articles.push(compose(isMain ? page : withoutPageFacts(page), object, itemTitle, itemUrl, region, body, head));
  }
  return articles;
}

/** Parts of one article, each under a heading with a date: the page says it is one, and names itself like none of them. */
function areSections({ layout, objects, facts, title }: Page, items: readonly Item[]): boolean {
  if (!title || !statesArticle(objects, facts) || articleObjects(objects).length > 1) return false;
  const isNamed = ({ head }: Item) => head >= 0 && likenessOf(layout.blocks[head]!.text, title[0]) > 0.6;
  return !items.some(isNamed);
}

/** The part of a layout that lies in one region. */
function inside(layout: Layout, region: Region): Layout {
  const within = layout.regions.filter(
    (other) => other.first >= region.first && other.end <= region.end && other !== region,
  );
  return { ...layout, regions: [region, ...within] };
}

/** What the page says of itself in meta tags is not true of each of its articles, but its publisher and language are. */
function withoutPageFacts(page: Page): Page {
  const kept = ['og:site_name', 'og:locale', 'content-language'];
  return {
    ...page,
    facts: { ...page.facts, metas: new Map([...page.facts.metas].filter(([name]) => kept.includes(name))) },
  };
}

/** The JSON-LD object that describes the article of a headline. */
function objectOf({ objects }: Page, headline: string): JsonObject | null {
  return (
    articleObjects(objects).find((object) =>
      namesIn(object['headline']).some((name) => likenessOf(name, headline) > 1),
    ) ?? null
  );
}

/** An item's own address: from its JSON-LD, its headline's link, or its place on the page. */
function itemAddress({ url, given }: Page, { element }: Region, object: JsonObject | null): Found<string> {
  const base = url?.[0] ?? given.url ?? null;
  const told = [object?.['url'], object?.['@id'], object?.['mainEntityOfPage']].find(
    (value) => typeof value === 'string',
  );
  const fromObject = resolve(told as string | undefined, base);
  if (fromObject) return [fromObject, 'jsonld'];
  const { 'data-url': dataUrl, 'data-permalink': permalink, id } = element.attributes;
  const own = resolve(dataUrl ?? permalink, base);
  if (own) return [own, 'microdata'];
  return base && id ? [`${base.replace(/#.*$/, '')}#${id}`, 'address'] : null;
}

function isLive({ objects, facts, url, title }: Page): boolean {
  if (objects.some((object) => typesOf(object).includes('LiveBlogPosting'))) return true;
  const said = `${title?.[0] ?? ''} ${facts.title ?? ''} ${url?.[0] ?? ''}`;
  return /\b(?:live ?blog|live updates?|as it happened|minute by minute)\b|\blive\b ?[:|–—-]|\/live(?:blog)?\//i.test(
    said,
  );
}

function compose(
  page: Page,
  object: JsonObject | null,
  title: Found<string>,
  url: Found<string>,
  outer: Region,
  body: Body,
  head: number,
): Article {
  const { layout, facts, given } = page;
  const place = placeOf(layout, outer, body, head);
  const { language, provenance, ...known } = readMetadata(facts, object, url?.[0] ?? null, place, given);
  const description = metas(facts, 'description')[0] ?? null;
  const assembled = assemble(
    piecesOf(layout, outer, body, { title: title?.[0] ?? null, description, authors: known.authors }),
  );
  return {
    id: articleId(url ? [url[0]] : [title?.[0] ?? null, assembled.text]),
    file: given.file ?? null,
    url: url?.[0] ?? null,
    title: title?.[0] ?? null,
    ...known,
    language: language ?? languageOf(assembled.text),
    ...assembled,
    provenance: { ...(title && { title: title[1] }), ...(url && { url: url[1] }), ...provenance },
  };
}

/** How far a byline or a date may stand from the headline and the text, in elements. */
const placeReach = 80;

/** Where the article stands: from a little above its headline to a little below its text, inside its region. */
function placeOf({ blocks }: Layout, outer: Region, body: Body, head: number): Place {
  const first = body.blocks[0]!;
  const start = head >= outer.first && head < first ? head : first;
  const last = body.blocks[body.blocks.length - 1]!;
  const text = body.blocks.find((index) => isText(blocks[index]!)) ?? first;
  const isWhole = outer.parent === null && outer.first === 0;
  const edge = isWhole ? 0 : blocks[outer.first]!.region.element.index - 2;
  const outerEnd = blocks[outer.end - 1]!.region.element.index + 1;
  return {
    from: Math.max(edge, blocks[start]!.region.element.index - placeReach),
    to: Math.min(isWhole ? Number.POSITIVE_INFINITY : outerEnd, blocks[last]!.region.element.index + placeReach),
    headLines: blocks
      .slice(Math.max(outer.first, start - 6), text + 1)
      .map(({ text }) => text)
      .filter((text) => text.length <= 160),
    dateline: datelineOf(blocks[text]!.text),
  };
}
