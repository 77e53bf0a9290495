import type { Hints } from './hints.ts';
import { collapse, type Element, textOf } from './tree.ts';

/** What a page's markup says outside its text, as found; nothing is decided here. */
export interface Facts {
  /** Contents of `<meta>` by lower-case name, property or http-equiv. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** Values of microdata properties by name, in page order. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
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

/** Collects a page's facts in one walk. */
export function readFacts(root: Element, hints: Hints): Facts {
  const metas = new Map<string, string[]>();
  const properties = new Map<string, string[]>();
  const times: { value: string; element: Element }[] = [];
  const headings: Element[] = [];
  const bylines: Element[] = [];
  const dates: Element[] = [];
  let title: string | null = null;
  let canonical: string | null = null;
  let language: string | null = null;
  const add = (map: Map<string, string[]>, name: string, value: string | undefined) => {
    const content = value === undefined ? '' : collapse(value);
    if (content === '') return;
    const known = map.get(name);
    if (known) known.push(content);
    else map.set(name, [content]);
  };

  const visit = (element: Element) => {
    const { tag, attributes } = element;
    if (tag === 'meta') {
      const name = attributes['property'] ?? attributes['name'] ?? attributes['http-equiv'];
      if (name) add(metas, name.trim().toLowerCase(), attributes['content']);
      if (attributes['itemprop']) add(properties, attributes['itemprop'], attributes['content']);
      return;
    }
    if (tag === 'title') title ??= textOf(element) || null;
    else if (tag === 'link') {
      if (attributes['rel']?.toLowerCase() === 'canonical') canonical ??= attributes['href']?.trim() || null;
    } else if (tag === 'html') language ??= attributes['lang'] ?? attributes['xml:lang'] ?? null;
    else if (tag === 'h1' || tag === 'h2') headings.push(element);
    else if (tag === 'time') times.push({ value: attributes['datetime'] ?? textOf(element), element });
    for (const property of attributes['itemprop']?.split(/\s+/) ?? []) {
      if (property === 'articleBody') continue;
      add(properties, property, attributes['content'] ?? attributes['datetime'] ?? (property === 'url' ? attributes['href'] : textOf(element)));
    }
    const hint = hints.of(element);
    if (hint.has('byline') || /\bauthor\b/.test(attributes['rel'] ?? '')) bylines.push(element);
    if (hint.has('date')) dates.push(element);
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
  return { metas, properties, title, canonical, language, times, headings, bylines, dates };
}
