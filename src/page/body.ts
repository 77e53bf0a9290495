import { dropFlatTeasers, dropTeasers, formBoxes, isNotice, slideRows } from './boxes.ts';
import { commentBlocks } from './comments.ts';
import { tellAbove, withoutTail } from './company.ts';
import { isCommentsHeading, isDateOnly, isEnding, isFurniture, isHeadLine, isPaywall } from './furniture.ts';
import { isCaption, isText, type Layout, type Region, type TextBlock } from './layout.ts';
import { apartBlocks, outsideBlocks, prefixSums } from './parts.ts';
import { scoreBlocks } from './score.ts';
import { withoutPublisher } from './voice.ts';

/** The article's own text: the region that holds it and, in order, the positions of its text blocks. */
export interface Body {
  readonly region: Region;
  readonly blocks: readonly number[];
  /** Characters of running text in it. */
  readonly size: number;
  /** Of the blocks, those that stand above the paragraphs: sentences under the headline, and captions. */
  readonly deks: readonly number[];
  readonly captions: readonly number[];
}

/** A region that is named as the article's body is believed where it holds this much of the best region's score. */
const namedShare = 0.5;
/** The body is narrowed to an inner region that holds this much of the score. */
const narrowShare = 0.95;
/** A body smaller than this, in characters, is looked for again without believing names. */
const smallBody = 200;

/**
 * Finds the article's body on a page; null where nothing on it reads like running text. `title` is the position of
 * the headline's block, -1 where it is not shown: the text right after it is the article's even where it is short.
 */
export function findBody(layout: Layout, title: number): Body | null {
  const outside = outsideBlocks(layout, title);
  const forms = formBoxes(layout, title);
  const comments = commentBlocks(layout, outside, title);
  const slides = slideRows(layout, outside, title);
  const strict = findIn(
    layout,
    title,
    outside.map((is, index) => is | forms[index]! | comments[index]! | slides[index]!),
  );
  if (strict && strict.size >= smallBody) return strict;
  const relaxed = findIn(layout, title, apartBlocks(layout, title));
  return relaxed && relaxed.size > 2 * (strict?.size ?? 0) ? relaxed : strict;
}

function findIn(layout: Layout, title: number, dropped: Uint8Array): Body | null {
  const { blocks, regions } = layout;
  const sums = prefixSums(scoreBlocks(layout, dropped, title));
  const sumOf = (region: Region) => sums[region.end]! - sums[region.first]!;
  let best = regions[0]!;
  for (const region of regions) if (sumOf(region) >= sumOf(best)) best = region;
  const total = sumOf(best);
  if (total <= 0) return null;
  let narrow = best;
  for (const region of regions) if (inside(region, best) && sumOf(region) >= narrowShare * total) narrow = region;
  narrow = namedBody(regions, narrow, (region) => sumOf(region) / total) ?? narrow;
  const within = withoutTail(blocks, keptBlocks(layout, narrow, dropped, sums));
  const beside = withParagraphsBeside(layout, narrow, dropped, within);
  const { kept, deks, captions } = tellAbove(blocks, withoutPublisher(blocks, beside), title);
  return {
    region: narrow,
    blocks: kept,
    deks,
    captions,
    size: kept.reduce((size, index) => size + blocks[index]!.size, 0),
  };
}

const leastBeside = 80;

/** A page may set its first or last paragraph beside the box of the others. */
function withParagraphsBeside(
  { blocks }: Layout,
  body: Region,
  dropped: Uint8Array,
  kept: readonly number[],
): readonly number[] {
  const outer = body.parent;
  if (!outer || kept.length === 0) return kept;
  const isBeside = (index: number) => {
    const block = blocks[index]!;
    const { region, text } = block;
    if (dropped[index] || !isText(block) || text.length < leastBeside || isFurniture(text)) return false;
    return region === outer || (region.parent === outer && region.element.tag === 'p');
  };
  const isPassedOver = (index: number) =>
    dropped[index] === 1 || isCaption(blocks[index]!) || isFurniture(blocks[index]!.text);
  let before: number[] = [];
  let pictures: number[] = [];
  for (let index = body.first - 1; index >= outer.first; index--) {
    if (isBeside(index)) [before, pictures] = [[index, ...pictures, ...before], []];
    else if (!isPassedOver(index)) break;
    else if (dropped[index] === 0 && isCaption(blocks[index]!)) pictures.unshift(index);
  }
  const after: number[] = [];
  for (let index = body.end; index < outer.end; index++) {
    if (isBeside(index)) after.push(index);
    else if (!isPassedOver(index)) break;
  }
  return [...before, ...kept, ...after];
}

