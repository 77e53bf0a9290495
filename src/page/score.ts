import type { Layout, Region, TextBlock } from './layout.ts';

/** A paragraph's company that makes it count in full: about two further paragraphs. */
const fullCompany = 8;
/** What a paragraph counts at least where no link shares its box: cards and comments have links, steps and slides do not. */
const leastUnlinked = 0.7;
/** How far after the headline the article's text begins, in blocks. */
const titleReach = 40;
const longestHeading = 160;

/**
 * Scores blocks by how much they read like an article: running text above zero, links and labels below.
 *
 * Paragraphs of an article stand side by side; teasers, comments and notices stand each in a box of their own. So a
 * paragraph counts by the score of those it shares its box with, the nearest region that holds more than its block;
 * but the first text after the headline counts in full.
 */
export function scoreBlocks({ blocks }: Layout, dropped: Uint8Array, title: number): Float64Array {
  const scores = new Float64Array(blocks.length);
  const company = new Map<Region, number>();
  let opening: Region | null = null;
  blocks.forEach((block, index) => {
    if (dropped[index]) return;
    const score = scoreOf(block);
    scores[index] = score;
    if (score <= 0) return;
    const box = boxOf(block.region);
    company.set(box, (company.get(box) ?? 0) + score);
    if (score > 1 && title >= 0 && index > title && index < title + titleReach) opening ??= box;
  });
  if (opening) company.set(opening, fullCompany);
  blocks.forEach((block, index) => {
    if (scores[index]! <= 0) return;
    const box = boxOf(block.region);
    const least = hasLinks(blocks, box) ? 0 : leastUnlinked;
    scores[index]! *= Math.min(1, Math.max(least, company.get(box)! / fullCompany));
  });
  return scores;
}

function boxOf(region: Region): Region {
  let box = region;
  while (box.parent && box.end - box.first === 1) box = box.parent;
  return box;
}

function hasLinks(blocks: readonly TextBlock[], box: Region): boolean {
  for (let index = box.first; index < Math.min(box.end, box.first + 12); index++) {
    if (blocks[index]!.linked > blocks[index]!.text.length * 0.6) return true;
  }
  return false;
}

function scoreOf({ text, size: length, linked, region }: TextBlock): number {
  const share = linked / text.length;
  if (share > 0.6) return -0.4 - Math.min(length, 200) / 200;
  const tag = region.element.tag;
  if (/^h[1-6]$/.test(tag) && length < longestHeading) return share > 0.3 ? -0.4 : 0;
  if (length < 60) return tag === 'p' && /[.!?”"。！？」]$/.test(text) ? 0.2 : -0.1;
  const commas = Math.min(text.split(/[,，、]/).length - 1, 5);
  const score = (1 + Math.min(length / 100, 4) + commas * 0.2) * (1 - share);
  return tag === 'p' || tag === 'blockquote' ? score : score * 0.7;
}
