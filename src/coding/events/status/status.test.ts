import { expect, test } from 'vitest';
import { coder } from '../../testing/read.ts';

const { read } = await coder();

/** The statuses of the events of a type. */
const statuses = (text: string, type: string): string[] =>
  read(text)
    .events.filter((event) => event.type === type)
    .map(({ status }) => status);

test.each([
  ['Rebels attempted to storm the Russian base on Sunday.', 'ASSAULT', 'actual'],
  ['The decision to invade Kuwait isolated Iraq.', 'ASSAULT', 'actual'],
  ['The decision to withdraw French troops from Mali surprised Berlin.', 'RETREAT', 'planned'],
  ['The scandal led the French minister to resign.', 'RETREAT', 'actual'],
  ['Had Morocco attacked Spain, Nato would have had to respond.', 'ASSAULT', 'hypothetical'],
  ['Should Turkey invade Greece, France will send ships.', 'ASSAULT', 'hypothetical'],
  ['Uganda accused Rwanda of arming rebels.', 'AID', 'alleged'],
  ['In a letter to Chile, Peru accused Bolivia of piracy.', 'CONSULT', 'actual'],
  ['Turkey no longer attacks the Kurds.', 'ASSAULT', 'negated'],
  ['Spain will stay neutral as long as Morocco does not attack its islands.', 'ASSAULT', 'hypothetical'],
  ['A Turkish attack on Greece would lead to a wider war.', 'ASSAULT', 'hypothetical'],
  ['Moscow was accused of brutal attacks on Chechnya.', 'ASSAULT', 'alleged'],
  ['Macron was silent ahead of a meeting with Putin in Paris.', 'CONSULT', 'planned'],
])('%s', (text, type, status) => {
  expect(statuses(text, type)).toContain(status);
});

test('the noun of a retreat that the text tells as planned means the plan', () => {
  const text = 'France plans to withdraw its troops from Mali. The French withdrawal from Mali alarms Germany.';
  expect(statuses(text, 'RETREAT')).toEqual(['planned', 'planned']);
});
