import { isCall } from './furniture.ts';
import type { Layout, Region, TextBlock } from './layout.ts';

const longestNotice = 500;

/** A small box with a call to subscribe, share or read on in it is such a box as a whole. */
export function isNotice(blocks: readonly TextBlock[], region: Region): boolean {
  if (region.end - region.first < 2 || region.end - region.first > 12) return false;
  let length = 0;
  let calls = 0;
  for (let index = region.first; index < region.end; index++) {
    const { text } = blocks[index]!;
    length += text.length;
    // "Advertisement", which is no call, says nothing about the paragraph beside it.
    if (isCall(text)) calls++;
  }
  return length <= longestNotice && calls > 0 && calls >= (region.end - region.first) / 3;
}

const longestTeaser = 600;
/** A section's name, a date or a number may stand above a card's headline. */
const longestLabel = 40;
const fewestTeasers = 3;

/** Drops rows of cards, each a linked headline with a few words: what else there is to read. */
export function dropTeasers({ blocks, regions, budget }: Layout, body: Region, out: Uint8Array): void {
  const rows = new Map<Region, Region[]>();
  for (const region of regions) {
    budget.step();
    if (region === body || !inside(region, body) || region.end - region.first < 2 || !region.parent) continue;
    if (!isTeaser(blocks, region)) continue;
    const row = rows.get(region.parent);
    if (row) row.push(region);
    else rows.set(region.parent, [region]);
  }
  for (const [, row] of rows) {
    if (row.length >= fewestTeasers) for (const region of row) out.fill(1, region.first, region.end);
  }
}

function isTeaser(blocks: readonly TextBlock[], region: Region): boolean {
  let length = 0;
  let headline = false;
  for (let index = region.first; index < region.end && length <= longestTeaser; index++) {
    const block = blocks[index]!;
    const isLinked = block.text.length >= 15 && block.linked > block.text.length * 0.8;
    if (isLinked && length < longestLabel) headline = true;
    length += block.text.length;
  }
  return headline && length <= longestTeaser;
}

function inside(region: Region, outer: Region): boolean {
  return region.first >= outer.first && region.end <= outer.end;
}
