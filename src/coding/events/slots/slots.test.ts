import { expect, test } from 'vitest';
import { coder } from '../../testing/read.ts';

const { propose } = await coder();

/** Acts with the sides that slots give them, by country or name. */
function proposed(text: string): string[] {
  const { drafts, view } = propose(text);
  const name = (id: string): string => view.knownOf(id).country ?? view.knownOf(id).name;
  return drafts.map(({ type, sources, targets }) => `${type} ${sources.map(name)} > ${targets.map(name)}`);
}

test.each([
  ['Norway trained Kenyan units to attack Uganda.', 'ASSAULT KEN > UGA'],
  ['The scandal led Kenya to attack Uganda.', 'ASSAULT KEN > UGA'],
  ['Norway has spent months attacking Uganda.', 'ASSAULT NOR > UGA'],
  ['Norway saw Kenya attacking Uganda.', 'ASSAULT KEN > UGA'],
  ['Norway adopted a policy of expelling Kenyans.', 'COERCE NOR > KEN'],
  ['Norway launched the last phase of its operation to attack Uganda.', 'ASSAULT NOR > UGA'],
])('who does what a verb or noun speaks of: %s', (text, act) => {
  expect(proposed(text)).toContain(act);
});

test.each([
  ['Kenyan fighters remain in the valley, besieged by Uganda and short of water.', 'COERCE UGA > KEN'],
  ['The Kenyans, who were beaten, expelled and jailed by Uganda, went home.', 'COERCE UGA > KEN'],
  ['A ceasefire agreed last year between Kenya and Uganda was ripped up by the fighting.', 'AGREE KEN > UGA'],
  ['Three Norwegians have been jailed in Kenya.', 'COERCE KEN > NOR'],
  ['Kenya’s army said its base had been hit and accused Uganda of shelling it.', 'ACCUSE KEN > UGA'],
  ['The Norwegian fighter remains in Kenyan custody.', 'COERCE KEN > NOR'],
  ['No convoy moved without Kenya attacking Uganda.', 'ASSAULT KEN > UGA'],
  ['Norway sent a doctor at the invitation of Kenya.', 'REQUEST KEN > '],
])('who does it to whom, some words apart: %s', (text, act) => {
  expect(proposed(text)).toContain(act);
});

test('a pronoun in the first phrase means the subject that follows', () => {
  const acts = proposed('Merkel met Macron on Monday. In his talks with Putin, Erdoğan criticised France.');
  expect(acts).toContain('CONSULT TUR > RUS');
});

test('what somebody is criticised for is theirs', () => {
  const acts = proposed('Erdoğan criticised Macron for his attack on Putin.');
  expect(acts).toContain('ACCUSE TUR > FRA');
  expect(acts.some((act) => act.endsWith('FRA > RUS'))).toBe(true);
});
