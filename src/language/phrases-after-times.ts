import type { Parse } from './parser.ts';

export const TIMES: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight morning afternoon evening night day week weekend month year spring summer autumn winter'.split(
    ' ',
  ),
);

const LENGTHS = /^(?:day|week|weekend|month|year)$/i;

/** Prepositions of those with whom, by whom and where something is done; a time has none of these. */
const OF_ACTS = new Set(['with', 'between', 'by', 'against', 'at', 'to', 'from', 'in', 'on', 'near', 'over', 'for']);

/** "Agreed last year between Chad and Niger": no year is between the two; what follows a time says more of what was done then. */
export function phrasesAfterTimes(forms: readonly string[], { upos, head, deprel }: Parse): void {
  for (let noun = 2; noun < forms.length; noun++) {
    const time = head[noun];
    if (deprel[noun] !== 'nmod' || time < 0 || time > noun || !TIMES.has(forms[time].toLowerCase())) continue;
    if (!deprel[time].startsWith('obl') || upos[noun] === 'NUM' || TIMES.has(forms[noun].toLowerCase())) continue;
    const verb = head[time];
    // "on its first day in office" is a phrase of its own, "last week in Geneva" is not
    if (deprel[time] === 'obl' && LENGTHS.test(forms[time])) continue;
    const preposition = deprel.findIndex((label, word) => label === 'case' && head[word] === noun);
    if (verb < 0 || !['VERB', 'AUX'].includes(upos[verb]) || preposition < 0) continue;
    if (!OF_ACTS.has(forms[preposition].toLowerCase())) continue;
    head[noun] = verb;
    deprel[noun] = 'obl';
  }
}
