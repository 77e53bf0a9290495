import { type ConlluSentence, withAnalysis, wordsOf } from './conllu.ts';
import { loadLemmatizer } from './lemma.ts';
import { loadParser } from './parser.ts';

/** Fills tags, lemmas, heads and relations into sentences whose words are given. */
export function createAnnotator(): (sentence: ConlluSentence) => ConlluSentence {
  const parser = loadParser();
  const lemmatize = loadLemmatizer();
  return (sentence) => {
    const { forms } = wordsOf(sentence);
    const { upos, xpos, head, deprel } = parser.parse(forms);
    const lemmas = forms.map((form, index) => lemmatize(form, upos[index], xpos[index]));
    return withAnalysis(sentence, { lemmas, upos, xpos, heads: head, deprels: deprel });
  };
}
