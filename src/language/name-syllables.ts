import type { Span } from '../page/article.ts';
import { isCommonWord } from './common-words.ts';

const CAPITAL = /^\p{Lu}\p{Ll}+$/u;
/** Syllables of names that are words as well. */
const WORDS = new Set(
  'in on so he me an am to do go no my if is as at by be we us up or ha ho hi won young soon min sun son kun'.split(
    ' ',
  ),
);
const SHORT = /^\p{Ll}{2,5}$/u;
/** A syllable of names that no word is. */
const SYLLABLE = 'un';

/**
 * "Moon Jae-in", "Hong Joon-pyo" as a parser should see them, which knows "in" as a preposition only and "pyo" not at all: behind a
 * name and a hyphen, with no blank around it, another syllable stands for them.
 */
export function withNameSyllables(forms: readonly string[], spans: readonly Span[]): readonly string[] {
  let seen: string[] | null = null;
  for (let hyphen = 2; hyphen + 1 < forms.length; hyphen++) {
    if (forms[hyphen] !== '-' || !isSyllable(forms[hyphen + 1])) continue;
    const [name, before] = [forms[hyphen - 1], forms[hyphen - 2]];
    if (!CAPITAL.test(name) || !CAPITAL.test(before) || isCommonWord(name.toLowerCase(), `${name.toLowerCase()}s`))
      continue;
    const [start, end] = spans[hyphen];
    if (spans[hyphen - 1][1] !== start || spans[hyphen + 1][0] !== end) continue;
    seen ??= [...forms];
    seen[hyphen + 1] = SYLLABLE;
  }
  return seen ?? forms;
}

/** Whether a word in small letters may be the second half of a given name. */
const isSyllable = (form: string): boolean => WORDS.has(form) || (SHORT.test(form) && !isCommonWord(form, `${form}s`));
