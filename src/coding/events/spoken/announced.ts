import { relation } from '../../tree.ts';
import type { Candidate, Tools } from '../candidates.ts';
import { isPassiveUse } from '../slots/subject.ts';
import type { Speech } from '../speech.ts';
import { isOwnSide, whoActs } from './act.ts';
import { isFuture, isNegated, isRefusal } from './clause.ts';

/** Whether the speaker of an act's words is who does it, or speaks for the same state. */
function isOwn(
  { sentence, token, slots, sources, light }: Candidate,
  speech: Speech,
  { participants }: Tools,
): boolean {
  const speaker = speech.speakerAt(sentence, token.index);
  if (speaker === null) return false;
  // "an offensive would be launched": whoever announces it
  if (sources.length === 0 && light && isPassiveUse(sentence, light.verb)) return true;
  const who = sources.length > 0 ? sources : whoActs(sentence, slots, speaker, participants);
  return who.some((source) => isOwnSide(source, speaker, participants));
}

/** An act that its own doer announces or refuses in words is a threat, a promise, a refusal; agreement denied is refusal. */
export function announced(candidate: Candidate, speech: Speech, tools: Tools): Candidate {
  const { sentence, token, light } = candidate;
  const entry = tools.lexicon.types.get(candidate.type)!;
  // "the operation would continue": the verb that the noun is the subject of
  const governor = relation(token) === 'nsubj' && token.head >= 0 ? sentence.tokens[token.head] : null;
  const verb = light?.verb ?? (candidate.pos === 'noun' ? governor : null) ?? token;
  const own = isOwn(candidate, speech, tools);
  const denied = candidate.pos !== 'noun' && isNegated(sentence, token) ? entry.negated : undefined;
  const said = isRefusal(sentence, verb) ? entry.refused : isFuture(sentence, verb) ? entry.announced : undefined;
  const type = (own ? said : undefined) ?? denied;
  return type ? { ...candidate, type, frame: { type, status: 'actual', content: 'skip' } } : candidate;
}
