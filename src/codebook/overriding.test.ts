import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explain } from '../coding/explain.ts';
import { createLanguage } from '../language/index.ts';
import { loadCodebook } from './load.ts';

/** What our codebook and a user's file make of a sentence: the type and mode of each event. */
async function coded(text: string, sentence: string): Promise<string[]> {
  const overrides = mkdtempSync(join(tmpdir(), 'overriding-'));
  writeFileSync(join(overrides, 'mine.yaml'), text);
  const codebook = await loadCodebook({ overrides });
  const { events } = explain(sentence, codebook, createLanguage({ codebook }));
  return events.map(({ type, mode }) => (mode ? `${type} ${mode}` : type));
}

test("a user's frame for one word is taken instead of ours, which stands among others", async () => {
  const mine = `predicates:
  - { verb: [ambush], type: MOBILIZE, mode: police, example: "[Police] ambushed {the convoy}." }
`;
  expect(await coded(mine, 'Rebels ambushed Turkish soldiers near Homs.')).toEqual(['MOBILIZE police']);
  expect(await coded(mine, 'Rebels attacked Turkish soldiers near Homs.')).toEqual(['ASSAULT']);
});

test("where the conditions of a user's frame fail, ours are tried", async () => {
  const mine = `predicates:
  - verb: [ambush]
    frames:
      - { type: REQUEST, when: { with: [question] }, example: "[Reporters] ambushed {the minister} with questions." }
`;
  expect(await coded(mine, 'Reporters ambushed Turkish soldiers with questions.')).toEqual(['REQUEST']);
  expect(await coded(mine, 'Rebels ambushed Turkish soldiers near Homs.')).toEqual(['ASSAULT']);
});

test('a word of ours is switched off by an entry without a type', async () => {
  const mine = 'predicates:\n  - { verb: [ambush], type: null }\n';
  expect(await coded(mine, 'Rebels ambushed Turkish soldiers near Homs.')).toEqual([]);
});

test('names and words of lists are added to ours, and leave the heading under which we have them', async () => {
  const ours = await loadCodebook();
  const overrides = mkdtempSync(join(tmpdir(), 'overriding-'));
  const [moved] = ours.persons.find(({ country, sector }) => country === 'USA' && sector === 'LEG')!.names;
  writeFileSync(
    join(overrides, 'mine.yaml'),
    `persons:\n  - { country: USA, sector: GOV, names: ["${moved}", Ada Quill] }\n`,
  );
  const { persons } = await loadCodebook({ overrides });
  const names = (sector: string) => persons.filter((each) => each.country === 'USA' && each.sector === sector);
  expect(names('GOV').flatMap((each) => each.names)).toEqual(expect.arrayContaining([moved, 'Ada Quill']));
  expect(names('LEG').flatMap((each) => each.names)).not.toContain(moved);
  expect(persons.flatMap((each) => each.names)).toHaveLength(ours.persons.flatMap((each) => each.names).length + 1);
});

test("a reporting word's stance is changed for one word of ours", async () => {
  const overrides = mkdtempSync(join(tmpdir(), 'overriding-'));
  writeFileSync(
    join(overrides, 'mine.yaml'),
    'reporting:\n  - { words: [insist], pos: verb, stance: deny, content: [clause, quote] }\n',
  );
  const codebook = await loadCodebook({ overrides });
  const stance = (sentence: string) =>
    explain(sentence, codebook, createLanguage({ codebook })).statements.map((each) => each.stance);
  expect(stance('The minister insisted that talks had failed.')).toEqual(['deny']);
  expect(stance('The minister said that talks had failed.')).toEqual(['assert']);
});
