import type { Actor, CodedEvent, Reading, Statement } from '../../src/coding/reading.ts';
import { evidence, readingOf } from '../../src/library/testing/readings.ts';
import type { Block, Span } from '../../src/page/article.ts';

const lines = [
  'Reagan and Gorbachev leave Reykjavik without a deal',
  'Two days of talks end over missile defence; a visit to Washington stays planned.',
  'US President Ronald Reagan and Soviet leader Mikhail Gorbachev meet at Hofdi House in Reykjavik on Saturday.',
  'Photograph: The Harbour Post',
  'US President Ronald Reagan and Soviet leader Mikhail Gorbachev ended two days of talks in Reykjavik on Sunday without an agreement on nuclear arms.',
  '“We came so close,” Reagan told reporters. He rejected Soviet demands to keep his missile defence programme in the laboratory.',
  'Gorbachev said that the talks had broken down over the programme, but denied that Moscow had walked away from the table.',
  'US officials, who asked not to be named, alleged that the Soviet Union had violated the treaty of 1972. Moscow has not responded.',
  'The two are expected to meet again in Washington in 1987, ahead of a vote in Congress. Will either side give way?',
];
const text = lines.join('\n\n');
const kinds: Block['kind'][] = ['headline', 'dek', 'caption', 'credit'];
const at = (words: string): Span => evidence(text, words).span;
/** The words of one line, where the same words stand in an earlier one, too. */
const inLine = (line: number, words: string): Span => {
  const start = text.indexOf(words, text.indexOf(lines[line]));
  return [start, start + words.length];
};
const sentences = lines.flatMap((line) => line.split(/(?<=[.?]) (?=[A-Z])/).map(at));
const sentenceOf = ([start]: Span) => sentences.findIndex(([from, to]) => from <= start && start < to);
const said = (span: Span) => ({ text: text.slice(...span), span });

const actor = (id: string, name: string, rest: Partial<Actor>): Actor => ({
  ...{ id, name, kind: 'person', country: null, sector: 'GOV', office: null, mentions: [], ...rest },
});
const event = (id: string, type: CodedEvent['type'], trigger: Span, rest: Partial<CodedEvent>) => ({
  ...{
    id,
    sentence: sentenceOf(trigger),
    type,
    trigger: said(trigger),
    mode: null,
    contexts: [],
    sources: [],
    targets: [],
  },
  ...{
    status: 'actual' as const,
    statement: null,
    when: null,
    deadline: null,
    where: null,
    quad: 1 as const,
    intensity: 1.9,
    cameo: '040',
  },
  ...{ confidence: 0.9, sourceConfidence: 0.9, targetConfidence: 0.8 },
  ...{ rule: type.toLowerCase(), inferred: [], links: [] },
  ...rest,
});
const statement = (id: string, rest: Partial<Statement> & Pick<Statement, 'cue'>): Statement => ({
  ...{ id, sentence: sentenceOf(rest.cue!.span), source: null, content: [], quoted: 'indirect', stance: 'assert' },
  ...{ addressee: null, channel: null, within: null, answers: null, rule: 'say', confidence: 0.9 },
  ...rest,
});

