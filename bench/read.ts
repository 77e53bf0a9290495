import { existsSync, readFileSync } from 'node:fs';
import { loadCodebook } from '../src/codebook/load.ts';
import { code } from '../src/coding/index.ts';
import { createLanguage } from '../src/language/index.ts';
import { loadParser } from '../src/language/parser.ts';
import { readPage } from '../src/page/index.ts';

const articlesFile = new URL('../../shared/data/articles/guardian-syria.jsonl', import.meta.url);
const WARM_UP = 20;
/** The length of article that the goal is told for. */
const CHARACTERS = 4700;

/**
 * Articles a second from text to reading, in one thread, and how the time is shared between the stages. In processor time of
 * the thread, so that other work on the machine does not count, and by the clock, which counts all.
 */
export async function run(): Promise<void> {
  if (!existsSync(articlesFile)) {
    console.log('read: skipped, ../shared/data/articles is not here');
    return;
  }
  const { articles } = readPage(readFileSync(articlesFile), { file: 'guardian-syria.jsonl' });
  const codebook = await loadCodebook();
  const parser = loadParser();
  const [inLanguage, inCoding, inParser] = [new Stopwatch(), new Stopwatch(), new Stopwatch()];
  const timedParser = { parse: (forms: readonly string[]) => inParser.time(() => parser.parse(forms)) };
  const language = createLanguage({ codebook, parser: timedParser });

  // Article by article, as `dragoman read` does it: what one stage made is at hand for the next.
  let [words, characters] = [0, 0];
  for (const [index, article] of articles.entries()) {
    if (index === WARM_UP) for (const watch of [inLanguage, inCoding, inParser]) watch.reset();
    const document = inLanguage.time(() => language(article));
    inCoding.time(() => code(article, document, codebook));
    if (index < WARM_UP) continue;
    words += document.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
    characters += article.text.length;
  }

  const count = articles.length - WARM_UP;
  const total = inLanguage.processor + inCoding.processor;
  const byClock = inLanguage.clock + inCoding.clock;
  const share = (part: number) => `${((100 * part) / total).toFixed(0)} %`;
  const rates = (seconds: number) =>
    `${(count / seconds).toFixed(1)} articles a second (${(characters / seconds / CHARACTERS).toFixed(1)} of ${CHARACTERS} characters)`;
  console.log(
    `${count} articles of ${(characters / count).toFixed(0)} characters, ${(words / count).toFixed(0)} words on average`,
  );
  console.log(`processor time: ${rates(total)}; by the clock: ${rates(byClock)}`);
  console.log(`${(words / inLanguage.processor).toFixed(0)} words a second in the language stage`);
  console.log(
    `tags and trees ${share(inParser.processor)}, rest of language ${share(inLanguage.processor - inParser.processor)}, coding ${share(inCoding.processor)}`,
  );
  console.log(`coding takes ${(inCoding.processor / inParser.processor).toFixed(2)} of the parser's time`);
}

/** Adds up the seconds that work takes: processor time of this thread, and by the clock. */
class Stopwatch {
  processor = 0;
  clock = 0;

  reset(): void {
    this.processor = 0;
    this.clock = 0;
  }

  time<T>(work: () => T): T {
    const started = performance.now();
    const before = process.threadCpuUsage();
    const result = work();
    const { user, system } = process.threadCpuUsage(before);
    this.processor += (user + system) / 1e6;
    this.clock += (performance.now() - started) / 1e3;
    return result;
  }
}
