import { namesOf } from './authors.ts';
import { findDate } from './dates.ts';
import { isDateOnly, isEnding, isHeadLine } from './furniture.ts';
import { isRunning, type Layout, type Region } from './layout.ts';

/** One of several articles on a page: its stretch of blocks and the block of its headline, -1 where it has none. */
export interface Item {
  readonly region: Region;
  readonly head: number;
}

/** Blocks in which an item's headline, and its byline, date or caption, are looked for. */
const headReach = 10;
/** An article that is no post of a live blog has at least this much running text, in paragraphs and characters. */
const fewestParagraphs = 2;
const leastText = 400;
/** The articles of a page hold this much of its running text. */
const itemsShare = 0.6;
const liveShare = 0.4;
const mostItems = 500;

/**
 * The articles of a page that holds several: neighbours that are each built like an article, with a headline and
 * signs of its own (a date, a byline, a caption, its headline twice), or the posts of a live blog, each with its
 * time. Sections of one article have none of these; a page with fewer than two such items gives an empty list.
 */
export function findItems(layout: Layout, dropped: Uint8Array, title: number, isLive: boolean): Item[] {
  const { blocks, regions } = layout;
  const running = new Float64Array(blocks.length + 1);
  const paragraphs = new Uint32Array(blocks.length + 1);
  blocks.forEach((block, index) => {
    const counts = !dropped[index] && isRunning(block);
    running[index + 1] = running[index]! + (counts ? block.size : 0);
    paragraphs[index + 1] = paragraphs[index]! + (counts ? 1 : 0);
  });
  const textOf = (region: Region) => running[region.end]! - running[region.first]!;
  const total = running[blocks.length]!;

  const rows = new Map<Region, Item[]>();
  for (const region of regions) {
    layout.budget.step();
    if (!region.parent || textOf(region) === 0 || dropped[region.first]) continue;
    const isLong =
      textOf(region) >= leastText && paragraphs[region.end]! - paragraphs[region.first]! >= fewestParagraphs;
    const item = isLive ? postOf(layout, region) : isLong ? articleOf(layout, region) : null;
    if (!item) continue;
    const row = rows.get(region.parent);
    if (row) row.push(item);
    else rows.set(region.parent, [item]);
  }
  let best: Item[] = [];
  let most = total * (isLive ? liveShare : itemsShare);
  for (const row of rows.values()) {
    const text = row.reduce((sum, { region }) => sum + textOf(region), 0);
    if (row.length >= 2 && text > most && (isLive || (isUntitled(row, title) && areEqual(layout, row))))
      [best, most] = [row, text];
  }
  if (best.length === 0 && !isLive) best = flatItems(layout, dropped, title);
  return withoutDoubles(layout, best).slice(0, mostItems);
}

/** Articles of one page are built alike: all in `<article>`, or all under headlines of one rank. */
function areEqual({ blocks }: Layout, items: readonly Item[]): boolean {
  const rank = ({ head }: Item) => blocks[head]!.region.element.tag;
  return (
    items.every(({ region }) => region.element.tag === 'article') ||
    items.every((item) => rank(item) === rank(items[0]!))
  );
}

/** A headline above all items makes them sections of one article. */
function isUntitled(items: readonly Item[], title: number): boolean {
  return title < 0 || title >= items[0]!.region.first;
}

/** An article among articles: with a headline and signs of its own. */
function articleOf({ blocks }: Layout, region: Region): Item | null {
  const head = headingIn(blocks, region.first, region.end);
  return head >= 0 && hasOwnSigns(blocks, head, region.end) ? { region, head } : null;
}

/** A post of a live blog: it has a time and some text. */
function postOf({ blocks }: Layout, region: Region): Item | null {
  if (region.end - region.first < 2 || region.element.tag === 'p') return null;
  const reach = Math.min(region.end, region.first + headReach);
  let timed = false;
  for (let index = region.first; index < reach && !timed; index++)
    timed = /^(?:\D{0,20})?\d{1,2}[:.]\d{2}\b/.test(blocks[index]!.text) && blocks[index]!.text.length < 60;
  return timed ? { region, head: headingIn(blocks, region.first, reach) } : null;
}

