import { expect, test } from 'vitest';
import { coder } from '../testing/read.ts';

const { read } = await coder();

const typesOf = (text: string): string[] => read(text).events.map(({ type, trigger }) => `${type} ${trigger.text}`);

const CAMPAIGN =
  'Senator Nora Blake leads Governor Luis Ortega among Republican voters. The primary is on Tuesday, and a poll gives her forty delegates. ';
const WAR =
  'Rebels shelled the town on Monday, and soldiers answered with rockets. Governor Luis Ortega said eleven civilians had been killed by mortars. ';

test.each([
  'Ortega attacked Blake in the last debate before the ballot.',
  'Ortega took aim at Blake in the last debate.',
  'Blake shrugged off the attacks by Ortega on her tax plan.',
])('in a report on politics attacks are words: %s', (sentence) => {
  const types = typesOf(CAMPAIGN + sentence).map((each) => each.split(' ')[0]);
  expect(types).toContain('ACCUSE');
  expect(types).not.toContain('ASSAULT');
});

test.each([
  'Blake has beaten Ortega in eleven counties.',
  'It was the toughest battle of her career against Ortega.',
  'Ortega wants to win back the suburbs from Blake.',
  'Blake said: “I will win this.”',
])('in a report on politics contests are no acts of force, and hopes no threats: %s', (sentence) => {
  expect(typesOf(CAMPAIGN + sentence)).toEqual(typesOf(CAMPAIGN));
});

test('the same words are force in a report on force', () => {
  expect(typesOf(`${WAR}The rebels attacked Ortega.`)).toContain('ASSAULT attacked');
  expect(typesOf(`${WAR}The army has beaten the rebels in eleven towns.`)).toContain('ASSAULT beaten');
});

test('force is force in a report on politics, too', () => {
  expect(typesOf(`${CAMPAIGN}A gunman attacked Ortega at a rally, and soldiers shot him.`)).toContain(
    'ASSAULT attacked',
  );
});
