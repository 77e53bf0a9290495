import type { Article, Provenance } from './article.ts';
import { assemble, type Piece } from './assemble.ts';
import { namesOf } from './authors.ts';
import { splitCredit } from './credits.ts';
import { datelineOf, findDate } from './dates.ts';
import { LimitExceeded, NoArticle } from './errors.ts';
import { isEnding, isFurniture } from './furniture.ts';
import type { Given } from './given.ts';
import { articleId } from './identity.ts';
import { languageOf } from './language.ts';
import { Budget, type Limits } from './limits.ts';

/** A line (or a hard-wrapped paragraph) of a text, with the blank lines before it. */
interface Line {
  readonly text: string;
  readonly gap: number;
  readonly ruled: boolean;
}

/** Lines within which a repeated headline, a byline or a caption tells that a new article begins. */
const headReach = 12;
const bodyLength = 80;

/**
 * Reads plain text, such as a page copied out of a browser: one article, or several below each other. A further
 * article begins at a headline that is repeated, ruled off, or set off by blank lines and followed by a byline, a
 * date or a caption. Throws NoArticle where there is no sentence.
 */
export function readText(text: string, given: Given, limits: Limits): Article[] {
  const budget = new Budget(limits.milliseconds);
  const lines = linesOf(text, limits, budget);
  const starts = articleStarts(lines, budget);
  const articles: Article[] = [];
  starts.forEach((start, index) => {
    budget.check();
    const article = readOne(lines.slice(start, starts[index + 1] ?? lines.length), given, starts.length > 1, budget);
    if (article) articles.push(article);
  });
  if (articles.length === 0) throw new NoArticle('no article: not one sentence of running text');
  return articles;
}

function linesOf(text: string, limits: Limits, budget: Budget): Line[] {
  const raw = text.replace(/\r\n?/g, '\n').split('\n');
  const longest = raw.reduce((most, { length }) => Math.max(most, length), 0);
  if (longest > limits.line) throw new LimitExceeded(`a line too long (${longest} characters, at most ${limits.line})`);
  const wrapped = isHardWrapped(raw);
  const lines: Line[] = [];
  let gap = 0;
  let ruled = false;
  for (const line of raw) {
    budget.step();
    const content = line.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
    if (content === '') gap++;
    else if (/^[-=_*~#\s]{3,}$/.test(content)) ruled = true;
    else if (wrapped && gap === 0 && !ruled && lines.length > 0) {
      const last = lines[lines.length - 1]!;
      lines[lines.length - 1] = { ...last, text: `${last.text} ${content}` };
    } else {
      lines.push({ text: content, gap, ruled });
      gap = 0;
      ruled = false;
    }
  }
  return lines;
}

/** Hard-wrapped text breaks lines inside sentences: mostly, a line that follows another goes on in lower case. */
function isHardWrapped(raw: readonly string[]): boolean {
  let pairs = 0;
  let running = 0;
  for (let index = 1; index < raw.length; index++) {
    const before = raw[index - 1]!.trim();
    const after = raw[index]!.trim();
    if (before === '' || after === '') continue;
    pairs++;
    if (before.length < 120 && !/[.!?:"”)]$/.test(before) && /^[\p{Ll}\d"“(]/u.test(after)) running++;
  }
  return running >= 2 && running > pairs / 4;
}

function articleStarts(lines: readonly Line[], budget: Budget): number[] {
  const starts = [0];
  let body = 0;
  lines.forEach((line, index) => {
    budget.step();
    if (body > 0 && opensArticle(lines, index) && hasBody(lines, index)) {
      starts.push(index);
      body = 0;
    } else if (isBody(line.text)) body++;
  });
  return starts;
}

function opensArticle(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!;
  if (!isHeadline(line.text)) return false;
  if (line.ruled) return true;
  const head = lines.slice(index + 1, index + 1 + headReach);
  if (head.some((other) => other.text === line.text)) return true;
  const firstBody = head.findIndex((other) => isBody(other.text));
  const beforeBody = head.slice(0, firstBody < 0 ? head.length : firstBody);
  return line.gap >= 2 && beforeBody.some(({ text }) => isByline(text) || isDateLine(text) || splitCredit(text).credit);
}

function hasBody(lines: readonly Line[], from: number): boolean {
  return lines.slice(from, from + 2 * headReach).some((line) => isBody(line.text));
}

function isBody(text: string): boolean {
  return text.length >= bodyLength && /[.!?…:]["'”’)\]]*$/.test(text) && splitCredit(text).credit === null;
}

function isHeadline(text: string): boolean {
  return (
    text.length >= 12 &&
    text.length <= 200 &&
    /\s\S+\s/.test(text) &&
    !/[.,;:]$/.test(text) &&
    /^["“‘'\p{Lu}\d]/u.test(text) &&
    splitCredit(text).credit === null &&
    !isFurniture(text) &&
    !isByline(text) &&
    !isDateLine(text)
  );
}

function isByline(text: string): boolean {
  return /^by\s/i.test(text) && text.length < 120 && namesOf(text).length > 0;
}

function isDateLine(text: string): boolean {
  return text.length < 60 && findDate(text) !== null;
}

function readOne(lines: readonly Line[], given: Given, isOneOfSeveral: boolean, budget: Budget): Article | null {
  const pieces: Piece[] = [];
  const seen = new Set<string>();
  const provenance: Record<string, Provenance> = {};
  let title: string | null = null;
  let published: string | null = null;
  let authors: string[] = [];
  let inBody = false;
  for (const { text } of lines) {
    budget.step();
    if (seen.has(text) || isFurniture(text)) continue;
    if (inBody && isEnding(text)) break;
    seen.add(text);
    const { caption, credit } = splitCredit(text);
    if (!inBody && isByline(text)) {
      authors = namesOf(text);
      provenance['authors'] = 'byline';
    } else if (!inBody && isDateLine(text)) {
      published ??= findDate(text);
      provenance['published'] = 'text';
    } else if (title === null && !inBody && isHeadline(text)) {
      title = text;
      provenance['title'] = 'text';
      pieces.push({ kind: 'headline', text });
    } else if (credit !== null && (!inBody || /[^.!?"”]$/.test(caption))) {
      // A line signed like a picture; a paragraph that ends in an aside would end its sentence after it.
      pieces.push({ kind: 'caption', text: caption }, { kind: 'credit', text: credit });
    } else if (!inBody && !/[.!?]["”’)]*$/.test(text) && title !== null) {
      pieces.push({ kind: 'dek', text });
    } else {
      inBody = true;
      pieces.push({ kind: /^[•·–*-]\s/.test(text) ? 'listItem' : 'paragraph', text });
    }
  }
  if (!pieces.some((piece) => piece.kind === 'paragraph')) return null;
  const opening = pieces.find(({ kind }) => kind === 'paragraph')!.text;
  const dateline = datelineOf(opening);
  if (published === null && dateline) {
    published = findDate(dateline);
    if (published) provenance['published'] = 'dateline';
  }
  if (published === null && given.published) {
    published = given.published;
    provenance['published'] = 'given';
  }
  const assembled = assemble(pieces);
  const url = isOneOfSeveral ? null : (given.url ?? null);
  if (url) provenance['url'] = 'given';
  return {
    id: articleId(url ? [url] : [title, assembled.text]),
    file: given.file ?? null,
    url,
    publisher: null,
    title,
    authors,
    published,
    updated: null,
    section: null,
    image: null,
    language: languageOf(assembled.text),
    ...assembled,
    provenance,
  };
}
