import { followingFrom } from './boxes.ts';
import { findDate } from './dates.ts';
import { isReply } from './furniture.ts';
import type { Layout, Region, TextBlock } from './layout.ts';
import { type Stretch, stretchOf } from './stretch.ts';
import { readWords } from './words.ts';

const fewestComments = 3;
const mostInComment = 40;

/** Marks what readers wrote under an article: comments with a button to answer, and texts that are each signed and dated. */
export function commentBlocks(layout: Layout, dropped: Uint8Array, title: number): Uint8Array {
  const out = new Uint8Array(layout.blocks.length);
  const from = followingFrom(layout.blocks, dropped, title);
  if (from >= layout.blocks.length) return out;
  for (const { first, end } of [...answered(layout, from), ...signed(layout, from)]) out.fill(1, first, end);
  return out;
}

/** Neighbours under the text that each hold some text and a button to answer it. */
function answered({ blocks, regions, budget }: Layout, from: number): Stretch[] {
  const answers = blocks.map(({ text }, index) => index >= from && isReply(text));
  if (!answers.includes(true)) return [];
  const comments = regions.filter((region) => {
    budget.step();
    return region.parent !== null && region.first >= from && isComment(blocks, answers, region);
  });
  return [...Map.groupBy(comments, ({ parent }) => parent).values()]
    .filter((row) => row.length >= fewestComments)
    .flat();
}

/** A reader's comment: some text and a button to answer it. */
function isComment(blocks: readonly TextBlock[], answers: readonly boolean[], { first, end }: Region): boolean {
  if (end - first < 2 || end - first > mostInComment) return false;
  let replies = false;
  let text = false;
  for (let index = first; index < end && !(replies && text); index++) {
    if (answers[index]) replies = true;
    else if (blocks[index]!.text.length > 20) text = true;
  }
  return replies && text;
}

const longestSignature = 90;
const longestName = 40;
const mostNameWords = 6;
/** Comments on one article are written within so many days; the dates of a chronology lie further apart. */
const mostDays = 90;
const day = 86_400_000;

/** The line that says who wrote a comment, and when. */
interface Signature {
  readonly index: number;
  readonly name: string;
  /** The day, where it is told as a date. */
  readonly day: number | null;
}

/** Texts under the article, each beside a line that names another writer and a time: comments without a button. */
function signed({ blocks, budget }: Layout, from: number): Stretch[] {
  const groups = new Map<string, Signature[]>();
  for (let index = from; index < blocks.length; index++) {
    budget.step();
    const block = blocks[index]!;
    if (block.text.length > longestSignature || /^h[1-6]$/.test(block.region.element.tag)) continue;
    const signature = signatureAt(blocks, index);
    if (!signature) continue;
    const key = pathOf(block.region);
    const known = groups.get(key);
    if (known) known.push(signature);
    else groups.set(key, [signature]);
  }
  return [...groups.values()]
    .flatMap(clusters)
    .filter((group) => areComments(blocks, group))
    .map((group) => stretchOf(blocks, group[0]!.index, group.at(-1)!.index));
}

/** Signatures that are each no more than a long comment away from the next. */
function clusters(group: readonly Signature[]): Signature[][] {
  const found: Signature[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const signature of group) {
    if (signature.index - before > mostInComment) found.push([]);
    found.at(-1)!.push(signature);
    before = signature.index;
  }
  return found;
}

function signatureAt(blocks: readonly TextBlock[], index: number): Signature | null {
  const { text } = blocks[index]!;
  if (!/\d/.test(text)) return null;
  const date = findDate(text);
  if (!date && !ago.test(text)) return null;
  const rest = nameIn(text);
  // The name may be the line before.
  const before = blocks[index - 1];
  const name =
    rest === '' && before && before.text.length <= longestName && !/[.!?]$/.test(before.text) ? before.text : rest;
  if (name === '' || name.split(' ').length > mostNameWords) return null;
  return { index, name: name.toLowerCase(), day: date ? Date.parse(date.slice(0, 10)) : null };
}

/** What a line says besides a time. */
function nameIn(text: string): string {
  return text
    .replace(agos, ' ')
    .replace(writtenDate, ' ')
    .replace(/(?<![\p{L}\d])\d[\p{L}\d]*/gu, ' ')
    .replace(timeWords, ' ')
    .replace(/[^\p{L}'’-]+/gu, ' ')
    .trim();
}

/** Different writers, with text between their lines, within some weeks. */
function areComments(blocks: readonly TextBlock[], group: readonly Signature[]): boolean {
  const names = new Set(group.map(({ name }) => name));
  if (names.size < fewestComments || names.size < group.length / 2) return false;
  const days = group.flatMap(({ day }) => day ?? []).sort((one, other) => one - other);
  if (days.length > 0 && days.at(-1)! - days[0]! > mostDays * day) return false;
  const holdsText = ({ index }: Signature, at: number) =>
    blocks
      .slice(index + 1, group[at + 1]?.index ?? index + 4)
      .some(({ text, linked }) => text.length >= 20 && linked < text.length / 2);
  return group.filter(holdsText).length >= Math.max(fewestComments - 1, group.length / 2);
}

/** Elements of one kind at one depth have the same. */
function pathOf(region: Region): string {
  let path = '';
  for (let outer: Region | null = region, step = 0; outer && step < 4; outer = outer.parent, step++)
    path += ` ${outer.element.tag}`;
  return path;
}

const { ago: agoPatterns, words } = readWords<{ ago: string[]; words: string[] }>('times');
const ago = new RegExp(agoPatterns.join('|'), 'iu');
const agos = new RegExp(agoPatterns.join('|'), 'giu');
const writtenDate = /\d{1,2}(?:st|nd|rd|th)?[\s.-]+(?:de |of )?\p{L}{3,12}[\s.,-]+(?:de )?\d{4}/giu;
const timeWords = new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'giu');
