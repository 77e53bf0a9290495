import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCodebook } from '../src/codebook/load.ts';
import { featuresOf } from '../src/coding/events/confidence.ts';
import type { Reading } from '../src/coding/reading.ts';
import { actorsById, meet } from '../training/alike.ts';
import {
  type AnnotatedArticle,
  goldArticles,
  hasAnnotations,
  inventedReports,
  ownArticles,
} from '../training/annotated.ts';
import { scoreAnnotated } from './annotated-score.ts';
import { type Coded, coder } from './coded.ts';
import { type Cause, causesOf, pairsOf } from './coding-causes.ts';
import { isForCalibration, type Judged, reliability, type Told, writeWeights } from './coding-confidence.ts';

/**
 * Events against the annotated articles and the PLOVER sentences: `npm run bench -- coding [--fit]`.
 * Every third article is held out: its figures are printed, its errors are not looked at. `--fit` writes the weights of the
 * confidence model, fitted to the other articles and calibrated on half of those held out.
 */

const SHARED = new URL('../../shared/', import.meta.url).pathname;
const GOLD = join(SHARED, 'gold/annotations');
const TEXT = join(SHARED, 'gold/text');
const SENTENCES = join(SHARED, 'data/events/plover-gsr-dev.jsonl');
const WEIGHTS = new URL('../src/codebook/data/calibration.yaml', import.meta.url);

const lines = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean);

/** The events of a record with what confidence says of them, and whether they are annotated. */
function judge(annotated: AnnotatedArticle, { reading, drafts }: Coded): Judged[] {
  const right = new Set(pairsOf(annotated, reading).values());
  return reading.events.map(({ confidence }, index) => ({
    confidence,
    features: featuresOf(
      drafts[index],
      drafts.filter(({ sentence }) => sentence === drafts[index].sentence),
    ),
    right: right.has(index),
  }));
}

function score(tool: string, ...args: string[]): string {
  return execFileSync('python3', [join(SHARED, 'tools', tool), ...args], { encoding: 'utf8' });
}

/** The sides of the events that match annotated ones; a side that nobody is annotated on is nobody's. */
function judgeSides(article: AnnotatedArticle, reading: Reading): Told[] {
  const actorsOf = actorsById(reading.actors);
  return [...pairsOf(article, reading)].flatMap(([annotated, coded]) => {
    const { source, target } = article.events[annotated];
    const { sources, targets, sourceConfidence, targetConfidence } = reading.events[coded];
    return [
      { confidence: sourceConfidence, right: source.length > 0 && meet(source, actorsOf(sources)) },
      { confidence: targetConfidence, right: target.length > 0 && meet(target, actorsOf(targets)) },
    ].filter((side): side is Told => side.confidence !== null);
  });
}

export async function run(args: string[]): Promise<void> {
  if (!hasAnnotations()) return console.log('../shared is not here: nothing to measure against');
  const read = coder(await loadCodebook());
  const path = join(mkdtempSync(join(tmpdir(), 'coding-')), 'readings.jsonl');
  const all = goldArticles();
  const held = all.filter((article) => article.held);
  const seen = all.filter((article) => !article.held);
  const gold = all.map((annotated) => ({ annotated, ...read(annotated) }));
  const judged: Judged[] = [];
  const judgedFresh: Judged[] = [];
  const judgedHeld: Judged[] = [];
  const heldInto = (index: number): Judged[] => (isForCalibration(index) ? judgedFresh : judgedHeld);
  const sidesHeld: Told[] = [];
  const causes = new Map<Cause, number>();
  for (const [name, group] of [
    ['looked at', seen],
    ['held out', held],
    ['all', all],
  ] as const) {
    const records = gold.filter(({ annotated }) => group.includes(annotated));
    writeFileSync(path, `${records.map(({ reading }) => JSON.stringify(reading)).join('\n')}\n`);
    console.log(
      `articles, ${name} (${group.length})\n${score('score_articles.py', GOLD, TEXT, path, ...group.map(({ id }) => id))}`,
    );
    if (group === all) continue;
    for (const [index, record] of records.entries())
      (group === seen ? judged : heldInto(index)).push(...judge(record.annotated, record));
    if (group === held) for (const { annotated, reading } of records) sidesHeld.push(...judgeSides(annotated, reading));
    if (group !== seen) continue;
    for (const { annotated, reading, attempts } of records)
      for (const cause of causesOf(annotated, reading, attempts)) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  }
  const [own, invented] = [ownArticles(), inventedReports()];
  for (const [name, articles, kept] of [
    ['articles of our own, looked at', own, false],
    ['articles of our own, held out', own, true],
    ['invented reports, looked at', invented, false],
    ['invented reports, held out', invented, true],
  ] as const) {
    const group = articles.filter((article) => article.held === kept);
    const coded = group.map(read);
    for (const [index, article] of group.entries())
      (kept ? heldInto(index) : judged).push(...judge(article, coded[index]));
    const readings = coded.map(({ reading }) => reading);
    if (kept) for (const [index, article] of group.entries()) sidesHeld.push(...judgeSides(article, readings[index]));
    const events = scoreAnnotated(group, readings).filter((line) => line.startsWith('events'));
    console.log(`${name} (${group.length})\n${events.join('\n')}\n`);
  }
  writeFileSync(
    path,
    `${lines(SENTENCES)
      .map((line) => JSON.stringify(read(JSON.parse(line)).reading))
      .join('\n')}\n`,
  );
  console.log(`PLOVER sentences\n${score('score_sentences.py', SENTENCES, path)}`);
  console.log('Causes of error in the articles looked at');
  for (const [cause, count] of [...causes].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(6)}  ${cause}`);
  for (const [name, group] of [
    ['looked at', judged],
    ['held out, half that it is calibrated on', judgedFresh],
    ['held out, other half', judgedHeld],
  ] as const) {
    console.log(`\nConfidence said, events right, events: articles ${name}`);
    console.log(reliability(group));
  }
  console.log('\nConfidence of sides said, sides right, sides of matched events: articles held out');
  console.log(reliability(sidesHeld));
  if (args.includes('--fit')) {
    const articles = [...all, ...own, ...invented].filter((article) => !article.held).length;
    writeWeights(
      WEIGHTS,
      'calibration',
      `${judged.length} events of ${articles} annotated articles, calibrated on ${judgedFresh.length} events`,
      judged,
      judgedFresh,
    );
  }
}
