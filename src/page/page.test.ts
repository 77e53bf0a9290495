import { describe, expect, test } from 'vitest';
import { type Article, type Given, readPage } from './index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(page: string, given: Given = {}): readonly Article[] {
  const { articles, errors } = readPage(bytes(page), given);
  expect(errors).toEqual([]);
  return articles;
}

function only(page: string, given: Given = {}): Article {
  const articles = read(page, given);
  expect(articles).toHaveLength(1);
  return articles[0]!;
}

const blocksOf = ({ text, blocks }: Article) => blocks.map(({ kind, span }) => [kind, text.slice(...span)]);

const first =
  'The port authority of Marenza closed both piers on Tuesday after inspectors found cracks in three supporting columns, a spokeswoman said.';
const second =
  'Ferries to the outer islands will sail from the old harbour until the end of the month, and freight will go by rail.';
const third =
  'The mayor, who had promised in May that the piers were safe, said she would ask the ministry for an independent report.';
const paragraphs = `<p>${first}</p><p>${second}</p><p>${third}</p>`;

describe('the body', () => {
  test('holds the paragraphs, in order, and none of what stands around and between them', () => {
    const article =
      only(`<!doctype html><html lang="en"><head><title>Marenza closes its piers | Coast Herald</title></head><body>
      <nav><a href="/">Home</a><a href="/world">World</a></nav>
      <div class="cookie-banner"><p>We use cookies to give you the best experience on our pages, and you can change this at any time.</p></div>
      <main><article><h1>Marenza closes its piers</h1>
      <div class="share-buttons"><a href="#">Share</a><a href="#">Tweet</a></div>
      <div class="textsize"><button>A-</button><span>TT</span><span>20</span></div>
      <p>${first}</p>
      <div class="newsletter"><p>Sign up for our morning briefing and get the news of the coast before breakfast, every day.</p></div>
      <p>${second}</p>
      <p><a href="/old">Read more: How the piers were built</a></p>
      <p>${third}</p>
      <p>Advertisement</p></article>
      <section class="related"><h3>Related stories</h3><ul><li><a href="/a">Rail strike called off after talks at the ministry</a></li><li><a href="/b">Fishermen fear for the season</a></li></ul></section>
      <div id="comments"><p>I have always said that these piers would not last, and nobody at the town hall would listen to me.</p></div></main>
      <footer><p>Copyright Coast Herald. All rights reserved. No part of this page may be copied without written permission.</p></footer>
      </body></html>`);
    expect(blocksOf(article)).toEqual([
      ['headline', 'Marenza closes its piers'],
      ['paragraph', first],
      ['paragraph', second],
      ['paragraph', third],
    ]);
  });

  test('types its blocks and keeps spans exact', () => {
    const article =
      only(`<h1>Marenza closes its piers</h1><p class="standfirst">Inspectors found cracks in three columns</p>
      <figure><img src="pier.jpg"><figcaption>The northern pier on Tuesday morning. (Coast Herald/Ana Brel)</figcaption></figure>
      <div class="article-body">${paragraphs}<h2>What happens next</h2>
      <blockquote><p>“We will not open them before every column has been tested,” the engineer in charge said.</p></blockquote>
      <ul><li>Ferries leave from the old harbour.</li><li>Freight goes by rail until further notice.</li></ul></div>`);
    expect(article.blocks.map(({ kind, heading }) => (heading ? `${kind} (heading)` : kind))).toEqual([
      'headline',
      'dek',
      'caption',
      'credit',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph (heading)',
      'quote',
      'listItem',
      'listItem',
    ]);
    expect(blocksOf(article).slice(2, 4)).toEqual([
      ['caption', 'The northern pier on Tuesday morning.'],
      ['credit', '(Coast Herald/Ana Brel)'],
    ]);
    expect(article.text).toBe(
      blocksOf(article)
        .map(([, text]) => text)
        .join('\n\n'),
    );
  });

  test('has headline, caption and credit once where the page repeats them', () => {
    const caption = 'Passengers wait at the old harbour on Wednesday (Marenza Port Authority)';
    const article =
      only(`<h2>Ferries return to the old harbour</h2><div class="photo"><p class="caption">${caption.replace(/ \(.*/, '')}</p><p class="caption">${caption}</p></div>
      <h2>Ferries return to the old harbour</h2><div>${paragraphs}</div>`);
    expect(blocksOf(article).map(([kind]) => kind)).toEqual([
      'headline',
      'caption',
      'credit',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  test('knows captions by the names that content systems give them', () => {
    const article = only(
      `<h1>Marenza closes its piers</h1><div class="wp-block-image"><div class="wp-caption-text">The northern pier on Tuesday. Photo: Ana Brel</div></div><div class="elementor-widget-container">${paragraphs}</div>`,
    );
    expect(blocksOf(article).slice(1, 3)).toEqual([
      ['caption', 'The northern pier on Tuesday.'],
      ['credit', 'Photo: Ana Brel'],
    ]);
    expect(article.text).toContain(third);
  });

  test('joins a drop cap to its word, and splits lines at <br>', () => {
    const article = only(
      `<h1>Marenza closes its piers</h1><article><p><div class="dropcap">T</div>${first.slice(1)}<br><br>${second}</p><p>${third}</p></article>`,
    );
    expect(
      blocksOf(article)
        .slice(1)
        .map(([, text]) => text),
    ).toEqual([first, second, third]);
  });

  test('keeps sentences that begin like notices', () => {
    const sentences = [
      'By dawn on Tuesday the piers were empty.',
      'By continuing to delay the repairs, the ministry has put lives at risk, the mayor told the council.',
      'Families of those who were hurt will receive compensation from the port authority within the year.',
      'Comment on the report was not to be had.',
      'Advertisements for the ferry had promised a safe crossing in all weathers, the council was told.',
    ];
    const article = only(
      `<h1>Marenza closes its piers</h1><div>${sentences.map((text) => `<p>${text}</p>`).join('')}${paragraphs}</div>`,
    );
    expect(
      blocksOf(article)
        .slice(1, 6)
        .map(([, text]) => text),
    ).toEqual(sentences);
  });

  test('ends where the page asks for a subscription', () => {
    const article = only(`<h1>Marenza closes its piers</h1><div class="story">${paragraphs}
      <p>To continue reading this story, choose one of our offers.</p><p>With our yearly plan you read everything, on all your devices, and save a third of the price.</p></div>`);
    expect(article.text.endsWith(third)).toBe(true);
  });

  test('is found in tables, in capitals and without closing tags', () => {
    const article = only(
      `<HTML><BODY><TABLE><TR><TD><A HREF="/">Home</A><TD><FONT><H1>Marenza closes its piers</H1><P>${first}<P>${second}<P>${third}</TABLE>`,
    );
    expect(blocksOf(article)).toHaveLength(4);
  });

  test('leaves cards out that stand in the text', () => {
    const card = (n: number) =>
      `<div class="c${n}"><a href="/${n}">A headline of another story, number ${n}</a><p>A few words about that other story, so that readers go there.</p></div>`;
    const article = only(
      `<h1>Marenza closes its piers</h1><div><p>${first}</p><div>${card(1)}${card(2)}${card(3)}</div><p>${second}</p><p>${third}</p></div>`,
    );
    expect(article.text).not.toContain('other story');
    expect(article.text).toContain(third);
  });
});

describe('several articles', () => {
  const story = (title: string, day: string, text: string) =>
    `<article><h1>${title}</h1><p class="byline">By Ana Brel</p><time datetime="${day}">${day}</time>${text.replace(/<p>/g, `<p>${title}: `)}</article>`;

  test('below each other are articles of their own', () => {
    const articles = read(
      `<html><body>${story('Marenza closes its piers', '2021-05-04', paragraphs)}${story('Rail freight doubles in a week', '2021-05-11', paragraphs)}</body></html>`,
    );
    expect(articles.map(({ title, published, authors }) => [title, published, authors])).toEqual([
      ['Marenza closes its piers', '2021-05-04', ['Ana Brel']],
      ['Rail freight doubles in a week', '2021-05-11', ['Ana Brel']],
    ]);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(2);
    expect(articles[0]!.text).not.toContain('Rail freight doubles');
  });

  test('sections of one article stay one', () => {
    const sections = ['How it began', 'What was found', 'Who will pay'].map(
      (head) => `<section><h2>${head} in Marenza</h2>${paragraphs.replace(/<p>/g, `<p>${head}. `)}</section>`,
    );
    expect(read(`<h1>The story of the Marenza piers</h1>${sections.join('')}`)).toHaveLength(1);
  });

  test('an article with teasers is one', () => {
    const teasers = Array.from(
      { length: 6 },
      (_, n) =>
        `<article><h2><a href="/${n}">Another headline of the day, number ${n}</a></h2><time>4 May 2021</time><p>One sentence that says what it is about.</p></article>`,
    );
    const article = only(`<main><h1>Marenza closes its piers</h1>${paragraphs}</main><div>${teasers.join('')}</div>`);
    expect(article.text).not.toContain('Another headline');
  });

  test('posts of a live blog have their own time and address', () => {
    const post = (n: number, time: string) =>
      `<div class="post" id="p${n}"><time datetime="2021-05-04T${time}:00Z">${time}</time><h3>Column number ${n} is tested</h3><p>Engineers have tested column number ${n} of the northern pier and found no crack in it, the port authority says.</p></div>`;
    const articles =
      read(`<html><head><title>Marenza piers: live updates</title><link rel="canonical" href="https://coast.example/live/piers"></head>
      <body><h1>Marenza piers: live updates</h1><div>${post(3, '12:30')}${post(2, '11:10')}${post(1, '10:05')}</div></body></html>`);
    expect(articles.map(({ published }) => published)).toEqual([
      '2021-05-04T12:30:00Z',
      '2021-05-04T11:10:00Z',
      '2021-05-04T10:05:00Z',
    ]);
    expect(articles[0]).toMatchObject({
      title: 'Column number 3 is tested',
      url: 'https://coast.example/live/piers#p3',
    });
  });
});

describe('a page without an article says so', () => {
  const message = (page: string, given: Given = {}) =>
    readPage(bytes(page), given)
      .errors.map(({ name, message }) => `${name}: ${message}`)
      .join();

  test('a section front', () => {
    const links = Array.from(
      { length: 30 },
      (_, n) => `<li><a href="/story-${n}">The headline of story number ${n} of this section</a></li>`,
    );
    expect(
      message(
        `<h1>World</h1><ul>${links.join('')}</ul><p>The Coast Herald reports on the world from eleven offices, and has done so since 1904, in four languages, for readers on every continent of the earth.</p>`,
      ),
    ).toMatch(/^NoArticle: .*section front/);
  });

  test('a home page of cards without a text of its own', () => {
    const cards = Array.from(
      { length: 9 },
      (_, n) =>
        `<div><h2><a href="/story-${n}">The headline of story number ${n} of this day</a></h2><p>The coast guard searched for the crew of a trawler until midnight, and found nobody but a dog, it said in a statement on Tuesday morning (${n}).</p></div>`,
    );
    expect(message(`<title>Coast Herald</title>${cards.join('')}`)).toMatch(/^NoArticle: .*home page/);
    const intro =
      '<h1>Welcome to the Herald of the whole coast</h1><p>News of the whole coast from eleven offices, every day since 1904, in four languages, for readers on every continent of this earth.</p>';
    expect(message(intro + cards.join(''), { url: 'https://coast.example/home' })).toMatch(/^NoArticle: .*home page/);
  });

  test('an error page, an empty file, white space, a picture', () => {
    expect(message('<html><body><h1>404</h1><p>Page not found.</p></body></html>')).toMatch(/^NoArticle/);
    expect(message('')).toBe('EmptyPage: empty');
    expect(message(' \n\t\n')).toBe('EmptyPage: empty');
    expect(readPage(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])).errors[0]?.name).toBe(
      'BinaryPage',
    );
  });
});

describe('ids', () => {
  const page = `<link rel="canonical" href="https://coast.example/piers"><h1>Marenza closes its piers</h1>${paragraphs}`;

  test('are the same each time, by address where there is one', () => {
    expect(only(page).id).toBe(only(page).id);
    expect(only(page.replace('Tuesday', 'Wednesday')).id).toBe(only(page).id);
  });

  test('are told by the words without an address', () => {
    const bare = page.replace(/<link[^>]*>/, '');
    expect(only(bare).id).not.toBe(only(bare.replace('Tuesday', 'Wednesday')).id);
  });
});
