import { describe, expect, test } from 'vitest';
import { readPage } from './index.ts';

const title = 'Ferry line to Ostrava island resumes after strike';
const report = [
  'The ferry line to Ostrava island will resume on Saturday after a strike of eleven days, the union and the company said in a joint statement.',
  'The crews are to receive four per cent more from July, and the company withdrew a plan under which two of its five boats were to be sold.',
  'About nine thousand people live on the island, which has a hospital but no surgeon, and two patients were flown out by the army last week.',
  'The mayor, Ilse Brandt, called the agreement a relief, and said that the shops had run out of flour, batteries and fuel for heating stoves.',
  'Talks about the timetable of the winter are to begin in September, when the subsidy of the region for the line has to be negotiated again.',
];
const remarks = [
  'They should have settled on the first day instead of letting the old people wait for their medicine.',
  'My sister works on the boats and she has not had a rise since the line was privatised.',
  'Four per cent! With what everything costs now that is nothing at all, and they know it.',
  'Good news for the island, but who will pay for it in the end? We will, as always.',
];
const writers = ['harbour_light', 'Petra K.', 'oldsailor', 'islander99'];
const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('\n');
const entries = (make: (writer: string, remark: string, n: number) => string) =>
  remarks.map((remark, n) => make(writers[n]!, remark, n)).join('\n');

function linesOf(body: string): string[] {
  const html = `<html><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;
  const { articles } = readPage(new TextEncoder().encode(html));
  expect(articles).toHaveLength(1);
  return articles[0]!.blocks
    .filter(({ kind }) => kind !== 'headline')
    .map(({ span }) => articles[0]!.text.slice(...span));
}

describe('what readers wrote under an article, told by who signs it and when', () => {
  test.each([
    [
      'in boxes, dated',
      (writer: string, remark: string, n: number) =>
        `<div><div>${writer} 14 March 2024 1${n}:05</div><p>${remark}</p></div>`,
    ],
    [
      'in lists, counted back',
      (writer: string, remark: string, n: number) => `<li><b>${writer}</b> ${n + 2} hours ago<p>${remark}</p></li>`,
    ],
    [
      'in French',
      (writer: string, remark: string, n: number) =>
        `<div><p>${remark}</p><div>Posté par ${writer} le 1${n} mars 2024 à 18h05</div></div>`,
    ],
    [
      'the writer above the time',
      (writer: string, remark: string, n: number) =>
        `<div><span>${writer}</span><div>Mar 1${n}, 2024</div><p>${remark}</p></div>`,
    ],
  ])('%s', (_, make) => {
    expect(linesOf(`<div><div>${paragraphs(report)}</div><div>${entries(make)}</div></div>`)).toEqual(report);
    expect(linesOf(`<div>${paragraphs(report)}${entries(make)}</div>`)).toEqual(report);
  });

  test('a chronology in the article is none', () => {
    const days = ['3 May 2021 – First strike', '9 October 2022 – New owner', '1 March 2024 – Crews walk out'];
    const chronology = days.flatMap((day, n) => [day, remarks[n]!]);
    expect(linesOf(`<div>${paragraphs([...report, ...chronology])}</div>`)).toEqual([...report, ...chronology]);
  });
});

describe('a gallery that counts its pictures', () => {
  const slides = remarks
    .map((remark, n) => `<li><h2>${n + 1}/4 A view of the harbour</h2><p>${remark}</p></li>`)
    .join('');

  test('is left out of the article that it stands in', () => {
    const body = `<div>${paragraphs(report.slice(0, 5))}<ul>${slides}</ul>${paragraphs(report.slice(5))}</div>`;
    expect(linesOf(body)).toEqual(report);
  });

  test('marks out of ten count nothing', () => {
    const reviews = remarks
      .map((remark, n) => `<h3>The ${writers[n]}</h3><p>${7 + (n % 2)}/10 for service</p><p>${remark}</p>`)
      .join('');
    expect(linesOf(`<div>${paragraphs(report)}${reviews}</div>`)).toEqual(expect.arrayContaining(remarks));
  });
});
