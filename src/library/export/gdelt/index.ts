import { createHash } from 'node:crypto';
import type { Codebook } from '../../../codebook/codebook.ts';
import { cameoOf } from '../../../coding/events/cameo.ts';
import type { Status } from '../../../coding/reading.ts';
import { harmless } from '../csv.ts';
import type { ExportedActor, ExportedEvent } from '../events.ts';
import { actorColumns } from './actor.ts';
import { actionPlace, actorPlace } from './place.ts';

/** GDELT has no column for it, so that what is only planned, supposed or denied would pass for what has happened. */
export const GDELT_STATUSES: readonly Status[] = ['actual', 'alleged'];

/** An act of one actor towards another, and every record of it in an article. */
interface Dyad {
  readonly source: ExportedActor | null;
  readonly target: ExportedActor | null;
  readonly day: string;
  readonly records: ExportedEvent[];
}

/**
 * Lines of GDELT 1.0's daily event files: tab-separated, without a heading, one for each ordered pair of a source and a target of
 * an act, either of which may be nobody. Events that no day is known of, or nobody at all, have no line in such files:
 * `onLeftOut` is told how many.
 */
export async function* gdeltLines(
  parts: AsyncIterable<readonly ExportedEvent[]>,
  codebook: Codebook,
  onLeftOut: (events: number) => void,
): AsyncGenerator<string> {
  for await (const events of parts) {
    const fit = events.filter(({ day, sources, targets }) => day && sources.length + targets.length > 0);
    if (fit.length < events.length) onLeftOut(events.length - fit.length);
    // An article's events come together in one part.
    yield dyadsOf(fit, codebook)
      .map((dyad) => `${columnsOf(dyad, codebook).map(plain).join('\t')}\n`)
      .join('');
  }
}

/** The dyads of events; what an article tells more than once of the same two, act and day is one. */
function dyadsOf(events: readonly ExportedEvent[], codebook: Codebook): Dyad[] {
  const dyads = new Map<string, Dyad>();
  for (const event of events) {
    const day = event.day!;
    for (const source of sideOf(event.sources)) {
      for (const target of sideOf(event.targets)) {
        const key = identity(event, source, target, codebook);
        const known = dyads.get(key);
        if (known) known.records.push(event);
        else dyads.set(key, { source, target, day, records: [event] });
      }
    }
  }
  return [...dyads.values()];
}

const sideOf = (actors: readonly ExportedActor[]) => (actors.length > 0 ? actors : [null]);

function identity(
  event: ExportedEvent,
  source: ExportedActor | null,
  target: ExportedActor | null,
  codebook: Codebook,
): string {
  const { EventCode } = cameoOf(event, codebook);
  return [event.article.id, source?.key ?? '', target?.key ?? '', EventCode, event.day].join('\n');
}

function columnsOf({ source, target, day, records }: Dyad, codebook: Codebook): readonly string[] {
  const [first] = records;
  const { article } = first;
  const cameo = cameoOf(first, codebook);
  const place = records.find(({ where }) => where)?.where ?? null;
  return [
    ...[String(numberOf(identity(first, source, target, codebook))), ...dateColumns(day)],
    ...actorColumns(source, codebook),
    ...actorColumns(target, codebook),
    records.some(isInLead) ? '1' : '0',
    ...[cameo.EventCode, cameo.EventBaseCode, cameo.EventRootCode, String(cameo.QuadClass)],
    cameo.GoldsteinScale.toFixed(1),
    // Mentions, sources, articles; the tone of a text is not measured.
    ...[String(records.length), '1', '1', ''],
    ...actorPlace(source, codebook),
    ...actorPlace(target, codebook),
    ...actionPlace(place, codebook),
    digits(article.published?.slice(0, 10) ?? day),
    harmless(article.url ?? article.file ?? ''),
  ];
}

/** A number that an act keeps when it is exported again: 53 bits, which every program can hold. */
function numberOf(identity: string): number {
  const digest = createHash('sha256').update(identity).digest();
  return digest.readUIntBE(0, 6) * 32 + (digest[6] >> 3);
}

/** SQLDATE, MonthYear, Year and FractionDate, whose months have thirty days and years 365, as GDELT's have. */
function dateColumns(day: string): string[] {
  const [year, month, date] = day.split('-').map(Number);
  const fraction = ((month - 1) * 30 + date) / 365;
  return [digits(day), digits(day).slice(0, 6), digits(day).slice(0, 4), (year + fraction).toFixed(4)];
}

const digits = (day: string) => day.replaceAll('-', '');

/** Whether a record stands in headline, dek or the first paragraph: GDELT's "root" events are those of the lead. */
function isInLead({ article, sentenceStart }: ExportedEvent): boolean {
  const block = article.blocks.find(({ span: [start, end] }) => start <= sentenceStart && sentenceStart < end);
  if (block?.kind === 'paragraph') return block === article.blocks.find(({ kind }) => kind === 'paragraph');
  return block?.kind === 'headline' || block?.kind === 'dek';
}

/** Names and addresses come from pages: none may hold what ends a column or a line. */
const plain = (cell: string) => cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
