import { addressOf } from './address.ts';
import type { Article, BlockKind } from './article.ts';
import { assemble, type Piece } from './assemble.ts';
import { type Body, findBody } from './body.ts';
import { isCredit, isCreditLine, splitCredit } from './credits.ts';
import { NoArticle } from './errors.ts';
import { readFacts } from './facts.ts';
import { isFurniture } from './furniture.ts';
import type { Given } from './given.ts';
import { Hints } from './hints.ts';
import { articleId } from './identity.ts';
import { namesIn, readJsonLd } from './json-ld.ts';
import { languageOf } from './language.ts';
import { type Layout, layOut, type Region, type TextBlock } from './layout.ts';
import type { Limits } from './limits.ts';
import { mainArticle, metas, type Place, readMetadata } from './metadata.ts';
import { likenessOf, titleOf } from './title.ts';
import { parseTree } from './tree.ts';

const leastText = 140;

/** Reads an HTML page: its article or articles. Throws NoArticle where it is a section front or has no text. */
export function readHtml(html: string, given: Given, limits: Limits): Article[] {
  const tree = parseTree(html, limits);
  const hints = new Hints();
  const layout = layOut(tree.root, hints);
  const facts = readFacts(tree.root, hints);
  const objects = readJsonLd(tree.dataScripts);
  const main = mainArticle(objects, facts, given);
  const url = addressOf(facts, main, given);
  const title = titleOf(facts, main ? namesIn(main['headline'] ?? main['name'])[0] : undefined, metas(facts, 'title'));
  const head = layout.blocks.findLastIndex(
    (block) => isTitle(block, title?.[0] ?? null) && /^h[1-3]$/.test(block.region.element.tag),
  );
  const body = findBody(layout, head);
  if (!body || body.size < leastText) throw new NoArticle('no article: no stretch of running text on the page');
  const { language, provenance, ...known } = readMetadata(
    facts,
    main,
    url?.[0] ?? null,
    placeOf(layout, body, head),
    given,
  );
  const assembled = assemble(piecesOf(layout, body, title?.[0] ?? null, metas(facts, 'description')[0] ?? null));
  return [
    {
      id: articleId(url ? [url[0]] : [title?.[0] ?? null, assembled.text]),
      file: given.file ?? null,
      url: url?.[0] ?? null,
      title: title?.[0] ?? null,
      ...known,
      language: language ?? languageOf(assembled.text),
      ...assembled,
      provenance: { ...(title && { title: title[1] }), ...(url && { url: url[1] }), ...provenance },
    },
  ];
}

/** How far a byline or a date may stand from the headline and the text, in elements. */
const placeReach = 80;

/** Where the article stands: from a little above its headline to a little below its text. */
function placeOf({ blocks }: Layout, body: Body, head: number): Place {
  const first = body.blocks[0]!;
  const start = head >= 0 && head < first ? head : first;
  const last = body.blocks[body.blocks.length - 1]!;
  return {
    from: blocks[start]!.region.element.index - placeReach,
    to: blocks[last]!.region.element.index + placeReach,
    headLines: blocks
      .slice(Math.max(0, start - 6), first + 3)
      .map(({ text }) => text)
      .filter((text) => text.length <= 160),
  };
}

/** How far above the body the headline, the dek and the lead picture's caption are looked for, in blocks. */
const headReach = 40;

function piecesOf({ blocks }: Layout, body: Body, title: string | null, description: string | null): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Set<string>();
  const add = (kind: BlockKind, text: string) => {
    if (text === '' || (text.length > 20 && seen.has(text))) return;
    seen.add(text);
    pieces.push({ kind, text });
  };
  const addCaption = (block: TextBlock) => {
    if (isFurniture(block.text)) return;
    if (within(block.region, isCreditRegion) || isCredit(block.text)) return add('credit', block.text);
    const { caption, credit } = splitCredit(block.text);
    add('caption', caption);
    if (credit) add('credit', credit);
  };
  if (title) add('headline', title);

  const first = body.blocks[0]!;
  const from = Math.max(0, first - headReach);
  let head = from;
  for (let index = from; index < first; index++) if (isTitle(blocks[index]!, title)) head = index + 1;
  for (let index = head > from ? head : first; index < first; index++) {
    const block = blocks[index]!;
    if (within(block.region, isCaptionRegion)) addCaption(block);
    else if (isDek(block, description) && !isFurniture(block.text)) add('dek', block.text);
  }
  for (const index of body.blocks) {
    const block = blocks[index]!;
    if (isTitle(block, title)) continue;
    if (within(block.region, isCaptionRegion)) addCaption(block);
    else add(kindOf(block), block.text);
  }
  return pieces;
}

function isTitle({ text, region }: TextBlock, title: string | null): boolean {
  if (title === null || text.length > title.length * 1.5 + 10) return false;
  return text === title || (/^h[1-3]$/.test(region.element.tag) && likenessOf(text, title) > 0.9);
}

function isDek({ text, region, linked }: TextBlock, description: string | null): boolean {
  if (linked > text.length / 2 || text.length < 20 || text.length > 500) return false;
  if (text === description) return true;
  return within(region, (outer) => outer.hints.has('dek')) && !within(region, (outer) => outer.hints.has('byline'));
}

const longestHeading = 160;
const longestCreditLine = 100;

function kindOf({ text, region }: TextBlock): BlockKind {
  if (text.length <= longestCreditLine && isCreditLine(text)) return 'credit';
  for (let outer: Region | null = region; outer; outer = outer.parent) {
    const tag = outer.element.tag;
    if (/^h[1-6]$/.test(tag) && text.length <= longestHeading) return 'heading';
    if (tag === 'li' || tag === 'dt' || tag === 'dd') return 'listItem';
    if (tag === 'blockquote') return 'quote';
  }
  return 'paragraph';
}

function isCaptionRegion({ element, hints }: Region): boolean {
  return element.tag === 'figcaption' || element.tag === 'figure' || hints.has('caption') || hints.has('credit');
}

function isCreditRegion({ hints }: Region): boolean {
  return hints.has('credit') && !hints.has('caption');
}

/** True where one of the three nearest regions is such: names further out speak of larger parts. */
function within(region: Region, such: (region: Region) => boolean): boolean {
  let outer: Region | null = region;
  for (let step = 0; outer && step < 3; step++, outer = outer.parent) if (such(outer)) return true;
  return false;
}
