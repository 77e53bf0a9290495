import { followingFrom } from './boxes.ts';
import { isEnding } from './furniture.ts';
import { hintsIn } from './hints.ts';
import { isCaption, isRunning, isText, type Layout, type Region, type TextBlock } from './layout.ts';

/** A part is spared, whatever its names say, where it holds this much of the page's running text. */
const sparedShare = 0.4;
/** The same for a part that holds the headline. */
const titledShare = 0.1;
/** A page with this much text outside captions, in characters, is no picture page. */
const leastPlainText = 600;

/** A name of so many words that its part begins with is a mark to jump to: "how-to-reduce-the-error". */
const fewestInMark = 4;

/** True for a part with no other name than its own heading, which is no ending: there the heading's words say nothing. */
function isNamedByHeading({ blocks }: Layout, { element, first }: Region): boolean {
  const { id, class: classes } = element.attributes;
  if (!id || id.split('-').length < fewestInMark || (classes && hintsIn(classes).has('outside'))) return false;
  const { text } = blocks[first]!;
  return slugOf(text) === slugOf(id) && !isEnding(text);
}

function slugOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Marks the blocks of a page's parts that are built or named as something else than text of an article. */
export function outsideBlocks(layout: Layout, title: number): Uint8Array {
  return droppedBlocks(
    layout,
    title,
    (region) => isApart(layout, region) || (isNamedOutside(region) && !isNamedByHeading(layout, region)),
  );
}

/** Marks those that are built as something else, whatever they are named. */
export function apartBlocks(layout: Layout, title: number): Uint8Array {
  return droppedBlocks(layout, title, (region) => isApart(layout, region));
}

const mostInPicture = 3;

/** Some pages put their pictures into <aside>. */
function isApart({ blocks }: Layout, { apart, element, first, end }: Region): boolean {
  const isPicture = element.tag === 'aside' && end - first <= mostInPicture;
  return apart && !(isPicture && blocks.slice(first, end).every(isCaption));
}

/** Elements whose names speak of the whole page. */
const unnamed = new Set(['html', 'body', 'main', 'article', 'p']);

function isNamedOutside({ hints, element }: Region): boolean {
  return hints.has('outside') && !hints.has('body') && !unnamed.has(element.tag);
}

/** Marks blocks in parts that are something else than the article's text, unless they hold most of the page's. */
function droppedBlocks({ blocks, regions }: Layout, title: number, isOutside: (region: Region) => boolean): Uint8Array {
  const lengths = (counts: (block: TextBlock) => boolean) =>
    prefixSums(blocks.map((block) => (counts(block) ? block.size : 0)));
  // Captions count only on pages that have little else: a gallery's may be longer than the article.
  const text = lengths(isText);
  const running = text[blocks.length]! >= leastPlainText ? text : lengths(isRunning);
  const total = running[blocks.length]!;
  const dropped = new Uint8Array(blocks.length);
  // What is dropped is looked at anew: the text may stand in a part that was.
  const followsText = (first: number) => first >= followingFrom(blocks, dropped, title);
  for (const region of regions) {
    if (region.first === region.end || dropped[region.first] || !isOutside(region)) continue;
    const share = region.first <= title && title < region.end ? titledShare : sparedShare;
    const isSmall = running[region.end]! - running[region.first]! <= share * total;
    if (isSmall || followsText(region.first)) dropped.fill(1, region.first, region.end);
  }
  return dropped;
}

/** Sums of the values up to each place. */
export function prefixSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let index = 0; index < values.length; index++) sums[index + 1] = sums[index]! + values[index]!;
  return sums;
}
