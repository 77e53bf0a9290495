import type { Parse } from './parser.ts';
import { phraseBefore } from './subject-before.ts';
import { isUnder } from './under.ts';

const NAMING = /^(?:NOUN|PROPN|NUM)$/;
/** What stands between a subject and its verb, seen from the verb. */
const BETWEEN = /^(?:AUX|ADV|PART)$/;
const CLAUSE = /^(?:root|ccomp|conj|advcl|parataxis|acl:relcl)$/;

/**
 * A verb in the past or present has a subject. Where it has none, it is what stands before it in a slot that no verb has
 * ("at least 90 said", as a number of the verb), a name told apart from the time before it ("On Monday, Lisa Haddad, the
 * envoy, said", as if Monday were Lisa Haddad), or a share of some people ("four in ten voters fear").
 */
export function everyVerbHasASubject(forms: readonly string[], parse: Parse): void {
  const { upos, xpos, head, deprel } = parse;
  for (let verb = 1; verb < forms.length; verb++) {
    if (!CLAUSE.test(deprel[verb]) || !hasTense(parse, verb) || hasSubject(parse, verb)) continue;
    const lost =
      numberBefore(parse, verb) ??
      shareBefore(forms, parse, verb) ??
      nameAfterTime(forms, parse, verb) ??
      phraseBefore(forms, parse, verb);
    if (lost === undefined) continue;
    if (head[lost] !== verb) head[lost] = verb;
    deprel[lost] = 'nsubj';
    if (upos[lost] === 'ADV') {
      upos[lost] = 'PROPN';
      xpos[lost] = 'NNP';
    }
  }
}

function hasTense({ xpos, head, deprel }: Parse, verb: number): boolean {
  if (/^VB[DPZ]$/.test(xpos[verb])) return true;
  return head.some(
    (at, word) =>
      at === verb && word < verb && /^(?:aux|cop)/.test(deprel[word]) && /^(?:VB[DPZ]|MD)$/.test(xpos[word]),
  );
}

const hasSubject = ({ head, deprel }: Parse, verb: number): boolean =>
  head.some((at, word) => at === verb && /^(?:[nc]subj|expl)/.test(deprel[word]));

/** "21,000 said", "Haddad/ADV said": the number or name right before the verb. */
function numberBefore({ upos, xpos, head, deprel }: Parse, verb: number): number | undefined {
  let word = verb - 1;
  while (word > 0 && BETWEEN.test(upos[word]) && !xpos[word].startsWith('NNP')) word--;
  if (head[word] !== verb) return undefined;
  const isNumber = upos[word] === 'NUM' && deprel[word] === 'nummod';
  const isName = xpos[word].startsWith('NNP') && deprel[word] === 'advmod';
  return isNumber || isName ? word : undefined;
}

/** "Four in ten voters": what the preposition between the numbers makes of the voters. */
function shareBefore(forms: readonly string[], { upos, head, deprel }: Parse, verb: number): number | undefined {
  const at = forms.findIndex(
    (form, word) =>
      word > 0 && word < verb - 2 && form === 'in' && upos[word - 1] === 'NUM' && upos[word + 1] === 'NUM',
  );
  if (at === -1) return undefined;
  const people = head.findIndex((above, word) => above === verb && word > at && word < verb && deprel[word] === 'obl');
  if (people === -1 || !isUnder(head, at + 1, people)) return undefined;
  if (head[at] === people) head[at] = at + 1;
  return people;
}

/** "On Monday, Lisa Haddad said": a name beside what stands before a comma, and a preposition before that. */
function nameAfterTime(forms: readonly string[], parse: Parse, verb: number): number | undefined {
  const { upos, head, deprel } = parse;
  for (let name = 2; name < verb; name++) {
    if (deprel[name] !== 'appos' || upos[name] !== 'PROPN') continue;
    const time = head[name];
    if (time > name || head[time] !== verb || !deprel[time].startsWith('obl') || !NAMING.test(upos[time])) continue;
    let start = name;
    while (start > 0 && isUnder(head, start - 1, name)) start--;
    const isSetOff = forms[start] === ',' || forms[start - 1] === ',';
    if (isSetOff && opensClause(parse, time)) return name;
  }
  return undefined;
}

/** Nothing but a conjunction or mark stands before a phrase. */
function opensClause({ upos, head }: Parse, top: number): boolean {
  const start = head.findIndex((_, word) => isUnder(head, word, top));
  return start === 0 || /^(?:PUNCT|CCONJ|SCONJ)$/.test(upos[start - 1]);
}
