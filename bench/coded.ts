import type { Codebook } from '../src/codebook/codebook.ts';
import { actorsOf } from '../src/coding/actors/index.ts';
import type { Attempt } from '../src/coding/events/candidates.ts';
import type { Draft } from '../src/coding/events/index.ts';
import { draftEvents } from '../src/coding/events/index.ts';
import { code } from '../src/coding/index.ts';
import type { Reading } from '../src/coding/reading.ts';
import { statementsOf } from '../src/coding/statements/index.ts';
import type { Document } from '../src/language/document.ts';
import { createLanguage } from '../src/language/index.ts';
import type { Article } from '../src/page/article.ts';
import { readPage } from '../src/page/index.ts';

/** A text as a bench is given it. */
export interface Text {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
}

/** Reads a text up to its document. */
export function documents(codebook: Codebook): (given: Text) => { article: Article; document: Document } {
  const language = createLanguage({ codebook });
  return ({ id, published, text }) => {
    const line = new TextEncoder().encode(JSON.stringify({ id, published, text }));
    const [article] = readPage(line, { file: 'articles.jsonl' }).articles;
    return { article, document: language(article) };
  };
}

/** A text's record, with how its events came about. */
export interface Coded {
  readonly reading: Reading;
  readonly drafts: readonly Draft[];
  /** Each rule tried. */
  readonly attempts: readonly Attempt[];
}

export function coder(codebook: Codebook): (given: Text) => Coded {
  const read = documents(codebook);
  return (given) => {
    const { article, document } = read(given);
    const actors = actorsOf(document, codebook);
    const attempts: Attempt[] = [];
    const statements = statementsOf(document, actors, codebook);
    const drafts = draftEvents(document, actors, statements, codebook, (attempt) => attempts.push(attempt));
    return { reading: code(article, document, codebook), drafts, attempts };
  };
}
