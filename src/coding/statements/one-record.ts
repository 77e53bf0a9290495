import type { Sentence } from '../../language/document.ts';
import { relation } from '../tree.ts';
import { type Finding, stanceOf } from './finding.ts';
import { SPEECH } from './slots.ts';
import { range } from './speech.ts';

/** One record a sentence and speaker, as far as what he does by his words is one act. */

const isSpeech = ({ alternative }: Finding): boolean => SPEECH.has(alternative) || alternative === 'rest';
const followsItsCue = ({ content, word }: Finding): boolean => content.length > 0 && content[0] > word;
const isInside = (inner: Finding, outer: Finding): boolean => outer.content.includes(inner.word);

const sameSpeaker = (one: Finding, other: Finding): boolean =>
  one.source !== null && other.source !== null && one.source.head === other.source.head;

/** "warned that …, adding that …", "said … and said …": the same act goes on in a verb that hangs on the first. */
function goesOn(sentence: Sentence, first: Finding, next: Finding): boolean {
  const word = sentence.tokens[next.word];
  const isFurther = relation(word) === 'conj' || (relation(word) === 'advcl' && word.xpos === 'VBG');
  return isFurther && word.head === first.word && stanceOf(first) === stanceOf(next);
}

/** Somebody else's words stand between two of one speaker. */
function isParted(first: Finding, next: Finding, all: readonly Finding[]): boolean {
  return all.some(
    (other) =>
      other.word > first.word && other.word < next.word && !sameSpeaker(other, first) && !isInside(other, first),
  );
}

/** What the first says up to the end of what the next does. */
function joined(first: Finding, next: Finding): Finding {
  const start = first.content[0];
  const end = Math.max(first.content[first.content.length - 1], next.content[next.content.length - 1]);
  return { ...first, content: range(start, end + 1) };
}

/**
 * Of what a speaker says in a sentence: what stands inside other words of his is part of them; where one act of speech goes on
 * in a second verb, both are one; and a judgement or wish that he then puts into words ("opposed the plan, saying that …") has no
 * record beside those.
 */
export function oneRecordEach(sentence: Sentence, findings: readonly Finding[]): Finding[] {
  if (findings.length < 2) return [...findings];
  const found: (Finding | null)[] = findings
    .filter(
      (inner) =>
        !findings.some(
          (outer) => outer !== inner && sameSpeaker(inner, outer) && isInside(inner, outer) && !isInside(outer, inner),
        ),
    )
    .sort((one, other) => one.word - other.word);
  for (let first = 0; first < found.length; first++)
    for (let next = first + 1; next < found.length; next++) {
      const [one, other] = [found[first], found[next]];
      if (!one || !other || !sameSpeaker(one, other) || !followsItsCue(one) || !followsItsCue(other)) continue;
      if (isInside(other, one) || isInside(one, other)) continue;
      if (
        isParted(
          one,
          other,
          found.filter((each) => each !== null),
        )
      )
        continue;
      if (goesOn(sentence, one, other)) found[next] = joined(one, other);
      else if (isSpeech(one) || !isSpeech(other)) continue;
      found[first] = null;
      break;
    }
  return found.filter((finding) => finding !== null);
}
