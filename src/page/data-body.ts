import type { JsonObject } from './json-ld.ts';
import type { Budget } from './limits.ts';

/** Characters of text that make data an article's body and not a summary. */
const leastBody = 500;
const leastParagraph = 20;
/** Names under which data keep the text of a paragraph. */
const textKeys = ['content', 'text', 'html', 'body', 'value', 'paragraph'];
const deepest = 40;

/**
 * An article's body as HTML, out of a page's data: the `articleBody` of its JSON-LD, else the longest text, whole or
 * in a list of paragraphs, of the scripts that hold the page's state. For pages that a script puts together, which
 * have no text of their own; null where the data have none either.
 */
export function bodyInData(
  objects: readonly JsonObject[],
  scripts: readonly string[],
  title: string | null,
  budget: Budget,
): string | null {
  const bodies = objects.map((object) => object['articleBody']).filter((body) => typeof body === 'string');
  const told = longest(bodies);
  if (told && told.length >= leastBody) return paragraphsOf(told);
  const found: string[] = [];
  for (const script of scripts) {
    // The state of a page that is no article holds texts, too, but not under its title.
    if (title === null || !script.includes(JSON.stringify(title).slice(1, -1))) continue;
    try {
      collect(JSON.parse(script), found, 0, budget);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  const text = longest(found);
  return text && textLength(text) >= leastBody ? paragraphsOf(text) : null;
}

function collect(value: unknown, found: string[], depth: number, budget: Budget): void {
  budget.step();
  if (typeof value === 'string') {
    if (value.length >= leastBody && /[.!?][”"]?(?:\s|<)/.test(value)) found.push(value);
  } else if (typeof value === 'object' && value !== null && depth < deepest) {
    if (Array.isArray(value)) {
      const paragraphs = value.map(paragraphIn).filter((text) => text.length >= leastParagraph);
      if (paragraphs.length > 1) found.push(paragraphs.map((text) => `<p>${text}</p>`).join('\n'));
    }
    for (const inner of Object.values(value)) collect(inner, found, depth + 1, budget);
  }
}

/** The text of an entry of a list: the entry itself, or what it holds under a name for text. */
function paragraphIn(entry: unknown): string {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null) return '';
  const held = textKeys.map((key) => (entry as JsonObject)[key]).filter((text) => typeof text === 'string');
  return held[0] ?? '';
}

function longest(texts: readonly string[]): string | undefined {
  return texts.reduce<string | undefined>(
    (best, text) => (best === undefined || textLength(text) > textLength(best) ? text : best),
    undefined,
  );
}

function textLength(html: string): number {
  return html.replace(/<[^<>]{0,1000}>/g, '').length;
}

/** Text without markup has a paragraph a line. */
function paragraphsOf(text: string): string {
  if (/<(?:p|br|div|h[1-6]|li)\b/i.test(text)) return text;
  return text
    .split(/\n+/)
    .map((line) => `<p>${line.replace(/</g, '&lt;')}</p>`)
    .join('\n');
}
