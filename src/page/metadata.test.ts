import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesOf } from './authors.ts';
import { splitCredit } from './credits.ts';
import { findDate } from './dates.ts';
import { type Article, type Given, readPage } from './index.ts';
import { readJsonLd } from './json-ld.ts';
import { repairJson } from './json-repair.ts';

const body =
  '<p>The port authority of Marenza closed both piers on Tuesday after inspectors found cracks in three supporting columns, a spokeswoman said.</p><p>Ferries to the outer islands will sail from the old harbour until the end of the month, and freight will go by rail.</p>';

function read(head: string, before = '<h1>Marenza closes its piers</h1>', given: Given = {}): Article {
  const page = `<html><head>${head}</head><body>${before}<div>${body}</div></body></html>`;
  return readPage(new TextEncoder().encode(page), given).articles[0]!;
}

const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

describe('dates are found as far as given, and never made up', () => {
  test.each([
    ['2025-03-20T10:15:00+03:00', '2025-03-20T10:15:00+03:00'],
    ['2025-03-20T10:15:00.123Z', '2025-03-20T10:15:00Z'],
    ['2025-03-20 10:15', '2025-03-20T10:15'],
    ['20250320', '2025-03-20'],
    ['1742465700', '2025-03-20T10:15:00Z'],
    ['Thu, 20 Mar 2025 10:15:00 GMT', '2025-03-20T10:15:00Z'],
    ['March 20, 2025 at 4:05 p.m. EDT', '2025-03-20T16:05-04:00'],
    ['Published: 20th of March, 2025', '2025-03-20'],
    ['20/03/2025', '2025-03-20'],
    ['03/04/2025', null],
    ['04.03.2025', '2025-03-04'],
    ['4. März 2025, 14.30 Uhr', '2025-03-04T14:30'],
    ['4 de marzo de 2025', '2025-03-04'],
    ['le 4 décembre 2025 à 14h30', '2025-12-04T14:30'],
    ['4 марта 2025 г., 10:15 MSK', '2025-03-04T10:15+03:00'],
    ['4 كانون الأول 2025', '2025-12-04'],
    ['الثلاثاء، 04 آذار/مارس 2025، آخر تحديث 02:21 (GMT+0400)', '2025-03-04T02:21+04:00'],
    ['2025年3月4日 10:15', '2025-03-04T10:15'],
    ['Tue Mar 4 21:30:09 EST 2025', '2025-03-04T21:30:09-05:00'],
    ['March 4, 2025 10:15 GMT+3', '2025-03-04T10:15+03:00'],
    ['2025-Mar-04', '2025-03-04'],
    ['2025. május 4. 10:15', '2025-05-04T10:15'],
    ['4. července 2025', '2025-07-04'],
    ['4 iunie 2025', '2025-06-04'],
    ['4 मार्च 2025', '2025-03-04'],
    ['4 במרץ 2025', '2025-03-04'],
    ['4 Dubai 2025', null],
    ['31 June 2025', null],
    ['yesterday', null],
    ['May 2019', null],
  ])('%s', (text, expected) => expect(findDate(text)).toBe(expected));

  test('in numbers, by the country that the page is written in', () => {
    const shown = '<h1>Marenza closes its piers</h1><p class="date">03/04/2025</p>';
    const publishedIn = (language: string) =>
      readPage(new TextEncoder().encode(`<html lang="${language}"><body>${shown}<div>${body}</div></body></html>`))
        .articles[0]!.published;
    expect(publishedIn('en-US')).toBe('2025-03-04');
    expect(publishedIn('en-GB')).toBe('2025-04-03');
    expect(publishedIn('fr')).toBe('2025-04-03');
    expect(publishedIn('en')).toBeNull();
  });

  test('and the day of an update is not taken for it', () => {
    const updated = '<time itemprop="dateModified" datetime="2025-03-09">9 March 2025</time>';
    const first = '<time datetime="2025-03-04">4 March 2025</time>';
    expect(read('', `<h1>Marenza closes its piers</h1>${updated}${first}`).published).toBe('2025-03-04');
    const lines =
      '<p>Updated 5 March 2025, 10:15 GMT</p><p>First published on 4 March 2025, 09:00 GMT | By Ana Brel</p>';
    expect(read('', `<h1>Marenza closes its piers</h1>${lines}`)).toMatchObject({
      published: '2025-03-04T09:00Z',
      updated: '2025-03-05T10:15Z',
      authors: ['Ana Brel'],
      provenance: { updated: 'dateline' },
    });
    const changed = '<time class="updated" datetime="2025-03-09T10:00:00Z">9 March 2025</time>';
    expect(read('', `<h1>Marenza closes its piers</h1>${first}${changed}`).updated).toBe('2025-03-09T10:00:00Z');
    const graph = { '@type': 'NewsArticle', headline: 'Marenza closes its piers', dateCreated: '2025-03-01' };
    expect(read(`${jsonLd(graph)}<meta property="article:published_time" content="2025-03-04">`).published).toBe(
      '2025-03-04',
    );
  });

  test('a moment is given in the time of the place where the page knows it', () => {
    const graph = {
      '@type': 'NewsArticle',
      headline: 'Marenza closes its piers',
      datePublished: '2025-03-05T01:18:00Z',
    };
    const meta = '<meta property="article:published_time" content="2025-03-04T17:18:00-08:00">';
    expect(read(jsonLd(graph) + meta)).toMatchObject({
      published: '2025-03-04T17:18:00-08:00',
      provenance: { published: 'meta' },
    });
  });

  test('by what pages wrote before there was <time>, by <meta itemprop> in the head, and by <time> that says so', () => {
    const shown = (markup: string) => read('', `<h1>Marenza closes its piers</h1><p>${markup}</p>`).published;
    expect(shown('Coast Herald – <abbr title="2011-08-25T01:40:40Z">1 hr 4 mins ago</abbr>')).toBe(
      '2011-08-25T01:40:40Z',
    );
    expect(shown('<time class="updated" datetime="2014-06-29 20:08:00-0400" pubdate>June 29</time>')).toBe(
      '2014-06-29T20:08:00-04:00',
    );
    expect(
      read(
        '<meta itemprop="datePublished" content="2014-10-02"><meta itemprop="dateModified" content="2014-10-03">',
        '<h1>Marenza closes its piers</h1><p class="date">8:42 a.m. EDT October 3, 2014</p>',
      ),
    ).toMatchObject({ published: '2014-10-02', updated: '2014-10-03' });
  });

  test('a page without a date has none', () => expect(read('').published).toBeNull());
  test('unless one is given', () =>
    expect(read('', undefined, { published: '2020-02-02' })).toMatchObject({
      published: '2020-02-02',
      provenance: { published: 'given' },
    }));
});

