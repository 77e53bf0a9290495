import type { Parse } from './parser.ts';

/**
 * "They are due to meet on Friday": "due to" is one preposition before a noun, but before a verb in its base form "to" is the
 * verb's, and what is due is to do as it says. The treebanks hardly have the second.
 */
export function whatIsDue(forms: readonly string[], { upos, xpos, head, deprel }: Parse): void {
  for (let to = 1; to < forms.length; to++) {
    const due = to - 1;
    if (forms[to] !== 'to' || forms[due] !== 'due' || deprel[to] !== 'fixed' || head[to] !== due) continue;
    const verb = xpos.findIndex((tag, word) => word > to && tag !== 'RB');
    if (verb === -1 || xpos[verb] !== 'VB' || head[verb] !== due) continue;
    head[to] = verb;
    deprel[to] = 'mark';
    upos[to] = 'PART';
    xpos[to] = 'TO';
    deprel[verb] = 'xcomp';
  }
}
