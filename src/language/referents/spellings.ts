import { isCommonWord } from '../common-words.ts';
import { isAcronym } from './shape.ts';

const LAST =
  / (?=(?:Army|Party|Movement|Front|Forces|Force|Council|Guards?|Coalition|Agency|Church|Commission|Parliament)$)\p{Lu}/u;

/** A word that no sentence begins with but as a name: "UN", "European", "Kurdistan". */
const isNameOnly = (word: string): boolean => isAcronym(word) || !isCommonWord(word, word);

/**
 * The name of a body as papers write it: some have "Free Syrian army" and "UN security council" for what others write with
 * capitals throughout.
 */
export function spellings(phrase: string): string[] {
  const found = new Set([phrase, phrase.replace(LAST, (letter) => letter.toLowerCase())]);
  const [first, ...rest] = phrase.split(' ');
  if (rest.length > 0 && isNameOnly(first))
    found.add([first, ...rest.map((word) => (isAcronym(word) ? word : word.toLowerCase()))].join(' '));
  return [...found];
}
