import { describe, expect, test } from 'vitest';
import { readConllu, writeConllu } from './conllu.ts';
import { conlluOf } from './document-conllu.ts';
import { createLanguage } from './index.ts';
import { paragraphsOf } from './paragraphs.ts';

describe('a text as CoNLL-U', () => {
  const read = createLanguage();
  const conllu = (text: string, id: string | null = null) => [
    ...conlluOf(read({ text, blocks: paragraphsOf(text), published: null }), id),
  ];

  test('has its text, paragraphs and identifiers in comments', () => {
    const sentences = conllu('Talks began. They failed.\n\nA third round is planned.', 'a7');
    expect(sentences.map(({ comments }) => comments)).toEqual([
      ['# newdoc id = a7', '# newpar', '# sent_id = a7-1', '# text = Talks began.'],
      ['# sent_id = a7-2', '# text = They failed.'],
      ['# newpar', '# sent_id = a7-3', '# text = A third round is planned.'],
    ]);
  });

  test('words written as one are one token of several words', () => {
    const [{ rows }] = conllu("The rebels' envoy can't say who'd sign the US-backed plan, cannot he?");
    const joined = rows.filter(([id]) => id.includes('-')).map(([id, form]) => `${id} ${form}`);
    expect(joined).toEqual(["2-3 rebels'", "5-6 can't", "8-9 who'd", '17-18 cannot']);
  });

  test('forms and SpaceAfter give the text back', () => {
    const text = 'She said: "We don\'t know (yet)." The U.S.-led team left at 5pm — €10m short...';
    let back = '';
    for (const { rows } of conllu(text)) {
      let inside = 0;
      for (const [id, form, , , , , , , , misc] of rows) {
        const [first, last] = id.split('-').map(Number);
        if (first <= inside) continue;
        if (last) inside = last;
        back += form + (misc.includes('SpaceAfter=No') ? '' : ' ');
      }
    }
    expect(back.trimEnd()).toBe(text);
  });

  test('can be read again', () => {
    const written = conllu("It isn't over.\nThe 2nd round, he'd said, starts on 3 May.").map(writeConllu).join('');
    expect([...readConllu(written)].map(writeConllu).join('')).toBe(written);
  });
});

describe('paragraphs of a plain text', () => {
  const paragraphs = (text: string) => paragraphsOf(text).map(({ span }) => text.slice(...span));

  test('stand between blank lines', () => {
    expect(paragraphs('Headline\n\nFirst line.\r\n\r\n  Second. \n')).toEqual(['Headline', 'First line.', 'Second.']);
  });

  test('a line is one where lines are not wrapped', () => {
    expect(paragraphs('Minister resigns\nBy A. Writer\nThe minister resigned on Friday.')).toHaveLength(3);
  });

  test('wrapped lines run on', () => {
    const wrapped =
      'The minister of the interior resigned on Friday after a\nnewspaper had printed a letter in which he asked for money.';
    expect(paragraphs(wrapped)).toEqual([wrapped]);
  });
});
