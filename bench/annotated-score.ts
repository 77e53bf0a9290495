import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reading } from '../src/coding/reading.ts';
import type { Span } from '../src/page/article.ts';
import type { AnnotatedArticle } from '../training/annotated.ts';

const TOOL = new URL('../../shared/tools/score_articles.py', import.meta.url).pathname;

/** Words of a text's begin and end by which the tool finds a span again. */
const EDGE = 4;

/** The totals that `score_articles.py` prints for articles of our own, a line each: two of events, two of statements. */
export function scoreAnnotated(articles: readonly AnnotatedArticle[], readings: readonly Reading[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'annotated-'));
  for (const name of ['gold', 'text']) mkdirSync(join(folder, name));
  for (const { id, text, events, statements } of articles) {
    const starts = new Map<number, Span>();
    for (const { sentence } of [...events, ...(statements ?? [])]) starts.set(sentence[0], sentence);
    const sentences = [...starts.values()].sort((a, b) => a[0] - b[0]);
    const at = ({ sentence }: { sentence: Span }): number => sentences.indexOf(starts.get(sentence[0])!);
    const words = (span: Span | null): string => (span === null ? '' : text.slice(...span));
    const records = [
      ...events.map((event) => ({ ...event, layer: 'event', s: at(event), trigger: words(event.trigger) })),
      ...(statements ?? []).map((statement) => ({
        layer: 'statement',
        s: at(statement),
        kind: statement.kind,
        source: words(statement.source),
        content_start: words(statement.content).split(' ').slice(0, EDGE).join(' '),
        content_end: words(statement.content).split(' ').slice(-EDGE).join(' '),
      })),
    ];
    writeFileSync(join(folder, 'text', `${id}.json`), JSON.stringify({ text, sentences }));
    writeFileSync(join(folder, 'gold', `${id}.jsonl`), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  }
  const path = join(folder, 'readings.jsonl');
  writeFileSync(path, readings.map((reading) => `${JSON.stringify(reading)}\n`).join(''));
  const ids = articles.map(({ id }) => id);
  return execFileSync('python3', [TOOL, join(folder, 'gold'), join(folder, 'text'), path, ...ids], { encoding: 'utf8' })
    .trim()
    .split('\n');
}
