import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBreakFinder } from '../src/language/breaks.ts';
import { type ConlluSentence, readConllu } from '../src/language/conllu.ts';
import { splitSentences } from '../src/language/sentences.ts';
import { tokenize } from '../src/language/tokens.ts';
import type { Span } from '../src/page/article.ts';

/**
 * Words and sentences against the treebanks' raw text (F1 over character spans, as in the CoNLL 2018 shared task), and
 * sentences against the annotated articles. `npm run bench -- tokens [--errors]`.
 */
export async function run(args: string[]): Promise<void> {
  const shared = join(import.meta.dirname, '../../shared');
  const showErrors = args.includes('--errors');
  for (const name of args
    .filter((argument) => !argument.startsWith('-'))
    .concat(args.some((a) => !a.startsWith('-')) ? [] : ['ewt-dev', 'ewt-test', 'gum-dev'])) {
    const path = join(shared, 'data/treebanks', `${name}.conllu`);
    if (existsSync(path)) compare(name, rawText([...readConllu(readFileSync(path, 'utf8'))]), showErrors);
  }
  const gold = join(shared, 'gold/text');
  if (existsSync(gold)) compareArticles(gold, showErrors);
}

const isBreak = loadBreakFinder();

interface Raw {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly words: readonly Span[];
  readonly sentences: readonly Span[];
}

/** The text of a treebank with a blank line before each paragraph and document; words of multiword tokens share its span in parts. */
function rawText(treebank: readonly ConlluSentence[]): Raw {
  let text = '';
  let paragraph = 0;
  const paragraphs: Span[] = [];
  const words: Span[] = [];
  const sentences: Span[] = [];
  for (const { comments, rows } of treebank) {
    if (comments.some((comment) => /^# new(?:par|doc)\b/.test(comment)) && text !== '') {
      paragraphs.push([paragraph, text.length]);
      text = `${text.trimEnd()}\n\n`;
      paragraph = text.length;
    }
    const start = text.length;
    let end = start;
    let inside = 0;
    for (const row of rows) {
      const [first, last] = row[0].split('-').map(Number);
      if (row[0].includes('.')) continue;
      if (last !== undefined) {
        spellOut(rows, first, last, text.length, row[1], words);
        inside = last;
      } else if (first <= inside) continue;
      else words.push([text.length, text.length + row[1].length]);
      text += row[1];
      end = text.length;
      if (!row[9].includes('SpaceAfter=No')) text += ' ';
    }
    sentences.push([start, end]);
  }
  paragraphs.push([paragraph, text.length]);
  return { text, paragraphs, words, sentences };
}

/** The words of a multiword token one after the other where they spell it; where they do not, it counts as one. */
function spellOut(
  rows: ConlluSentence['rows'],
  first: number,
  last: number,
  at: number,
  form: string,
  words: Span[],
): void {
  const parts = rows.filter((row) => Number(row[0]) >= first && Number(row[0]) <= last && /^\d+$/.test(row[0]));
  if (parts.map((row) => row[1]).join('') !== form) {
    words.push([at, at + form.length]);
    return;
  }
  for (const row of parts) {
    words.push([at, at + row[1].length]);
    at += row[1].length;
  }
}

function compare(name: string, raw: Raw, showErrors: boolean): void {
  const words: Span[] = [];
  const sentences: Span[] = [];
  for (const [start, end] of raw.paragraphs)
    for (const tokens of splitSentences(raw.text, tokenize(raw.text, start, end), isBreak)) {
      words.push(...tokens);
      sentences.push([tokens[0][0], tokens.at(-1)![1]]);
    }
  console.log(`${name}: words ${report(raw.words, words)}; sentences ${report(raw.sentences, sentences)}`);
  if (showErrors) {
    show('word', raw.text, raw.words, words);
    show('sentence', raw.text, raw.sentences, sentences);
  }
}

function compareArticles(folder: string, showErrors: boolean): void {
  let right = 0;
  let gold = 0;
  let found = 0;
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
    const article: { text: string; sentences: Span[] } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const sentences = blocksOf(article.text).flatMap(([start, end]) =>
      splitSentences(article.text, tokenize(article.text, start, end), isBreak).map(
        (tokens): Span => [tokens[0][0], tokens.at(-1)![1]],
      ),
    );
    right += common(article.sentences, sentences);
    gold += article.sentences.length;
    found += sentences.length;
    if (showErrors) show(file, article.text, article.sentences, sentences);
  }
  console.log(`annotated articles: sentences F1 ${((200 * right) / (gold + found)).toFixed(2)} of ${gold}`);
}

function blocksOf(text: string): Span[] {
  return [...text.matchAll(/\S(?:.*\S)?/g)].map(({ index, 0: block }) => [index, index + block.length]);
}

function common(gold: readonly Span[], found: readonly Span[]): number {
  const keys = new Set(gold.map(String));
  return found.filter((span) => keys.has(String(span))).length;
}

function report(gold: readonly Span[], found: readonly Span[]): string {
  const right = common(gold, found);
  const percent = (share: number) => (100 * share).toFixed(2);
  return `P ${percent(right / found.length)} R ${percent(right / gold.length)} F1 ${percent((2 * right) / (gold.length + found.length))}`;
}

function show(label: string, text: string, gold: readonly Span[], found: readonly Span[]): void {
  const keys = new Set(found.map(String));
  for (const span of gold)
    if (!keys.has(String(span))) {
      const [start, end] = span;
      const overlapping = found.filter(([from, to]) => from < end && to > start);
      const around = label === 'word' ? `   in ${JSON.stringify(text.slice(Math.max(0, start - 20), end + 20))}` : '';
      console.log(
        `  ${label} ${JSON.stringify(text.slice(start, end))} ≠ ${overlapping.map(([from, to]) => JSON.stringify(text.slice(from, to))).join(' ')}${around}`,
      );
    }
}
