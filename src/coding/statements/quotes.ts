import type { Document } from '../../language/document.ts';
import type { Block, Span } from '../../page/article.ts';

/** A stretch in quotation marks. `span` has the marks, `inner` has not; one left open runs to the end of its block. */
export interface Quote {
  readonly span: Span;
  readonly inner: Span;
  /** Position in `Document.blocks`. */
  readonly block: number;
  /** 0 for a quotation of the author's own text, 1 for one inside it, … */
  readonly depth: number;
  /** No closing mark in its block: the speaker goes on in the next paragraph, or the marks are unbalanced. */
  readonly open: boolean;
  /** It takes up the quotation that the paragraph before left open. */
  readonly continued: boolean;
}

/** A quotation where a sentence has a part of it: the words there that stand in it, its marks included, side by side. */
export interface Quoted {
  readonly quote: Quote;
  readonly words: readonly number[];
}

type Style = 'double' | 'single' | 'guillemet';
interface Mark {
  readonly at: number;
  readonly length: number;
  readonly style: Style;
  readonly opens: boolean;
  readonly closes: boolean;
}

const MARKS = /``|''|[“”„‟«»"‘’‚‛'`]/g;
const LETTER = /[\p{L}\p{N}]/u;
const CLOSING_AFTER = /^[\s)\]}.,;:!?…—–\-”’"'»]|^$/u;
const OPENING_BEFORE = /[\s([{—–\-“‘"'«„/]$|^$/u;

/** What a mark may do here: curly ones say so themselves, straight ones by what stands around them; null for apostrophes. */
function markAt(text: string, from: number, to: number, at: number, form: string): Mark | null {
  const before = at > from ? text[at - 1] : '';
  const after = at + form.length < to ? text[at + form.length] : '';
  const mayOpen = OPENING_BEFORE.test(before) && after !== '' && !/\s/.test(after);
  const mayClose = before !== '' && !/\s/.test(before) && CLOSING_AFTER.test(after);
  const mark = (style: Style, opens: boolean, closes: boolean): Mark | null =>
    opens || closes ? { at, length: form.length, style, opens, closes } : null;
  switch (form) {
    case '“':
    case '„':
    case '‟':
    case '``':
      return mark('double', true, false);
    case '”':
      return mark('double', false, true);
    case "''":
    case '"':
      return mark('double', mayOpen || (before === '' && after !== ''), mayClose || (!mayOpen && !LETTER.test(after)));
    case '«':
      return mark('guillemet', true, false);
    case '»':
      return mark('guillemet', false, true);
    case '‘':
    case '‚':
    case '‛':
    case '`':
      return mark('single', mayOpen, false);
    case '’':
      return mark('single', false, mayClose);
    default:
      // 'Tis and the '90s are not quotations.
      return mark('single', mayOpen && !/^(?:\d\ds|tis|twas|em|til)\b/i.test(text.slice(at + 1, to)), mayClose);
  }
}

function marksOf(text: string, [from, to]: Span): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.slice(from, to).matchAll(MARKS)) {
    const mark = markAt(text, from, to, from + match.index, match[0]);
    if (mark) marks.push(mark);
  }
  return marks;
}

/** `workers’ rights’`: a mark after a plural s closes only if no later one could before the next opening one. */
function isPossessive(text: string, marks: readonly Mark[], position: number): boolean {
  const mark = marks[position];
  if (text[mark.at - 1] !== 's' || !/^\s+\p{Ll}/u.test(text.slice(mark.at + 1, mark.at + 3))) return false;
  for (const later of marks.slice(position + 1)) {
    if (later.style !== 'single') continue;
    if (later.opens && !later.closes) return false;
    if (later.closes) return true;
  }
  return false;
}

/** A straight or curly single mark opens a quotation only if something can close it: else it is an apostrophe. */
function canClose(text: string, marks: readonly Mark[], position: number): boolean {
  return marks.some(
    (later, index) => index > position && later.style === 'single' && later.closes && !isPossessive(text, marks, index),
  );
}

interface Open {
  readonly mark: Mark;
  readonly depth: number;
  readonly continued: boolean;
}

function quotesOfBlock(text: string, span: Span, block: number, carried: boolean): Quote[] {
  const marks = marksOf(text, span);
  const quotes: Quote[] = [];
  const stack: Open[] = [];
  const close = (open: Open, end: number, length: number, left: boolean): void => {
    quotes.push({
      span: [open.mark.at, end],
      inner: [open.mark.at + open.mark.length, end - length],
      block,
      depth: open.depth,
      open: left,
      continued: open.continued,
    });
  };
  // A paragraph that goes on without a mark of its own but ends with a closing one.
  const first = marks.find((mark) => mark.style === 'double');
  if (carried && first?.closes && !first.opens) {
    stack.push({
      mark: { at: span[0], length: 0, style: 'double', opens: true, closes: false },
      depth: 0,
      continued: true,
    });
  }
  for (const [position, mark] of marks.entries()) {
    const top = stack.at(-1);
    const matching = stack.findLast((open) => open.mark.style === mark.style);
    const closing =
      mark.closes && matching !== undefined && !(mark.style === 'single' && isPossessive(text, marks, position));
    // A straight mark that could do both closes what is open.
    if (closing) {
      while (stack.at(-1) !== matching) stack.pop();
      stack.pop();
      close(matching, mark.at + mark.length, mark.length, false);
    } else if (mark.opens && (mark.style !== 'single' || canClose(text, marks, position))) {
      // The same kind of double mark twice without a close between: the first was never closed.
      if (top && top.mark.style === mark.style && mark.style === 'double') {
        stack.pop();
        close(top, mark.at, 0, true);
      }
      stack.push({ mark, depth: stack.length, continued: carried && mark.at === span[0] });
    }
  }
  for (const open of stack) if (open.mark.style !== 'single') close(open, span[1], 0, true);
  return quotes.sort((a, b) => a.span[0] - b.span[0]);
}

const made = new WeakMap<Document, readonly Quote[]>();

/** The quotations of a document. */
export function quotesOf(document: Document): readonly Quote[] {
  const known = made.get(document);
  if (known) return known;
  const quotes = findQuotes(document.text, document.blocks);
  made.set(document, quotes);
  return quotes;
}

/** Every quotation of the text, in text order; quotations inside others come after those that hold them. */
export function findQuotes(text: string, blocks: readonly Block[]): Quote[] {
  const quotes: Quote[] = [];
  let carried = false;
  for (const [index, block] of blocks.entries()) {
    const found = quotesOfBlock(text, block.span, index, carried);
    quotes.push(...found);
    const last = found.findLast((quote) => quote.depth === 0);
    // Only what runs to the end of its paragraph is carried into the next.
    carried = last?.open === true && last.span[1] === block.span[1];
  }
  return quotes;
}
