import { memo } from '../../codebook/codebook.ts';
import type { Sentence, Token } from '../../language/document.ts';
import { children, subtree } from '../tree.ts';

export const channels = memo((codebook) => {
  const prepositions = new Map<string, Set<string>>();
  for (const channel of codebook.channels)
    for (const word of channel.words) {
      const known = prepositions.get(word) ?? new Set();
      for (const preposition of channel.prepositions) known.add(preposition);
      prepositions.set(word, known);
    }
  return prepositions;
});

/** "in a televised address", "on Radio One": whether a phrase tells through what it was said. */
export function isChannel(sentence: Sentence, phrase: Token, known: ReturnType<typeof channels>): boolean {
  const cases = children(sentence, phrase.index, 'case').map((marker) => marker.lowerLemma);
  const prepositions = known.get(phrase.lowerLemma);
  return cases.some((marker) => prepositions?.has(marker) || (marker === 'on' && phrase.upos === 'PROPN'));
}

/** Through what it was told: "in a televised address", "on state television"; the noun phrase without its preposition. */
export function channelOf(
  text: string,
  sentence: Sentence,
  word: Token,
  known: ReturnType<typeof channels>,
): string | null {
  for (const child of children(sentence, word.index, 'obl', 'nmod')) {
    const prepositions = known.get(child.lowerLemma);
    const cases = children(sentence, child.index, 'case');
    if (!prepositions || !cases.some((marker) => prepositions.has(marker.lowerLemma))) continue;
    const relative = children(sentence, child.index, 'acl', 'acl:relcl', 'conj', 'appos').map((token) => token.index);
    const phrase = subtree(sentence, child.index, [...relative, ...cases.map((marker) => marker.index)]);
    const last = phrase.findLast((index) => sentence.tokens[index].upos !== 'PUNCT') ?? child.index;
    return text.slice(sentence.tokens[phrase[0]].span[0], sentence.tokens[last].span[1]);
  }
  return null;
}
