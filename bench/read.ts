import { existsSync, readFileSync } from 'node:fs';
import { loadCodebook } from '../src/codebook/load.ts';
import { code } from '../src/coding/index.ts';
import { createLanguage } from '../src/language/index.ts';
import { loadParser } from '../src/language/parser.ts';
import { readPage } from '../src/page/index.ts';

const articlesFile = new URL('../../shared/data/articles/guardian-syria.jsonl', import.meta.url);
const WARM_UP = 20;

/** Articles a second from text to reading, in one thread, and how the time is shared between the stages. */
export async function run(): Promise<void> {
  if (!existsSync(articlesFile)) {
    console.log('read: skipped, ../shared/data/articles is not here');
    return;
  }
  const { articles } = readPage(readFileSync(articlesFile), { file: 'guardian-syria.jsonl' });
  const codebook = await loadCodebook();
  const seconds = { parser: 0, language: 0, coding: 0 };
  const parser = loadParser();
  const language = createLanguage({
    codebook,
    parser: { parse: (forms) => timed('parser', () => parser.parse(forms)) },
  });

  function timed<T>(stage: keyof typeof seconds, work: () => T): T {
    const start = performance.now();
    const result = work();
    seconds[stage] += (performance.now() - start) / 1000;
    return result;
  }

  let words = 0;
  let characters = 0;
  for (const [index, article] of articles.entries()) {
    if (index === WARM_UP) seconds.parser = seconds.language = seconds.coding = 0;
    const document = timed('language', () => language(article));
    timed('coding', () => code(article, document, codebook));
    if (index < WARM_UP) continue;
    words += document.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
    characters += article.text.length;
  }
  const count = articles.length - WARM_UP;
  const total = seconds.language + seconds.coding;
  const share = (part: number) => `${((100 * part) / total).toFixed(0)} %`;
  console.log(
    `${count} articles of ${(characters / count).toFixed(0)} characters, ${(words / count).toFixed(0)} words on average`,
  );
  console.log(
    `${(count / total).toFixed(1)} articles a second, ${(words / seconds.language).toFixed(0)} words a second in the language stage`,
  );
  console.log(
    `tags and trees ${share(seconds.parser)}, rest of language ${share(seconds.language - seconds.parser)}, coding ${share(seconds.coding)}`,
  );
  console.log(`coding takes ${(seconds.coding / seconds.parser).toFixed(2)} of the parser's time`);
}
