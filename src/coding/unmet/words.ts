import { isCommonWord } from '../../language/common-words.ts';
import { loadLemmatizer } from '../../language/lemma.ts';
import { loadParser } from '../../language/parser.ts';
import { tokenize } from '../../language/tokens.ts';

/** Why a word of the codebook is never met, and what to write instead where that is plain. */
export interface Unmet {
  readonly reason: string;
  readonly instead: string | null;
}

/** Finds what keeps a word from being the lemma of a token; null where it may be one. */
export type WordCheck = (word: string, as?: 'verb') => Unmet | null;

/** The words that our tokenizer makes of a phrase. */
export const partsOf = (phrase: string): string[] => tokenize(phrase).map((span) => phrase.slice(...span));

/** Sentences in which a word stands in each of its classes. */
const CARRIERS = (word: string): string[][] => [
  ['The', word, 'were', 'there', '.'],
  ['A', word, 'was', 'there', '.'],
  ['They', 'saw', word, '.'],
  ['They', word, 'it', '.'],
  ['It', 'was', word, '.'],
  ['They', 'came', word, '.'],
  ['The', word, 'deal', 'was', 'there', '.'],
];
const AS_VERB = (word: string): string[][] => [
  ['They', word, 'it', '.'],
  ['They', 'will', word, 'it', '.'],
];

/** Like a plural, also of a word that we do not know: "murmurs". */
const LIKE_PLURAL = /[^aisu]s$/;

const INFLECTED = ['NOUN NNS', 'VERB VBZ', 'VERB VBD', 'VERB VBG', 'ADJ JJR', 'ADJ JJS'] as const;

/** How words of a text come to their lemmas. */
export function wordCheck(): WordCheck {
  const parser = loadParser();
  const lemmatize = loadLemmatizer();
  const isInflection = (word: string, of: string): boolean => of !== word && of.length > 2 && isCommonWord(of, of);
  return (word, as) => {
    if (word !== word.toLowerCase()) return { reason: 'lemmas are in lower case', instead: word.toLowerCase() };
    const parts = partsOf(word);
    if (parts.length > 1)
      return { reason: `a text's words are ${parts.map((part) => `"${part}"`).join(' ')}`, instead: null };
    // participles are adjectives and nouns as well
    if (as !== 'verb' && /(?:ed|ing)$/.test(word)) return null;
    const bases = INFLECTED.map((tags) => lemmatize(word, ...(tags.split(' ') as [string, string])));
    if (!LIKE_PLURAL.test(word) && !bases.some((base) => isInflection(word, base))) return null;
    const lemmas = (as === 'verb' ? AS_VERB : CARRIERS)(word).map((forms) => {
      const { upos, xpos } = parser.parse(forms);
      const at = forms.indexOf(word);
      return lemmatize(word, upos[at], xpos[at]).toLowerCase();
    });
    if (lemmas.includes(word)) return null;
    return { reason: `"${word}" is no lemma`, instead: lemmas[0] };
  };
}
