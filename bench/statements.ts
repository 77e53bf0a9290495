import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCodebook } from '../src/codebook/load.ts';
import { code } from '../src/coding/index.ts';
import { statementFeatures } from '../src/coding/statements/confidence.ts';
import { createLanguage } from '../src/language/index.ts';
import { readPage } from '../src/page/index.ts';
import { goldArticles, ownArticles } from '../training/annotated.ts';
import { scoreAnnotated } from './annotated-score.ts';
import { fitWeights, type Judged, reliability } from './coding-confidence.ts';
import { judge } from './statement-judged.ts';

/**
 * Statements against the annotated articles and PolNeAR's development set: `npm run bench -- statements [--fit]`. Every third
 * article and every second line are held out: their figures are printed, their errors are not looked at. `--fit` writes the
 * weights of the confidence of statements, fitted to the other articles.
 */

const SHARED = new URL('../../shared/', import.meta.url).pathname;
const GOLD = join(SHARED, 'gold/annotations');
const TEXT = join(SHARED, 'gold/text');
const ATTRIBUTIONS = join(SHARED, 'data/attribution/polnear-dev.jsonl');

const WEIGHTS = new URL('../src/codebook/data/statement-calibration.yaml', import.meta.url);

const lines = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean);

export async function run(args: string[] = []): Promise<void> {
  const codebook = await loadCodebook();
  const language = createLanguage({ codebook });
  const read = (line: string): string => {
    const [article] = readPage(new TextEncoder().encode(line), { file: 'articles.jsonl' }).articles;
    return JSON.stringify(code(article, language(article), codebook));
  };
  const folder = mkdtempSync(join(tmpdir(), 'statements-'));
  const write = (name: string, content: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, `${content.join('\n')}\n`);
    return path;
  };
  const score = (tool: string, ...args: string[]): string[] =>
    execFileSync('python3', [join(SHARED, 'tools', tool), ...args], { encoding: 'utf8' })
      .trim()
      .split('\n');
  const parts: readonly (readonly [string, (index: number, every: number) => boolean])[] = [
    ['looked at', (index, every) => index % every !== every - 1],
    ['held out', (index, every) => index % every === every - 1],
    ['all', () => true],
  ];

  const ids = readdirSync(GOLD)
    .map((file) => file.replace('.jsonl', ''))
    .sort();
  const articles = ids.map((id) => read(JSON.stringify(JSON.parse(readFileSync(join(TEXT, `${id}.json`), 'utf8')))));
  for (const [name, holds] of parts) {
    const chosen = ids.filter((_, index) => holds(index, 3));
    const path = write(
      'articles.jsonl',
      articles.filter((_, index) => holds(index, 3)),
    );
    const found = score('score_articles.py', GOLD, TEXT, path, ...chosen).filter((line) =>
      line.startsWith('statements'),
    );
    console.log(`annotated articles, ${name} (${chosen.length})\n${found.join('\n')}`);
  }
  const own = ownArticles().filter(({ statements }) => statements !== null);
  for (const [name, kept] of [
    ['looked at', false],
    ['held out', true],
  ] as const) {
    const group = own.filter((article) => article.held === kept);
    const readings = group.map(({ id, published, text }) => JSON.parse(read(JSON.stringify({ id, published, text }))));
    const found = scoreAnnotated(group, readings).filter((line) => line.startsWith('statements'));
    console.log(`articles of our own, ${name} (${group.length})\n${found.join('\n')}`);
  }
  for (const kept of [false, true]) {
    const group = [...goldArticles(), ...own].filter((article) => article.held === kept);
    const judged = group.flatMap((annotated): Judged[] => {
      const { id, published, text } = annotated;
      const line = JSON.stringify({ id, published, text });
      const [article] = readPage(new TextEncoder().encode(line), { file: 'articles.jsonl' }).articles;
      const document = language(article);
      const { statements } = code(article, document, codebook);
      const right = judge(annotated, statements);
      return statements.map((statement, index) => ({
        confidence: statement.confidence,
        features: statementFeatures(statement, document),
        right: right[index],
      }));
    });
    console.log(`confidence said, statements right, statements (${kept ? 'held out' : 'looked at'})`);
    for (const { said, right, count } of reliability(judged))
      console.log(`  ${said.toFixed(2)}  ${right.toFixed(2)}  ${count}`);
    if (kept || !args.includes('--fit')) continue;
    const weights = Object.entries(fitWeights(judged))
      .filter(([, weight]) => weight !== 0)
      .map(([feature, weight]) => `      ${JSON.stringify(feature)}: ${weight}`);
    const head = readFileSync(WEIGHTS, 'utf8').split('\n')[0];
    const fitted = `${judged.length} statements of ${group.length} annotated articles`;
    writeFileSync(
      WEIGHTS,
      `${head}\nstatementCalibration:\n  - fitted: ${fitted}\n    weights:\n${weights.join('\n')}\n`,
    );
  }
  const gold = lines(ATTRIBUTIONS);
  const attributed = gold.map(read);
  for (const [name, holds] of parts) {
    const wanted = write(
      'gold.jsonl',
      gold.filter((_, index) => holds(index, 2)),
    );
    const path = write(
      'polnear.jsonl',
      attributed.filter((_, index) => holds(index, 2)),
    );
    console.log(`PolNeAR dev, ${name}\n${score('score_attribution.py', wanted, path).join('\n')}`);
  }
}
