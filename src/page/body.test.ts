import { describe, expect, test } from 'vitest';
import { readPage } from './index.ts';

const title = 'Selvik closes its eastern quay over corrosion';
const text = [
  'The harbour board of Selvik voted on Thursday to close the eastern quay after divers found corrosion in the sheet piling, its chairwoman said.',
  'Two ferry lines will be moved to the container terminal, where passengers have to walk for about ten minutes to reach the railway station.',
  'Opposition councillors said the damage had been known since the spring inspection, and asked why nobody had been told before the summer season.',
  '“We were promised a report in May, and we are still waiting for it,” said Marit Solheim, who sits on the transport committee of the county.',
  'The repair is expected to cost 340 million kroner and to last until the autumn of next year, according to a paper that the board published.',
  'Fishing boats are not affected by the decision, and the market hall next to the quay stays open during the works, the board added on Friday.',
];
const inParagraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('\n');
const all = inParagraphs(text);
const times = (count: number, make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n)).join('');
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>${title} | Fjord Post</title><body>${body}</body>`;
/** A page with something between two paragraphs of its article. */
const between = (box: string) =>
  page(`<h1>${title}</h1><div>${inParagraphs(text.slice(0, 3))}${box}${inParagraphs(text.slice(3))}</div>`);
const under = (box: string) => page(`<main><h1>${title}</h1><div>${all}</div>${box}</main>`);

/** The lines of a page's only article, but its headline. */
function linesOf(html: string): string[] {
  const { articles, errors } = readPage(new TextEncoder().encode(html));
  expect(errors).toEqual([]);
  expect(articles).toHaveLength(1);
  return articles[0]!.blocks
    .filter(({ kind }) => kind !== 'headline')
    .map(({ span }) => articles[0]!.text.slice(...span));
}

const consent =
  'We and our 823 partners store and access information on a device, such as unique identifiers in cookies, and you may accept or manage your choices at any time.';
const remark =
  'I walked past the quay only last week and saw nothing wrong with it, so I wonder who is paying whom here.';
const summary =
  'The union and the company have agreed on a new contract, and the boats sail again from Monday morning.';
const teaser = (n: number) => `<h4><a href="/t${n}">Another headline of the day, number ${n}</a></h4><p>${summary}</p>`;

describe('what stands around or between the paragraphs without saying in its markup what it is', () => {
  test.each([
    [
      'a wall of consent longer than the article',
      page(`<div>${times(15, () => `<p>${consent}</p>`)}</div><h1>${title}</h1><div>${all}</div>`),
    ],
    ['the same under the article', under(`<div><h2>Your privacy</h2>${times(12, () => `<p>${consent}</p>`)}</div>`)],
    [
      'comments under a heading, longer than the article',
      under(
        `<section><h3>Comments (14)</h3>${times(14, (n) => `<div><a href="/u">user${n}</a><p>${remark} ${n}</p></div>`)}</section>`,
      ),
    ],
    [
      'comments with buttons to answer',
      under(`<ul>${times(14, (n) => `<li><b>user${n}</b><div>${remark} ${n}</div><a href="#">Reply</a></li>`)}</ul>`),
    ],
    [
      'a form to sign up for letters',
      between(
        '<div><h3>The Morning Boat</h3><p>All you need to know about the coast, before breakfast on every weekday.</p><form><input type="email"><button>Yes, please</button></form></div>',
      ),
    ],
    [
      'links to further stories',
      between(
        '<p><strong>READ MORE: <a href="/a">How the quay was built by hand</a></strong></p><ul><li><a href="/b">Ferry strike is called off</a></li><li><a href="/c">Old harbour gets new cranes</a></li></ul>',
      ),
    ],
    [
      'links to further stories in another language',
      between('<p><b>Lesen Sie auch: </b><a href="/a">Wie der Kai gebaut wurde</a></p>'),
    ],
    [
      'an article within the article',
      page(
        `<article><h1>${title}</h1>${inParagraphs(text.slice(0, 3))}<article><a href="/o"><h3>Ferry strike is called off</h3></a><p>${summary}</p></article>${inParagraphs(text.slice(3))}</article>`,
      ),
    ],
    [
      'teasers in no boxes of their own',
      page(`<div><h1>${title}</h1>${all}<h3>Latest from the coast</h3>${times(5, teaser)}</div>`),
    ],
    [
      'a gallery longer than the article',
      between(
        `<aside class="gallery">${times(12, (n) => `<figure><figcaption>${n + 1}/12 ${summary} Nothing else is to be seen on this picture of the old harbour.</figcaption></figure>`)}</aside>`,
      ),
    ],
    [
      'who wrote it, under the text',
      between('').replace(
        text[5]!,
        `${text[5]}</p><p><em>Kari Nordmann is a staff writer at the Fjord Post, covering harbours since 2011.</em>`,
      ),
    ],
    [
      'labels of advertisements, one a paragraph',
      page(
        `<h1>${title}</h1><div>${text.map((line) => `<div><p>${line}</p><div>ADVERTISEMENT</div></div>`).join('')}</div>`,
      ),
    ],
    ...[
      'Kommentare (14)',
      'Hozzászólások',
      'Komentarze (3)',
      'Комментарии',
      'التعليقات',
      'Yorumlar',
      'टिप्पणियाँ',
      '网友评论',
    ].map((heading): [string, string] => [
      `comments in another language, under ${heading}`,
      under(
        `<section><h3>${heading}</h3>${times(14, (n) => `<div><b>user${n}</b><p>${remark} ${n}</p></div>`)}</section>`,
      ),
    ]),
    [
      'labels between the paragraphs in other languages',
      between(
        '<p>Kapcsolódó cikkek</p><p>İlgili Haberler</p><p>Udostępnij</p><p>Теги: порт, Сельвик</p><p>Schlagwörter: Hafen</p><p>اقرأ أيضا: الميناء</p><p>Διαβάστε επίσης: Νέοι γερανοί</p>',
      ),
    ],
    ['labels of advertisements in other languages', between('<p>REKLAMA</p><div>Anzeige</div><p>إعلان</p>')],
    [
      'a notice in any language that leads to the rules of the site',
      under(
        '<div><p>Vi ønsker velkommen til debatt. Ved å delta godtar du <a href="/personvern/privacy.html">vår erklæring</a> og <a href="/terms">vilkårene for bruk</a>.</p><p>Innlegg gir bare uttrykk for hva innsenderne selv mener om saken.</p></div>',
      ),
    ],
    [
      'the shell of an AMP page',
      page(
        `<amp-sidebar><p>${consent}</p></amp-sidebar><amp-consent><p>${remark}</p></amp-consent><h1>${title}</h1><div>${all}</div>`,
      ),
    ],
    [
      'the notice of a wall',
      page(
        `<h1>${title}</h1><div>${all}<div><h3>Get full access</h3><p>Subscribe for 1 krone a month and read everything that our newsroom publishes, on all your devices.</p></div></div>`,
      ),
    ],
  ])('%s is left out', (_, html) => expect(linesOf(html)).toEqual(text));
});

describe('text that is marked up in unusual ways', () => {
  test.each([
    ['straight in the body, with line breaks', page(`<h1>${title}</h1>${text.join('<br><br>')}`)],
    ['in divisions', page(`<h1>${title}</h1><div>${text.map((line) => `<div>${line}</div>`).join('')}</div>`)],
    [
      'each paragraph in a box of its own',
      page(
        `<h1>${title}</h1><div>${text.map((line) => `<div class="widget-text"><div><p>${line}</p></div></div>`).join('')}</div>`,
      ),
    ],
    [
      'its first paragraph beside the box of the others',
      page(`<h1>${title}</h1><div><p>${text[0]}</p><p>${text.slice(1).join('<br>')}</p></div>`),
    ],
    [
      'behind a button to read more',
      page(
        `<h1>${title}</h1><div>${inParagraphs(text.slice(0, 2))}<div id="read-more-content">${inParagraphs(text.slice(2))}</div></div>`,
      ),
    ],
    [
      'with elements that HTML does not know',
      page(`<h1>${title}</h1><x-story>${all.replaceAll('Selvik', '<x-place>Selvik</x-place>')}</x-story>`),
    ],
    [
      'in columns',
      page(
        `<h1>${title}</h1><div><div>${inParagraphs(text.slice(0, 3))}</div><div>${inParagraphs(text.slice(3))}</div></div>`,
      ),
    ],
    [
      'under a heading that is repeated in a section',
      page(`<h1>${title}</h1><div>${all}</div><h3>${title}: what to know</h3>`),
    ],
    ['in <noscript>', page(`<div id="root"></div><noscript><h1>${title}</h1>${all}</noscript>`)],
    ['hidden until a script shows it', page(`<div style="visibility:hidden"><h1>${title}</h1>${all}</div>`)],
  ])('%s is found', (_, html) => expect(linesOf(html)).toEqual(text));

  test('in XHTML, which closes empty elements where they open', () => {
    const html = `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title><script src="a.js"/></head><body><div class="ad"/><h1>${title}</h1><div>${all}</div></body></html>`;
    expect(linesOf(html)).toEqual(text);
  });

  test.each([
    [
      '港务局关闭东码头',
      [
        '港务局周四投票决定关闭东码头，此前潜水员发现板桩遭到腐蚀。',
        '两条渡轮航线将移至集装箱码头，乘客需步行约十分钟。',
        '反对派议员说，自春季检查以来就已得知损坏情况。',
        '渔船不受这一决定影响，码头旁的市场大厅仍将开放。',
      ],
    ],
    [
      '港湾局、東埠頭を閉鎖',
      [
        '港湾局は木曜日、潜水士が腐食を発見したことを受け、東埠頭の閉鎖を決めた。',
        'フェリー二路線は移され、乗客は駅まで約十分歩くことになる。',
        '野党議員は、春の点検の時から損傷は知られていたと述べた。',
      ],
    ],
  ])('in a script whose characters say more than letters: %s', (headline, lines) => {
    const links = times(12, (n) => `<a href="/${n}">新闻${n}</a> `);
    const html = `<html><head><title>${headline}</title></head><body><nav>${links}</nav><h1>${headline}</h1><div>2025年3月4日</div><div>${inParagraphs(lines)}</div><div>${links}</div></body></html>`;
    expect(linesOf(html)).toEqual(lines);
  });

  test('a section that is marked by the words of its heading is kept', () => {
    const heading = 'How to follow the works';
    const section = `<section class="part" id="how-to-follow-the-works"><h2>${heading}</h2>${inParagraphs(text.slice(4))}</section>`;
    const html = page(`<h1>${title}</h1><div>${inParagraphs(text.slice(0, 4))}${section}</div>`);
    expect(linesOf(html)).toEqual([...text.slice(0, 4), heading, ...text.slice(4)]);
  });

  test('the headings of a counted list are kept, though they are links', () => {
    const headings = ['3) The eastern quay', '2) The market hall', '1) The container terminal'];
    const entries = headings.map(
      (heading, n) => `<h3>${heading.slice(0, 3)}<a href="/h${n}">${heading.slice(3)}</a></h3><p>${text[n + 1]}</p>`,
    );
    expect(linesOf(page(`<h1>${title}</h1><div><p>${text[0]}</p>${entries.join('')}</div>`))).toEqual([
      text[0],
      ...headings.flatMap((heading, n) => [heading, text[n + 1]]),
    ]);
  });

  test('what the line under the headline says word for word stands once, in the place of the paragraph', () => {
    const html = page(
      `<h1>${title}</h1><div class="share"><p class="subheadline">${text[1]}</p></div><div>${all}</div>`,
    ).replace('<body>', `<meta name="description" content="${text[1]}"><body>`);
    expect(linesOf(html)).toEqual(text);
  });

  test('a line that ends in who took the picture is a caption', () => {
    const line = 'The eastern quay of Selvik (fot. Ana Brel)';
    const { articles } = readPage(new TextEncoder().encode(between(`<p>${line}</p>`)));
    expect(articles[0]!.blocks.map(({ kind }) => kind)).toContain('caption');
    const sentence = 'He gave the board a photograph of the quay (photo albums of the harbour are rare).';
    expect(linesOf(between(`<p>${sentence}</p>`))).toContain(sentence);
  });

  test('a sentence that begins like a call is kept', () => {
    const sentences = [
      'Follow these six rules, the board says, and nobody will be hurt on the quay.',
      'The video showed the columns giving way.',
    ];
    expect(linesOf(between(inParagraphs(sentences)))).toEqual([...text.slice(0, 3), ...sentences, ...text.slice(3)]);
  });

  test('as sections with dates, under a headline that is no heading', () => {
    const section = (n: number) =>
      `<h2>The board meets for time number ${n}</h2><p>${n} May 2021</p><p>${text[n]}</p><p>${text[5]} (${n})</p><p>${text[0]} (${n})</p>`;
    const html = page(`<div class="big">${title}</div>${[1, 2, 3].map(section).join('')}`).replace(
      '<body>',
      `<meta property="og:type" content="article"><meta property="og:title" content="${title}"><body>`,
    );
    expect(linesOf(html)).toEqual(expect.arrayContaining([text[1], text[2], text[3]]));
  });

  test('in few words among many headlines, where the page or its address says that it is an article', () => {
    const links = times(
      40,
      (n) => `<li><a href="/s${n}">The headline of another story of this day, number ${n}</a></li>`,
    );
    const html = page(`<h1>${title}</h1><div>${inParagraphs(text.slice(0, 3))}</div><ul>${links}</ul>`);
    const stated = html.replace('<body>', '<meta property="og:type" content="article"><body>');
    expect(linesOf(stated)).toEqual(text.slice(0, 3));
    const given = { url: 'https://fjord.example/news/selvik-closes-its-eastern-quay' };
    expect(readPage(new TextEncoder().encode(html), given).articles).toHaveLength(1);
    expect(
      linesOf(
        stated.replace(
          /<div>.*?<\/div>/s,
          '<div><p>The harbour board of Selvik has closed the eastern quay, it said on Friday evening.</p></div>',
        ),
      ),
    ).toHaveLength(1);
  });

  test('in data only, where the page has none', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: title,
      articleBody: text.join('\n\n'),
      datePublished: '2021-05-04',
    };
    expect(
      linesOf(page(`<div id="root">Loading</div><script type="application/ld+json">${JSON.stringify(data)}</script>`)),
    ).toEqual(text);
    const state = { props: { story: { title, blocks: text.map((content) => ({ type: 'text', content })) } } };
    expect(
      linesOf(
        page(`<div id="root"></div><script id="state" type="application/json">${JSON.stringify(state)}</script>`),
      ),
    ).toEqual(text);
  });

  test.each([
    ['Page not found | Fjord Post', 'The page that you asked for may have been moved, or the address was mistyped.'],
    ['Just a moment...', 'Your browser is being checked. You will be sent on to the page that you asked for shortly.'],
    ['404', 'The story that you were looking for is no longer on our server; have a look at the newest ones instead.'],
    [
      'Seite nicht gefunden - Herold',
      'Die gewünschte Seite gibt es nicht mehr, oder die Adresse ist falsch geschrieben.',
    ],
  ])('what a site shows in place of a page is none: %s', (shown, words) => {
    const html = `<html><head><title>${shown}</title></head><body><h1>${shown}</h1><div><p>${words}</p><p>${words} (2)</p></div></body></html>`;
    const { articles, errors } = readPage(new TextEncoder().encode(html));
    expect(articles).toEqual([]);
    expect(errors[0]?.message).toContain('in place of one');
  });

  test.each([
    '500 ferries stay in port',
    'Access denied: how Orvana shuts out reporters',
    'Oops! Mayor reads the wrong speech',
  ])('a headline that begins like such a notice is one: %s', (headline) => {
    const html = `<html><head><title>${headline}</title></head><body><h1>${headline}</h1><div><p>${text[0]}</p></div></body></html>`;
    expect(linesOf(html)).toEqual([text[0]]);
  });

  test('a page without text is none, whatever its state holds', () => {
    const html = page('<div id="root"></div>').replace(
      '</body>',
      `<script type="application/json">${JSON.stringify({ terms: text.join(' ') })}</script></body>`,
    );
    expect(readPage(new TextEncoder().encode(html)).errors.map(({ name }) => name)).toEqual(['NoArticle']);
  });
});
