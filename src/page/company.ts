import { isCreditLine } from './credits.ts';
import { findDate } from './dates.ts';
import { isCaption, isText, isWithin, type Region, type TextBlock } from './layout.ts';

/** A box holds most of an article's text where it holds this much of it, in characters at least this much. */
const mostShare = 0.4;
const leastText = 300;
/** Another kind of box holds at most this part of what it holds. */
const secondShare = 0.7;
/** A box of its own under the article's that reads like a part of it: so many texts side by side. */
const fewestTexts = 3;

/**
 * The box of an article's paragraphs: the nearest around all texts that stand in elements of one kind, as most of them
 * do. Null where they stand in boxes of many kinds, or are hardly any.
 */
export function companyOf(blocks: readonly TextBlock[], kept: readonly number[]): Region | null {
  const lengths = new Map<string, number>();
  const texts = kept.filter((index) => isText(blocks[index]!) && !isPictured(blocks[index]!));
  let total = 0;
  for (const index of texts) {
    const { region, size } = blocks[index]!;
    const kind = kindOf(region);
    lengths.set(kind, (lengths.get(kind) ?? 0) + size);
    total += size;
  }
  const [[kind, most] = ['', 0], [, second] = ['', 0]] = [...lengths].sort((one, other) => other[1] - one[1]);
  if (most < leastText || most < total * mostShare || second > most * secondShare) return null;
  const own = texts.filter((index) => kindOf(blocks[index]!.region) === kind);
  let box = blocks[own[0]!]!.region;
  const last = own.at(-1)!;
  while (box.parent && box.end <= last) box = box.parent;
  return own.length > 1 ? box : null;
}

/** Elements of one kind have the same tags and classes around them; where there are no classes, they stand equally deep. */
function kindOf({ parent }: Region): string {
  const names = `${nameOf(parent)} ${nameOf(parent?.parent ?? null)}`;
  if (parent?.element.attributes['class']) return names;
  let depth = 0;
  for (let outer = parent; outer; outer = outer.parent) depth++;
  return `${names} ${depth}`;
}

function isEntry({ element }: Region): boolean {
  return element.tag === 'li';
}

function nameOf(region: Region | null): string {
  return region ? `${region.element.tag}.${region.element.attributes['class'] ?? ''}` : '';
}

/** Leaves out what stands under the box of the article's paragraphs and is no part of it. */
export function withoutTail(blocks: readonly TextBlock[], kept: readonly number[]): readonly number[] {
  const box = companyOf(blocks, kept);
  const tail = box ? kept.filter((index) => index >= box.end) : [];
  if (!box || tail.length === 0) return kept;
  const sizes = new Map<Region | null, number>();
  for (const index of tail) {
    const block = blocks[index]!;
    const { region } = block;
    if (!isText(block) && !(isEntry(region) && block.linked < block.text.length / 2)) continue;
    // A page may set its last paragraphs beside the box of the others.
    if (region.element.tag === 'p' && region.parent === box.parent) return kept;
    sizes.set(region.parent, (sizes.get(region.parent) ?? 0) + 1);
  }
  if ([...sizes.values()].some((size) => size >= fewestTexts)) return kept;
  return kept.filter((index) => index < box.end);
}

/** What stands above the box of an article's paragraphs, told apart. */
export interface Above {
  readonly kept: readonly number[];
  /** Sentences under the headline. */
  readonly deks: readonly number[];
  /** What stands in a small box with a picture. */
  readonly captions: readonly number[];
}

const mostDeks = 2;
const longestLine = 60;
const leastDek = 30;

/** Tells the line under the headline, captions, and who wrote it and when, from an article whose paragraphs have a box of their own. */
export function tellAbove(blocks: readonly TextBlock[], kept: readonly number[], title: number): Above {
  const box = companyOf(blocks, kept);
  const above = box && title < box.first ? kept.filter((index) => index > title && index < box.first) : [];
  const captions = above.filter(
    (index) => !isCaption(blocks[index]!) && isPictured(blocks[index]!) && !tellsTime(blocks[index]!),
  );
  const rest = above.filter((index) => {
    const block = blocks[index]!;
    return !captions.includes(index) && !isCaption(block) && !isWithin(block.region, isEntry);
  });
  const isLine = (index: number) => {
    const { text, region } = blocks[index]!;
    const isSentence = /[.!?…:。！？]["”’)」]?$/.test(text) || text.length >= longestLine;
    if (tellsTime(blocks[index]!)) return true;
    if (isCreditLine(text)) return false;
    return !isSentence && !(text.length >= leastDek && /^h[1-6]$/.test(region.element.tag));
  };
  const lines = rest.filter(isLine);
  const deks = rest.filter((index) => !isLine(index));
  return {
    kept: lines.length === 0 ? kept : kept.filter((index) => !lines.includes(index)),
    deks: deks.length <= mostDeks ? deks.slice(0, 1) : [],
    captions,
  };
}

const mostInPicture = 3;

/** True for a line of its own in a box of a few lines that holds a picture. */
function isPictured({ region }: TextBlock): boolean {
  if (region.element.tag === 'p') return false;
  const isSmall = ({ first, end }: Region) => end - first <= mostInPicture;
  return isWithin(region, (outer) => isSmall(outer) && outer.pictured);
}

const longestDate = 100;

function tellsTime({ text }: TextBlock): boolean {
  return text.length <= longestDate && findDate(text) !== null;
}
