import type { Span } from '../page/article.ts';
import type { Token } from './document.ts';
import type { Lemmatizer } from './lemma.ts';
import type { Parse } from './parser.ts';
import { phraseKey } from './phrases.ts';
import { withoutSubtype } from './tree.ts';

/** The tokens of a sentence from its words, where they stand, and their tags and tree. */
export function tokensOf(
  forms: readonly string[],
  spans: readonly Span[],
  { upos, xpos, head, deprel }: Parse,
  lemmatize: Lemmatizer,
): Token[] {
  const tokens = forms.map((form, index) => {
    const lemma = lemmatize(form, upos[index], xpos[index]);
    const lowerForm = form.toLowerCase();
    return {
      index,
      span: spans[index],
      form,
      lemma,
      lowerForm,
      lowerLemma: lemma === form ? lowerForm : lemma.toLowerCase(),
      folded: phraseKey(form),
      upos: upos[index],
      xpos: xpos[index],
      head: head[index],
      deprel: deprel[index],
      relation: withoutSubtype(deprel[index]),
      children: [] as number[],
    };
  });
  for (const token of tokens) if (token.head >= 0) tokens[token.head].children.push(token.index);
  return tokens;
}
