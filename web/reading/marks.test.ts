import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actorKey } from '../../src/library/actor-key.ts';
import type { Article } from '../../src/server/schema.ts';
import { summit } from '../testing/readings.ts';
import { entriesAt, type Mark, marksOf, type Span, segmentsOf } from './marks.ts';

const article: Article = {
  ...summit,
  actors: summit.actors.map((actor) => ({ ...actor, key: actorKey(actor.name) })),
};
const marks = marksOf(article);
/** The words of each role that an entry rests on. */
const wordsOf = (entry: string) =>
  marks.filter((mark) => mark.entry === entry).map(({ role, span }) => `${role}: ${article.text.slice(...span)}`);
/** The entries that a reader finds at words of the text. */
const entriesUnder = (words: string) => {
  const start = article.text.indexOf(words);
  return entriesAt(segmentsOf([start, start + words.length], marks)[0].marks);
};

describe('the words of an entry', () => {
  test('are its trigger, its time and place, and its actors as its own sentence names them', () => {
    expect(wordsOf('e2')).toEqual([
      'trigger: talks',
      'where: Reykjavik',
      'when: two days',
      'source: US President Ronald Reagan',
      'target: Soviet leader Mikhail Gorbachev',
    ]);
  });

  test('are its deadline, too', () => {
    expect(wordsOf('e9')).toContain('deadline: ahead of a vote in Congress');
    expect(entriesUnder('vote in Congress')).toEqual(['e9']);
  });

  test('of a statement are source, cue and content', () => {
    expect(wordsOf('s3')).toEqual([
      'content: that Moscow had walked away from the table',
      'cue: denied',
      'source: Gorbachev',
    ]);
  });
});

describe('words lead to', () => {
  test('the entries anchored there, even inside reported words', () => {
    expect(entriesUnder('walked away')).toEqual(['e6']);
  });

  test('every entry of an anchor that several share', () => {
    expect(entriesUnder('alleged')).toEqual(['e7', 's4']);
  });

  test('the statement that reports them', () => {
    expect(entriesUnder('from the table')).toEqual(['s3']);
  });

  test('a question', () => {
    expect(entriesUnder('Will either side')).toEqual(['q1']);
  });

  test('nothing where the record says nothing', () => {
    expect(entriesUnder('without an')).toEqual([]);
  });
});

test('segments follow one another from end to end, and each lies wholly inside its marks and outside all others', () => {
  const span = fc
    .tuple(fc.nat(60), fc.nat(60))
    .map(([one, other]): Span => [Math.min(one, other), Math.max(one, other)]);
  const anyMarks = fc.array(
    fc.record<Mark>({ entry: fc.constantFrom('e1', 's1'), role: fc.constantFrom('trigger', 'content'), span }),
  );
  fc.assert(
    fc.property(
      span.filter(([start, end]) => start < end),
      anyMarks,
      (range, some) => {
        const segments = segmentsOf(range, some);
        expect(segments[0].span[0]).toBe(range[0]);
        expect(segments.at(-1)!.span[1]).toBe(range[1]);
        segments.forEach((segment, index) => {
          if (index > 0) expect(segment.span[0]).toBe(segments[index - 1].span[1]);
          const [start, end] = segment.span;
          expect(end).toBeGreaterThan(start);
          for (const mark of some) {
            const isOutside = mark.span[1] <= start || mark.span[0] >= end || mark.span[0] === mark.span[1];
            expect(segment.marks.includes(mark)).toBe(!isOutside);
          }
        });
      },
    ),
  );
});
