import type { Article } from './article.ts';
import { decode } from './encoding.ts';
import { EmptyPage, LimitExceeded, PageError } from './errors.ts';
import type { Given } from './given.ts';
import { readHtml } from './html-page.ts';
import { readJsonLines } from './json-lines.ts';
import { defaultLimits } from './limits.ts';
import { readText } from './text-page.ts';

export type { Article, Block, BlockKind, Provenance, Span } from './article.ts';
export {
  BadLine,
  BinaryPage,
  BrokenInput,
  EmptyPage,
  LimitExceeded,
  NoArticle,
  PageError,
  TimeExceeded,
} from './errors.ts';
export type { Given } from './given.ts';
export { defaultLimits, type Limits } from './limits.ts';

/** What the bytes of a page gave: its articles in page order, and what could not be read, each with its reason. */
export interface PageReading {
  readonly articles: readonly Article[];
  readonly errors: readonly PageError[];
}

/**
 * Reads the bytes of a page: HTML, plain text, or JSON Lines of articles (by the file's name or the text itself).
 * Never throws: what a page is not, or where it is broken, comes back as `errors`, and everything else is still read.
 */
export function readPage(bytes: Uint8Array, given: Given = {}): PageReading {
  try {
    const limits = { ...defaultLimits, ...given.limits };
    // A JSON Lines file is many articles, so the limit of one page does not hold for it.
    if (bytes.length > limits.bytes && !isJsonLinesFile(given)) {
      throw new LimitExceeded(`too large (${bytes.length} bytes, at most ${limits.bytes})`);
    }
    // No page shows a zero, and no database keeps one.
    const text = decode(bytes, given.contentType ?? undefined).replaceAll('\0', '');
    if (text.trim() === '') throw new EmptyPage('empty');
    if (isJsonLines(text, given)) return sorted(readJsonLines(text, given.file ?? null, given.firstLine));
    return {
      articles: isHtml(text, given) ? readHtml(text, given, limits) : readText(text, given, limits),
      errors: [],
    };
  } catch (error) {
    if (error instanceof PageError) return { articles: [], errors: [error] };
    throw error;
  }
}

function sorted(results: Iterable<Article | PageError>): PageReading {
  const articles: Article[] = [];
  const errors: PageError[] = [];
  for (const result of results) {
    if (result instanceof PageError) errors.push(result);
    else articles.push(result);
  }
  return { articles, errors };
}

/** Whether the text is JSON Lines of articles, by its file's name or by itself. */
function isJsonLinesFile({ file }: Given): boolean {
  return /\.(jsonl|ndjson)$/i.test(file ?? '');
}

export function isJsonLines(text: string, given: Given): boolean {
  if (isJsonLinesFile(given)) return true;
  if (!/^\s*\{\s*"/.test(text)) return false;
  const [firstLine = ''] = text.trimStart().split('\n', 1);
  try {
    return typeof JSON.parse(firstLine).text === 'string';
  } catch {
    return false;
  }
}

function isHtml(text: string, given: Given): boolean {
  if (/\.x?html?$/i.test(given.file ?? '') || /\bhtml\b/.test(given.contentType ?? '')) return true;
  if (/^\s*<(?:!doctype\s+html|\?xml|html|head|body|meta|title|style|script|link|article|div|p)\b/i.test(text))
    return true;
  return (
    (text.slice(0, 50_000).match(/<\/?(?:html|head|body|article|section|div|p|h[1-6]|span|a|br|li)\b[^<>]*>/gi)
      ?.length ?? 0) > 4
  );
}
