import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../codebook/load.ts';
import { createLanguage } from './index.ts';

const language = createLanguage({ codebook: await loadCodebook() });

const read = (text: string) =>
  language({ text, blocks: [{ kind: 'paragraph', span: [0, text.length] }], published: null });

/** The word that a word hangs on, and how. */
function above(text: string, form: string): string {
  const { tokens } = read(text).sentences[0];
  const token = tokens.find((other) => other.form === form)!;
  return `${token.deprel} ${tokens[token.head]?.form ?? '-'}`;
}

const named = (text: string): string[] => {
  const { entities } = read(text);
  return entities.filter(({ kind }) => kind === 'person').map(({ name }) => name);
};

describe('an office whose field stands before the name', () => {
  it('describes who holds it', () => {
    const text = 'Minister of Defence Omar Haddad visited the front.';
    expect([above(text, 'Omar'), above(text, 'Haddad'), above(text, 'Minister'), above(text, 'Defence')]).toEqual([
      'nsubj visited',
      'flat Omar',
      'nmod:desc Omar',
      'nmod Minister',
    ]);
  });

  it('leaves the name to itself', () => {
    expect(named('She spoke to the US ambassador to Lebanon Lisa Johnson on Monday.')).toContain('Lisa Johnson');
    expect(named('British special envoy for Sudan David Lund met tribal leaders.')).toContain('David Lund');
    expect(named('Deputy head of the Security Council Pavel Orlov denied the report.')).toContain('Pavel Orlov');
  });

  it('is left alone where no name of a person follows', () => {
    expect(above('The president of the Supreme Court resigned.', 'president')).toBe('nsubj resigned');
    expect(above('The mayor of New York City resigned.', 'mayor')).toBe('nsubj resigned');
  });
});
