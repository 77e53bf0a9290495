import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whatSomebodyIsAccusedOf } from './accused-of.ts';
import { whatIsDue } from './due-to.ts';
import { finalSpeakerSaysAll } from './final-speaker.ts';
import { headlineHasAVerb } from './headline-verb.ts';
import { infinitivesGoTogether } from './infinitives.ts';
import { speakerStandsInside } from './inserted-speaker.ts';
import { everyVerbHasASubject } from './lost-subject.ts';
import { nationsInARow } from './nations-in-a-row.ts';
import { officesBeforeNames } from './offices-before-names.ts';
import { onePhraseInASlot } from './one-slot.ts';
import type { Parse } from './parser.ts';
import { phrasesAfterTimes } from './phrases-after-times.ts';
import { relativesAgree } from './relatives-agree.ts';
import { whatIsSaidByTheWay, whatIsSaidThat } from './said-that.ts';
import { speakerStandsLast } from './speaker-after-name.ts';
import { timeStandsBeforeSubject } from './time-before-subject.ts';
import { joinedVerbsAgree } from './verbs-agree.ts';

const UPOS = ['NOUN', 'PROPN', 'ADJ', 'VERB', 'ADP', 'DET'];
const DEPRELS = [
  'nsubj',
  'obj',
  'obl',
  'nmod',
  'amod',
  'compound',
  'conj',
  'ccomp',
  'parataxis',
  'flat',
  'acl:relcl',
  'mark',
  'case',
  'fixed',
  'appos',
];

/** Any tree at all over the words of a sentence: in some order, each word but the first hangs on one before it. */
const trees = (forms: readonly string[]): fc.Arbitrary<Parse> =>
  fc
    .tuple(
      fc.shuffledSubarray([...forms.keys()], { minLength: forms.length }),
      fc.array(fc.nat(), { minLength: forms.length, maxLength: forms.length }),
      fc.array(fc.constantFrom(...UPOS), { minLength: forms.length, maxLength: forms.length }),
      fc.array(fc.constantFrom(...DEPRELS), { minLength: forms.length, maxLength: forms.length }),
    )
    .map(([order, choices, upos, deprel]) => {
      const head = forms.map(() => -1);
      order.forEach((word, i) => {
        if (i > 0) head[word] = order[choices[i] % i];
      });
      const xpos = forms.map((form) => (/^(?:told|said|had)$/.test(form) ? 'VBD' : form === 'meet' ? 'VB' : 'NN'));
      return { upos, xpos, head, deprel: deprel.map((label, word) => (head[word] === -1 ? 'root' : label)) };
    });

function isTree({ head, deprel }: Parse): boolean {
  if (head.filter((at) => at === -1).length !== 1) return false;
  return head.every((above, word) => {
    let steps = 0;
    for (let at = word; at !== -1 && steps <= head.length; at = head[at]) steps++;
    return steps <= head.length && (above === -1) === (deprel[word] === 'root');
  });
}

const NATIONS = new Set(['Omani', 'Thai', 'Kenyan']);
const words = {
  isTitle: (word: string) => ['minister', 'envoy'].includes(word),
  isGivenName: (form: string) => ['Omar', 'Lisa'].includes(form),
  nameEnd: (word: number) => word,
};

const rules: readonly [string, string, (forms: readonly string[], parse: Parse) => void][] = [
  [
    'Talks between Omani and Thai officials and Kenyan and Omani envoys failed',
    'nations',
    (forms, parse) => nationsInARow(forms, parse, (form) => NATIONS.has(form)),
  ],
  [
    'The UN envoy to Chad Lisa Lund met minister of Public Works Omar Haddad',
    'offices',
    (forms, parse) => officesBeforeNames(forms, parse, words),
  ],
  ['The convoy , officials told reporters , had left on Monday .', 'inserted', speakerStandsInside],
  ['The convoy had left the town , officials said on Monday .', 'final', finalSpeakerSaysAll],
  ['They told officials that the convoy had left , saying it failed', 'told', whatIsSaidThat],
  ['They said in a statement that the convoy had left the town', 'said', whatIsSaidThat],
  ['Envoys due to meet', 'due', whatIsDue],
  ['They said to meet hosts and meet them', 'infinitives', infinitivesGoTogether],
  ['Her rival Omar Haddad met envoys Lisa Lund last week', 'slot', onePhraseInASlot],
  ['On Monday , Omar said four in ten had left', 'subject', everyVerbHasASubject],
  ['Two days later the envoys met', 'time', timeStandsBeforeSubject],
  ['In June members said ; after talks with hosts they told Omar', 'subject before', everyVerbHasASubject],
  ['They met in June with hosts on Monday by night', 'after times', phrasesAfterTimes],
  ['The convoy of hosts who meet in the town that was left , which they have', 'relatives', relativesAgree],
  ['Omar accused the chief of police of the town of crimes', 'charged', whatSomebodyIsAccusedOf],
  ['Omar said hosts had left and accused envoys , and they have told him', 'joined', joinedVerbsAgree],
  [
    'New Congo Army Kills the 20 Rebels in Kivu Town',
    'headline',
    (forms, parse) => {
      const acts = { verbs: new Set(['kill']), nouns: new Set<string>() };
      headlineHasAVerb(forms, parse, acts, (form) => form.replace(/s$/, ''));
    },
  ],
  ['met hosts , Omar , they said', 'last', speakerStandsLast],
  ['They left , saying the convoy had failed the town', 'by the way', whatIsSaidByTheWay],
];

describe('whatever tree it is given, one tree is left', () => {
  it.each(rules)('%s', (text, _name, mend) => {
    const forms = text.split(' ');
    fc.assert(
      fc.property(trees(forms), (parse) => {
        mend(forms, parse);
        expect(isTree(parse)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
