import type { Parse } from './parser.ts';

/** Relations of words that stand for a thing: a conjunction or adjective has none of them. */
const ARGUMENT = /^(?:nsubj|obj|iobj|obl|nmod)\b/;

/**
 * Tags and relations are found apart from each other and may disagree on words that are several things ("that", "for").
 * The relation, which has seen the whole clause, is right more often: what it makes of a conjunction is what it is.
 */
export function tagsAfterRelations(forms: readonly string[], { upos, xpos, deprel }: Parse): void {
  for (let word = 0; word < upos.length; word++) {
    if (upos[word] === 'ADJ' || upos[word] === 'ADV') {
      // "The YPG left": an adjective by one tag, a name by the other.
      if (xpos[word].startsWith('NNP') && ARGUMENT.test(deprel[word])) upos[word] = 'PROPN';
      continue;
    }
    if (upos[word] !== 'SCONJ') continue;
    if (deprel[word] === 'case') {
      upos[word] = 'ADP';
    } else if (forms[word].length === 4 && forms[word].toLowerCase() === 'that') {
      if (deprel[word] === 'det') upos[word] = 'DET';
      else if (ARGUMENT.test(deprel[word])) upos[word] = 'PRON';
      else continue;
      xpos[word] = 'DT';
    }
  }
}
