import { existsSync, readFileSync } from 'node:fs';
import { loadCodebook } from '../src/codebook/load.ts';
import { code } from '../src/coding/index.ts';
import type { Document } from '../src/language/document.ts';
import { createLanguage } from '../src/language/index.ts';
import { loadParser } from '../src/language/parser.ts';
import { readPage } from '../src/page/index.ts';

const articlesFile = new URL('../../shared/data/articles/guardian-syria.jsonl', import.meta.url);
const WARM_UP = 20;
/** The length of article that the goal is told for. */
const CHARACTERS = 4700;

/**
 * Articles a second from text to reading, in one thread, and how the time is shared between the stages. All in processor
 * time of the thread, so that other work on the machine does not count.
 */
export async function run(): Promise<void> {
  if (!existsSync(articlesFile)) {
    console.log('read: skipped, ../shared/data/articles is not here');
    return;
  }
  const { articles } = readPage(readFileSync(articlesFile), { file: 'guardian-syria.jsonl' });
  const codebook = await loadCodebook();
  const parser = loadParser();
  const language = createLanguage({ codebook, parser });
  const measured = articles.slice(WARM_UP);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

  // The warm-up is of all stages; the parser is measured by itself afterwards, on the words that it has read before.
  for (const article of articles.slice(0, WARM_UP)) code(article, language(article), codebook);
  const documents: Document[] = [];
  const languageTime = timeOf(() => {
    for (const article of measured) documents.push(language(article));
  });
  const codingTime = timeOf(() => {
    for (const [index, article] of measured.entries()) code(article, documents[index], codebook);
  });
  const sentences = documents.flatMap(({ sentences }) => sentences.map(({ tokens }) => tokens.map(({ form }) => form)));
  const parserTime = timeOf(() => {
    for (const forms of sentences) parser.parse(forms);
  });

  const count = measured.length;
  const words = sum(sentences.map(({ length }) => length));
  const characters = sum(measured.map(({ text }) => text.length));
  const total = languageTime + codingTime;
  const share = (part: number) => `${((100 * part) / total).toFixed(0)} %`;
  console.log(
    `${count} articles of ${(characters / count).toFixed(0)} characters, ${(words / count).toFixed(0)} words on average`,
  );
  console.log(
    `${(count / total).toFixed(1)} articles a second (${(characters / total / CHARACTERS).toFixed(1)} of ${CHARACTERS} characters), ${(words / languageTime).toFixed(0)} words a second in the language stage`,
  );
  console.log(
    `tags and trees ${share(parserTime)}, rest of language ${share(languageTime - parserTime)}, coding ${share(codingTime)}`,
  );
  console.log(`coding takes ${(codingTime / parserTime).toFixed(2)} of the parser's time`);
}

/** Processor time of this thread that some work takes, in seconds. */
function timeOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
}
