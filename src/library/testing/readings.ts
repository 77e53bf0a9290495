import type { Actor, CodedEvent, Evidence, Reading, Statement } from '../../coding/reading.ts';
import type { Span } from '../../page/article.ts';
import type { ReadPage } from '../add.ts';

/** A reading to add to a library in a test: words are looked up in the text, so that every span is right. */
export function readingOf(text: string, record: Partial<Reading> & { readonly id: string }): Reading {
  const lines = [...text.matchAll(/[^\n]+/g)].map((match): Span => [match.index, match.index + match[0].length]);
  return {
    file: null,
    url: null,
    publisher: 'The Harbour Post',
    title: text.slice(...lines[0]),
    authors: [],
    published: null,
    updated: null,
    section: null,
    image: null,
    language: 'en',
    text,
    blocks: lines.map((span, index) => ({ kind: index === 0 ? 'headline' : 'paragraph', span })),
    provenance: {},
    sentences: lines,
    actors: [],
    statements: [],
    events: [],
    questions: [],
    ...record,
  };
}

/** The first place of `words` in `text`. */
export function evidence(text: string, words: string): Evidence {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { text: words, span: [start, start + words.length] };
}

/** Two reports of the same week about the same people, with all that a record can hold. */
export function twoReadings(): [Reading, Reading] {
  const talks = [
    'Sadat arrives in Jerusalem',
    'Egyptian President Anwar Sadat landed in Israel on Saturday and was met by Prime Minister Menachem Begin.',
    'Sadat told the Knesset that he wanted peace, and denied seeking a separate deal.',
    'Will others follow him?',
  ].join('\n');
  const protest = [
    'Syria condemns the visit',
    'Syria condemned Sadat on Sunday, state radio said.',
    'Sadat is expected to meet Begin again in December.',
  ].join('\n');
  const sadat = (text: string): Actor => person('a1', 'Anwar Sadat', 'EGY', 'President', evidence(text, 'Sadat').span);
  return [
    readingOf(talks, {
      id: 'talks-1977',
      file: 'samples/talks.html',
      url: 'https://harbour.example/1977/talks',
      authors: ['Ann Example'],
      published: '1977-11-20T08:00:00+02:00',
      provenance: { published: 'jsonld', title: 'jsonld' },
      actors: [
        sadat(talks),
        person('a2', 'Menachem Begin', 'ISR', 'Prime Minister', evidence(talks, 'Menachem Begin').span),
      ],
      statements: [
        {
          ...statement('s1', 2),
          source: { actor: 'a1', kind: 'named', ...evidence(talks, 'Sadat') },
          cue: evidence(talks, 'told'),
          content: [evidence(talks, 'that he wanted peace').span],
          addressee: 'the Knesset',
          channel: 'speech',
        },
        {
          ...statement('s2', 2),
          source: { actor: 'a1', kind: 'named', ...evidence(talks, 'Sadat') },
          cue: evidence(talks, 'denied'),
          content: [evidence(talks, 'seeking a separate deal').span],
          stance: 'deny',
          within: 's1',
        },
      ],
      events: [
        {
          ...event('e1', 1, 'CONSULT', evidence(talks, 'met')),
          mode: 'visit',
          contexts: ['diplomatic'],
          sources: ['a1'],
          targets: ['a2'],
          when: { from: '1977-11-19', to: '1977-11-19', text: 'on Saturday' },
          where: { name: 'Jerusalem', country: 'ISR', lat: 31.78, lon: 35.22, span: evidence(talks, 'Israel').span },
        },
        {
          ...event('e2', 2, 'AGREE', evidence(talks, 'deal')),
          sources: ['a1'],
          status: 'negated',
          statement: 's2',
          inferred: ['source'],
          links: [{ kind: 'denies', to: 's1' }],
        },
      ],
      questions: [evidence(talks, 'Will others follow him?').span],
    }),
    readingOf(protest, {
      id: 'protest-1977',
      file: 'samples/protest.html',
      publisher: null,
      published: '1977-11-21',
      actors: [
        sadat(protest),
        { ...person('a2', 'Syria', 'SYR', null, evidence(protest, 'Syria').span), kind: 'state' },
        { ...person('a3', 'Menachem Begin', null, null, evidence(protest, 'Begin').span), sector: 'UNK' },
      ],
      statements: [
        { ...statement('s1', 1), source: { actor: null, kind: 'media', ...evidence(protest, 'state radio') } },
        { ...statement('s2', 2), source: null },
      ],
      events: [
        {
          ...event('e1', 1, 'ACCUSE', evidence(protest, 'condemned')),
          sources: ['a2'],
          targets: ['a1'],
          statement: 's1',
        },
        {
          ...event('e2', 2, 'CONSULT', evidence(protest, 'meet')),
          sources: ['a1'],
          targets: ['a3'],
          status: 'planned',
          when: { from: '1977-12-01', to: '1977-12-31', text: 'in December' },
          deadline: { from: null, to: '1977-12-25', text: 'by Christmas' },
        },
      ],
    }),
  ];
}

function person(id: string, name: string, country: string | null, office: string | null, span: Span): Actor {
  return { id, name, kind: 'person', country, sector: 'GOV', office, mentions: [span] };
}

function statement(id: string, sentence: number): Statement {
  return {
    ...{ id, sentence, source: null, cue: null, content: [], quoted: 'indirect', stance: 'assert' },
    ...{ addressee: null, channel: null, within: null, answers: null, rule: 'say', confidence: 0.9 },
  };
}

function event(id: string, sentence: number, type: CodedEvent['type'], trigger: Evidence): CodedEvent {
  return {
    ...{ id, sentence, type, trigger, mode: null, contexts: [], sources: [], targets: [], status: 'actual' },
    ...{
      statement: null,
      when: null,
      deadline: null,
      where: null,
      quad: 1,
      intensity: 1.9,
      cameo: '040',
      confidence: 0.9,
      sourceConfidence: 0.85,
      targetConfidence: 0.7,
      rule: type.toLowerCase(),
      inferred: [],
      links: [],
    },
  };
}

/** One of any number of pages, each of two articles with a record. */
export function numberedPage(number: number): ReadPage {
  const readings = twoReadings().map((reading) => ({ ...reading, id: `${reading.id}-${number}` }));
  return { hash: `page-${number}`, file: null, url: null, reader: 'r1', validators: null, readings };
}
