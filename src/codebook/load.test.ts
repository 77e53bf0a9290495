import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCodebook } from './load.ts';

const folderWith = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'codebook-'));
  writeFileSync(join(folder, 'mine.yaml'), text);
  return folder;
};

test("a user's entry takes the place of ours and new ones are added", async () => {
  const overrides = folderWith(`countries:
  - { code: SYR, name: Syrian Arab Republic }
  - { code: XXQ, name: Atlantis, demonyms: [Atlantean] }
`);
  const codebook = await loadCodebook({ overrides });
  expect(codebook.countries.filter((country) => country.code === 'SYR').map((country) => country.name)).toEqual([
    'Syrian Arab Republic',
  ]);
  expect(codebook.countries.find((country) => country.code === 'XXQ')?.demonyms).toEqual(['Atlantean']);
});

test('a mistake is named with its file and line', async () => {
  const overrides = folderWith('countries:\n  - { code: FRA, name: France }\n  - code: Germany\n    name: Germany\n');
  await expect(loadCodebook({ overrides })).rejects.toThrow(/mine\.yaml:3: .*three capital letters/);
});

test('all mistakes of a file are named, each with its line', async () => {
  const overrides = folderWith(
    'organisations:\n  - name: Red Front\n  - { name: Blue Front, sector: REBELS, foe: Red }\n',
  );
  const wrong = loadCodebook({ overrides });
  await expect(wrong).rejects.toThrow(/mine\.yaml:2: organisations\.0\.sector: missing/);
  await expect(wrong).rejects.toThrow(/mine\.yaml:3: .*Invalid option/);
  await expect(wrong).rejects.toThrow(/mine\.yaml:3: .*"foe"/);
});

test('an unknown section is named with its line', async () => {
  await expect(loadCodebook({ overrides: folderWith('\ncountrys: []\n') })).rejects.toThrow(
    /mine\.yaml:2: unknown section "countrys"/,
  );
});

test('a YAML mistake is named with its line', async () => {
  await expect(loadCodebook({ overrides: folderWith('places:\n  - { name: [ }\n') })).rejects.toThrow(
    /mine\.yaml:\d+: /,
  );
});

test('an entry that stands twice among the files of one folder is a mistake that names both places', async () => {
  const overrides = folderWith(
    'countries:\n  - { code: FRA, name: France }\n  - { code: FRA, name: The French Republic }\n',
  );
  await expect(loadCodebook({ overrides })).rejects.toThrow(/mine\.yaml:3: countries: "FRA" stands at .*mine\.yaml:2/);
});