function headingIn(blocks: Layout['blocks'], from: number, end: number): number {
  for (let index = from; index < Math.min(end, from + headReach); index++) {
    const { text, region } = blocks[index]!;
    if (/^h[1-4]$/.test(region.element.tag) && text.length >= 12) return isEnding(text) ? -1 : index;
  }
  return -1;
}

/** What tells an article from a section: a date or a byline of its own, or its headline twice. */
function hasOwnSigns(blocks: Layout['blocks'], head: number, end: number): boolean {
  for (let index = Math.max(0, head - 2); index < Math.min(end, head + headReach); index++) {
    if (index === head) continue;
    const { text } = blocks[index]!;
    if (text === blocks[head]!.text || isDateline(text)) return true;
    if (text.length > 100 || /[.!?]$/.test(text)) continue;
    if (isDateOnly(text) || (isHeadLine(text) && (findDate(text) !== null || namesOf(text).length > 0))) return true;
  }
  return false;
}

/** "Asmara: July 9, 2018", "BEIRUT, March 20 (Reuters) -". */
function isDateline(text: string): boolean {
  return /^\p{Lu}[\p{L} .'’-]{2,40}(?:: (?=\p{L}{3,9}\.? \d|\d)|, \p{L}{3,9}\.? \d|\s\([A-Z][^)]{1,40}\)\s[–—-])/u.test(
    text.slice(0, 90),
  );
}

/** Articles below each other in one element, each under a headline of the same rank, as print views have them. */
function flatItems({ blocks, regions }: Layout, dropped: Uint8Array, title: number): Item[] {
  const byTag = new Map<string, number[]>();
  blocks.forEach((block, index) => {
    const tag = block.region.element.tag;
    if (dropped[index] || !/^h[1-3]$/.test(tag) || block.text.length < 12) return;
    const known = byTag.get(tag);
    if (known) known.push(index);
    else byTag.set(tag, [index]);
  });
  for (const heads of [...byTag.keys()].sort().map((tag) => byTag.get(tag)!)) {
    const signed = heads.filter((head, at) => at === 0 || blocks[heads[at - 1]!]!.text !== blocks[head]!.text);
    if (signed.length < 2 || heads.length > mostItems) continue;
    const items = signed.map((head, at) => {
      const end = signed[at + 1] ?? endOf(blocks, regions, head);
      const first = head;
      const parent = regions[0]!;
      return { region: { ...parent, parent, first, end }, head };
    });
    const isArticle = ({ region, head }: Item) => {
      const running = blocks.slice(head, region.end).filter((block, at) => !dropped[head + at] && isRunning(block));
      const length = running.reduce((sum, block) => sum + block.size, 0);
      return running.length >= fewestParagraphs && length >= leastText && hasOwnSigns(blocks, head, region.end);
    };
    if (items.every(isArticle) && isUntitled(items, title)) return items;
  }
  return [];
}

/** Where the last of several flat articles ends: with the element that holds its headline and its text. */
function endOf(blocks: Layout['blocks'], regions: readonly Region[], head: number): number {
  let region = blocks[head]!.region;
  while (region.parent && region.end <= head + fewestParagraphs) region = region.parent;
  return region === regions[0] ? blocks.length : region.end;
}

/** Pages hold one article for the desk and one for the phone; each headline counts once. */
function withoutDoubles({ blocks }: Layout, items: readonly Item[]): Item[] {
  const kept: Item[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const headline = item.head < 0 ? `#${item.region.first}` : blocks[item.head]!.text;
    if (seen.has(headline)) continue;
    seen.add(headline);
    kept.push(item);
  }
  return kept.length < 2 ? [] : kept;
}
