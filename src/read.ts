import { loadCodebook } from './codebook/load.ts';
import { code } from './coding/index.ts';
import type { Reading } from './coding/reading.ts';
import { createLanguage } from './language/index.ts';
import { readPage } from './page/index.ts';
import type { PageBytes } from './read-pages.ts';

/** What a page gave: the readings of its articles, and what could not be read, each with its reason. */
export interface PageRecord {
  readonly readings: readonly Reading[];
  readonly errors: readonly string[];
  readonly seconds: number;
}

export interface Reader {
  /** From the bytes of a page to the record of each of its articles. Never throws. */
  readPage(page: PageBytes): PageRecord;
}

export interface ReaderOptions {
  /** A folder of YAML files that add to the codebook or override it. */
  readonly codebook?: string;
}

/** The whole way from bytes to readings, with its model and codebook loaded once. Throws CodebookError. */
export async function createReader({ codebook: overrides }: ReaderOptions = {}): Promise<Reader> {
  const codebook = await loadCodebook({ overrides });
  const language = createLanguage({ codebook });
  return {
    readPage({ bytes, given }) {
      const start = performance.now();
      const { articles, errors } = readPage(bytes, given);
      const messages = errors.map(({ message }) => message);
      const readings: Reading[] = [];
      for (const article of articles) {
        try {
          readings.push(code(article, language(article), codebook));
        } catch (error) {
          // A mistake of ours in one article must not cost the others.
          const [reason, place] = String((error as Error).stack).split('\n', 2);
          messages.push(`article ${article.id} could not be read, please report it: ${reason} ${place?.trim()}`);
        }
      }
      return { readings, errors: messages, seconds: (performance.now() - start) / 1000 };
    },
  };
}
