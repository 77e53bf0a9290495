import { doubtOf } from '../../coding/doubt.ts';
import type { Actor, CodedEvent, Reading, Side, Statement, StatementSource, When } from '../../coding/reading.ts';
import type { Colors } from '../output.ts';
import { dayInWords, daysInWords } from './days.ts';
import { type Mark, markedLines } from './sentence.ts';

/** How to print: columns of a line, and colours (all plain where the output takes none). */
export interface Paper {
  readonly width: number;
  readonly colors: Colors;
}

/**
 * A reading as text for people: headline, source and date, then each sentence that says something for the record
 * with its evidence underlined and the entries below it, then who appears, and what stays open.
 */
export function readingText(reading: Reading, paper: Paper): string {
  const { bold, dim } = paper.colors;
  const about = [
    reading.publisher,
    dayInWords(reading.published),
    reading.authors.join(', '),
    reading.url ?? reading.file,
  ];
  const lines = [
    bold(reading.title ?? '(no headline)'),
    dim([about[0], about[1] ?? 'no date', ...about.slice(2)].filter(Boolean).join(' · ')),
    dim(reading.id),
    ...reading.sentences.flatMap((_, index) => sentenceLines(reading, index, paper)),
    ...actorLines(reading, paper),
  ];
  return `${lines.join('\n')}\n`;
}

function sentenceLines(reading: Reading, index: number, { width, colors }: Paper): string[] {
  const span = reading.sentences[index];
  const events = reading.events.filter(({ sentence }) => sentence === index);
  const statements = reading.statements.filter(({ sentence }) => sentence === index);
  const questions = reading.questions.filter(([start]) => span[0] <= start && start < span[1]);
  if (events.length + statements.length + questions.length === 0) return [];
  const evidence = (style: Mark['style']) => (text: string) => colors.underline(style(text));
  const marks: Mark[] = [
    ...events.map(({ trigger }) => ({ span: trigger.span, style: evidence(colors.yellow) })),
    ...statements.flatMap(({ cue }) => (cue ? [{ span: cue.span, style: evidence(colors.cyan) }] : [])),
    ...statements.flatMap(({ source }) => (source?.span ? [{ span: source.span, style: evidence(colors.cyan) }] : [])),
    ...questions.map((question) => ({ span: question, style: evidence(colors.magenta) })),
  ];
  return [
    '',
    ...markedLines(reading.text, span, marks, width, colors.isColorSupported),
    ...events.flatMap((event) => eventLines(event, reading, colors)),
    ...statements.flatMap((statement) => statementLines(statement, reading, { width, colors })),
    ...questions.map(() => `  ${colors.magenta('?')} open question`),
  ];
}

function eventLines(event: CodedEvent, reading: Reading, colors: Colors): string[] {
  const names = (side: Side, ids: readonly string[]) => {
    const doubt = doubtOf(event, side);
    return ids.map((id) => nameOf(id, reading)).join(', ') + (doubt === null ? '' : ` (${doubt})`);
  };
  const sides = [names('source', event.sources) || '(nobody named)', names('target', event.targets)]
    .filter(Boolean)
    .join(' → ');
  const type = [event.type, event.mode && `(${event.mode})`].filter(Boolean).join(' ');
  const source = reading.statements.find(({ id }) => id === event.statement)?.source;
  const speaker = source && speakerName(source, reading);
  const details = [
    event.status,
    event.when && event.when.text !== event.deadline?.text && timeInWords(event.when),
    event.deadline && `due ${timeInWords({ ...event.deadline, from: event.deadline.to })}`,
    event.where && [event.where.name, event.where.country && `(${event.where.country})`].filter(Boolean).join(' '),
    speaker && `according to ${speaker}`,
    ...event.links.map(({ kind, to }) => `${kind === 'leaves unanswered' ? 'left unanswered in' : kind} ${to}`),
    `${Math.round(event.confidence * 100)} % sure`,
  ];
  return [
    `  ${colors.yellow(event.id)} ${colors.bold(type)}  ${sides}`,
    `     ${colors.dim(details.filter(Boolean).join(' · '))}`,
  ];
}

/** A source by its own words; by the actor's name where they are one word that is not of it ("she", "Moscow"). */
function speakerName({ text, actor }: StatementSource, reading: Reading): string {
  const name = actor && nameOf(actor, reading);
  return name && /^\p{L}+$/u.test(text) && !name.split(' ').includes(text) ? name : text;
}

/** A time in the text's words, and the days that it means as far as they are known. */
function timeInWords({ text, from, to }: When): string {
  return `${text}${daysInWords(from, to, ': ')}`;
}

function statementLines(statement: Statement, reading: Reading, { width, colors }: Paper): string[] {
  const { source, cue, content, quoted, stance, addressee, channel, within, answers, confidence } = statement;
  const named = source && shortened(source.text, width / 2);
  const who = source ? `${named} (${nameUnlessSame(source, reading)}${source.kind})` : '(no source named)';
  const details = [
    quoted,
    stance === 'assert' ? null : stance,
    addressee && `to ${addressee}`,
    channel && `in ${channel}`,
    within && `within ${within}`,
    answers && `${stance === 'no answer' ? 'leaves unanswered' : 'answers'} ${answers}`,
    `${Math.round(confidence * 100)} % sure`,
  ];
  const words = content.map((span) => reading.text.slice(...span)).join(' … ');
  const how = cue && cue.text !== source?.text && cue.text !== ':' ? ` ${cue.text}` : '';
  return [
    `  ${colors.cyan(statement.id)} ${who}${how}: ${shortened(words, width - 9 - who.length - how.length)}`,
    `     ${colors.dim(details.filter(Boolean).join(' · '))}`,
  ];
}

/** The first and the last words of what stands above in full, each at least two. */
function shortened(content: string, length: number): string {
  const words = content.split(/\s+/);
  const half = Math.max(16, length / 2 - 2);
  const head = wordsWithin(words, half);
  const tail = wordsWithin(words.toReversed(), half).toReversed();
  return head.length + tail.length >= words.length ? words.join(' ') : `${head.join(' ')} … ${tail.join(' ')}`;
}

function wordsWithin(words: readonly string[], length: number): string[] {
  let used = 0;
  const end = words.findIndex((word, index) => {
    used += word.length + 1;
    return used > length && index >= 2;
  });
  return words.slice(0, end < 0 ? words.length : end);
}

function nameUnlessSame(source: NonNullable<Statement['source']>, reading: Reading): string {
  const name = source.actor && nameOf(source.actor, reading);
  return name && name !== source.text ? `${name}, ` : '';
}

function nameOf(id: string, reading: Reading): string {
  return reading.actors.find((actor) => actor.id === id)?.name ?? id;
}

function actorLines({ actors }: Reading, { colors }: Paper): string[] {
  if (actors.length === 0) return [];
  const details = ({ office, country, sector, mentions }: Actor) =>
    [office, country, sector === 'UNK' ? null : sector, mentions.length > 1 ? `${mentions.length} mentions` : null]
      .filter(Boolean)
      .join(' · ');
  const longest = Math.min(40, Math.max(...actors.map(({ name }) => name.length)));
  return [
    '',
    colors.bold('Who appears'),
    ...actors.map((actor) => `  ${actor.name.padEnd(longest)}  ${colors.dim(details(actor))}`.trimEnd()),
  ];
}
