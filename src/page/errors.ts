/** Why a page, or a line of it, gave no article. `message` is a whole sentence part that can follow "file: ". */
export abstract class PageError extends Error {
  /** Line of the input that it concerns, counted from 1; null where it concerns the whole page. */
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.name = new.target.name;
    this.line = line;
  }
}

/** No bytes, or nothing but white space. */
export class EmptyPage extends PageError {}

/** Bytes that are no text: an image, a PDF, a program. */
export class BinaryPage extends PageError {}

/** A page without an article: a section front, a home page, a search result, an error page. */
export class NoArticle extends PageError {}

/** A line of a JSON Lines file that is no article. */
export class BadLine extends PageError {}

/** An input that is of a known kind, but broken beyond reading: a damaged archive, a feed that is no XML. */
export class BrokenInput extends PageError {}

/** A page beyond one of the limits: too large, too deep, too many elements. */
export class LimitExceeded extends PageError {}

/** A page that took longer than its time budget. */
export class TimeExceeded extends PageError {}
