import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NotWritten, writeWhole } from './whole-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-whole-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function* pieces(...all: (string | Uint8Array | Error)[]) {
  for (const piece of all) {
    if (piece instanceof Error) throw piece;
    yield piece;
  }
}

test('pieces of text and bytes make one file', async () => {
  const path = join(folder, 'new.csv');
  await writeWhole(path, pieces('a,b\n', new TextEncoder().encode('é,2\n')));
  expect(readFileSync(path, 'utf8')).toBe('a,b\né,2\n');
});

test('where it goes wrong, what was there is as it was, and nothing else is left', async () => {
  const path = join(folder, 'old.csv');
  writeFileSync(path, 'before');
  await expect(writeWhole(path, pieces('half', new Error('the library broke')))).rejects.toThrow('the library broke');
  expect(readFileSync(path, 'utf8')).toBe('before');
  await expect(writeWhole(join(folder, 'other.csv'), pieces('half', new Error('broke')))).rejects.toThrow('broke');
  expect(readdirSync(folder).filter((name) => /other|unfinished/.test(name))).toEqual([]);
});

test('a link goes on pointing at its file', async () => {
  const [file, link] = [join(folder, 'file.csv'), join(folder, 'link.csv')];
  writeFileSync(file, 'before');
  symlinkSync(file, link);
  await writeWhole(link, pieces('after'));
  expect(readFileSync(file, 'utf8')).toBe('after');
});

test.skipIf(!existsSync('/dev/full'))('a device is written as it is, and a full one is told', async () => {
  await writeWhole('/dev/null', pieces('words'));
  const full = writeWhole('/dev/full', pieces('words'));
  await expect(full).rejects.toThrow(NotWritten);
  await expect(full).rejects.toThrow(/the disk is full: make room/);
});

test.each([
  ['a folder', folder, 'this is a folder: name a file'],
  ['a file in no folder', join(folder, 'no', 'file.csv'), 'its folder does not exist'],
])('%s is told', async (_, path, reason) => {
  await expect(writeWhole(path, pieces('words'))).rejects.toThrow(reason);
});
