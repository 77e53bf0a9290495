import { isCall } from './furniture.ts';
import { isText, type Layout, type Region, type TextBlock } from './layout.ts';
import { stretchOf } from './stretch.ts';
import type { Element } from './tree.ts';
import { publisherVoice, voicedAmong } from './voice.ts';

const longestNotice = 500;
/** Under the headline, this much text in characters is an article: what follows in a part of another kind is not. */
const articleText = 600;

/** Marks small boxes with a field for a mail address, and under the first paragraph those with a button. */
export function formBoxes({ blocks, regions, budget }: Layout, title: number): Uint8Array {
  const out = new Uint8Array(blocks.length);
  const text = blocks.findIndex((block, index) => index > title && isText(block));
  for (const region of regions) {
    budget.step();
    const isButton = region.element.tag === 'button' && text >= 0 && region.first > text;
    const box = isButton || asksForAddress(region) ? formBox(blocks, region, isButton) : null;
    const holdsHead = (head: number) => head >= 0 && box !== null && box.first <= head && head < box.end;
    if (box && !holdsHead(title) && !holdsHead(text)) out.fill(1, box.first, box.end);
  }
  return out;
}

const fewestSlides = 3;

/** Marks galleries under the text or in it that count their pictures, "4/50", each with a text of its own. */
export function slideRows({ blocks, budget }: Layout, dropped: Uint8Array, title: number): Uint8Array {
  const out = new Uint8Array(blocks.length);
  const from = followingFrom(blocks, dropped, title);
  const counts = new Map<string, number[]>();
  blocks.forEach(({ text }, index) => {
    budget.step();
    const [, number, total] = text.match(slideNumber) ?? [];
    if (number === undefined) return;
    const known = counts.get(total!) ?? [];
    // Marks out of ten do not count up.
    if (Number(number) === known.length + 1) counts.set(total!, [...known, index]);
  });
  for (const slides of counts.values()) {
    const [first, last] = [slides[0]!, slides.at(-1)!];
    if (slides.length < fewestSlides || first < from) continue;
    const { first: start, end } = stretchOf(blocks, first, last);
    out.fill(1, start, end);
  }
  return out;
}

const slideNumber = /^(\d{1,3}) ?(?:\/|of) ?(\d{1,3})(?![\d/.,%])/;

/** Where the article stands between the headline and what follows: comments may be longer than it. Infinite where there is none. */
export function followingFrom(blocks: readonly TextBlock[], dropped: Uint8Array, title: number): number {
  if (title < 0) return Number.POSITIVE_INFINITY;
  let length = 0;
  for (let index = title + 1; index < blocks.length; index++) {
    if (!dropped[index] && isText(blocks[index]!)) length += blocks[index]!.size;
    if (length >= articleText) return index + 1;
  }
  return Number.POSITIVE_INFINITY;
}

/** A field for a reader's mail address. */
function asksForAddress({ element: { tag, attributes } }: Region): boolean {
  if (tag !== 'input') return false;
  const { type, name, placeholder } = attributes;
  return type === 'email' || (type !== 'hidden' && /e-?mail/i.test(`${name ?? ''} ${placeholder ?? ''}`));
}

const mostInForm = 8;
const mostByButton = 5;
/** Elements around a field that are looked at. */
const mostSteps = 12;
const longestByButton = 300;
/** Elements of the text itself, which may have a button to share or to enlarge them. */
const inText = new Set(['p', 'blockquote', 'figure', 'li', 'td', 'h1', 'h2', 'h3', 'h4']);

/** The largest box around a field or button that holds no more than a form and a call to fill it in. */
function formBox(blocks: readonly TextBlock[], field: Region, isButton: boolean): Region | null {
  let box: Region | null = null;
  const most = isButton ? mostByButton : mostInForm;
  let steps = 0;
  for (let outer: Region | null = field; outer && outer.end - outer.first <= most; outer = outer.parent) {
    if (++steps > mostSteps) break;
    let length = 0;
    for (let index = outer.first; index < outer.end; index++) length += blocks[index]!.text.length;
    if (length > (isButton ? longestByButton : longestNotice)) break;
    if (isButton && (outer.pictured || inText.has(outer.element.tag))) return null;
    box = outer;
  }
  return box;
}

