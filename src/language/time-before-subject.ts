import type { Parse } from './parser.ts';
import { isUnder } from './under.ts';

const COMPARED = new Set(['earlier', 'later', 'before', 'afterwards']);
const LENGTHS = new Set(
  'moment moments second seconds minute minutes hour hours day days night nights week weeks month months year years decade decades'.split(
    ' ',
  ),
);

/**
 * "Hours earlier police had cleared the square": no police are earlier; the time stands before the subject, without a comma,
 * and says when.
 */
export function timeStandsBeforeSubject(forms: readonly string[], { upos, xpos, head, deprel }: Parse): void {
  for (let compared = 1; compared + 1 < forms.length; compared++) {
    const length = compared - 1;
    if (!COMPARED.has(forms[compared]) || !LENGTHS.has(forms[length].toLowerCase())) continue;
    const subject = head[compared];
    if (
      subject <= compared ||
      !deprel[subject].startsWith('nsubj') ||
      !/^(?:amod|advmod|compound)/.test(deprel[compared])
    )
      continue;
    const verb = head[subject];
    if (verb < subject || (head[length] !== compared && head[length] !== subject)) continue;
    // What stands before the words of the time are those of another phrase.
    let start = length;
    while (start > 0 && isUnder(head, start - 1, length)) start--;
    if (start > 0 && isUnder(head, start - 1, subject)) continue;
    head[compared] = verb;
    deprel[compared] = 'advmod';
    upos[compared] = 'ADV';
    xpos[compared] = 'RBR';
    head[length] = compared;
    deprel[length] = 'obl:unmarked';
  }
}
