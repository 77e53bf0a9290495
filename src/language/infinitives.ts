import type { Parse } from './parser.ts';

const TENSED = /^VB[DPZG]$/;
const FILLS_VERB = /^(?:xcomp|ccomp|advcl)$/;
const OWN_CLAUSE = /^(?:aux|nsubj|cop)\b/;

/**
 * "They hoped to cross the river and hide in the hills": a bare verb goes on with the infinitive, not with the verb in the past
 * that the parser joins it to.
 */
export function infinitivesGoTogether(forms: readonly string[], { xpos, head, deprel }: Parse): void {
  for (let verb = 3; verb < forms.length; verb++) {
    const above = head[verb];
    if (xpos[verb] !== 'VB' || deprel[verb] !== 'conj' || above > verb || !TENSED.test(xpos[above])) continue;
    if (head.some((at, word) => at === verb && OWN_CLAUSE.test(deprel[word]))) continue;
    const infinitive = head.findLastIndex(
      (at, word) => at === above && word > above && word < verb && xpos[word] === 'VB' && FILLS_VERB.test(deprel[word]),
    );
    if (infinitive !== -1) head[verb] = infinitive;
  }
}
