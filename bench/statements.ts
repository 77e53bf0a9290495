import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCodebook } from '../src/codebook/load.ts';
import { code } from '../src/coding/index.ts';
import { statementFeatures } from '../src/coding/statements/confidence.ts';
import { type AnnotatedArticle, goldArticles, ownArticles } from '../training/annotated.ts';
import { scoreAnnotated } from './annotated-score.ts';
import { documents, type Text } from './coded.ts';
import { isForCalibration, type Judged, reliability, writeWeights } from './coding-confidence.ts';
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
  const document = documents(codebook);
  const read = (given: Text) => {
    const found = document(given);
    return { ...found, reading: code(found.article, found.document, codebook) };
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

  const readAll = (articles: readonly AnnotatedArticle[]) =>
    articles.map((annotated) => ({ annotated, ...read(annotated) }));
  const gold = readAll(goldArticles());
  const own = readAll(ownArticles().filter(({ statements }) => statements !== null));
  for (const [name, holds] of parts) {
    const chosen = gold.filter((_, index) => holds(index, 3));
    const path = write(
      'articles.jsonl',
      chosen.map(({ reading }) => JSON.stringify(reading)),
    );
    const ids = chosen.map(({ annotated }) => annotated.id);
    const found = score('score_articles.py', GOLD, TEXT, path, ...ids).filter((line) => line.startsWith('statements'));
    console.log(`annotated articles, ${name} (${chosen.length})\n${found.join('\n')}`);
  }
  for (const kept of [false, true]) {
    const name = kept ? 'held out' : 'looked at';
    const group = own.filter(({ annotated }) => annotated.held === kept);
    const found = scoreAnnotated(
      group.map(({ annotated }) => annotated),
      group.map(({ reading }) => reading),
    ).filter((line) => line.startsWith('statements'));
    console.log(`articles of our own, ${name} (${group.length})\n${found.join('\n')}`);
  }
  const judgedOf = ({ annotated, document, reading: { statements } }: (typeof gold)[number]): Judged[] => {
    const right = judge(annotated, statements);
    return statements.map((statement, index) => ({
      confidence: statement.confidence,
      features: statementFeatures(statement, document),
      right: right[index],
    }));
  };
  const both = [...gold, ...own];
  const held = both.filter(({ annotated }) => annotated.held);
  const seen = both.filter(({ annotated }) => !annotated.held);
  const judged = seen.flatMap(judgedOf);
  const fresh = held.filter((_, index) => isForCalibration(index)).flatMap(judgedOf);
  for (const [name, group] of [
    ['looked at', judged],
    ['held out, half that it is calibrated on', fresh],
    ['held out, other half', held.filter((_, index) => !isForCalibration(index)).flatMap(judgedOf)],
  ] as const) {
    console.log(`confidence said, statements right, statements (${name})`);
    console.log(reliability(group));
  }
  if (args.includes('--fit')) {
    const fitted = `${judged.length} statements of ${seen.length} annotated articles, calibrated on ${fresh.length}`;
    writeWeights(WEIGHTS, 'statementCalibration', fitted, judged, fresh);
  }
  const attributions = lines(ATTRIBUTIONS);
  const attributed = attributions.map((line) => JSON.stringify(read(JSON.parse(line)).reading));
  for (const [name, holds] of parts) {
    const wanted = write(
      'gold.jsonl',
      attributions.filter((_, index) => holds(index, 2)),
    );
    const path = write(
      'polnear.jsonl',
      attributed.filter((_, index) => holds(index, 2)),
    );
    console.log(`PolNeAR dev, ${name}\n${score('score_attribution.py', wanted, path).join('\n')}`);
  }
}
