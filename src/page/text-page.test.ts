import { describe, expect, test } from 'vitest';
import { type Article, readPage } from './index.ts';

const read = (text: string) => readPage(new TextEncoder().encode(text), {});
const kindsOf = ({ blocks }: Article) => blocks.map(({ kind }) => kind);

const caption = 'Foreign minister Lena Aho is received by her colleague in Tarvo on Sunday (State television)';
const bodies = [
  'Foreign minister Lena Aho has invited the government of Tarvo to talks on fishing rights, her office announced on Monday.\n\nThe talks are to begin in June, according to the invitation, which this paper has seen in full.',
  'The parliament of Ostra has voted to end the state of emergency that was declared after the floods of last autumn.\n\nThe vote was close: 61 members were in favour, 58 were against, and two did not take part in it.',
];
const copied = (title: string, body: string) =>
  `${title}\n\n${caption}\n${caption}\nTT\n20\n\n${title}\n\n${caption}\n${caption}\n\n${body}`;

describe('text that was copied out of a browser', () => {
  const { articles } = read(
    `${copied('Aho Invites Tarvo to Talks: A Sign of Thaw?', bodies[0]!)}\n\n\n\n${copied('Ostra Ends Emergency, Opposition Objects', bodies[1]!)}`,
  );

  test('is as many articles as it holds', () => {
    expect(articles.map(({ title }) => title)).toEqual([
      'Aho Invites Tarvo to Talks: A Sign of Thaw?',
      'Ostra Ends Emergency, Opposition Objects',
    ]);
  });

  test('has headline, caption and credit once, and nothing of the buttons', () => {
    for (const article of articles) {
      expect(kindsOf(article)).toEqual(['headline', 'caption', 'credit', 'paragraph', 'paragraph']);
      expect(article.text).toContain('\n\n(State television)\n\n');
      expect(article.text).not.toMatch(/^(TT|20)$/m);
    }
  });
});

test('a report with spaced sections is one article', () => {
  const { articles } = read(`Aho invites Tarvo to talks\n\n${bodies[0]}\n\n\nWhat is at stake\n\n${bodies[1]}`);
  expect(articles).toHaveLength(1);
});

test('byline and date above the text are known, and no part of it', () => {
  const [article] = read(
    `Aho invites Tarvo to talks\nBy Ida Renn and Tom Falk\n4 March 2019, 10:30 GMT\n\n${bodies[0]}`,
  ).articles;
  expect(article).toMatchObject({ authors: ['Ida Renn', 'Tom Falk'], published: '2019-03-04T10:30Z' });
  expect(kindsOf(article!)).toEqual(['headline', 'paragraph', 'paragraph']);
});

test("a wire report's dateline gives its day, and stays in the text", () => {
  const [article] = read(`TARVO, June 3, 1987 (Delta) - ${bodies[0]}`).articles;
  expect(article).toMatchObject({ published: '1987-06-03', provenance: { published: 'dateline' } });
  expect(article!.text.startsWith('TARVO, June 3')).toBe(true);
});

test('hard-wrapped lines are put together', () => {
  const [article] = read(
    'The parliament of Ostra has voted to end\nthe state of emergency that was declared\nafter the floods, and the members\nwent home.\n\nThe vote was close, and the chair\nhad to count it twice before she\nannounced it.',
  ).articles;
  expect(article!.text.split('\n\n')).toHaveLength(2);
  expect(article!.text).toContain('declared after the floods');
});

test('one sentence is an article; a day that was given stands where the text has none', () => {
  const [article] = readPage(new TextEncoder().encode('Ostra bombed Tarvo.'), { published: '1990-01-02' }).articles;
  expect(article).toMatchObject({
    text: 'Ostra bombed Tarvo.',
    title: null,
    published: '1990-01-02',
    provenance: { published: 'given' },
  });
});
