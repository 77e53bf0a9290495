import type { Parse } from './parser.ts';

const THING = /^(?:obj|nmod|compound)\b/;
const DEPENDS_ON_VERB = /^(?:obj|ccomp|xcomp)\b/;
const AUXILIARY = /^(?:aux|cop)\b/;
const IN_CLAUSE = /^(?:root|ccomp|conj|advcl|parataxis|acl:relcl)$/;

/**
 * Tags and relations are found apart from each other: what has a subject and an object is a verb ("Berlin views the plan as …"),
 * what is an object or stands before a noun is none, and "to" before a verb is no preposition. A verb with a subject and
 * no auxiliary is in the past, and no participle.
 */
export function verbsAfterRelations(forms: readonly string[], { upos, xpos, head, deprel }: Parse): void {
  const doubtful: number[] = [];
  for (let word = 0; word < forms.length; word++) {
    if (
      deprel[word] === 'mark' &&
      upos[word] === 'ADP' &&
      forms[word].toLowerCase() === 'to' &&
      xpos[head[word]] === 'VB'
    ) {
      upos[word] = 'PART';
      xpos[word] = 'TO';
    } else if (upos[word] === 'NOUN') {
      if (IN_CLAUSE.test(deprel[word])) doubtful.push(word);
    } else if (upos[word] === 'VERB') {
      if (xpos[word].startsWith('NN') && THING.test(deprel[word])) upos[word] = 'NOUN';
      else if (xpos[word] === 'VBN') doubtful.push(word);
    }
  }
  for (const word of doubtful) {
    let hasSubject = false;
    let hasObject = false;
    let hasAuxiliary = false;
    for (let other = 0; other < head.length; other++) {
      if (head[other] !== word) continue;
      if (other < word && deprel[other] === 'nsubj') hasSubject = true;
      if (other > word && DEPENDS_ON_VERB.test(deprel[other])) hasObject = true;
      if (AUXILIARY.test(deprel[other])) hasAuxiliary = true;
    }
    if (upos[word] === 'NOUN') {
      if (!hasSubject || !hasObject || hasAuxiliary) continue;
      upos[word] = 'VERB';
      if (xpos[word].startsWith('NN')) xpos[word] = xpos[word] === 'NNS' ? 'VBZ' : 'VBP';
    } else if (hasSubject && !hasAuxiliary) xpos[word] = 'VBD';
  }
}
