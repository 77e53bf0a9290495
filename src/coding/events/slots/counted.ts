import type { Sentence } from '../../../language/document.ts';
import { children } from '../../tree.ts';
import { coordinated, prepositionOf } from './phrase.ts';

/** What phrases are about where a noun only counts, and by which words. */

/** Nouns that only count or group what follows their "of". */
const QUANTITIES = new Set(
  'number series dozen dozens hundred hundreds thousand thousands score scores million millions majority most some many few several couple group pair host string spate wave handful part rest all half lot lots kind type member members one two three four'.split(
    ' ',
  ),
);

function isQuantity(sentence: Sentence, index: number): boolean {
  const token = sentence.tokens[index];
  return token.upos === 'NUM' || token.upos === 'DET' || QUANTITIES.has(token.lowerLemma);
}

/** The phrase that a counting noun counts ("thousands of soldiers": soldiers). */
export function counted(sentence: Sentence, index: number): number {
  if (sentence.tokens[index].children.length === 0 || !isQuantity(sentence, index)) return index;
  for (const child of children(sentence, index, 'nmod', 'obl'))
    if (prepositionOf(sentence, child.index) === 'of') return child.index;
  return index;
}

/** Relations of the parts of a name or compound, and of what describes. */
const PARTS = new Set(['compound', 'amod', 'flat', 'nmod:desc']);

/** The words that say what a phrase is: its heads, the parts of their names, what a counting noun counts. */
export function phraseWords(sentence: Sentence, index: number): string[] {
  const { tokens } = sentence;
  const found: string[] = [];
  for (const each of coordinated(sentence, index)) {
    found.push(tokens[each].lowerLemma);
    const head = counted(sentence, each);
    if (head !== each) found.push(tokens[head].lowerLemma);
    for (const child of tokens[head].children) {
      const { relation, deprel, xpos, lowerForm, lowerLemma } = tokens[child];
      // "a blistering attack": a participle that describes goes by its form
      if (PARTS.has(relation) || PARTS.has(deprel))
        found.push(xpos === 'VBG' || xpos === 'VBN' ? lowerForm : lowerLemma);
    }
  }
  return found;
}
