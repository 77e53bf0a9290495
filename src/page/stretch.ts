import type { Region, TextBlock } from './layout.ts';

/** A run of a page's blocks, `[first, end)`. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** Lines of an entry above the one that it was told by, such as its title. */
const above = 4;

/** The entries of a row, told by a line of the first one and one of the last: from the first one's box to the end of the last one's. */
export function stretchOf(blocks: readonly TextBlock[], first: number, last: number): Stretch {
  const row = outside(blocks[first]!.region, ({ end }) => end > last);
  const entry = (index: number) => outside(blocks[index]!.region, ({ parent }) => parent === row || parent === null);
  const box = entry(first);
  const isBoxed = box.end - box.first > 1 && box.first >= first - above;
  return isBoxed ? { first: box.first, end: entry(last).end } : { first, end: row.end };
}

function outside(region: Region, isIt: (region: Region) => boolean): Region {
  let outer = region;
  while (outer.parent && !isIt(outer)) outer = outer.parent;
  return outer;
}
