/**
 * How fast English is read, one thread: our language stage, its parser alone with and without SIMD, and wink-nlp's
 * tagger (which makes no trees), on the same news articles in the same run. Wants ../shared.
 */
import { readFileSync, statSync } from 'node:fs';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createLanguage } from '../src/language/index.ts';
import { loadParser } from '../src/language/parser.ts';

const ARTICLES = '../shared/data/articles/guardian-syria.jsonl';
const MODEL = 'src/language/model/english.parser';
const ROUNDS = 4;

export async function run(): Promise<void> {
  const texts = readFileSync(ARTICLES, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, 80)
    .map((line): string => JSON.parse(line).text);

  const start = performance.now();
  const parser = loadParser();
  console.log(
    `model: ${(statSync(MODEL).size / 1e6).toFixed(2)} MB, loaded in ${(performance.now() - start).toFixed(0)} ms`,
  );

  const language = createLanguage({ parser });
  const read = (text: string) =>
    language({ text, blocks: [{ kind: 'paragraph', span: [0, text.length] }], published: null });
  const sentences = texts.flatMap((text) => read(text).sentences.map(({ tokens }) => tokens.map(({ form }) => form)));
  const words = sentences.reduce((sum, forms) => sum + forms.length, 0);
  const plain = loadParser({ simd: false });
  const nlp = winkNLP(model, ['sbd', 'pos']);

  const measured: [string, () => unknown][] = [
    ['tokenise, tag, lemmatise, parse', () => texts.map(read)],
    ['tag and parse given words', () => sentences.map((forms) => parser.parse(forms))],
    ['the same without SIMD', () => sentences.map((forms) => plain.parse(forms))],
    ['wink-nlp: tokenise and tag', () => texts.map((text) => nlp.readDoc(text).tokens().out(nlp.its.pos))],
  ];
  console.log(
    `${texts.length} articles, ${sentences.length} sentences, ${words} words; words a second of processor time:`,
  );
  for (const [name, work] of measured) {
    const rates = Array.from({ length: ROUNDS }, () => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return words / ((user + system) / 1e6);
    });
    console.log(`${name}: first ${rates[0].toFixed(0)}, then ${Math.max(...rates.slice(1)).toFixed(0)}`);
  }
  console.log(`memory: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB resident, all of the above loaded`);
}
