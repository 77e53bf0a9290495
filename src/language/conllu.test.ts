import { describe, expect, test } from 'vitest';
import { readConllu, withAnalysis, wordsOf, writeConllu } from './conllu.ts';

const row = (...columns: string[]) => columns.join('\t');
const given = [
  '# sent_id = s1',
  "# text = They don't sing or dance",
  row('1', 'They', 'they', 'PRON', 'PRP', 'Case=Nom', '4', 'nsubj', '4:nsubj', '_'),
  row('2-3', "don't", '_', '_', '_', '_', '_', '_', '_', '_'),
  row('2', 'do', '_', '_', '_', '_', '_', '_', '_', '_'),
  row('3', "n't", '_', '_', '_', '_', '_', '_', '_', '_'),
  row('4', 'sing', 'sing', 'VERB', 'VB', '_', '0', 'root', '0:root', 'SpaceAfter=No'),
  row('4.1', 'they', 'they', 'PRON', 'PRP', '_', '_', '_', '6:nsubj', 'CopyOf=1'),
  row('5', 'or', '_', '_', '_', '_', '_', '_', '_', '_'),
  row('6', 'dance', '_', '_', '_', '_', '_', '_', '_', '_'),
].join('\n');

describe('CoNLL-U', () => {
  test('is written as it was read: comments, multiword tokens, empty nodes', () => {
    const text = `${given}\n\n`;
    expect([...readConllu(text)].map(writeConllu).join('')).toBe(text);
    expect([...readConllu(text.replaceAll('\n', '\r\n'))]).toHaveLength(1);
  });

  test('an analysis goes to the words, and only there', () => {
    const [sentence] = readConllu(given);
    const filled = withAnalysis(sentence, {
      lemmas: ['they', 'do', 'not', 'sing', 'or', 'dance'],
      upos: ['PRON', 'AUX', 'PART', 'VERB', 'CCONJ', 'VERB'],
      xpos: ['PRP', 'VBP', 'RB', 'VB', 'CC', 'VB'],
      heads: [3, 3, 3, -1, 5, 3],
      deprels: ['nsubj', 'aux', 'advmod', 'root', 'cc', 'conj'],
    });
    expect(wordsOf(filled).lemmas).toEqual(['they', 'do', 'not', 'sing', 'or', 'dance']);
    expect(filled.rows[1][1]).toBe("don't");
    expect(filled.rows[1][6]).toBe('_');
    expect(filled.rows[4].slice(6)).toEqual(['0', 'root', '_', 'SpaceAfter=No']);
    expect(filled.rows[5]).toEqual(sentence.rows[5]);
    expect(filled.comments).toEqual(sentence.comments);
  });

  test('a broken line is named', () => {
    expect(() => [...readConllu('# text = a\n1\ta\tb\n')]).toThrow('line 2');
  });
});
