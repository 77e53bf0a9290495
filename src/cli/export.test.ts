import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPage } from '../library/add.ts';
import { openLibrary } from '../library/open.ts';
import { numberedPage } from '../library/testing/readings.ts';
import { dragoman, lines, program, shell } from './testing/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-export-'));
const home = join(folder, 'home');
const page = join(folder, 'minsk-ceasefire.html');

beforeAll(async () => {
  copyFileSync('samples/minsk-ceasefire.html', page);
  const library = await openLibrary({ folder: home });
  for (let number = 1; number <= 3; number++) await addPage(library, numberedPage(number));
  await library.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]) => dragoman(['export', ...words], { home });
/** What stands in the folder of files that an export makes, unfinished ones too. */
const made = (): string[] => readdirSync(join(folder, 'out'));
const out = (name: string): string => {
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  mkdirSync(join(folder, 'out'));
  return join(folder, 'out', name);
};

test('a pipe gets JSON Lines, filtered as the reading room filters', async () => {
  const all = await run();
  expect([all.err, all.code]).toEqual(['', 0]);
  expect(lines(all.out)).toHaveLength(12);
  const some = await run('--actor', 'Menachem Begin', '--status', 'planned,negated', '--from', '1977-11-20');
  const rows = lines<Record<string, unknown>>(some.out);
  expect(rows.map(({ trigger, status }) => [trigger, status])).toEqual(Array(3).fill(['meet', 'planned']));
});

test('a file is in the format that its ending names, and what was written is told', async () => {
  const csv = out('events.csv');
  const { out: told, err, code } = await run('--out', csv, '--type', 'ACCUSE');
  expect([told, err, code]).toEqual([`3 events in ${csv}\n`, '', 0]);
  expect(parse(readFileSync(csv), { columns: true })).toHaveLength(3);
  const parquet = out('statements.parquet');
  expect((await run('--what', 'statements', '--out', parquet)).out).toBe(`12 statements in ${parquet}\n`);
  const { buffer, byteOffset, length } = readFileSync(parquet);
  expect(await parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer })).toHaveLength(
    12,
  );
  expect(made()).toEqual(['statements.parquet']);
});

test("GDELT's files have what has happened or is said to have, unless told otherwise", async () => {
  const rows = (text: string) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split('\t'));
  const actual = await run('--format', 'gdelt');
  expect(rows(actual.out).map((cells) => cells.length)).toEqual(Array(6).fill(58));
  expect(actual.code).toBe(0);
  expect(rows((await run('--format', 'gdelt', '--status', 'planned')).out)).toHaveLength(3);
});

test('pages are read and not kept; what cannot be read is told, and the rest is exported', async () => {
  const words = ['export', page, join(folder, 'missing.html'), '--format', 'csv'];
  const { out: text, err, code } = await dragoman(words, { home: join(folder, 'none') });
  expect(parse(text, { columns: true }).length).toBeGreaterThan(10);
  expect(existsSync(join(folder, 'none'))).toBe(false);
  expect([err.trim().split('\n').length, code]).toEqual([1, 1]);
  expect(err).toMatch(/missing\.html: no such file/);
});

test('another library is named by its folder; a mistyped one is not made', async () => {
  const other = await dragoman(['export', '--library', home, '--what', 'actors'], { home: join(folder, 'none') });
  expect(lines(other.out)).toHaveLength(3);
  const listed = await dragoman(['list', '--library', home], { home: join(folder, 'none') });
  expect(lines(listed.out)).toHaveLength(6);
  const mistyped = await run('--library', join(folder, 'hom'));
  expect(mistyped.err).toMatch(/No library in .*hom\b/);
  expect(mistyped.code).toBe(1);
  expect(existsSync(join(folder, 'hom'))).toBe(false);
});

test('an empty library gives a table without rows', async () => {
  const file = out('none.csv');
  const { out: told, err, code } = await dragoman(['export', '--out', file], { home: join(folder, 'empty') });
  expect([told, err, code]).toEqual([`0 events in ${file}\n`, '', 0]);
  expect(parse(readFileSync(file))).toHaveLength(1);
});

describe('what cannot be is said, with what to do', () => {
  test.each<[string[], RegExp]>([
    [['--what', 'actors', '--type', 'AID'], /^dragoman: --type: goes with --what events\n$/],
    [['--what', 'actors', '--format', 'gdelt'], /GDELT's files hold events only: choose another --format/],
    [['--follow'], /--follow: goes with pages that are read: name some\n$/],
    [['--status', 'actual,perhaps'], /“perhaps” is none of actual, planned/],
    [['--from', 'yesterday'], /Not a day like 2025-03-20/],
    [['--country', 'Syria'], /Not three letters/],
    [['--format', 'xlsx'], /Allowed choices are jsonl, csv, parquet, gdelt/],
    [['page.html', '--library', home], /name pages or a library, not both/],
    [['--out', folder], /: this is a folder: name a file\n$/],
    [['--out', join(folder, 'no', 'such', 'events.csv')], /events\.csv: its folder does not exist\n$/],
  ])('%o', async (words, complaint) => {
    const { out: text, err, code } = await run(...words);
    expect(err).toMatch(complaint);
    expect([text, code]).toEqual(['', 1]);
  });
});

test('a reader that has seen enough ends it', async () => {
  const { out: text, code } = await shell(`DRAGOMAN_HOME='${home}' "$NODE" "$DRAGOMAN" export --format csv | head -1`);
  expect(text).toMatch(/^article,event,/);
  expect(code).toBe(0);
});

test('Ctrl-C leaves no file behind', async () => {
  const file = out('all.csv');
  const many = Array.from({ length: 12 }, (_, number) => {
    const path = join(folder, `page-${number}.html`);
    writeFileSync(path, `${readFileSync(page, 'utf8')}<!-- ${number} -->`);
    return path;
  });
  const child = spawn(process.execPath, [program, 'export', ...many, '--out', file], { stdio: 'ignore' });
  setTimeout(() => child.kill('SIGINT'), 4_000);
  const [code] = await once(child, 'exit');
  // On a quick machine it was done before.
  if (code === 0) expect(made()).toEqual(['all.csv']);
  else expect(made()).toEqual([]);
});
