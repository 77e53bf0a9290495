import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placedCodebook } from '../../codebook/load.ts';
import { unmet } from './index.ts';

/** What is told of a user's file. */
async function toldOf(text: string): Promise<string> {
  const overrides = mkdtempSync(join(tmpdir(), 'unmet-'));
  writeFileSync(join(overrides, 'mine.yaml'), text);
  return unmet(...(await placedCodebook({ overrides }))).join('\n');
}

test('our codebook has no word, phrase or frame that no text can meet', async () => {
  expect(unmet(...(await placedCodebook()))).toEqual([]);
});

test('inflected words are told with their lemma, where they stand', async () => {
  const told = await toldOf(`predicates:
  - verb: [zap]
    frames:
      - { type: COERCE, when: { object: [pipeline, refineries] }, example: "[Iraq] zapped the refinery." }
  - { noun: ["salvo of rockets"], type: ASSAULT, example: "A salvo of rockets hit {Iraq}." }
`);
  expect(told).toMatch(/mine\.yaml:4: object: "refineries" is never met: .*Write "refinery"/);
  expect(told).toMatch(/mine\.yaml:5: "salvo of rockets" is never met: .*Write "salvo of rocket"/);
  expect(told).not.toContain('pipeline');
});

test('a condition that the tokenizer parts, or that is no word of its entry, is told', async () => {
  const told = await toldOf(`predicates:
  - verb: [zap]
    frames:
      - { type: null, when: { verb: [zip], modifier: [trumped-up] } }
      - { type: COERCE, example: "[Iraq] zapped the refinery." }
`);
  expect(told).toMatch(/mine\.yaml:4: verb: "zip" is never met: it is no verb of this entry/);
  expect(told).toMatch(/mine\.yaml:4: modifier: "trumped-up" is never met: a text's words are "trumped" "-" "up"/);
});

test('what an entry or frame before leaves no use of is told; a frame that only names words lets others go on', async () => {
  const told = await toldOf(`predicates:
  - verb: [zap, zip]
    frames:
      - { type: null, when: { verb: zip }, unless: { object: ACTOR } }
      - { type: COERCE, example: "[Iraq] zapped {the refinery}." }
      - { type: ASSAULT, when: { object: ACTOR } }
  - { verb: [zap, zip, zoom], type: AID, example: "[Iraq] zoomed." }
`);
  expect(told).toMatch(/mine\.yaml:6: this frame is never asked/);
  expect(told).toMatch(/mine\.yaml:7: "zap" is never met: an entry before/);
  expect(told).not.toMatch(/"(zip|zoom)"/);
});

test('words of lists are told, too', async () => {
  const told = await toldOf(`statusCues:
  - { words: ["rule out", refuse], as: governor, status: negated, example: "The army refused to attack." }
deadlines:
  - { words: [by, By], as: before time, example: "Iraq will withdraw {by Friday}." }
reporting:
  - { pos: noun, words: [murmurs], content: [clause] }
`);
  expect(told).toMatch(/mine\.yaml:2: "rule out" is never met/);
  expect(told).toMatch(/mine\.yaml:4: "By" is never met: .*Write "by"/);
  expect(told).toMatch(/mine\.yaml:6: "murmurs" is never met: .*Write "murmur"/);
  expect(told).not.toContain('refuse');
});
