import { numberOfNoun, numberOfVerb } from './agreement.ts';
import type { Parse } from './parser.ts';

const RELATIVE = /^(?:who|which|that)$/i;
/** Prepositions of where somebody is: no place is "who". */
const WHERE = new Set(['in', 'at', 'near', 'outside', 'inside', 'across', 'around', 'throughout']);
const NOMINAL = new Set(['NOUN', 'PROPN']);
const WITHIN = /^(?:nmod|obl|acl|conj|appos|flat|compound)/;

/**
 * "The flow of migrants that feeds the camps", "residents of the city who have fled": a relative clause describes the noun that
 * its verb agrees with, further out in the same phrase where the nearest does not; and "residents in the city, who" are no city.
 */
export function relativesAgree(forms: readonly string[], parse: Parse): void {
  const { upos, head, deprel } = parse;
  for (let verb = 2; verb < forms.length; verb++) {
    const noun = head[verb];
    if (deprel[verb] !== 'acl:relcl' || noun < 0 || noun > verb || !NOMINAL.has(upos[noun])) continue;
    const pronoun = head.findIndex(
      (at, word) => at === verb && word < verb && deprel[word].startsWith('nsubj') && RELATIVE.test(forms[word]),
    );
    if (pronoun < 0) continue;
    const isWho = forms[pronoun].toLowerCase() === 'who';
    const outer = isWho && standsWhere(forms, parse, noun) ? head[noun] : agreeing(forms, parse, noun, verb);
    if (outer >= 0) head[verb] = outer;
  }
}

/** "Residents in the city": a single thing or place that says where several are. */
function standsWhere(forms: readonly string[], parse: Parse, noun: number): boolean {
  const { upos, head, deprel } = parse;
  const outer = head[noun];
  if (deprel[noun] !== 'nmod' || outer < 0 || outer > noun || !NOMINAL.has(upos[outer])) return false;
  if (numberOfNoun(forms, parse, noun) === 'plural' || numberOfNoun(forms, parse, outer) !== 'plural') return false;
  return deprel.some((label, word) => label === 'case' && head[word] === noun && WHERE.has(forms[word].toLowerCase()));
}

/** The nearest noun further out that the verb agrees with where it does not agree with its own; -1 for none. */
function agreeing(forms: readonly string[], parse: Parse, noun: number, verb: number): number {
  const { upos, head, deprel } = parse;
  const asked = numberOfVerb(forms, parse, verb);
  // "between Chad and Niger, which has": the last of several
  if (head.some((at, word) => at === noun && deprel[word] === 'conj')) return -1;
  const own = numberOfNoun(forms, parse, noun);
  if (asked === null || own === null || own === asked) return -1;
  for (let at = noun; at >= 0 && WITHIN.test(deprel[at]); ) {
    at = head[at];
    if (at < 0 || at > noun) return -1;
    if (NOMINAL.has(upos[at]) && numberOfNoun(forms, parse, at) === asked) return at;
    if (upos[at] === 'VERB' && deprel[at] !== 'acl' && deprel[at] !== 'conj') return -1;
  }
  return -1;
}
