import { loadCodebook } from '../../codebook/load.ts';
import { createLanguage } from '../../language/index.ts';
import { readPage } from '../../page/index.ts';
import { code } from '../index.ts';
import type { Reading } from '../reading.ts';

/** What tests of coding read with: the codebook, and the record of a text as an article of its own, by default of a Tuesday. */
export async function coder() {
  const codebook = await loadCodebook();
  const language = createLanguage({ codebook });
  const read = (text: string, published: string | null = '2024-05-14'): Reading => {
    const line = new TextEncoder().encode(JSON.stringify({ id: 'test', published, text }));
    const [article] = readPage(line, { file: 'test.jsonl' }).articles;
    return code(article!, language(article!), codebook);
  };
  return { codebook, read };
}