describe('authors are persons', () => {
  test.each([
    ['By Jane Doe and John Roe, Political Editor', ['Jane Doe', 'John Roe']],
    ['JANE DOE', ['Jane Doe']],
    ['Written by Ahmad al-Khatib in Beirut', ['Ahmad al-Khatib']],
    ['By Maria de la Cruz & Dr. Ole Lund | Coast Herald', ['Maria de la Cruz', 'Dr. Ole Lund']],
    ['By Staff and agencies', []],
    ['Reuters', []],
    ['Associated Press', []],
    ['April Lane, 4 May 2021', ['April Lane']],
    ['Von Jana Brandt und Ole Lund', ['Jana Brandt', 'Ole Lund']],
    ['Por Ana Brel y José Ortega y Gasset', ['Ana Brel', 'José Ortega y Gasset']],
    ['Richard (R.J.) Falk (Coast Herald)', ['Richard (R.J.) Falk']],
    ['ANA BREL and OLE LUND Associated Press', ['Ana Brel', 'Ole Lund']],
    ['Our Foreign Staff', []],
    ['Par ANA BREL, OLE LUND Envoyés spéciaux à Marenza', ['Ana Brel', 'Ole Lund']],
    ['ANA BREL Marenza', ['Ana Brel']],
    ['Marenza Prasa Sp. z o.o.', []],
    ['Herold Verlag GmbH', []],
    ['Marenza Heraldonline.pl', []],
    ['Ana Brel as told to Ole Lund', ['Ana Brel']],
    ['Words: Ana Brel; Photographs: Ole Lund', ['Ana Brel']],
  ])('%s', (byline, expected) => expect(namesOf(byline)).toEqual(expected));
});

describe('captions and their credits', () => {
  test.each([
    ['The president arrives in Tarvo on Monday (AFP)', 'The president arrives in Tarvo on Monday', '(AFP)'],
    ['The port at dawn. Photograph: Jane Doe/EPA', 'The port at dawn.', 'Photograph: Jane Doe/EPA'],
    ['Members of the council (the lower house) vote', 'Members of the council (the lower house) vote', null],
    ['The council meets (as it does every year)', 'The council meets (as it does every year)', null],
  ])('%s', (line, caption, credit) => expect(splitCredit(line)).toEqual({ caption, credit }));
});

