import type { Parse } from './parser.ts';
import { isUnder } from './under.ts';

const JOINED = new Set(['and', 'or']);
const FITTING = /^(?:amod|compound|nmod:desc|conj)$/;

/**
 * "Peruvian and German soldiers": where the first adjective is a word that the parser has hardly met, it may take it for
 * a name beside the soldiers. Both are adjectives of one noun.
 * @param isNation whether a form is the adjective of a country or people
 */
export function nationsInARow(
  forms: readonly string[],
  { upos, xpos, head, deprel }: Parse,
  isNation: (form: string) => boolean,
): void {
  for (let first = 0; first + 3 < forms.length; first++) {
    const second = first + 2;
    if (!JOINED.has(forms[first + 1]) || !isNation(forms[first]) || !isNation(forms[second])) continue;
    const noun = nounAfter(second, upos, head, deprel);
    if (noun === -1 || isUnder(head, first, noun) || !FITTING.test(deprel[second])) continue;
    const parts = [first, noun, second, first + 1];
    const top = parts.find((part) => parts.every((other) => other === part || !isUnder(head, part, other)))!;
    head[noun] = head[top];
    deprel[noun] = deprel[top];
    for (let word = 0; word < head.length; word++) if (head[word] === first) head[word] = noun;
    head[first] = noun;
    deprel[first] = 'amod';
    upos[first] = 'ADJ';
    xpos[first] = 'JJ';
    head[second] = first;
    deprel[second] = 'conj';
    head[first + 1] = second;
    deprel[first + 1] = 'cc';
  }
}

/** The uppermost noun of the phrase that follows, other adjectives in between; -1 where there is none. */
function nounAfter(
  adjective: number,
  upos: readonly string[],
  head: readonly number[],
  deprel: readonly string[],
): number {
  let word = adjective + 1;
  while (upos[word] === 'ADJ') word++;
  while (deprel[word] === 'compound' && head[word] > word) word = head[word];
  return upos[word] === 'NOUN' ? word : -1;
}
