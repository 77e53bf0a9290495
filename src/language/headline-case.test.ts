import { describe, expect, it } from 'vitest';
import type { BlockKind } from '../page/article.ts';
import { inSentenceCase } from './headline-case.ts';
import { createLanguage } from './index.ts';
import { loadLemmatizer } from './lemma.ts';

const lemmatize = loadLemmatizer();
const plain = (text: string) => inSentenceCase(text.split(' '), lemmatize, new Set(['war', 'truce'])).join(' ');

describe('headlines in title case', () => {
  it('lose the capitals of common words, and keep those of names and acronyms', () => {
    expect(plain('Norwegian Minister Visits Oslo for UN Trade Talks')).toBe(
      'Norwegian minister visits Oslo for UN trade talks',
    );
    expect(plain('Rebels Claim a Victory in Aleppo as Assad Warns Turkey')).toBe(
      'Rebels claim a victory in Aleppo as Assad warns Turkey',
    );
  });

  it('have acts, whose nouns are in many names, in small letters', () => {
    expect(plain('Peru and Chile Declare End of War')).toBe('Peru and Chile declare end of war');
  });

  it('are read in capitals, too', () => {
    expect(plain('COURT ORDERS RELEASE OF DAMASCUS PRISONERS')).toBe('Court orders release of Damascus prisoners');
  });

  it('are told from running text and from other headlines', () => {
    for (const text of [
      'The Security Council met on Tuesday.',
      'Foreign Office denies Security Council leak',
      'The White House Press Office declined to comment .',
      'Ann Lee',
    ])
      expect(plain(text)).toBe(text);
  });

  it('have their verb found, and keep their words as they are written', () => {
    const text = 'Kenyan President Hosts Talks on Border Dispute';
    const blocks = [{ kind: 'headline' as BlockKind, span: [0, text.length] as [number, number] }];
    const [{ tokens }] = createLanguage()({ text, blocks, published: null }).sentences;
    const root = tokens.find(({ head }) => head === -1)!;
    expect([root.form, root.lemma, root.upos]).toEqual(['Hosts', 'host', 'VERB']);
    const parts = root.children.map((child) => [tokens[child].form, tokens[child].deprel]);
    expect(parts.slice(0, 2)).toEqual([
      ['President', 'nsubj'],
      ['Talks', 'obj'],
    ]);
  });
});