describe('the order of trust', () => {
  const article = {
    '@type': 'NewsArticle',
    headline: 'Marenza closes its piers',
    datePublished: '2021-05-04T08:00:00Z',
    author: [
      { '@type': 'Person', name: 'Ana Brel' },
      { '@type': 'Organization', name: 'Herald Newsroom' },
    ],
    publisher: { name: 'Coast Herald' },
    image: { url: '/pier.jpg' },
  };
  const metas =
    '<meta property="article:published_time" content="2021-05-05"><meta name="author" content="Ole Lund"><meta property="og:site_name" content="Herald Online">';

  test('JSON-LD comes before meta tags, which come before what the page shows', () => {
    expect(
      read(jsonLd({ '@graph': [{ '@type': 'WebSite', name: 'x' }, article] }) + metas, undefined, {
        url: 'https://coast.example/piers',
      }),
    ).toMatchObject({
      published: '2021-05-04T08:00:00Z',
      authors: ['Ana Brel'],
      publisher: 'Coast Herald',
      image: 'https://coast.example/pier.jpg',
      provenance: { published: 'jsonld', authors: 'jsonld', publisher: 'jsonld' },
    });
    expect(read(metas, '<h1>Marenza closes its piers</h1><p class="byline">By Ana Brel, 4 May 2021</p>')).toMatchObject(
      { published: '2021-05-05', authors: ['Ole Lund'], provenance: { authors: 'meta' } },
    );
    expect(read('', '<h1>Marenza closes its piers</h1><p>By Ana Brel, 4 May 2021</p>')).toMatchObject({
      published: '2021-05-04',
      authors: ['Ana Brel'],
      provenance: { published: 'dateline', authors: 'byline' },
    });
  });

  test('a person who is only referred to comes after the byline, and an account with one name is a person where it says so', () => {
    const graph = (author: object) =>
      jsonLd({
        '@graph': [
          { '@type': 'Article', headline: 'Marenza closes its piers', author },
          { '@type': 'Person', '@id': '#1', name: 'Tom Falk' },
        ],
      });
    const heading = '<h1>Marenza closes its piers</h1>';
    expect(read(graph({ '@id': '#1' })).authors).toEqual(['Tom Falk']);
    expect(read(graph({ '@id': '#1' }), `${heading}<p class="byline">By Ana Brel</p>`).authors).toEqual(['Ana Brel']);
    expect(read(graph({ '@type': 'Person', name: 'Sirocco' })).authors).toEqual(['Sirocco']);
    expect(read(graph({ name: 'Newsroom' })).authors).toEqual([]);
  });

  test('the address tells the day where nothing else does', () => {
    expect(read('', undefined, { url: 'https://coast.example/2021/05/04/piers' })).toMatchObject({
      published: '2021-05-04',
      provenance: { published: 'address' },
    });
    expect(read('', undefined, { url: 'https://coast.example/2021/world/5/4/piers/' }).published).toBe('2021-05-04');
  });

  test('a heading that is named as the line under the headline is none', () => {
    const headings =
      '<h2>Marenza closes its piers</h2><h1 class="sub_header">What passengers of the island ferries have to know</h1>';
    const told =
      '<title>What passengers of the island ferries have to know</title><meta property="og:title" content="Marenza closes its piers">';
    expect(read(told, headings).title).toBe('Marenza closes its piers');
  });

  test('dates and names of other stories on the page are not taken', () => {
    const teaser =
      '<div><a href="/x">Rail freight doubles</a><span class="byline">By Tom Falk</span><time datetime="2021-05-09">9 May</time></div>';
    const page = `<html><body><h1>Marenza closes its piers</h1><div>${body}</div>${'<br>'.repeat(100)}${teaser.repeat(3)}</body></html>`;
    expect(readPage(new TextEncoder().encode(page)).articles[0]).toMatchObject({ published: null, authors: [] });
  });

  test('a canonical link to the home page is no address', () => {
    expect(read('<link rel="canonical" href="https://coast.example/">').url).toBeNull();
  });
});

describe('the title', () => {
  test('is the heading that the page shows, without the site', () => {
    expect(read('<title>Marenza closes its piers | Coast Herald</title>').title).toBe('Marenza closes its piers');
    expect(read('<title>Marenza closes its piers - Coast Herald</title>', '<h1>Coast Herald</h1>').title).toBe(
      'Marenza closes its piers',
    );
    expect(
      read('<meta property="og:title" content="Marenza closes its piers">', '<h1>Coast | Marenza closes its piers</h1>')
        .title,
    ).toBe('Marenza closes its piers');
  });
});

describe('JSON-LD that pages break', () => {
  test.each([
    ['line breaks in strings', '{"@type":"Article","headline":"Piers\nclosed"}'],
    ['trailing commas', '{"@type":"Article","headline":"Piers closed",}'],
    ['comments around it', '<!-- {"@type":"Article","headline":"Piers closed"} -->'],
    ['CDATA around it', '//<![CDATA[\n{"@type":"Article","headline":"Piers closed"}\n//]]>'],
    ['a stray backslash', '{"@type":"Article","headline":"Piers \\closed"}'],
    ['quotes in strings', '{"@type":"Article","description":"He said "no" to us","headline":"Piers closed"}'],
    ['an end cut off in a string', '{"@type":"Article","headline":"Piers closed","articleBody":"The har'],
    ['an end cut off behind a name', '[{"@type":"Article","headline":"Piers closed", "author": '],
    ['two objects', '{"@type":"WebSite"}{"@type":"Article","headline":"Piers closed"}'],
  ])('%s', (_, script) =>
    expect(readJsonLd([script]).some((object) => /^Piers/.test(String(object['headline'])))).toBe(true),
  );

  test('beyond repair is passed over', () => expect(readJsonLd(['{"@type" Article'])).toEqual([]));

  test('repair leaves JSON as it is', () =>
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(JSON.parse(repairJson(json))).toEqual(JSON.parse(json));
      }),
    ));

  test('an author in two parts has one name', () => {
    const object = { '@type': 'NewsArticle', author: { '@type': 'Person', givenName: 'Ana', familyName: 'Brel' } };
    expect(read(jsonLd(object)).authors).toEqual(['Ana Brel']);
  });
});
