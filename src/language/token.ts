import type { Span } from '../page/article.ts';
import type { Token } from './document.ts';
import type { Parse } from './parser.ts';
import { withoutSubtype } from './tree.ts';
import type { Words } from './words.ts';

/** The tokens of a sentence from its words, where they stand, and their tags and tree. */
export function tokensOf(
  forms: readonly string[],
  spans: readonly Span[],
  { upos, xpos, head, deprel }: Parse,
  words: Words,
): Token[] {
  const tokens = forms.map((form, index) => {
    const word = words(form, upos[index], xpos[index]);
    return {
      index,
      span: spans[index],
      word,
      form: word.form,
      lemma: word.lemma,
      lowerForm: word.lowerForm,
      lowerLemma: word.lowerLemma,
      folded: word.folded,
      upos: word.upos,
      xpos: word.xpos,
      head: head[index],
      deprel: deprel[index],
      relation: withoutSubtype(deprel[index]),
      children: [] as number[],
    };
  });
  for (const token of tokens) if (token.head >= 0) tokens[token.head].children.push(token.index);
  return tokens;
}