/** A report of the summit of October 1986 with a record made by hand: every kind of entry, spans that overlap. */
export const summit: Reading = readingOf(text, {
  id: 'reykjavik',
  url: 'https://harbour.example/1986/reykjavik',
  authors: ['Ann Example'],
  published: '1986-10-12T21:40:00+00:00',
  blocks: lines.map((line, index) => ({ kind: kinds[index] ?? 'paragraph', span: at(line) })),
  sentences,
  actors: [
    actor('a1', 'Ronald Reagan', {
      country: 'USA',
      office: 'President',
      mentions: [
        inLine(0, 'Reagan'),
        inLine(2, 'US President Ronald Reagan'),
        inLine(4, 'US President Ronald Reagan'),
      ].concat([inLine(5, 'Reagan'), inLine(5, 'He')]),
    }),
    actor('a2', 'Mikhail Gorbachev', {
      country: 'SUN',
      office: 'leader',
      mentions: [inLine(0, 'Gorbachev'), inLine(2, 'Soviet leader Mikhail Gorbachev')].concat([
        inLine(4, 'Soviet leader Mikhail Gorbachev'),
        inLine(6, 'Gorbachev'),
      ]),
    }),
    actor('a3', 'Soviet Union', {
      kind: 'state',
      country: 'SUN',
      mentions: [inLine(5, 'Soviet'), inLine(6, 'Moscow'), inLine(7, 'the Soviet Union'), inLine(7, 'Moscow')],
    }),
    actor('a4', 'US officials', { kind: 'people', country: 'USA', mentions: [inLine(7, 'US officials')] }),
  ],
  statements: [
    statement('s1', {
      source: { actor: 'a1', kind: 'named', ...said(inLine(5, 'Reagan')) },
      cue: said(at('told')),
      content: [at('“We came so close,”')],
      quoted: 'direct',
      addressee: 'reporters',
    }),
    statement('s2', {
      source: { actor: 'a2', kind: 'named', ...said(inLine(6, 'Gorbachev')) },
      cue: said(inLine(6, 'said')),
      content: [at('that the talks had broken down over the programme')],
    }),
    statement('s3', {
      source: { actor: 'a2', kind: 'named', ...said(inLine(6, 'Gorbachev')) },
      cue: said(inLine(6, 'denied')),
      content: [at('that Moscow had walked away from the table')],
      stance: 'deny',
    }),
    statement('s4', {
      source: { actor: 'a4', kind: 'anonymous', ...said(at('US officials, who asked not to be named')) },
      cue: said(inLine(7, 'alleged')),
      content: [at('that the Soviet Union had violated the treaty of 1972')],
      stance: 'accuse',
    }),
    statement('s5', {
      source: { actor: 'a3', kind: 'body', ...said(inLine(7, 'Moscow')) },
      cue: said(at('has not responded')),
      stance: 'no answer',
    }),
  ],
  events: [
    event('e1', 'CONSULT', inLine(2, 'meet'), {
      ...{ mode: 'third-party', sources: ['a1'], targets: ['a2'] },
      when: { from: '1986-10-11', to: '1986-10-11', text: 'on Saturday' },
      where: { name: 'Reykjavik', country: 'ISL', lat: 64.15, lon: -21.94, span: inLine(2, 'Reykjavik') },
    }),
    event('e2', 'CONSULT', inLine(4, 'talks'), {
      ...{ sources: ['a1'], targets: ['a2'], contexts: ['military'] },
      when: { from: '1986-10-11', to: '1986-10-12', text: 'two days' },
      where: { name: 'Reykjavik', country: 'ISL', lat: 64.15, lon: -21.94, span: inLine(4, 'Reykjavik') },
    }),
    event('e3', 'AGREE', inLine(4, 'agreement'), {
      ...{ sources: ['a1'], targets: ['a2'], status: 'negated', confidence: 0.82, intensity: 6 },
    }),
    event('e4', 'REJECT', at('rejected'), { sources: ['a1'], targets: ['a3'], quad: 3, intensity: -4 }),
    event('e5', 'REQUEST', at('demands'), { sources: ['a3'], targets: ['a1'], quad: 3, intensity: -1 }),
    event('e6', 'RETREAT', at('walked away'), {
      ...{ sources: ['a3'], status: 'negated', statement: 's3', quad: 2, intensity: 2, confidence: 0.64 },
    }),
    event('e7', 'ACCUSE', inLine(7, 'alleged'), {
      ...{ sources: ['a4'], targets: ['a3'], quad: 3, intensity: -2, statement: 's4' },
    }),
    event('e8', 'REJECT', at('violated'), {
      ...{ sources: ['a3'], status: 'alleged', statement: 's4', quad: 3, intensity: -4 },
      links: [{ kind: 'leaves unanswered', to: 's5' }],
    }),
    event('e9', 'CONSULT', inLine(8, 'meet'), {
      ...{ mode: 'visit', sources: ['a1'], targets: ['a2'], status: 'planned' },
      when: { from: '1987-01-01', to: '1987-12-31', text: 'in 1987' },
      deadline: { from: null, to: null, text: 'ahead of a vote in Congress' },
      where: { name: 'Washington', country: 'USA', lat: 38.9, lon: -77.04, span: inLine(8, 'Washington') },
    }),
  ],
  questions: [at('Will either side give way?')],
});

const hostileText = [
  '<script>window.hacked = "headline"</script> shakes parliament',
  'The minister <img src=x onerror="window.hacked=1"> condemned “the <b>bold</b> opposition”.',
].join('\n');

/** An article that would like to run in the reader's browser, in every part that a page can fill. */
export const hostile: Reading = readingOf(hostileText, {
  id: 'hostile"><script>window.hacked="id"</script>',
  url: 'javascript:window.hacked="url"',
  publisher: '<img src="https://evil.example/pixel.png">',
  authors: ['<svg onload=window.hacked=2>'],
  published: '1986-10-13',
  actors: [
    actor('a1', '<img src=x onerror="window.hacked=3">', {
      office: '</p><script>window.hacked=4</script>',
      mentions: [evidence(hostileText, 'The minister <img src=x onerror="window.hacked=1">').span],
    }),
  ],
  events: [
    {
      ...event('e1', 'ACCUSE', [0, 0], { sources: ['a1'], quad: 3, sentence: 1 }),
      trigger: evidence(hostileText, 'condemned'),
    },
  ],
});
