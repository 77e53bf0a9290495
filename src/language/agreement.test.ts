import { expect, test } from 'vitest';
import type { Parse } from './parser.ts';
import { phrasesAfterTimes } from './phrases-after-times.ts';
import { relativesAgree } from './relatives-agree.ts';
import { joinedVerbsAgree } from './verbs-agree.ts';

const UPOS: Readonly<Record<string, string>> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  PRP: 'PRON',
  WP: 'PRON',
  WDT: 'PRON',
  IN: 'ADP',
  CC: 'CCONJ',
};

/** Words as `form/tag/head/relation`, heads counted from 1 as in CoNLL-U. */
function mended(text: string, mend: (forms: readonly string[], parse: Parse) => void): string[] {
  const words = text.split(' ').map((word) => word.split('/'));
  const xpos = words.map(([, tag]) => tag);
  const forms = words.map(([form]) => form);
  const parse: Parse = {
    upos: xpos.map((tag) => UPOS[tag] ?? (/^VB|MD/.test(tag) ? 'VERB' : 'X')),
    xpos,
    head: words.map(([, , head]) => Number(head) - 1),
    deprel: words.map(([, , , relation]) => relation),
  };
  mend(forms, parse);
  return forms.map((form, word) => `${form} ${parse.deprel[word]} ${forms[parse.head[word]] ?? ''}`);
}

test('with whom something is done is not part of when', () => {
  const found = mended(
    'truce/NN/0/root agreed/VBN/1/acl last/JJ/4/amod year/NN/2/obl:unmarked between/IN/6/case Chad/NNP/4/nmod',
    phrasesAfterTimes,
  );
  expect(found).toContain('Chad obl agreed');
});

test('of which day or month it is stays with the time', () => {
  const found = mended('left/VBD/0/root on/IN/3/case Monday/NNP/1/obl of/IN/5/case week/NN/3/nmod', phrasesAfterTimes);
  expect(found).toContain('week nmod Monday');
});

test('a relative clause describes the noun that its verb agrees with', () => {
  const flow = 'halt/VB/0/root flow/NN/1/obj of/IN/4/case migrants/NNS/2/nmod which/WDT/6/nsubj feeds/VBZ/4/acl:relcl';
  expect(mended(flow, relativesAgree)).toContain('feeds acl:relcl flow');
  const migrants = flow.replace('feeds/VBZ', 'feed/VBP');
  expect(mended(migrants, relativesAgree)).toContain('feed acl:relcl migrants');
});

test('those in a place may be who, the place is not', () => {
  const found = mended(
    'residents/NNS/6/nsubj in/IN/3/case town/NN/1/nmod who/WP/5/nsubj fled/VBD/3/acl:relcl returned/VBD/0/root',
    relativesAgree,
  );
  expect(found).toContain('fled acl:relcl residents');
});

test('of two that are joined the last is described', () => {
  const found = mended(
    'between/IN/2/case Chad/NNP/0/root and/CC/4/cc Niger/NNP/2/conj which/WDT/6/nsubj has/VBZ/2/acl:relcl',
    relativesAgree,
  );
  expect(found).toContain('has acl:relcl Chad');
});

test('a verb is joined to the one whose subject it agrees with', () => {
  const found = mended(
    'states/NNS/2/nsubj accept/VBP/0/root he/PRP/4/nsubj won/VBD/2/ccomp and/CC/7/cc are/VBP/7/aux reopening/VBG/4/conj',
    joinedVerbsAgree,
  );
  expect(found).toContain('reopening conj accept');
});

test('who said something goes on to accuse, and what is said goes on in its own tense', () => {
  const army =
    'army/NN/2/nsubj said/VBD/0/root town/NN/5/nsubj had/VBD/5/aux fallen/VBN/2/ccomp and/CC/7/cc accused/VBD/5/conj rebels/NNS/7/obj';
  expect(mended(army, joinedVerbsAgree)).toContain('accused conj said');
  const sources =
    'sources/NNS/2/nsubj say/VBP/0/root she/PRP/4/nsubj left/VBD/2/ccomp and/CC/6/cc joined/VBD/2/conj them/PRP/6/obj';
  expect(mended(sources, joinedVerbsAgree)).toContain('joined conj left');
});
