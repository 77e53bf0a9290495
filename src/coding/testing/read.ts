import { loadCodebook } from '../../codebook/load.ts';
import { createLanguage } from '../../language/index.ts';
import type { Article } from '../../page/article.ts';
import { readPage } from '../../page/index.ts';
import { actorsOf } from '../actors/index.ts';
import { proposedEvents } from '../events/index.ts';
import { code } from '../index.ts';
import type { Reading } from '../reading.ts';
import { statementsOf } from '../statements/index.ts';

/** What tests of coding read with: the codebook, and the record of a text as an article of its own, by default of a Tuesday. */
export async function coder() {
  const codebook = await loadCodebook();
  const language = createLanguage({ codebook });
  const articleOf = (text: string, published: string | null): Article => {
    const line = new TextEncoder().encode(JSON.stringify({ id: 'test', published, text }));
    return readPage(line, { file: 'test.jsonl' }).articles[0]!;
  };
  const read = (text: string, published: string | null = '2024-05-14'): Reading => {
    const article = articleOf(text, published);
    return code(article, language(article), codebook);
  };
  /** Events as the slots have them, before their parts are cast, and the text as casting sees it. */
  const propose = (text: string) => {
    const document = language(articleOf(text, null));
    const actors = actorsOf(document, codebook);
    return proposedEvents(document, actors, statementsOf(document, actors, codebook), codebook);
  };
  return { codebook, read, propose };
}
