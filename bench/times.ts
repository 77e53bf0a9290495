import { existsSync, readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';
import { loadCodebook } from '../src/codebook/load.ts';
import { createLanguage } from '../src/language/index.ts';

const ARTICLES = '../shared/data/articles/guardian-syria.jsonl';

/** An expression of an article and the days it means, both null where it tells no day. */
interface Answer {
  readonly id: string;
  readonly span: readonly [number, number];
  readonly from: string | null;
  readonly to: string | null;
}

type Found = { span: readonly [number, number]; from: string | null; to: string | null };

/**
 * Dates told right, ours and chrono-node's, on expressions that were drawn at random from articles and annotated by
 * hand (`times.json`). Right is the same first and last day; of a long span each may be off by a tenth of its length.
 */
export async function run([show = '']: string[] = []): Promise<void> {
  if (!existsSync(ARTICLES)) return console.log('The articles are not there (../shared/data/articles): skipped');
  const answers: Answer[] = JSON.parse(readFileSync(new URL('./times.json', import.meta.url), 'utf8'));
  const articles = new Map<string, { text: string; published: string }>();
  for (const line of readFileSync(ARTICLES, 'utf8').trim().split('\n')) {
    const article = JSON.parse(line);
    articles.set(article.id, article);
  }
  const read = createLanguage({ codebook: await loadCodebook() });
  const right = { ours: 0, peer: 0, oursDated: 0, peerDated: 0 };
  const dated = answers.filter(({ from, to }) => from ?? to).length;
  let ours: Found[] = [];
  let peer: Found[] = [];
  let last = '';
  for (const answer of answers) {
    const { text, published } = articles.get(answer.id)!;
    if (answer.id !== last) {
      ours = [...read({ text, blocks: [{ kind: 'paragraph', span: [0, text.length] }], published }).times];
      peer = chronoTimes(text, published);
      last = answer.id;
    }
    const isDated = (answer.from ?? answer.to) !== null;
    const own = isRight(answer, ours);
    const theirs = isRight(answer, peer);
    if (own) right.ours++;
    if (own && isDated) right.oursDated++;
    if (theirs) right.peer++;
    if (theirs && isDated) right.peerDated++;
    if (!own && show === 'errors') {
      const got = ours.find((time) => overlaps(time.span, answer.span));
      console.log(
        `${answer.id} ${published} "${text.slice(answer.span[0] - 40, answer.span[1] + 25).replace(/\n/g, ' ')}" wanted ${answer.from}..${answer.to}, got ${got?.from}..${got?.to}`,
      );
    }
  }
  console.log(`${answers.length} expressions, ${dated} of them dates`);
  console.log(
    `ours:        ${right.ours} right (${percent(right.ours, answers.length)}), of dates ${right.oursDated} (${percent(right.oursDated, dated)})`,
  );
  console.log(
    `chrono-node: ${right.peer} right (${percent(right.peer, answers.length)}), of dates ${right.peerDated} (${percent(right.peerDated, dated)})`,
  );
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const overlaps = (a: readonly [number, number], b: readonly [number, number]) => a[0] < b[1] && b[0] < a[1];

function isRight(answer: Answer, found: readonly Found[]): boolean {
  const times = found.filter((time) => overlaps(time.span, answer.span));
  if ((answer.from ?? answer.to) === null) return times.every(({ from, to }) => (from ?? to) === null);
  const length = answer.from && answer.to ? days(answer.to) - days(answer.from) : 0;
  const near = (a: string | null, b: string | null) =>
    a === b || (a !== null && b !== null && Math.abs(days(a) - days(b)) <= length / 10);
  return times.some(({ from, to }) => near(from, answer.from) && near(to, answer.to));
}

const days = (iso: string) => Date.parse(iso) / 86_400_000;

/** chrono's results as spans of days: a month or year that it knows nothing finer of is the whole of it. */
function chronoTimes(text: string, published: string): Found[] {
  const reference = new Date(`${published}T12:00:00Z`);
  return chrono.parse(text, { instant: reference, timezone: 0 }).map(({ index, text: words, start, end }) => {
    const iso = (part: typeof start) => part.date().toISOString().slice(0, 10);
    const span = [index, index + words.length] as const;
    if (end) return { span, from: iso(start), to: iso(end) };
    if (start.isCertain('day') || start.isCertain('weekday')) return { span, from: iso(start), to: iso(start) };
    const [year, month] = [start.get('year')!, start.get('month')!];
    if (start.isCertain('month')) return { span, from: day(year, month - 1, 1), to: day(year, month, 0) };
    if (start.isCertain('year')) return { span, from: day(year, 0, 1), to: day(year, 11, 31) };
    return { span, from: iso(start), to: iso(start) };
  });
}

const day = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
