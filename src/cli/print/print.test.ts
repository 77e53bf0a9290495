import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';
import { expect, test } from 'vitest';
import { evidence, readingOf, twoReadings } from '../../library/testing/readings.ts';
import { dayInWords, daysInWords } from './days.ts';
import { readingText } from './reading.ts';
import { table } from './table.ts';

const [talks, protest] = twoReadings();
const plain = { width: 60, colors: pc.createColors(false) };

test('a reading is printed with its headline, source and date first', () => {
  expect(readingText(talks, plain).split('\n').slice(0, 2)).toEqual([
    'Sadat arrives in Jerusalem',
    'The Harbour Post · 20 November 1977 · Ann Example · https://harbour.example/1977/talks',
  ]);
  expect(readingText({ ...protest, published: null }, plain)).toContain('no date · samples/protest.html');
});

test('every entry stands below its sentence, whose evidence is underlined', () => {
  const lines = readingText(talks, plain).split('\n');
  const line = lines.findIndex((text) => text.startsWith('Egyptian President'));
  expect(lines.slice(line, line + 5)).toEqual([
    'Egyptian President Anwar Sadat landed in Israel on Saturday',
    'and was met by Prime Minister Menachem Begin.',
    '        ‾‾‾',
    '  e1 CONSULT (visit)  Anwar Sadat → Menachem Begin',
    '     actual · on Saturday: 19 November 1977 · Jerusalem (ISR) · 90 % sure',
  ]);
  expect(lines).toContain('     negated · according to Sadat · denies s1 · 90 % sure');
  const statement = lines.findIndex((text) => text.startsWith('  s1'));
  expect(lines.slice(statement, statement + 2)).toEqual([
    '  s1 Sadat (Anwar Sadat, named) told: that he wanted peace',
    '     indirect · to the Knesset · in speech · 90 % sure',
  ]);
  expect(lines).toContain('  ? open question');
});

test.each([
  ['that the grammar of the act does not give', { inferred: ['target' as const] }, ' (inferred, 70 %)'],
  [
    'of a record made before sides told how sure they are',
    { inferred: ['target' as const], targetConfidence: null },
    ' (inferred)',
  ],
  ['that is likelier wrong than right', { targetConfidence: 0.4 }, ' (40 %)'],
  ['that is sure enough', {}, ''],
])('a side %s is marked as such', (_, changed, mark) => {
  const events = talks.events.map((event) => ({ ...event, ...changed }));
  expect(readingText({ ...talks, events }, plain)).toContain(`Anwar Sadat → Menachem Begin${mark}\n`);
});

test('what is planned stands with the day by which it is due', () => {
  expect(readingText(protest, plain)).toContain(
    '     planned · in December: 1 December 1977 to 31 December 1977 · due by Christmas: 25 December 1977 · 90 % sure\n',
  );
  const [event] = protest.events.slice(1);
  const due = { from: null, to: null, text: 'before the snow' };
  const reading = { ...protest, events: [{ ...event!, when: due, deadline: due }] };
  expect(readingText(reading, plain)).toContain('     planned · due before the snow · 90 % sure\n');
});

test('a speaker is named where the words alone would not tell who it is', () => {
  const [statement, denial] = talks.statements;
  const source = { ...denial!.source!, text: 'he' };
  const statements = [statement!, { ...denial!, source, cue: { ...denial!.cue!, text: ':' } }];
  const text = readingText({ ...talks, statements }, plain);
  expect(text).toContain('according to Anwar Sadat · denies s1');
  expect(text).toContain('  s2 he (Anwar Sadat, named): seeking a separate deal');
});

test('long content is given by its first and last words, which stand in full above', () => {
  const text =
    'A statement\nThe minister said that the talks on the border would go on until both sides had what they came for.';
  const content = evidence(
    text,
    'that the talks on the border would go on until both sides had what they came for',
  ).span;
  const [statement] = talks.statements;
  const reading = readingOf(text, {
    id: 'long',
    statements: [{ ...statement, sentence: 1, source: null, cue: null, content: [content], addressee: null }],
  });
  expect(readingText(reading, plain)).toContain('  s1 (no source named): that the talks … they came for\n');
});

test('a sentence without entries is left out; who appears stands at the end', () => {
  const text = readingText(talks, plain);
  expect(text.match(/Sadat arrives in Jerusalem/g)).toHaveLength(1);
  expect(text.trimEnd().split('\n').slice(-3)).toEqual([
    'Who appears',
    '  Anwar Sadat     President · EGY · GOV',
    '  Menachem Begin  Prime Minister · ISR · GOV',
  ]);
});

test('with colours the words are the same, and the trigger is underlined in place', () => {
  const coloured = readingText(talks, { width: 60, colors: pc.createColors(true) });
  expect(coloured).toContain('\x1b[4m\x1b[33mmet\x1b[39m\x1b[24m');
  const words = readingText(talks, plain)
    .split('\n')
    .filter((line) => !/^[\s‾]*‾[\s‾]*$/.test(line));
  expect(stripVTControlCharacters(coloured).split('\n')).toEqual(words);
});

test('days are given in words as far as they are known', () => {
  expect(dayInWords('2025-03-20T08:00:00Z')).toBe('20 March 2025');
  expect(dayInWords('2025-03')).toBe('2025-03');
  expect(daysInWords('2025-01-24', '2025-01-31', ': ')).toBe(': 24 January 2025 to 31 January 2025');
  expect(daysInWords(null, '2025-01-31', ': ')).toBe(': until 31 January 2025');
  expect(daysInWords('2011-01-01', null, '')).toBe('since 1 January 2011');
});

test('a table lines numbers up to the right and cuts the text that is too long', () => {
  const rows = table(
    [{ heading: 'id' }, { heading: 'title' }, { heading: 'events', numeric: true }],
    [['a1', 'A very long headline', 7]],
    24,
  );
  expect(rows).toEqual(['id  title         events', 'a1  A very long…       7']);
  expect(table([{ heading: 'page', keepEnd: true }], [['/home/ann/pages/report.html']], 12)[1]).toBe('…report.html');
});
