import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage } from './index.ts';

const read = (text: string) => readPage(new TextEncoder().encode(text), { file: 'wire.jsonl' });

test('articles keep their ids, order and text to the character', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ id: fc.uuid(), text: fc.string({ minLength: 1, unit: 'binary' }), title: fc.option(fc.string()) }),
      ),
      (records) => {
        const { articles, errors } = read(records.map((record) => JSON.stringify(record)).join('\n') || ' ');
        expect(errors.filter(({ name }) => name !== 'EmptyPage')).toEqual([]);
        expect(articles.map(({ id, text, title }) => ({ id, text, title }))).toEqual(records);
      },
    ),
  );
});

test('a bad line is named, and the others are read', () => {
  const { articles, errors } = read('{"id":"a","text":"One."}\n\n{"id":"b"}\n{oops\n{"id":7,"text":"Two."}\n');
  expect(articles.map(({ id }) => id)).toEqual(['a', '7']);
  expect(errors.map(({ line, message }) => [line, message.slice(0, 28)])).toEqual([
    [3, 'line 3: not an article ("tex'],
    [4, 'line 4: not JSON (Expected p'],
  ]);
});

test('blocks are the lines, the title among them the headline', () => {
  const [article] = read(
    '{"id":"a","title":"Ostra votes","text":"Ostra votes\\n\\nMembers met. \\nThey left."}',
  ).articles;
  expect(article!.blocks.map(({ kind, span }) => [kind, article!.text.slice(...span)])).toEqual([
    ['headline', 'Ostra votes'],
    ['paragraph', 'Members met.'],
    ['paragraph', 'They left.'],
  ]);
});
