import { isCommonWord } from './common-words.ts';
import { plainForm } from './parser/features.ts';
import type { Parse } from './parser.ts';

/** In text in sentence case at least so many words begin small for each that begins with a capital. */
const SMALL_FOR_EACH_CAPITAL = 3;

const CAPITAL = /^\p{Lu}\p{Ll}+$/u;

/** After these a capital may be that of a sentence or title within the sentence. */
const OPENING = /^[.:?!"'`([*-]/;

/**
 * "The House has a duty to the Constitution": inside a sentence whose other words are small, a capital makes a noun a
 * name. The treebanks disagree (mail and posts have capitals for all sorts of reasons); edited text does not. Where a
 * sentence begins, it is a name if it is a subject in the singular without an article, and no common word.
 */
export function capitalsMakeNames(forms: readonly string[], { upos, xpos, deprel }: Parse): void {
  let balance = 0;
  for (let word = 1; word < forms.length; word++) {
    const first = forms[word].charCodeAt(0);
    if (first >= 97 && first <= 122) balance++;
    else if (CAPITAL.test(forms[word])) balance -= SMALL_FOR_EACH_CAPITAL;
  }
  for (let word = 0; word < forms.length; word++) {
    if (!CAPITAL.test(forms[word])) continue;
    const opens = word === 0 || OPENING.test(plainForm(forms[word - 1]));
    if (balance < 0 && !opens) continue;
    // "Kyiv accused Moscow": no verb is a subject
    if (upos[word] !== 'NOUN' && !(opens && upos[word] === 'VERB' && deprel[word].startsWith('nsubj'))) continue;
    const isPlural = xpos[word] === 'NNS' && (!opens || forms[word].endsWith('s'));
    if (opens && (isPlural || !deprel[word].startsWith('nsubj') || !isRare(forms[word]))) continue;
    upos[word] = 'PROPN';
    xpos[word] = isPlural ? 'NNPS' : 'NNP';
  }
}

function isRare(form: string): boolean {
  return !isCommonWord(form, `${form}s`);
}
