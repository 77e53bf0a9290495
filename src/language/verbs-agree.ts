import { numberOfNoun, numberOfVerb } from './agreement.ts';
import type { Parse } from './parser.ts';

/** What a speaker goes on to do by speaking: "said it had failed and accused the army". */
const ACTS_OF_SPEECH = new Set(
  'accused added advised appealed apologised apologized asked blamed called condemned criticised criticized demanded denied denounced dismissed expressed insisted pledged praised promised recommended rejected repeated thanked threatened urged vowed warned welcomed'.split(
    ' ',
  ),
);
const OWN_SUBJECT = /^(?:nsubj|csubj|expl)/;

/**
 * Of two verbs that one may be joined to, the speaker's and that of what is said: "The states accept that he has won and are
 * reopening embassies", "the army said the town had fallen and accused the rebels" go on with the speaker; "sources say she
 * left the town and joined" with what is said.
 */
export function joinedVerbsAgree(forms: readonly string[], parse: Parse): void {
  const { upos, xpos, head, deprel } = parse;
  const subjectOf = (verb: number) => head.findIndex((at, word) => at === verb && OWN_SUBJECT.test(deprel[word]));
  const helped = (verb: number) => head.some((at, word) => at === verb && /^(?:aux|cop)\b/.test(deprel[word]));
  for (let verb = 4; verb < forms.length; verb++) {
    const first = head[verb];
    if (deprel[verb] !== 'conj' || upos[verb] !== 'VERB' || first < 0 || first > verb || subjectOf(verb) >= 0) continue;
    const saying = head[first];
    if (deprel[first] === 'ccomp' && saying >= 0 && saying < first) {
      const [speaker, subject] = [subjectOf(saying), subjectOf(first)];
      if (speaker < 0 || subject < 0) continue;
      const asked = numberOfVerb(forms, parse, verb);
      const disagrees =
        asked !== null &&
        numberOfNoun(forms, parse, speaker) === asked &&
        ![asked, null].includes(numberOfNoun(forms, parse, subject));
      const speaks =
        xpos[saying] === 'VBD' &&
        xpos[verb] === 'VBD' &&
        !helped(verb) &&
        helped(first) &&
        ACTS_OF_SPEECH.has(forms[verb].toLowerCase());
      if (disagrees || speaks) head[verb] = saying;
    } else if (/^VB[PZ]$/.test(xpos[first]) && xpos[verb] === 'VBD' && !helped(verb)) {
      const said = head.findLastIndex(
        (at, word) => at === first && word > first && word < verb && deprel[word] === 'ccomp' && xpos[word] === 'VBD',
      );
      if (said >= 0 && subjectOf(said) >= 0) head[verb] = said;
    }
  }
}
