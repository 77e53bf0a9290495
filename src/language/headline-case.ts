import { isCommonWord } from './common-words.ts';
import type { Lemmatizer } from './lemma.ts';

/** Words that stay small in a title. */
const SMALL = new Set(
  'a an the of in on at to for from by with and or but nor as is are be vs v over after amid into up off out per via than that who his her its our their if it near between against before during'.split(
    ' ',
  ),
);
const WORD = /^\p{L}[\p{L}'’]*$/u;
const STOP = /^[.!?…]+$/;
const FEWEST = 3;
/** Endings of the forms of common words, and what they make of them. */
const ENDINGS = [
  ['s', 'VERB', 'VBZ'],
  ['s', 'NOUN', 'NNS'],
  ['ed', 'VERB', 'VBD'],
  ['ing', 'VERB', 'VBG'],
] as const;

/**
 * The words of a headline as running text would have them: where every word has a capital, or is all capitals, common
 * words lose theirs. Other sentences are given back as they are. The parser has learned from running text, and takes
 * "Minister Visits Oslo" for a name. Nouns of acts ("War", "Truce") are in many names, but are common in titles.
 */
export function inSentenceCase(
  forms: readonly string[],
  lemmatize: Lemmatizer,
  nounsOfActs: ReadonlySet<string>,
): readonly string[] {
  if (STOP.test(forms[forms.length - 1])) return forms;
  const words = forms.filter((form, i) => i > 0 && WORD.test(form) && !SMALL.has(form.toLowerCase()));
  if (words.length < FEWEST || words.some((form) => !/^\p{Lu}/u.test(form))) return forms;
  const shouted = words.every(isUpper);
  return forms.map((form, i) => {
    if (!WORD.test(form) || (isUpper(form) && !shouted)) return form;
    const lower = form.toLowerCase();
    const isKnown = SMALL.has(lower) || nounsOfActs.has(lower) || isCommon(lower, lemmatize);
    if (shouted && form.length < 3 && !SMALL.has(lower)) return form;
    if (i === 0 || !isKnown) return shouted && form.length > 3 ? form.slice(0, 1) + lower.slice(1) : form;
    return lower;
  });
}

function isUpper(form: string): boolean {
  return form.length > 1 && form === form.toUpperCase();
}

function isCommon(lower: string, lemmatize: Lemmatizer): boolean {
  // The plural tells of words that are in many names as well: "minister", "court".
  if (isCommonWord(lower, `${lower}s`)) return true;
  return ENDINGS.some(([ending, upos, xpos]) => {
    const lemma = lower.endsWith(ending) ? lemmatize(lower, upos, xpos) : lower;
    return lemma !== lower && isCommonWord(lemma, lemma);
  });
}
