import { SPEECH_VERBS } from './lexicon.ts';
import type { Parse } from './parser.ts';

/** Verbs of saying that join what is said to what is done: "They left, saying the talks had failed." */
const PARTICIPLES = new Set(
  'saying adding insisting warning claiming arguing noting stressing explaining suggesting declaring announcing'.split(
    ' ',
  ),
);
/** From a noun up to the phrase that it stands in. */
const INSIDE = /^(?:nmod|conj|appos|flat|compound)\b/;

/** Verbs with which someone is told something. */
const TELLING =
  /^(?:tells?|told|telling|(?:remind|inform|warn)(?:s|ed|ing)?|(?:assur|convinc|persuad|advis)(?:e[sd]?|ing))$/;

/**
 * "She reminded the council that the deadline had passed": the clause is what the council is told, not one about the
 * council. With "that" as its subject it may be one.
 */
export function whatOneIsToldThat(forms: readonly string[], { upos, xpos, head, deprel }: Parse): void {
  for (let that = 2; that < forms.length; that++) {
    if (forms[that] !== 'that' || deprel[that].startsWith('nsubj')) continue;
    const clause = head[that];
    const told = clause === -1 ? -1 : head[clause];
    if (clause < that || told === -1 || told >= that || !deprel[clause].startsWith('acl')) continue;
    const verb = head[told];
    if (verb === -1 || verb > told || !/^i?obj$/.test(deprel[told]) || !TELLING.test(forms[verb])) continue;
    if (!head.some((at, word) => at === clause && word > that && /^(?:nsubj|expl)/.test(deprel[word]))) continue;
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
    if (deprel[clause] !== 'advcl' || verb === -1 || verb > clause || !SPEECH_VERBS.has(forms[verb])) continue;
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
 * "He said in an interview with the paper that …": the clause is what was said, and not one about the interview or the
 * paper, where the parser hangs it now and then.
 */
export function whatWasSaidThat(forms: readonly string[], { head, deprel }: Parse): void {
  for (let mark = 0; mark < forms.length; mark++) {
    if (deprel[mark] !== 'mark' || forms[mark] !== 'that') continue;
    const clause = head[mark];
    if (!deprel[clause].startsWith('acl')) continue;
    let phrase = head[clause];
    while (phrase !== -1 && INSIDE.test(deprel[phrase])) phrase = head[phrase];
    const verb = phrase !== -1 && deprel[phrase].startsWith('obl') ? head[phrase] : -1;
    if (verb === -1 || verb > phrase || !SPEECH_VERBS.has(forms[verb])) continue;
    head[clause] = verb;
    deprel[clause] = 'ccomp';
  }
}

/**
 * "She left, insisting the ministry had failed": a verb has one subject. Where a participle of saying is one before
 * another, what it says has been taken for what it hangs on.
 */
export function whatIsSaidByTheWay(forms: readonly string[], { head, deprel }: Parse): void {
  for (let word = 1; word < forms.length; word++) {
    if (deprel[word] !== 'csubj' || !PARTICIPLES.has(forms[word]) || forms[word - 1] !== ',') continue;
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
