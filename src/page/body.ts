import { isEnding, isFurniture } from './furniture.ts';
import type { Layout, Region, TextBlock } from './layout.ts';

/** The article's own text: the region that holds it and, in order, the positions of its text blocks. */
export interface Body {
  readonly region: Region;
  readonly blocks: readonly number[];
  /** Characters of running text in it. */
  readonly size: number;
}

/** A part is spared, whatever its names say, where it holds this much of the page's running text. */
const sparedShare = 0.4;
/** A region that is named as the article's body is believed where it holds this much of the best region's score. */
const namedShare = 0.5;
/** The body is narrowed to an inner region that holds this much of the score. */
const narrowShare = 0.85;

/** Finds the article's body on a page; null where nothing on it reads like running text. */
export function findBody(layout: Layout): Body | null {
  const { blocks, regions } = layout;
  const dropped = droppedBlocks(layout);
  const scores = blocks.map((block, index) => (dropped[index] ? 0 : scoreOf(block)));
  const sums = prefixSums(scores);
  const sumOf = (region: Region) => sums[region.end]! - sums[region.first]!;

  let best = regions[0]!;
  for (const region of regions) if (sumOf(region) >= sumOf(best)) best = region;
  const total = sumOf(best);
  if (total <= 0) return null;
  let narrow = best;
  for (const region of regions) {
    if (region.first < best.first || region.end > best.end) continue;
    const share = sumOf(region) / total;
    if (share >= narrowShare || (share >= namedShare && region.hints.has('body') && !narrow.hints.has('body'))) narrow = region;
  }
  const kept = keptBlocks(layout, narrow, dropped, sums);
  return { region: narrow, blocks: kept, size: kept.reduce((size, index) => size + blocks[index]!.text.length, 0) };
}

/** Marks blocks in parts that are named or built as something else than the article's text. */
function droppedBlocks({ blocks, regions }: Layout): Uint8Array {
  const running = prefixSums(blocks.map((block) => (isRunning(block) ? block.text.length : 0)));
  const total = running[blocks.length]!;
  const dropped = new Uint8Array(blocks.length);
  for (const region of regions) {
    if (region.first === region.end || dropped[region.first]) continue;
    if (!region.apart && !(region.hints.has('outside') && !unnamed.has(region.element.tag))) continue;
    if (running[region.end]! - running[region.first]! > sparedShare * total) continue;
    dropped.fill(1, region.first, region.end);
  }
  return dropped;
}

/** Elements whose names speak of the whole page. */
const unnamed = new Set(['html', 'body', 'main', 'article', 'p']);

export function isRunning({ text, linked }: TextBlock): boolean {
  return text.length >= 60 && linked < text.length / 3;
}

function scoreOf({ text, linked, region }: TextBlock): number {
  const length = text.length;
  const share = linked / length;
  if (share > 0.6) return -0.4 - Math.min(length, 200) / 200;
  const tag = region.element.tag;
  if (/^h[1-6]$/.test(tag)) return share > 0.3 ? -0.4 : 0;
  if (length < 60) return tag === 'p' && /[.!?”"]$/.test(text) ? 0.2 : -0.1;
  const commas = Math.min(text.split(',').length - 1, 5);
  const score = (1 + Math.min(length / 100, 4) + commas * 0.2) * (1 - share);
  return tag === 'p' || tag === 'blockquote' ? score : score * 0.7;
}

function keptBlocks({ blocks, regions }: Layout, body: Region, dropped: Uint8Array, sums: Float64Array): number[] {
  const out = dropped.slice();
  for (const region of regions) {
    if (region.first < body.first || region.end > body.end || region === body || region.first === region.end) continue;
    if (sums[region.end]! - sums[region.first]! < 0 && linkShare(blocks, region) > 0.5) out.fill(1, region.first, region.end);
  }
  const kept: number[] = [];
  for (let index = body.first; index < body.end; index++) {
    const block = blocks[index]!;
    if (out[index] || isFurniture(block.text)) continue;
    if (isEnding(block.text) && isLabel(block)) {
      const rest = restOf(block.region, body, index);
      const left = sums[body.end]! - sums[rest]!;
      if (rest < body.end || left === 0 || sums[index]! - sums[body.first]! > 3 * (sums[rest]! - sums[index]!)) {
        index = rest - 1;
        continue;
      }
    }
    if (block.linked > block.text.length * 0.9 && block.region.element.tag !== 'li') continue;
    kept.push(index);
  }
  return kept;
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

function linkShare(blocks: readonly TextBlock[], region: Region): number {
  let length = 0;
  let linked = 0;
  for (let index = region.first; index < region.end; index++) {
    length += blocks[index]!.text.length;
    linked += blocks[index]!.linked;
  }
  return length === 0 ? 0 : linked / length;
}

function prefixSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, index) => {
    sums[index + 1] = sums[index]! + value;
  });
  return sums;
}
