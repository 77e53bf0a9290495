import type { Parse } from './parser.ts';

/** Number, as far as forms and tags tell it: what may be the subject of which verb. */
export type GrammaticalNumber = 'singular' | 'plural';

const SINGULAR_FORMS = new Set(['is', 'was', 'has', 'does', 'he', 'she', 'it', 'this']);
const PLURAL_FORMS = new Set(['are', 'were', 'have', 'do', 'they', 'we', 'these', 'those']);

/** The number that a finite verb or its auxiliary asks for; null where both would do. */
export function numberOfVerb(
  forms: readonly string[],
  { xpos, head, deprel }: Parse,
  verb: number,
): GrammaticalNumber | null {
  const helper = head.findIndex((at, word) => at === verb && word < verb && /^(?:aux|cop)\b/.test(deprel[word]));
  const finite = helper >= 0 ? helper : verb;
  const form = forms[finite].toLowerCase();
  if (SINGULAR_FORMS.has(form)) return 'singular';
  if (PLURAL_FORMS.has(form) && xpos[finite] !== 'VB') return 'plural';
  if (helper >= 0) return null;
  return xpos[verb] === 'VBZ' ? 'singular' : xpos[verb] === 'VBP' ? 'plural' : null;
}

/** The number of a noun or pronoun; nouns joined by "and" are several, and names of many words may be either ("the United States has"). */
export function numberOfNoun(
  forms: readonly string[],
  { xpos, head, deprel }: Parse,
  noun: number,
): GrammaticalNumber | null {
  const form = forms[noun].toLowerCase();
  if (head.some((at, word) => at === noun && deprel[word] === 'conj')) return 'plural';
  if (SINGULAR_FORMS.has(form)) return 'singular';
  if (PLURAL_FORMS.has(form)) return 'plural';
  if (xpos[noun] === 'NNS') return 'plural';
  return xpos[noun] === 'NN' || xpos[noun] === 'NNP' ? 'singular' : null;
}
