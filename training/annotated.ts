/**
 * Articles with their annotated events: those of `../shared/gold`, and in `training/annotations` our own of articles in `../shared` and
 * of reports that we made up.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { EventType, SourceKind, Status } from '../src/coding/reading.ts';
import type { Span } from '../src/page/article.ts';

export interface AnnotatedActor {
  readonly name: string;
  readonly country: string | null;
  readonly sector: string;
}

export interface AnnotatedEvent {
  /** The sentence that reports it, and the words that do. */
  readonly sentence: Span;
  readonly trigger: Span;
  readonly type: EventType;
  readonly status: Status;
  readonly source: readonly AnnotatedActor[];
  readonly target: readonly AnnotatedActor[];
}

/** Who says what, as spans of the text; null where the sentence names no source or has no cue. */
export interface AnnotatedStatement {
  readonly sentence: Span;
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: Span;
  readonly kind: SourceKind;
}

export interface AnnotatedArticle {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  readonly events: readonly AnnotatedEvent[];
  /** Null where only events are annotated. */
  readonly statements: readonly AnnotatedStatement[] | null;
  /** Every third article of each set: only its totals are looked at while coding is worked on. */
  readonly held: boolean;
}

const SHARED = new URL('../../shared/', import.meta.url);
const OWN = new URL('annotations/', import.meta.url);
const INVENTED = new URL('invented/', OWN);

export const hasAnnotations = (): boolean => existsSync(new URL('gold/annotations', SHARED));

const linesOf = (url: URL): string[] => readFileSync(url, 'utf8').split('\n').filter(Boolean);

const idsIn = (folder: URL): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length))
    .sort();

interface GoldRecord extends Omit<AnnotatedEvent, 'sentence' | 'trigger'> {
  readonly layer: string;
  readonly s: number;
  readonly trigger: string;
}

interface GoldStatement {
  readonly layer: string;
  readonly s: number;
  readonly source: string;
  readonly cue: string;
  readonly content_start: string;
  readonly content_end: string;
  readonly kind: SourceKind;
}

/** A statement of the gold, by the first and last words of its content; null where its sentence does not have them. */
function goldStatement(text: string, [start, end]: Span, record: GoldStatement): AnnotatedStatement | null {
  const sentence = text.slice(start, end);
  const find = (words: string): Span | null => {
    const at = words === '' ? -1 : sentence.indexOf(words);
    return at < 0 ? null : [start + at, start + at + words.length];
  };
  const first = sentence.indexOf(record.content_start);
  const following = sentence.indexOf(record.content_end, Math.max(first, 0));
  const last = following < 0 ? sentence.lastIndexOf(record.content_end) : following;
  if (first < 0 || last < 0) return null;
  const content: Span = [start + first, start + last + record.content_end.length];
  return { sentence: [start, end], source: find(record.source), cue: find(record.cue), content, kind: record.kind };
}

/** The articles annotated for measuring. */
export function goldArticles(): AnnotatedArticle[] {
  return idsIn(new URL('gold/annotations/', SHARED)).map((id, index) => {
    const { published, text, sentences } = JSON.parse(readFileSync(new URL(`gold/text/${id}.json`, SHARED), 'utf8'));
    const records = linesOf(new URL(`gold/annotations/${id}.jsonl`, SHARED)).map(
      (line): GoldRecord => JSON.parse(line),
    );
    const events = records
      .filter(({ layer }) => layer === 'event')
      .map(({ s, trigger, type, status, source, target }): AnnotatedEvent => {
        const [start, end]: Span = sentences[s];
        const at = start + Math.max(0, text.slice(start, end).indexOf(trigger));
        return { sentence: [start, end], trigger: [at, at + trigger.length], type, status, source, target };
      });
    const statements = records
      .filter(({ layer }) => layer === 'statement')
      .map((record) => record as unknown as GoldStatement)
      .map((record) => goldStatement(text, sentences[record.s], record))
      .filter((statement) => statement !== null);
    return { id, published: published ?? null, text, events, statements, held: index % 3 === 2 };
  });
}

const eventsOf = (id: string, folder: URL): AnnotatedEvent[] =>
  linesOf(new URL(`${id}.jsonl`, folder)).map((line): AnnotatedEvent => JSON.parse(line));

/** Reports of happenings that never were, in all the world but Syria: the day on a line of its own, then the text. */
export function inventedReports(): AnnotatedArticle[] {
  return idsIn(INVENTED).map((id, index) => {
    const [published, ...lines] = readFileSync(new URL(`${id}.txt`, INVENTED), 'utf8')
      .trimEnd()
      .split('\n');
    const text = lines.join('\n');
    return { id, published, text, events: eventsOf(id, INVENTED), statements: null, held: index % 3 === 2 };
  });
}

/** The articles of `../shared` annotated for training. */
export function ownArticles(): AnnotatedArticle[] {
  const texts = new Map<string, { published: string | null; text: string }>([
    ...linesOf(new URL('data/articles/guardian-syria.jsonl', SHARED)).map((line): [string, never] => {
      const article = JSON.parse(line);
      return [article.id, article as never];
    }),
    ...gumNews(),
  ]);
  return idsIn(OWN).map((id, index) => {
    const { published, text } = texts.get(id)!;
    const events = eventsOf(id, OWN);
    const said = new URL(`statements/${id}.jsonl`, OWN);
    const statements = existsSync(said) ? linesOf(said).map((line): AnnotatedStatement => JSON.parse(line)) : null;
    return { id, published, text, events, statements, held: index % 3 === 2 };
  });
}

/** GUM's news by id (`gum-news-korea`): sentences of a paragraph joined by a blank, paragraphs by a blank line. */
function gumNews(): [string, { published: string | null; text: string }][] {
  const found: [string, { published: string | null; text: string }][] = [];
  for (const part of ['train', 'dev'])
    for (const document of readFileSync(new URL(`data/treebanks/gum-${part}.conllu`, SHARED), 'utf8').split(
      /^(?=# newdoc id = )/m,
    )) {
      const id = document.match(/^# newdoc id = GUM_(\S+)/)?.[1];
      if (!id?.startsWith('news_')) continue;
      const paragraphs: string[][] = [];
      for (const [line, text] of document.matchAll(/^# (?:newpar.*|text = (.*))$/gm)) {
        if (line.startsWith('# newpar') || paragraphs.length === 0) paragraphs.push([]);
        if (text !== undefined) paragraphs.at(-1)!.push(text);
      }
      const published = document.match(/^# meta::dateCreated = (\S+)/m)?.[1] ?? null;
      const text = paragraphs.filter(({ length }) => length > 0).map((sentences) => sentences.join(' '));
      found.push([`gum-${id.replace('_', '-')}`, { published, text: text.join('\n\n') }]);
    }
  return found;
}
