import type { BlockKind } from './article.ts';
import type { Piece } from './assemble.ts';
import { introducesAuthor } from './authors.ts';
import type { Body } from './body.ts';
import { isCredit, isCreditLine, isPhotoLine, isSignedLine, splitCredit } from './credits.ts';
import { isDateOnly, isFurniture, isHeadLine, withoutPrefix } from './furniture.ts';
import { isCaption, isWithin, type Layout, type Region, type TextBlock } from './layout.ts';
import { withoutPullQuotes } from './pull-quotes.ts';
import { isTitle } from './title.ts';

/** How far above the body the dek and the lead picture's caption are looked for, in blocks. */
const headReach = 40;
/** A lead picture may stand above the headline, this many blocks away. */
const pictureReach = 4;
/** An article's last blocks, among which its author may be introduced, as in its first. */
const signatureReach = 3;
const longestSignature = 600;
const longestHeading = 160;
/** Lines of a heading. */
const mostInHeading = 3;
const longestCreditLine = 100;

/** What else is known of an article, to tell its headline, dek and byline from its text. */
export interface Known {
  readonly title: string | null;
  readonly description: string | null;
  readonly authors: readonly string[];
}

/** The blocks of an article in page order, each of its kind; headline, captions and credits once. */
export function piecesOf({ blocks }: Layout, outer: Region, body: Body, known: Known): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Set<string>();
  const bylines = new Set(known.authors.flatMap((name) => [name.toLowerCase(), `by ${name.toLowerCase()}`]));
  const add = (kind: BlockKind, text: string, heading?: true) => {
    if (text === '' || (text.length > 20 && seen.has(text))) return;
    seen.add(text);
    pieces.push({ kind, text, heading });
  };
  const addCaption = (block: TextBlock) => {
    const text = withoutPrefix(block.text);
    if (isFurniture(text) || isDateOnly(text)) return;
    const { caption, credit } = splitCredit(text);
    if (!credit && (isWithin(block.region, isCreditRegion) || isCredit(text) || isSignedLine(text)))
      return add('credit', text);
    add('caption', caption);
    if (!credit) return;
    // A page shows a caption twice, and its credit with only one of them.
    const at = pieces.findLastIndex((piece) => piece.kind === 'caption' && piece.text === caption);
    if (pieces[at + 1]?.text !== credit) pieces.splice(at + 1, 0, { kind: 'credit', text: credit });
  };
  if (known.title) add('headline', known.title);

  const first = body.blocks[0]!;
  const from = Math.max(outer.first, first - headReach);
  let head = from;
  for (let index = from; index < first; index++) if (isTitle(blocks[index]!, known.title)) head = index + 1;
  const captions = blocks
    .slice(head > from ? Math.max(from, head - pictureReach) : first, first)
    .filter((block) => isCaption(block) && block.linked < block.text.length / 2);
  // What a line under the headline says word for word, the article's own paragraph says in its place.
  const times = new Map<string, number>();
  for (const index of body.blocks) times.set(blocks[index]!.text, (times.get(blocks[index]!.text) ?? 0) + 1);
  const isRepeated = ({ text }: TextBlock, most: number) => (times.get(text) ?? 0) > most;
  for (let index = head > from ? head : first; index < first; index++) {
    const block = blocks[index]!;
    if (isCaption(block) || isRepeated(block, 0)) continue;
    if (isDek(block, known.description) && !isFurniture(block.text)) add('dek', block.text);
  }
  for (const block of captions) addCaption(block);
  let paragraphs = 0;
  for (const [place, index] of body.blocks.entries()) {
    const block = blocks[index]!;
    if (isTitle(block, known.title) || bylines.has(block.text.toLowerCase())) continue;
    if (isAtEdge(place, body.blocks.length) && isSignature(block, known.authors)) continue;
    if (isCaption(block) || body.captions.includes(index) || isPhotoLine(block.text)) addCaption(block);
    else if (body.deks.includes(index)) {
      if (!isRepeated(block, 1)) add('dek', block.text);
    } else if (paragraphs === 0 && isDek(block, null) && standsApart(block, blocks[body.blocks[place + 1] ?? index]!)) {
      add('dek', block.text);
      paragraphs++;
    } else {
      add(kindOf(block), block.text, isHeading(block));
      paragraphs++;
    }
  }
  while (pieces.at(-1)?.heading && !/[.!?”"]$/.test(pieces.at(-1)!.text)) pieces.pop();
  return withoutPullQuotes(joinDateline(joinDropCap(pieces)));
}

function isAtEdge(place: number, count: number): boolean {
  return place < 1 || place >= count - signatureReach;
}

/** A line at the end, or above the text, that introduces its author: "Jane Doe is our correspondent in Tarvo." */
function isSignature({ text }: TextBlock, authors: readonly string[]): boolean {
  if (text.length >= longestSignature) return false;
  const name = authors.find((author) => text.startsWith(author));
  return name === undefined
    ? introducesAuthor(text)
    : /^,? (?:is|was|has|covers|writes|reports|joined|can be|lives|works)\b/i.test(text.slice(name.length));
}

/** An initial that is set as an element of its own belongs to the word after it. */
function joinDropCap(pieces: Piece[]): Piece[] {
  const at = pieces.findIndex(({ kind, text }) => kind === 'paragraph' && /^\p{Lu}$/u.test(text));
  const next = pieces[at + 1];
  if (at < 0 || !next || !/^\p{Ll}/u.test(next.text)) return pieces;
  return pieces.toSpliced(at, 2, { kind: 'paragraph', text: pieces[at]!.text + next.text });
}

/** "WASHINGTON —" on a line of its own opens the paragraph after it. */
function joinDateline(pieces: Piece[]): Piece[] {
  const at = pieces.findIndex(({ kind }) => kind === 'paragraph');
  const next = pieces[at + 1];
  if (at < 0 || next?.kind !== 'paragraph' || !/^\p{Lu}[\p{Lu} .,()/-]{2,40} [–—-]$/u.test(pieces[at]!.text))
    return pieces;
  return pieces.toSpliced(at, 2, { kind: 'paragraph', text: `${pieces[at]!.text} ${next.text}` });
}

function isDek({ text, region, linked }: TextBlock, description: string | null): boolean {
  if (linked > text.length / 2 || text.length < 20 || text.length > 500 || isHeadLine(text)) return false;
  if (text === description) return true;
  return (
    isWithin(region, ({ hints }) => hints.has('dek')) &&
    !isWithin(region, ({ hints }) => hints.has('byline') || hints.has('body'))
  );
}

function kindOf({ text, region }: TextBlock): BlockKind {
  if (text.length <= longestCreditLine && isCreditLine(text)) return 'credit';
  for (let outer: Region | null = region; outer; outer = outer.parent) {
    const tag = outer.element.tag;
    if (tag === 'li' || tag === 'dt' || tag === 'dd') return 'listItem';
    if (tag === 'blockquote') return 'quote';
  }
  return 'paragraph';
}

/** A dek has an element of its own; a first paragraph shares one with the next. */
function standsApart({ region }: TextBlock, next: TextBlock): boolean {
  return region.parent !== next.region.parent;
}

/** True for the words of a heading; one that was never closed holds the paragraphs after it, too. */
function isHeading({ text, region }: TextBlock): true | undefined {
  const isInHeading = ({ element, first, end }: Region) => /^h[1-6]$/.test(element.tag) && end - first <= mostInHeading;
  return isWithin(region, isInHeading) && text.length <= longestHeading ? true : undefined;
}

function isCreditRegion({ hints }: Region): boolean {
  return hints.has('credit') && !hints.has('caption');
}
