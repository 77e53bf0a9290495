import type { Parse } from './parser.ts';
import { TIMES } from './phrases-after-times.ts';
import { isUnder } from './under.ts';

const NAMING = /^(?:NOUN|PROPN|NUM|PRON)$/;
/** Words that open a clause and that parsers take for prepositions. */
const OPENING = new Set(['after', 'before', 'since', 'as', 'until', 'once']);
const WHEN = new Set(['in', 'on', 'by', 'during']);

/**
 * The phrase right before a verb without a subject, in a slot that it does not fill: bare ("Chad's minister, Ali Issa, said",
 * as if one spoke by the minister), behind "after" ("after an attack killed"), behind a month without a comma ("in June members
 * of parliament urged"), or hung on the clause before a semicolon ("; the Swedes, who had refused, thanked her").
 */
export function phraseBefore(forms: readonly string[], parse: Parse, verb: number): number | undefined {
  const { upos, head, deprel } = parse;
  if (deprel[verb] === 'conj' || deprel[verb] === 'acl:relcl') return undefined;
  let top = verb - 1;
  while (top > 0 && /^(?:ADV|AUX|PART|PUNCT)$/.test(upos[top]) && forms[top] !== ';') top--;
  const isCut = (from: number, to: number) => forms.slice(from + 1, to).includes(';');
  for (let at = head[top]; at >= 0 && at < verb && !isCut(at, top); at = head[top]) {
    if (!NAMING.test(upos[at]) && !deprel[at].startsWith('acl')) return undefined;
    top = at;
  }
  if (!/^(?:NOUN|PROPN)$/.test(upos[top]) || TIMES.has(forms[top].toLowerCase())) return undefined;
  if (head[top] >= 0 && head[top] < verb) return isCut(head[top], top) && !isUnder(head, verb, top) ? top : undefined;
  if (head[top] !== verb || deprel[top] !== 'obl') return undefined;
  const preposition = head.findIndex((at, word) => at === top && deprel[word] === 'case' && word < top);
  if (preposition < 0) return top;
  const word = forms[preposition].toLowerCase();
  if (OPENING.has(word)) {
    // the clause that it opens is not the only one
    if (head[verb] < 0 && !head.some((at, other) => at === verb && other > verb && deprel[other] === 'parataxis'))
      return undefined;
    head[preposition] = verb;
    deprel[preposition] = 'mark';
    upos[preposition] = 'SCONJ';
    return top;
  }
  const time = preposition + 1;
  if (!WHEN.has(word) || head[time] !== top || !TIMES.has(forms[time].toLowerCase())) return undefined;
  head[preposition] = time;
  head[time] = verb;
  deprel[time] = 'obl';
  return top;
}
