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
  const tokens: Token[] = [];
  for (const [index, form] of forms.entries()) {
    const word = words(form, upos[index], xpos[index]);
    tokens.push({
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
      children: [],
    });
  }
  for (const token of tokens) if (token.head >= 0) (tokens[token.head].children as number[]).push(token.index);
  return tokens;
}
