import type { Sentence, Token } from '../../language/document.ts';
import type { SourceKind } from '../reading.ts';
import { USE } from '../uses.ts';
import { findAccording } from './according.ts';
import { addresseeOf, partedAtThat } from './addressee.ts';
import { announcementOf } from './announced.ts';
import { fitsContent, fitsSlots, fitsSource, mayMean } from './conditions.ts';
import { contentReader, wholeContent } from './content.ts';
import { cueWords } from './cue-words.ts';
import type { Finding } from './finding.ts';
import { type Matched, match, type ReportingWords } from './lexicon.ts';
import { lostOf } from './lost.ts';
import { isNegated } from './negation.ts';
import { besideOthers, standsAlone, withoutDoubles } from './nesting.ts';
import { toItsEnd, withoutOthers } from './others.ts';
import type { Quoted } from './quotes.ts';
import { type Slots, SPEECH, slotsOf } from './slots.ts';
import { sourceOf } from './source.ts';
import { silenceOf } from './unanswered.ts';
import { isUnsaid } from './unsaid.ts';

/** The first of a word's entries, and of their alternatives, that the sentence has all of. */
function placedOf(
  sentence: Sentence,
  word: Token,
  words: ReportingWords,
  matched: Matched,
  kinds: ReadonlyMap<string, SourceKind>,
  quotes: readonly Quoted[],
): Finding | null {
  const negated = isNegated(sentence, word);
  let slots: Slots | null = null;
  for (const entry of matched.entries) {
    if (!mayMean(sentence, word, entry, matched, negated)) continue;
    slots ??= slotsOf(sentence, word);
    const contentAt = contentReader(sentence, word, entry, slots, words, quotes);
    // "is said to have fled": what is said has the passive's subject for its own.
    const alternatives =
      slots.passive && slots.at.has('infinitive') ? ['object+infinitive', ...entry.content] : entry.content;
    for (const alternative of alternatives) {
      const brought = contentAt(alternative);
      if (brought === null || isUnsaid(sentence, word, entry, alternative, negated)) continue;
      if (!fitsSlots(sentence, word, entry, alternative, slots, words)) continue;
      const named = addresseeOf(sentence, word, entry, slots, words.partsOf(alternative));
      const { found, addressee } = SPEECH.has(alternative)
        ? partedAtThat(sentence, word, brought, named)
        : { found: brought, addressee: named };
      const outside = matched.particle < 0 ? addressee : [...addressee, matched.particle];
      const content = wholeContent(sentence, word, alternative, found, outside, words, quotes);
      if (!fitsContent(sentence, entry, alternative, content, words)) continue;
      const source = sourceOf(sentence, word, entry, content, alternative, words.making);
      if (!fitsSource(sentence, word, entry, alternative, source, slots.passive, kinds)) continue;
      return {
        sentence: sentence.index,
        word: word.index,
        cue: cueWords(sentence, word, matched.particle, addressee),
        entry,
        alternative,
        source,
        content,
        addressee,
        negated,
      };
    }
  }
  return null;
}

function findingOf(
  sentence: Sentence,
  word: Token,
  words: ReportingWords,
  kinds: ReadonlyMap<string, SourceKind>,
  quotes: readonly Quoted[],
): Finding | null {
  const matched = match(words, sentence, word);
  // "alleged fighters" says nothing.
  if (!matched || (word.upos === 'VERB' && word.relation === 'amod')) return null;
  return (
    placedOf(sentence, word, words, matched, kinds, quotes) ??
    lostOf(sentence, word, words, matched, quotes) ??
    announcementOf(sentence, word, words, matched) ??
    silenceOf(sentence, word, words, matched)
  );
}

/** Every statement that a sentence makes by a word of its own. */
export function findCues(
  sentence: Sentence,
  uses: Uint8Array,
  words: ReportingWords,
  kinds: ReadonlyMap<string, SourceKind>,
  quotes: readonly Quoted[],
): Finding[] {
  const findings: Finding[] = [];
  for (const token of sentence.tokens) {
    const use = uses[token.index];
    const finding =
      (use & USE.reporting ? findingOf(sentence, token, words, kinds, quotes) : null) ??
      (use & USE.according ? findAccording(sentence, token, words, quotes) : null);
    if (finding) findings.push(finding);
  }
  if (findings.length === 0) return findings;
  const whole = besideOthers(sentence, withoutDoubles(sentence, findings), quotes).map((finding) =>
    withoutOthers(sentence, toItsEnd(sentence, finding, findings, quotes), findings, quotes),
  );
  return whole.filter((finding) => standsAlone(finding, sentence, whole, quotes));
}
