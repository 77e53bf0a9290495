import { expect, test } from 'vitest';
import { coder } from '../testing/read.ts';

const { codebook, read } = await coder();

const dues = (text: string) =>
  read(text).events.flatMap(({ type, deadline }) => (deadline ? `${type}: ${deadline.text} (${deadline.to})` : []));

test('the examples of the codebook tell the deadlines that they mark', () => {
  for (const { example } of codebook.deadlines) {
    const text = example.replace(/[{}]/g, '');
    const [, marked] = /\{(.+)\}/.exec(example)!;
    expect(
      read(text).events.map(({ deadline }) => deadline?.text),
      text,
    ).toContain(marked);
  }
});

test.each([
  // what is planned
  ['Turkey will withdraw its troops from Iraq by Friday.', 'RETREAT: by Friday (2024-05-17)'],
  [
    'The withdrawal of French troops is expected to be completed by the end of June.',
    'RETREAT: by the end of June (2024-06-30)',
  ],
  [
    'The two presidents plan to meet no later than 1 June, officials said.',
    'CONSULT: no later than 1 June (2024-06-01)',
  ],
  // what is promised
  ['Iran agreed to release the sailors before the end of May.', 'AGREE: before the end of May (2024-05-23)'],
  ['Kenya has pledged to send 500 soldiers to Haiti as soon as possible.', 'AGREE: as soon as possible (null)'],
  // what is demanded
  ['France urged Turkey to withdraw its troops within three weeks.', 'REQUEST: within three weeks (2024-06-04)'],
  ['Macron said: “Turkey must leave Libya by Monday.”', 'REQUEST: by Monday (2024-05-20)'],
  ['The council called for the immediate release of the prisoners.', 'REQUEST: immediate (null)'],
  ['Britain demanded that Russia explain itself without delay.', 'REQUEST: without delay (null)'],
  ['Egypt called on Ethiopia to resume talks ahead of the summit.', 'REQUEST: ahead of the summit (null)'],
  [
    'Macron stressed the need for Libya to hold elections “as soon as possible”.',
    'REQUEST: as soon as possible (null)',
  ],
  // what is threatened
  ['Turkey threatened to attack the Kurds unless they withdraw by Thursday.', 'THREATEN: by Thursday (2024-05-16)'],
])('%s', (text, due) => {
  expect(dues(text)).toContain(due);
});

test.each([
  'Turkey attacked Iraq before Friday.',
  'By Monday Turkey had withdrawn its troops from Iraq.',
  'On Monday France urged Turkey to withdraw its troops.',
  'Before the summit, France urged Turkey to withdraw its troops.',
  'Turkey will keep its troops in Iraq until Friday.',
  'The general will appear before the court on a charge of murder.',
  'France agreed immediately to send aid to Chad.',
  'Kenya appealed to France for help, and by Friday soldiers had arrived in Mombasa.',
  'Villagers fled ahead of the planned assault by the army.',
])('no deadline: %s', (text) => {
  expect(dues(text)).toEqual([]);
});

test('by when it is due is not when it was demanded', () => {
  const [event] = read('On Monday France urged Turkey to withdraw its troops by Friday.').events;
  expect(event).toMatchObject({ when: { text: 'On Monday' }, deadline: { from: null, to: '2024-05-17' } });
});

test('without the day of the report the words stay and no day is made up', () => {
  const [event] = read('France urged Turkey to withdraw its troops by Friday.', null).events;
  expect(event!.deadline).toEqual({ from: null, to: null, text: 'by Friday' });
});

test('what is to be done is planned', () => {
  const [release] = read('The text of the deal names forty hostages to be released by June.').events.slice(-1);
  expect(release).toMatchObject({ type: 'RETREAT', status: 'planned', deadline: { text: 'by June' } });
});
