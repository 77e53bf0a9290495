import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Evidence, Reading } from './coding/reading.ts';
import type { Span } from './page/article.ts';
import { createReader, type Reader } from './read.ts';
import { type PageBytes, readPages } from './read-pages.ts';

const files = readdirSync('samples').filter((name) => name !== 'README.md');
const samples: PageBytes[] = files.map((name) => {
  return { bytes: readFileSync(`samples/${name}`), given: { file: `samples/${name}` } };
});

describe('the samples, from bytes to the record', () => {
  let reader: Reader;
  let readings: Reading[];
  beforeAll(async () => {
    reader = await createReader();
    readings = samples.flatMap((page) => reader.readPage(page).readings);
  });

  test('every page gives its articles, and nothing is left unread', () => {
    expect(samples.map((page) => reader.readPage(page).errors)).toEqual(samples.map(() => []));
    const of = (name: string) => readings.filter(({ file }) => file === `samples/${name}`).map(({ title }) => title);
    expect(of('korea-and-horn-two-articles.html')).toHaveLength(2);
    expect(of('wire-desk.jsonl')).toHaveLength(2);
    expect(of('iran-deal-live.html').length).toBeGreaterThan(1);
    expect(of('mali-intervention.html')).toEqual(['France sends troops to Mali as rebels advance']);
    expect(new Set(readings.map(({ id }) => id)).size).toBe(readings.length);
  });

  test('every entry is tied to the words that it names', () => {
    for (const reading of readings) {
      const evidence: Evidence[] = reading.events.map(({ trigger }) => trigger);
      for (const { source, cue } of reading.statements) {
        // Speech that runs on has no words of its own for its source: its span leads back to the sentence that has. "Who" has
        // the words that it stands for, which stand before it.
        const words = source?.span && reading.text.slice(...source.span);
        if (words && /^(?:who|which|that)$/i.test(words))
          expect(reading.text.lastIndexOf(source.text, source.span![0])).toBeGreaterThan(-1);
        else if (source?.span && source.text) evidence.push({ text: source.text, span: source.span });
        if (cue) evidence.push(cue);
      }
      for (const { text, span } of evidence) expect(reading.text.slice(...span)).toBe(text);
      const spans: Span[] = [
        ...reading.blocks.map(({ span }) => span),
        ...reading.sentences,
        ...reading.questions,
        ...reading.actors.flatMap(({ mentions }) => mentions),
        ...reading.statements.flatMap(({ content }) => content),
      ];
      for (const [start, end] of spans) expect(0 <= start && start < end && end <= reading.text.length).toBe(true);
    }
  });

  test('every reference inside a record leads somewhere', () => {
    for (const { actors, statements, events, sentences } of readings) {
      const known = new Set([...actors, ...statements, ...events].map(({ id }) => id));
      const references = [
        ...events.flatMap(({ sources, targets, statement, links }) => [
          ...sources,
          ...targets,
          statement,
          ...links.map(({ to }) => to),
        ]),
        ...statements.flatMap(({ source, within }) => [source?.actor, within]),
      ].filter((reference) => reference != null);
      expect(references.filter((reference) => !known.has(reference))).toEqual([]);
      expect([...events, ...statements].filter(({ sentence }) => !sentences[sentence])).toEqual([]);
    }
  });

  test('the same bytes give the same record, byte for byte', () => {
    const again = samples.flatMap((page) => reader.readPage(page).readings);
    expect(again.map(digest)).toEqual(readings.map(digest));
  });

  test('threads give what one thread gives, in the order of the pages', async () => {
    async function* pages() {
      yield* samples;
    }
    const read: Reading[] = [];
    for await (const { record } of readPages(pages())) read.push(...record.readings);
    expect(read.map(digest)).toEqual(readings.map(digest));
  });

  test('together they show what a record can hold', () => {
    const events = readings.flatMap((reading) => reading.events);
    const statements = readings.flatMap((reading) => reading.statements);
    expect(new Set(events.map(({ status }) => status))).toEqual(
      new Set(['actual', 'planned', 'alleged', 'hypothetical', 'negated']),
    );
    const kinds = new Set(statements.map(({ source }) => source?.kind));
    for (const kind of ['named', 'body', 'anonymous', 'document', 'media', 'unspecified'])
      expect(kinds).toContain(kind);
    expect(new Set(statements.map(({ quoted }) => quoted))).toEqual(new Set(['direct', 'mixed', 'indirect']));
    const stances = new Set(statements.map(({ stance }) => stance));
    for (const stance of ['deny', 'accuse', 'promise', 'demand', 'no answer']) expect(stances).toContain(stance);
    expect(readings.filter(({ questions }) => questions.length > 0)).not.toEqual([]);
    const inCaption = readings.flatMap(({ blocks, events, sentences }) =>
      events.filter(({ sentence }) =>
        blocks.some(
          ({ kind, span }) =>
            kind === 'caption' && span[0] <= sentences[sentence][0] && sentences[sentence][0] < span[1],
        ),
      ),
    );
    expect(inCaption.some(({ type, when }) => type === 'CONSULT' && when?.from)).toBe(true);
  });
});

/** A reading in few words: a difference of one character shows. */
function digest(reading: Reading): string {
  return `${reading.id} ${createHash('sha256').update(JSON.stringify(reading)).digest('hex')}`;
}

describe('text that nobody would write', () => {
  const words =
    'the The a its his He they who , . “ ” : – ( ) and of to by said asked denied attack talks president minister Union group government Agnostics (UNA) UNA Ana Petrov General Peru Peruvian Lima Kremlin Monday 2015 has is was not will must if “We government’s'.split(
      ' ',
    );

  test('is read to a record whose spans lie inside it', async () => {
    const reader = await createReader();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 }), (chosen) => {
        const line = JSON.stringify({ id: 'x', published: '2015-03-20', text: chosen.join(' ') });
        const { readings, errors } = reader.readPage({
          bytes: new TextEncoder().encode(line),
          given: { file: 'x.jsonl' },
        });
        expect(errors).toEqual([]);
        for (const { text, actors, statements, events } of readings) {
          const spans = [
            ...actors.flatMap(({ mentions }) => mentions),
            ...statements.flatMap(({ content }) => content),
            ...events.map(({ trigger }) => trigger.span),
          ];
          for (const [start, end] of spans) expect(0 <= start && start < end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
