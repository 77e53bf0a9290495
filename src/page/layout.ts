import type { Hint, Hints } from './hints.ts';
import type { Budget } from './limits.ts';
import { collapse, type Element, inline } from './tree.ts';

/** A line of text as the page shows it: what stands between two block-level edges or line breaks. */
export interface TextBlock {
  readonly text: string;
  /** How long it is in letters of an alphabet: a character of Chinese says as much as some of those. */
  readonly size: number;
  /** Characters that are inside links. */
  readonly linked: number;
  /** The nearest block-level element. */
  readonly region: Region;
}

/** A block-level element with the run of text blocks that lies inside it, `[first, end)`. */
export interface Region {
  readonly element: Element;
  readonly parent: Region | null;
  readonly hints: ReadonlySet<Hint>;
  /** True where the element's own kind says that it is no running text: navigation, a form, something hidden. */
  readonly apart: boolean;
  readonly first: number;
  end: number;
  /** True where it holds a picture, itself or in what is inside it. */
  pictured: boolean;
}

export interface Layout {
  readonly blocks: readonly TextBlock[];
  /** All regions, each before those inside it. */
  readonly regions: readonly Region[];
  readonly budget: Budget;
}

/** A block that reads like a sentence and not like a list of links. */
export function isRunning({ text, size, linked }: TextBlock): boolean {
  return size >= 60 && linked < text.length / 3;
}

/** A block that belongs to a picture: its caption or its credit. */
export function isCaption({ region }: TextBlock): boolean {
  return isWithin(
    region,
    ({ element, hints }) =>
      element.tag === 'figcaption' || element.tag === 'figure' || hints.has('caption') || hints.has('credit'),
  );
}

/** True where one of the three nearest regions is such: names further out speak of larger parts. */
export function isWithin(region: Region, such: (region: Region) => boolean): boolean {
  let outer: Region | null = region;
  for (let step = 0; outer && step < 3; step++, outer = outer.parent) if (such(outer)) return true;
  return false;
}

/** A block of the article's text proper: a sentence that is no heading and no caption. */
export function isText(block: TextBlock): boolean {
  return isRunning(block) && !isCaption(block) && !/^h[1-6]$/.test(block.region.element.tag);
}

const apartTags = new Set(
  'nav footer aside form button select textarea input option dialog menu iframe audio video label noscript head amp-sidebar amp-consent amp-user-notification amp-ad amp-sticky-ad amp-embed amp-lightbox amp-image-lightbox amp-lightbox-gallery amp-social-share amp-list'.split(
    ' ',
  ),
);
const apartRoles = new Set(
  'navigation complementary contentinfo search banner dialog alertdialog menu menubar toolbar tablist'.split(' '),
);

const pictures = new Set(['img', 'picture', 'amp-img']);

/** Lays a page out as text blocks and the regions that hold them, in one walk. */
export function layOut(root: Element, hints: Hints, budget: Budget): Layout {
  const blocks: TextBlock[] = [];
  const regions: Region[] = [];
  let text = '';
  let linked = 0;

  const flush = (region: Region) => {
    if (text === '') return;
    const content = collapse(text);
    if (content !== '')
      blocks.push({ text: content, size: sizeOf(content), linked: Math.min(linked, content.length), region });
    text = '';
    linked = 0;
  };

  const visit = (element: Element, region: Region, inLink: boolean) => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        text += child;
        if (inLink) linked += collapse(child).length;
      } else if (child.tag === 'br') {
        flush(region);
      } else if ((inline.has(child.tag) || isInLine(child, element)) && !isHidden(child)) {
        visit(child, region, inLink || leadsAway(child));
      } else {
        flush(region);
        const inner: Region = {
          element: child,
          parent: region,
          hints: hints.of(child),
          apart: apartTags.has(child.tag) || apartRoles.has(child.attributes['role'] ?? '') || isHidden(child),
          first: blocks.length,
          end: blocks.length,
          pictured: pictures.has(child.tag),
        };
        budget.step();
        regions.push(inner);
        visit(child, inner, inLink);
        flush(inner);
        inner.end = blocks.length;
        region.pictured ||= inner.pictured;
      }
    }
  };

  const whole: Region = {
    element: root,
    parent: null,
    hints: new Set(),
    apart: false,
    first: 0,
    end: 0,
    pictured: false,
  };
  regions.push(whole);
  visit(root, whole, false);
  flush(whole);
  whole.end = blocks.length;
  return { blocks, regions, budget };
}

/** Letters of an alphabet that say as much as one character of Chinese, Japanese or Korean. */
const lettersInCharacter = 2.5;

/** Told by three of its characters: a text is in one script, but for names and numbers. */
function sizeOf(text: string): number {
  let dense = 0;
  for (const part of [0.25, 0.5, 0.75]) if (isDense(text.charCodeAt(text.length * part))) dense++;
  return dense > 1 ? text.length * lettersInCharacter : text.length;
}

function isDense(code: number): boolean {
  return code >= 0x2e80 && (code < 0xd7b0 || (code >= 0xf900 && code < 0xfb00));
}

/** An element that HTML does not know, within a line of text: browsers set it in line, and so do we where it holds text only. */
function isInLine({ tag, children }: Element, outer: Element): boolean {
  return (
    tag.includes('-') &&
    children.every((child) => typeof child === 'string') &&
    outer.children.some((child) => typeof child === 'string' && /\S/.test(child))
  );
}

/** True for links to other pages; a link to a place on the same page is often a heading's own mark. */
function leadsAway({ tag, attributes }: Element): boolean {
  const address = tag === 'a' ? attributes['href'] : undefined;
  return address !== undefined && !address.startsWith('#');
}

function isHidden({ attributes }: Element): boolean {
  if (attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true') return true;
  const style = attributes['style'];
  return style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}
