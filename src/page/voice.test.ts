import { describe, expect, test } from 'vitest';
import { readPage } from './index.ts';

const title = 'Orvana recalls its envoy over the fishing treaty';
const report = [
  'The government of Orvana recalled its envoy from the islands on Monday after talks about a fishing treaty broke down late on Sunday night.',
  'Negotiators had met for nine days in a hotel outside the capital, and left without a date for another round, two delegates told reporters.',
  'The islands accuse the larger neighbour of sending trawlers into waters that a tribunal awarded to them four years ago, which Orvana denies.',
  'Shops in the port town of Lissa stayed closed for the day, and fishermen burned a copy of the treaty in front of the customs house there.',
  'A spokesman for the foreign ministry said the envoy would return once the islands had withdrawn their complaint from the tribunal in writing.',
  'The treaty was signed in 1994 and has been extended three times since, the last time for a period of two years that ends in December.',
];

/** The paragraphs of a page of the report with further ones at a place, in the same box as all others. */
function linesWith(further: readonly string[], at = report.length): string[] {
  const lines = report.toSpliced(at, 0, ...further);
  const html = `<html><head><title>${title}</title></head><body><h1>${title}</h1><div>${lines
    .map((line) => `<p>${line}</p>`)
    .join('\n')}</div></body></html>`;
  const { articles } = readPage(new TextEncoder().encode(html));
  return articles.flatMap(({ text, blocks }) =>
    blocks.filter(({ kind }) => kind !== 'headline').map(({ span }) => text.slice(...span)),
  );
}

describe('a publisher that speaks to its readers in the box of the article', () => {
  test.each([
    'For the full report and all other stories of the week, subscribers can log in to our e-paper on the website.',
    'Readers who want to comment need an account; your email will not be shown on the site, and all posts are moderated.',
    'Follow the Lissa Herald on Facebook and Instagram, or send us your photos and tips by WhatsApp or email.',
    'Wenn Sie unseren Newsletter abonnieren, lesen Sie jeden Morgen die neuesten Artikel in Ihrem Postfach.',
    'Abonnez-vous à notre infolettre et retrouvez chaque matin nos articles dans votre boîte, ou connectez-vous à votre compte.',
  ])('is no part of it: %s', (notice) => {
    expect(linesWith([notice])).toEqual(report);
  });

  test('is found beside an author’s note and in several paragraphs', () => {
    const notices = [
      'Thank you for being a reader of our site, where every story is free because members like you support us.',
      'If you have an account already, please log in to your membership page to submit a comment on this article.',
    ];
    expect(linesWith(notices)).toEqual(report);
  });
});

describe('a report that only speaks of such things', () => {
  test.each([
    'Twitter removed the accounts of eleven members of the opposition party on Tuesday, and Facebook said it was looking into similar posts.',
    'The senator told supporters on her website that she would not comment on the emails until the committee had published its report.',
    'Voters can register online until Friday, and the form is to be posted or brought to the municipal office by noon on Saturday.',
    '“If you subscribe to our newsletter you will read what they do not want you to read on your app,” he told the crowd.',
  ])('is kept, in the middle and at the end: %s', (paragraph) => {
    expect(linesWith([paragraph], 3)).toEqual(report.toSpliced(3, 0, paragraph));
    expect(linesWith([paragraph])).toEqual([...report, paragraph]);
  });

  test('is kept where it counts what a reader may do', () => {
    const tips = [
      '1. Open the website of the court and look for the page of the treaty; you need no account to read it.',
      '2. If you want to comment, sign in with your email and click on the form; your posts are moderated.',
      '3. Subscribe to the newsletter of the tribunal if you want updates in your inbox, or follow it on Twitter.',
    ];
    expect(linesWith(tips)).toEqual([...report, ...tips]);
  });

  test('is kept where it is about little else', () => {
    const about = [
      'Users of the app can sign in with an account of the messenger and share their posts with subscribers of a page.',
      'Once you click on a link in the newsletter, your browser stores a cookie that tells the site which article you read.',
      'The company said your account and your email address are deleted when you cancel the subscription to the website.',
    ];
    expect(linesWith(about, 2)).toEqual(report.toSpliced(2, 0, ...about));
  });
});
