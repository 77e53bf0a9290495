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
  const { articles, errors } = read(
    '{"id":"a","text":"One."}\n\n{"id":"b"}\n{oops\n{"id":7,"text":"Two.","mood":1}\n{"id":"c","text":"Three.","authors":["Ana Brel",2]}\n[]\n',
  );
  expect(articles.map(({ id }) => id)).toEqual(['a', '7']);
  expect(errors.map(({ line, message }) => [line, message.replace(/(not JSON) .*/, '$1')])).toEqual([
    [3, 'line 3: not an article ("text": expected a string, found nothing)'],
    [4, 'line 4: not JSON'],
    [6, 'line 6: not an article ("authors.1": expected a string, found a number)'],
    [7, 'line 7: not an article (expected an object, found a list)'],
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
