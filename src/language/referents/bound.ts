import type { Sentence, Token } from '../document.ts';
import { firstChild } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Spoken } from './spoken.ts';

/** Pronouns whose sentence is built so that it all but says whom they mean. */

/** "In his speech, Lund said": the name that is the subject of the clause whose first phrase the pronoun stands in. */
export function subjectAhead({ sentence, head }: Draft, named: Spoken): Spoken[number] | null {
  const { tokens } = sentence;
  for (let at = head; at.head >= 0; at = tokens[at.head]) {
    const above = tokens[at.head];
    // "as Chad withdrew its army, Niger": a clause of its own has told of somebody
    if (subjectBefore(sentence, at, head.index)) return null;
    if (above.index < head.index || !/^(?:obl|advcl)$/.test(at.relation)) continue;
    const subject = firstChild(sentence, above.index, 'nsubj');
    if (!subject || subject.index < head.index) continue;
    return named.find(({ draft }) => draft.head === subject) ?? null;
  }
  return null;
}

const subjectBefore = (sentence: Sentence, verb: Token, index: number): boolean => {
  const subject = firstChild(sentence, verb.index, 'nsubj', 'nsubj:pass');
  return subject !== undefined && subject.index < index;
};

const JUDGING = new Set(
  'admire applaud attack berate blame censure chide commend condemn congratulate criticise criticize denounce deride dismiss fault fire honour honor lambast lambaste mock praise punish reproach reprimand ridicule sack salute scold slam thank'.split(
    ' ',
  ),
);

/** "Criticised Lund for his insistence", "congratulated her on her victory": what somebody is judged for is theirs. */
export function judgedOwner({ sentence, head }: Draft): Token | null {
  if (head.deprel !== 'nmod:poss' || head.head < 0) return null;
  const reason = sentence.tokens[head.head];
  if (reason.relation !== 'obl' || reason.head < 0 || !JUDGING.has(sentence.tokens[reason.head].lowerLemma))
    return null;
  const preposition = firstChild(sentence, reason.index, 'case')?.lowerLemma ?? '';
  if (!['for', 'on', 'over'].includes(preposition)) return null;
  return firstChild(sentence, reason.head, 'obj', 'iobj') ?? null;
}
