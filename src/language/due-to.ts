import type { Parse } from './parser.ts';

/** As what a tree that takes "due to" for a preposition hangs "due" on the verb. */
const MARKING = new Set(['case', 'mark', 'advmod']);

/**
 * "They are due to meet on Friday": "due to" is one preposition before a noun, but before a verb in its base form "to" is the
 * verb's, and what is due is to do as it says. The treebanks hardly have the second.
 */
export function whatIsDue(forms: readonly string[], parse: Parse): void {
  const { upos, xpos, head, deprel } = parse;
  for (let to = 1; to < forms.length; to++) {
    const due = to - 1;
    if (forms[to] !== 'to' || forms[due] !== 'due' || deprel[to] !== 'fixed' || head[to] !== due) continue;
    const verb = xpos.findIndex((tag, word) => word > to && tag !== 'RB');
    if (verb === -1 || xpos[verb] !== 'VB') continue;
    if (head[due] === verb && MARKING.has(deprel[due])) makePredicate(due, verb, parse);
    if (head[verb] !== due) continue;
    head[to] = verb;
    deprel[to] = 'mark';
    upos[to] = 'PART';
    xpos[to] = 'TO';
    upos[verb] = 'VERB';
    deprel[verb] = 'xcomp';
  }
}

/** Puts "due" where its verb stands in the tree, the verb under it, and under "due" also what the verb has in front of both. */
function makePredicate(due: number, verb: number, { upos, head, deprel }: Parse): void {
  for (let word = 0; word < due; word++) if (head[word] === verb) head[word] = due;
  upos[due] = 'ADJ';
  head[due] = head[verb];
  deprel[due] = deprel[verb];
  head[verb] = due;
}
