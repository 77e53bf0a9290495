import { SAYING, TELLING_VERBS, THAT_VERBS } from './lexicon.ts';
import type { Parse } from './parser.ts';

/** From a noun up to the phrase that it stands in. */
const INSIDE = /^(?:nmod|conj|appos|flat|compound)\b/;

/**
 * "She reminded the council that the deadline had passed", "he announced on Thursday that troops would leave": the clause is
 * what is said, not one about the council or Thursday, where the parser hangs it often. With "that" as its subject it may
 * be one; where the verb has what is said already, it is one.
 */
export function whatIsSaidThat(forms: readonly string[], { upos, xpos, head, deprel }: Parse): void {
  for (let that = 2; that < forms.length; that++) {
    if (forms[that] !== 'that' || deprel[that].startsWith('nsubj')) continue;
    const clause = head[that];
    if (clause < that || !deprel[clause].startsWith('acl')) continue;
    let phrase = head[clause];
    while (phrase !== -1 && INSIDE.test(deprel[phrase])) phrase = head[phrase];
    const verb = phrase === -1 ? -1 : head[phrase];
    if (verb === -1 || verb > phrase || phrase > that) continue;
    const isSaid = deprel[phrase].startsWith('obl')
      ? THAT_VERBS
      : /^i?obj$/.test(deprel[phrase])
        ? TELLING_VERBS
        : null;
    if (!isSaid?.has(forms[verb])) continue;
    let hasSubject = false;
    let isSaidAlready = false;
    for (let word = 0; word < forms.length; word++) {
      if (head[word] === clause && word > that && /^(?:nsubj|csubj|expl)/.test(deprel[word])) hasSubject = true;
      if (head[word] === verb && deprel[word] === 'ccomp') isSaidAlready = true;
    }
    if (!hasSubject || isSaidAlready) continue;
    head[clause] = verb;
    deprel[clause] = 'ccomp';
    deprel[that] = 'mark';
    upos[that] = 'SCONJ';
    xpos[that] = 'IN';
  }
}

/**
 * "He says the fighters can return if they ask": a clause with a subject of its own and no conjunction is no adverbial
 * one, but what is said.
 */
export function whatIsSaidBare(forms: readonly string[], { head, deprel }: Parse): void {
  for (let clause = 2; clause < forms.length; clause++) {
    const verb = head[clause];
    if (deprel[clause] !== 'advcl' || verb === -1 || verb > clause || !SAYING.has(forms[verb])) continue;
    let hasSubject = false;
    let hasMark = false;
    let hasContent = false;
    for (let word = verb + 1; word < forms.length; word++) {
      if (head[word] === verb && /^(?:ccomp|xcomp|obj|parataxis)/.test(deprel[word])) hasContent = true;
      if (head[word] !== clause || word > clause) continue;
      if (deprel[word].startsWith('nsubj')) hasSubject = true;
      if (/^(?:mark|case|advmod)/.test(deprel[word]) && word < clause && !hasSubject) hasMark = true;
    }
    if (hasSubject && !hasMark && !hasContent) deprel[clause] = 'ccomp';
  }
}

/**
 * "She left, insisting the ministry had failed": a verb has one subject. Where a participle of saying is one before
 * another, what it says has been taken for what it hangs on.
 */
export function whatIsSaidByTheWay(forms: readonly string[], { head, deprel }: Parse): void {
  for (let word = 1; word < forms.length; word++) {
    if (deprel[word] !== 'csubj' || !SAYING.has(forms[word]) || !forms[word].endsWith('ing') || forms[word - 1] !== ',')
      continue;
    const said = head[word];
    const hasSubject = head.some((at, other) => at === said && other > word && deprel[other].startsWith('nsubj'));
    if (!hasSubject || said < word || head[said] === -1 || head[said] > word) continue;
    head[word] = head[said];
    deprel[word] = 'advcl';
    head[said] = word;
    deprel[said] = 'ccomp';
    head[word - 1] = word;
  }
}
