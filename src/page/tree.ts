import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { Parser } from 'htmlparser2';
import { LimitExceeded } from './errors.ts';
import type { Budget, Limits } from './limits.ts';

/** An element of a page; text stands among its children as strings. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Place in the page: an element that begins later has a larger one. */
  readonly index: number;
  readonly parent: Element | null;
  readonly children: (Element | string)[];
}

/** A page as a tree, with what is read off elsewhere: its data scripts. */
export interface Tree {
  readonly root: Element;
  /** The texts of `<script type="application/ld+json">`. */
  readonly dataScripts: readonly string[];
  /** The texts of `<script type="application/json">`, which hold the state that a page's program starts from. */
  readonly stateScripts: readonly string[];
}

/** Elements whose text is no text of the page. */
const opaque = new Set(['script', 'style', 'template', 'svg', 'math', 'object', 'embed', 'canvas', 'applet']);

/** XHTML closes empty elements where they open, `<script src="…" />`, which HTML takes for an element without an end. */
function isXhtml(html: string): boolean {
  return /^\s*<\?xml[^>]*>[\s\S]{0,1000}\bxmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/.test(
    html.slice(0, 2_000),
  );
}

/** Builds the tree of an HTML page; throws LimitExceeded or TimeExceeded where the page is beyond its limits. */
export function parseTree(html: string, limits: Limits, budget: Budget): Tree {
  const root: Element = { tag: '#root', attributes: {}, index: 0, parent: null, children: [] };
  const dataScripts: string[] = [];
  const stateScripts: string[] = [];
  let scripts = dataScripts;
  let current = root;
  let depth = 0;
  let nodes = 0;
  let opaqueDepth = 0;
  let script: string | null = null;
  let text = '';
  let escaped = false;

  const count = () => {
    if (++nodes > limits.nodes) throw new LimitExceeded(`too many elements (more than ${limits.nodes})`);
    budget.step();
  };

  /** The parser splits a text where a `<` opens no element; what belongs together is joined before entities are read. */
  const flush = () => {
    if (text === '') return;
    count();
    current.children.push(text.includes('&') ? decodeHTML(text) : text);
    text = '';
  };

  let attributes = 0;
  const xhtml = isXhtml(html);
  const parser = new Parser(
    {
      onopentagname() {
        attributes = 0;
        escaped = false;
      },
      onattribute(_, value) {
        if (++attributes > limits.attributes) {
          throw new LimitExceeded(`too many attributes on one element (more than ${limits.attributes})`);
        }
        escaped ||= value.includes('&');
      },
      onopentag(tag, attributes) {
        flush();
        if (escaped) for (const name in attributes) attributes[name] = decodeHTMLAttribute(attributes[name]!);
        if (++depth > limits.depth) throw new LimitExceeded(`nested too deep (more than ${limits.depth} elements)`);
        count();
        if (opaqueDepth > 0 || opaque.has(tag)) {
          opaqueDepth++;
          const type = tag === 'script' ? attributes['type']?.toLowerCase() : undefined;
          if (type?.includes('json')) {
            script = '';
            scripts = type.includes('ld+json') ? dataScripts : stateScripts;
          }
          return;
        }
        const element: Element = { tag, attributes, index: nodes, parent: current, children: [] };
        current.children.push(element);
        current = element;
      },
      ontext(piece) {
        if (opaqueDepth === 0) text += piece;
        else if (script !== null) script += piece;
      },
      onclosetag() {
        depth--;
        flush();
        if (opaqueDepth > 0) {
          opaqueDepth--;
          if (script !== null && opaqueDepth === 0) {
            scripts.push(script);
            script = null;
          }
          return;
        }
        if (current.parent) current = current.parent;
      },
    },
    // Reading entities, the parser looks at every character; without, it passes over texts and values as a whole.
    { decodeEntities: false, recognizeSelfClosing: xhtml, recognizeCDATA: xhtml },
  );
  for (let start = 0; start < html.length; start += parserChunk) {
    parser.write(html.slice(start, start + parserChunk));
    budget.check();
  }
  parser.end();
  flush();
  return { root, dataScripts, stateScripts };
}

/** The parser is fed in pieces, so that the time budget holds inside one long run of text, too. */
const parserChunk = 1 << 20;

/** Headings, bylines and dates are short; of anything longer only the beginning is read. */
const longestText = 2_000;

/** The text of a short element, white space collapsed; `between` stands where a new block or line begins. */
export function textOf(element: Element, between = ' '): string {
  let text = '';
  const visit = (node: Element) => {
    for (const child of node.children) {
      if (text.length > longestText) return;
      if (typeof child === 'string')
        text += between === ' ' ? child.slice(0, longestText) : child.slice(0, longestText).replace(/\s+/g, ' ');
      else {
        if (child.tag === 'br' || !inline.has(child.tag)) text += between;
        visit(child);
        if (!inline.has(child.tag)) text += between;
      }
    }
  };
  visit(element);
  return between === ' ' ? collapse(text) : text.trim();
}

/** Elements that stand inside a line of text. */
export const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr nobr amp-link'.split(
    ' ',
  ),
);

/** Text as it is shown: white space collapsed, marks that nobody sees left out. */
export function collapse(text: string): string {
  const trimmed = text.trim();
  if (!uneven.test(trimmed)) return trimmed;
  return trimmed.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

const invisible = /[\u200b\u200e\u200f\ufeff\u00ad]+/g;
const uneven = /[^\S ]| {2}|[\u200b\u200e\u200f\u00ad]/;
