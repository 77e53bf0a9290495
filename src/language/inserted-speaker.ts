import { SAYING } from './lexicon.ts';
import type { Parse } from './parser.ts';
import { isUnder } from './under.ts';

/** What the subject of the clause is taken for, where it is not found to be that. */
const ASTRAY = /^(?:nsubj|obl|dislocated|vocative)\b/;

/**
 * "The convoy, the ministry told reporters, was carrying medicine": who speaks stands between the subject of what is
 * said and its verb. The parser makes the speaking the main clause now and then, as if it were "…, he was carrying
 * medicine"; as the treebanks have it, it hangs on what is said.
 */
export function speakerStandsInside(forms: readonly string[], parse: Parse): void {
  const { xpos, head, deprel } = parse;
  for (let verb = 3; verb < forms.length - 2; verb++) {
    if (!SAYING.has(forms[verb]) || !xpos[verb].startsWith('V')) continue;
    const said = head.findIndex((at, word) => at === verb && word > verb && deprel[word] === 'ccomp');
    const speaker = head.findLastIndex((at, word) => at === verb && word < verb && deprel[word] === 'nsubj');
    if (said === -1 || speaker === -1) continue;
    const start = startOf(head, speaker);
    const comma = commaBetween(forms, head, verb, said);
    if (comma === -1 || start < 2 || forms[start - 1] !== ',') continue;
    const subject = subjectBefore(parse, verb, said, start - 1);
    if (subject === -1) continue;
    for (let word = 0; word < forms.length; word++) {
      if (head[word] === verb && word !== said && (word < start || word > said)) head[word] = said;
    }
    head[said] = head[verb];
    deprel[said] = deprel[verb];
    head[verb] = said;
    deprel[verb] = 'parataxis';
    head[start - 1] = verb;
    head[comma] = verb;
    head[subject] = said;
    if (!deprel[subject].startsWith('nsubj')) deprel[subject] = 'nsubj';
  }
}

/** The comma that ends the speaker's words, nothing but what is said after it; -1 where there is none. */
function commaBetween(forms: readonly string[], head: readonly number[], verb: number, said: number): number {
  const comma = forms.indexOf(',', verb);
  if (comma === -1 || comma > said) return -1;
  for (let word = verb + 1; word < comma; word++)
    if (!isUnder(head, word, verb) || isUnder(head, word, said)) return -1;
  for (let word = comma + 1; word < said; word++) if (!isUnder(head, word, said)) return -1;
  return comma;
}

/** The word of the phrase before the speaker that is the subject of what is said, which has no other; -1 if there is none. */
function subjectBefore({ head, deprel }: Parse, verb: number, said: number, end: number): number {
  const subjects = head.flatMap((at, word) => (at === said && /^[nc]subj/.test(deprel[word]) ? [word] : []));
  if (subjects.some((word) => word > end)) return -1;
  const subject =
    subjects.at(-1) ?? head.findLastIndex((at, word) => at === verb && word < end && ASTRAY.test(deprel[word]));
  if (subject === -1) return -1;
  let last = subject;
  for (let word = subject; word < end; word++) if (isUnder(head, word, subject)) last = word;
  return last === end - 1 ? subject : -1;
}

function startOf(head: readonly number[], top: number): number {
  let start = top;
  while (start > 0 && isUnder(head, start - 1, top)) start--;
  return start;
}