/** The one region inside another that is named as the article's body and holds most of it, or what holds them all. */
function namedBody(regions: readonly Region[], outer: Region, shareOf: (region: Region) => number): Region | null {
  let found: Region | null = null;
  let share = 0;
  let end = 0;
  for (const region of regions) {
    if (region.first < end || !region.hints.has('body') || !inside(region, outer) || shareOf(region) <= 0) continue;
    end = region.end;
    share += shareOf(region);
    found = found ? commonRegion(found, region) : region;
  }
  return found && share >= namedShare && inside(found, outer) ? found : null;
}

function commonRegion(one: Region, other: Region): Region {
  let common = one;
  while (common.parent && !inside(other, common)) common = common.parent;
  return common;
}

function inside(region: Region, outer: Region): boolean {
  return region.first >= outer.first && region.end <= outer.end;
}

function keptBlocks(layout: Layout, body: Region, dropped: Uint8Array, sums: Float64Array): number[] {
  const { blocks, regions, budget } = layout;
  const out = dropped.slice();
  const lengths = prefixSums(blocks.map(({ text }) => text.length));
  const links = prefixSums(blocks.map(({ linked }) => linked));
  const between = (totals: Float64Array, { first, end }: Region) => totals[end]! - totals[first]!;
  for (const region of regions) {
    budget.step();
    if (!inside(region, body) || region === body || region.first === region.end) continue;
    if (isCountedHeading(blocks[region.first]!) && region.end === region.first + 1) continue;
    const isList = between(sums, region) < 0 && between(links, region) > between(lengths, region) / 2;
    if (isList || isNotice(blocks, region)) out.fill(1, region.first, region.end);
  }
  dropTeasers(layout, body, out);
  dropFlatTeasers(layout, body, out);
  const kept: number[] = [];
  let started = false;
  for (let index = body.first; index < body.end; index++) {
    const block = blocks[index]!;
    if (out[index] || isFurniture(block.text)) continue;
    if (isPaywall(block.text) && started) break;
    if (isEnding(block.text) && isLabel(block)) {
      const rest = restOf(block.region, body, index);
      const before = sums[index]! - sums[body.first]!;
      const isOver = isCommentsHeading(block.text) ? before > leastBefore : before > 3 * (sums[rest]! - sums[index]!);
      if (rest < body.end || isOver) {
        index = rest - 1;
        continue;
      }
    }
    if (!started && (isHeadLine(block.text) || isSectionLabel(block))) continue;
    if (kept.length < dekReach && isDateOnly(block.text)) continue;
    if (isText(block)) started = true;
    if (isMereLink(block)) continue;
    kept.push(index);
  }
  return kept;
}

/** Score before a heading over comments that makes them comments on an article: that of two paragraphs. */
const leastBefore = 5;

/** A line that is a link from end to end leads to another page, unless it is an entry of a list or a whole sentence. */
function isMereLink(block: TextBlock): boolean {
  const { text, linked, region } = block;
  if (linked <= text.length * 0.9 || region.element.tag === 'li' || isCountedHeading(block)) return false;
  return !(region.element.tag === 'p' && /[^.]\.$/.test(text));
}

/** The headings of a list in an article often lead to what they name: "3) The Work". */
function isCountedHeading({ text, region }: TextBlock): boolean {
  return /^h[2-6]$/.test(region.element.tag) && /^\d{1,3}[.)] /.test(text);
}

/** Blocks among which a date may follow a long dek. */
const dekReach = 4;

/** A word or two above the text, no heading and no sentence: the section's name. */
function isSectionLabel(block: TextBlock): boolean {
  const longest = block.region.element.tag === 'p' ? 25 : 60;
  return (
    block.size < longest &&
    !/[.!?:…”"。！？：」]$/.test(block.text) &&
    !isCaption(block) &&
    !/^(?:h[1-6]|li|td|th|dt|dd|blockquote)$/.test(block.region.element.tag) &&
    block.text.length > 1
  );
}

/** A heading, or a short line that stands alone in its element. */
function isLabel({ region }: TextBlock): boolean {
  return region.end - region.first === 1;
}

/** Where the section that a heading opens ends: at the edge of the nearest region around it that holds more. */
function restOf(heading: Region, body: Region, index: number): number {
  let region: Region = heading;
  while (region !== body && region.parent && region.end <= index + 1) region = region.parent;
  return region.end;
}
