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
  const children = childrenOf(head);
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
      children: children[index],
    });
  }
  return tokens;
}

const NONE: readonly number[] = [];

/** The words that hang on each word, ascending; most words have none, and no list of their own. */
function childrenOf(head: readonly number[]): (readonly number[])[] {
  const found = new Array<number[] | undefined>(head.length);
  head.forEach((governor, word) => {
    if (governor < 0) return;
    const list = found[governor];
    if (list) list.push(word);
    else found[governor] = [word];
  });
  return head.map((_, word) => found[word] ?? NONE);
}
