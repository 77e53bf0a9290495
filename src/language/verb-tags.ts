import type { Parse } from './parser.ts';

/** What a word has under it. */
const SUBJECT = 1;
const COMPLEMENT = 2;
const AUXILIARY = 4;

const DEPENDENTS: ReadonlyMap<string, number> = new Map([
  ['nsubj', SUBJECT],
  ...['obj', 'ccomp', 'xcomp'].map((relation) => [relation, COMPLEMENT] as const),
  ...['aux', 'aux:pass', 'cop'].map((relation) => [relation, AUXILIARY] as const),
]);
const CLAUSES = new Set(['root', 'ccomp', 'conj', 'advcl', 'parataxis', 'acl:relcl']);
const THINGS = new Set(['obj', 'nmod', 'nmod:poss', 'compound']);

/**
 * Tags and relations are found apart from each other: what has a subject and an object is a verb ("Berlin views the plan as …"),
 * what is an object or stands before a noun is none, and "to" before a verb is no preposition. A verb with a subject and
 * no auxiliary is in the past, and no participle.
 */
export function verbsAfterRelations(forms: readonly string[], parse: Parse): void {
  const { upos, xpos, head, deprel } = parse;
  const has = dependentsOf(parse);
  for (let word = 0; word < forms.length; word++) {
    if (upos[word] === 'ADP') {
      const isMark = deprel[word] === 'mark' && xpos[head[word]] === 'VB' && forms[word].toLowerCase() === 'to';
      if (isMark) [upos[word], xpos[word]] = ['PART', 'TO'];
    } else if (upos[word] === 'NOUN') {
      if (has[word] !== (SUBJECT | COMPLEMENT) || !CLAUSES.has(deprel[word])) continue;
      upos[word] = 'VERB';
      if (xpos[word].startsWith('NN')) xpos[word] = xpos[word] === 'NNS' ? 'VBZ' : 'VBP';
    } else if (upos[word] === 'VERB') {
      if (THINGS.has(deprel[word]) && xpos[word].startsWith('NN')) upos[word] = 'NOUN';
      else if (xpos[word] === 'VBN' && has[word] & SUBJECT && !(has[word] & AUXILIARY)) xpos[word] = 'VBD';
    }
  }
}

/** Of each word whether a subject stands under it before it, an object or clause behind it, an auxiliary anywhere. */
function dependentsOf({ head, deprel }: Parse): Uint8Array {
  const has = new Uint8Array(head.length);
  for (let word = 0; word < head.length; word++) {
    const kind = DEPENDENTS.get(deprel[word]);
    const above = head[word];
    if (kind === undefined || above === -1) continue;
    if (kind === AUXILIARY || (kind === SUBJECT ? word < above : word > above)) has[above] |= kind;
  }
  return has;
}
