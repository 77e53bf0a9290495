import type { Sentence, Token } from '../document.ts';
import { type Candidate, candidatesOf } from './antecedents.ts';
import type { Draft } from './draft.ts';
import { antecedentOf, pronounOf } from './pronoun-mentions.ts';
import type { Referent } from './record.ts';
import { recent, type Spoken } from './spoken.ts';

/** Chooses whom a personal pronoun means of all that it may stand for; null where that is not plain. */
export type Choose = (candidates: readonly Candidate[], pronoun: string, draft: Draft) => Referent | null;

/** Whom a pronoun means of those spoken of, or null where that is not plain. */
export function resolvePronoun(
  draft: Draft,
  spoken: Spoken,
  named: Spoken,
  sentences: readonly Sentence[],
  speaker: Referent | null,
  choose: Choose,
): Referent | null {
  const { sentence, head } = draft;
  const pronoun = pronounOf(head)!;
  if (pronoun === 'i') return speaker?.kind === 'organisation' ? null : speaker;
  if (pronoun === 'we') return speaker;
  if (pronoun === 'who' || pronoun === 'which' || pronoun === 'that') {
    const noun = antecedentOf(sentence, head);
    const meant = noun ? (find(spoken, sentence, noun)?.referent ?? null) : null;
    return pronoun === 'which' && meant?.kind === 'person' ? null : meant;
  }
  return choose(candidatesOf(draft, spoken, named, sentences), pronoun, draft);
}

function find(spoken: Spoken, sentence: Sentence, noun: Token): Spoken[number] | undefined {
  for (const entry of recent(spoken, sentence, 0)) if (entry.draft.head === noun) return entry;
}
