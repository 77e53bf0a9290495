import { isText, type Layout, type TextBlock } from './layout.ts';
import type { Found } from './metadata.ts';
import { outsideBlocks } from './parts.ts';
import { isTitle, likenessOf } from './title.ts';

/** The headline of a page that names itself nowhere: the first heading of four words or more. */
export function firstHeading(layout: Layout): Found<string> {
  const outside = outsideBlocks(layout, -1);
  const block = layout.blocks.find(
    ({ text, linked, region }, index) =>
      !outside[index] &&
      linked < text.length / 2 &&
      /^h[1-3]$/.test(region.element.tag) &&
      /(?:\S+\s+){3}/.test(text.slice(0, 200)),
  );
  return block ? [block.text, 'text'] : null;
}

const leastPart = 20;

/** The part of a page's title that stands on a line of its own: "Coast Herald: Ministers fail to agree" names the site, too. */
export function partShown({ blocks }: Layout, [title, from]: NonNullable<Found<string>>): Found<string> {
  if (from !== 'meta') return null;
  const isPart = ({ text, linked }: TextBlock) =>
    text.length >= leastPart && text.length < title.length && linked < text.length / 2 && title.includes(text);
  const line = blocks.slice(0, titleReach).find(isPart);
  return line && likenessOf(line.text, title) > 0.7 ? [line.text, 'text'] : null;
}

/** Blocks of a page among which its headline is looked for where it is no heading. */
const titleReach = 200;

/** The heading that shows the title: of several the one that the most text stands under, since lists and forms repeat it. */
export function titleBlock({ blocks }: Layout, title: string | null): number {
  const isHeading = ({ region }: TextBlock) => /^h[1-3]$/.test(region.element.tag);
  const headings = blocks.flatMap((block, index) => (isHeading(block) ? index : []));
  const exact = headings.filter((index) => blocks[index]!.text === title);
  // A section's heading may hold the title, too.
  const alike = exact.length > 0 ? exact : headings.filter((index) => isTitle(blocks[index]!, title));
  // Not every page marks its headline as a heading.
  const isLine = ({ text, linked }: TextBlock) => text === title && linked < text.length / 2;
  const shown = alike.length > 0 ? alike : blocks.flatMap((block, index) => (isLine(block) ? index : []));
  let best = -1;
  let most = -1;
  shown.forEach((index, at) => {
    const under = blocks.slice(index + 1, Math.min(shown[at + 1] ?? blocks.length, index + underReach));
    const length = under.filter(isText).reduce((sum, { text }) => sum + text.length, 0);
    if (length >= most) [best, most] = [index, length];
  });
  return best;
}

/** Blocks under a heading that are looked at to tell whether it is the article's. */
const underReach = 30;
