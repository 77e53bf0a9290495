import { expect, test } from 'vitest';
import { loadCodebook } from '../codebook/load.ts';
import { createLanguage } from './index.ts';

const language = createLanguage({ codebook: await loadCodebook() });

/** Subject, verb and object of a headline, as far as it has them. */
function told(text: string): (string | undefined)[] {
  const [{ tokens }] = language({
    text,
    blocks: [{ kind: 'headline', span: [0, text.length] }],
    published: null,
  }).sentences;
  const root = tokens.find(({ head }) => head < 0)!;
  const of = (relation: string) =>
    tokens.find((token) => token.relation === relation && token.head === root.index)?.form;
  return [of('nsubj'), root.upos === 'VERB' ? root.form : undefined, of('obj')];
}

test.each([
  ['Congo Army Kills 20 Rebels', ['Army', 'Kills', 'Rebels']],
  ['Nigerian Troops Free Hostages in Borno', ['Troops', 'Free', 'Hostages']],
  ['Peru President Resigns', ['President', 'Resigns', undefined]],
  ['Rebel Attacks Worry UN', ['Attacks', 'Worry', 'UN']],
])('the word of a verb among nouns is the verb: %s', (text, parts) => {
  expect(told(text)).toEqual(parts);
});

test.each(['New Russia Sanctions', 'Middle East Peace Plan', 'Syria Peace Talks Timeline'])(
  'a heading of nouns stays one: %s',
  (text) => {
    expect(told(text)[1]).toBeUndefined();
  },
);