/** A block is looked at once for every box around it. */
const callBlocks = new WeakMap<TextBlock, boolean>();

function isCallBlock(block: TextBlock): boolean {
  const known = callBlocks.get(block);
  if (known !== undefined) return known;
  const is = isCall(block.text) || publisherVoice(block.text) >= voicedAmong || linksToPolicies(block);
  callBlocks.set(block, is);
  return is;
}

/** Addresses under which sites keep their rules. */
const policy = /(?:privacy|terms|guidelines|conditions|disclaimer|cookies?|datenschutz|agb|impressum)(?:[-_/.?#]|$)/i;
const fewestPolicies = 2;

/** True for a paragraph with links to two of the site's own rules: a notice in whatever language. */
function linksToPolicies({ linked, region }: TextBlock): boolean {
  if (linked === 0 || region.end - region.first > 1) return false;
  const own = region.element.children.filter((child) => typeof child !== 'string' && policy.test(pathOf(child)));
  return own.length >= fewestPolicies;
}

/** The path of a link within the site. */
function pathOf({ tag, attributes }: Element): string {
  const address = tag === 'a' ? (attributes['href'] ?? '') : '';
  return /^\w+:/.test(address) ? '' : address;
}

/** What else may stand in a notice. */
const longestRest = 300;

/** A small box with a call to subscribe, share or read on in it is such a box as a whole. */
export function isNotice(blocks: readonly TextBlock[], region: Region): boolean {
  if (region.end - region.first < 2 || region.end - region.first > 12) return false;
  let length = 0;
  let calls = 0;
  let rest = 0;
  for (let index = region.first; index < region.end; index++) {
    const { text } = blocks[index]!;
    length += text.length;
    // "Advertisement", which is no call, says nothing about the paragraph beside it.
    if (isCallBlock(blocks[index]!)) calls++;
    else rest += text.length;
    if (length > longestNotice || rest > longestRest) return false;
  }
  return calls > 0 && calls >= (region.end - region.first) / 3;
}

const longestTeaser = 600;
/** A section's name, a date or a number may stand above a card's headline. */
const longestLabel = 40;
const fewestTeasers = 3;

/** Drops cards, each a linked headline with a few words, where they stand in rows: what else there is to read. */
export function dropTeasers({ blocks, regions, budget }: Layout, body: Region, out: Uint8Array): void {
  const rows = new Map<Region, Region[]>();
  for (const region of regions) {
    budget.step();
    if (region === body || !inside(region, body) || region.end - region.first < 2 || !region.parent) continue;
    if (!isTeaser(blocks, region)) continue;
    if (region.element.tag === 'article') {
      // An article within the article leads to another one.
      out.fill(1, region.first, region.end);
      continue;
    }
    const row = rows.get(region.parent);
    if (row) row.push(region);
    else rows.set(region.parent, [region]);
  }
  for (const [, row] of rows) {
    if (row.length >= fewestTeasers) for (const region of row) out.fill(1, region.first, region.end);
  }
}

const longestFlatTeaser = 300;

/**
 * Drops teasers that stand in no boxes of their own, from the first on: under the article's text, headlines that are
 * links, each with a few words, and nothing else to the end.
 */
export function dropFlatTeasers({ blocks }: Layout, body: Region, out: Uint8Array): void {
  let teasers = 0;
  let length = 0;
  let first = body.end;
  for (let index = body.end - 1; index > body.first && length <= longestFlatTeaser; index--) {
    const { text, linked, region } = blocks[index]!;
    length += text.length;
    if (!/^h[2-6]$/.test(region.element.tag) || linked < text.length * 0.8) continue;
    teasers++;
    length = 0;
    first = index;
  }
  if (teasers < fewestTeasers || first < followingFrom(blocks, out, body.first)) return;
  const label = blocks[first - 1]!;
  const isLabel = /^h[2-6]$/.test(label.region.element.tag) && label.text.length <= longestLabel;
  out.fill(1, isLabel ? first - 1 : first, body.end);
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
