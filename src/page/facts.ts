import type { Hints } from './hints.ts';
import { collapse, type Element, textOf } from './tree.ts';

/** What a page's markup says outside its text, as found; nothing is decided here. */
export interface Facts {
  /** Contents of `<meta>` by lower-case name, property or http-equiv. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** Values of microdata properties by name, in page order, with the elements that carry them. */
  readonly properties: ReadonlyMap<string, readonly { readonly value: string; readonly element: Element }[]>;
  readonly title: string | null;
  readonly canonical: string | null;
  readonly language: string | null;
  /** `<time>` elements: the machine's value and what is shown. */
  readonly times: readonly { readonly value: string; readonly element: Element }[];
  readonly headings: readonly Element[];
  /** Elements that are named as a byline or marked rel=author, in page order. */
  readonly bylines: readonly Element[];
  readonly dates: readonly Element[];
}

const longestValue = 2_000;
/** Values of one name that are kept; no page has a use for more. */
const mostValues = 200;

const isoTime = /^\d{4}-\d{2}-\d{2}(?:T|$)/;
const used = new Set(['author', 'name', 'datePublished', 'dateCreated', 'dateModified', 'publisher', 'articleSection']);

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (!known) map.set(key, [value]);
  else if (known.length < mostValues) known.push(value);
}

/** Collects a page's facts in one walk. */
export function readFacts(root: Element, hints: Hints): Facts {
  const metas = new Map<string, string[]>();
  const properties = new Map<string, { value: string; element: Element }[]>();
  const times: { value: string; element: Element }[] = [];
  const headings: Element[] = [];
  const bylines: Element[] = [];
  const dates: Element[] = [];
  let title: string | null = null;
  let canonical: string | null = null;
  let language: string | null = null;
  const addMeta = (name: string, value: string | undefined) => {
    const content = collapse((value ?? '').slice(0, longestValue));
    if (content !== '') push(metas, name, content);
  };
  const addProperty = (name: string, value: string | undefined, element: Element) => {
    const content = collapse((value ?? '').slice(0, longestValue));
    if (content !== '') push(properties, name, { value: content, element });
  };

  const visit = (element: Element, inPicture: boolean) => {
    const { tag, attributes } = element;
    if (tag === 'meta') {
      // In the head it speaks of the whole page, whichever attribute names it.
      const ofPage = element.parent?.tag === 'head' ? attributes['itemprop'] : undefined;
      const name = attributes['property'] ?? attributes['name'] ?? attributes['http-equiv'] ?? ofPage;
      if (name) addMeta(name.trim().toLowerCase(), attributes['content']);
      if (attributes['itemprop']) addProperty(attributes['itemprop'], attributes['content'], element);
      return;
    }
    if (tag === 'title') title ??= textOf(element) || null;
    else if (tag === 'link') {
      if (attributes['rel']?.toLowerCase() === 'canonical') canonical ??= attributes['href']?.trim() || null;
    } else if (tag === 'html') language ??= attributes['lang'] ?? attributes['xml:lang'] ?? null;
    else if (/^h[12]$/.test(tag) && !hints.of(element).has('dek')) headings.push(element);
    else if (tag === 'time') times.push({ value: attributes['datetime'] ?? textOf(element), element });
    // "<abbr title="2011-08-25T01:40:40Z">1 hour ago</abbr>", as pages wrote it before there was <time>.
    else if (tag === 'abbr' && isoTime.test(attributes['title'] ?? ''))
      times.push({ value: attributes['title']!, element });
    for (const property of attributes['itemprop']?.split(/\s+/) ?? []) {
      if (!used.has(property)) continue;
      addProperty(property, attributes['content'] ?? attributes['datetime'] ?? textOf(element), element);
    }
    const hint = hints.of(element);
    const isPicture = inPicture || tag === 'figure' || hint.has('caption') || hint.has('credit');
    if (!isPicture && (hint.has('byline') || /\bauthor\b/.test(attributes['rel'] ?? ''))) bylines.push(element);
    if (hint.has('date')) dates.push(element);
    for (const child of element.children) if (typeof child !== 'string') visit(child, isPicture);
  };
  visit(root, false);
  return { metas, properties, title, canonical, language, times, headings, bylines, dates };
}
