import type { Codebook } from '../../codebook/codebook.ts';
import type { Frame, Predicate } from '../../codebook/schema.ts';
import { PREDICATE_KEYS, TESTS } from '../events/conditions.ts';
import { type PredicateClass, patternOf } from '../events/lexicon.ts';
import type { Finding } from './index.ts';
import { partsOf, type Unmet, type WordCheck } from './words.ts';

export const CLASSES = ['verb', 'noun', 'adjective'] as const;

/** What an editor reads of something that is never met. */
export const told = (words: string, { reason, instead }: Unmet): string =>
  `"${words}" is never met: ${reason}${instead === null ? '' : `. Write "${instead}"`}`;

/** Words of predicates and of their conditions that no token has. */
export function unmetPhrases(codebook: Codebook, check: WordCheck): Finding[] {
  const classes = new Set(codebook.classes.map(({ name }) => name));
  return codebook.predicates.flatMap((entry) => [
    ...CLASSES.flatMap((pos) =>
      (entry[pos] ?? []).flatMap((phrase, index): Finding[] => {
        const problem = ofPhrase(pos, phrase, check);
        return problem ? [{ entry, path: [pos, index], message: told(phrase, problem) }] : [];
      }),
    ),
    ...(entry.frames ?? [entry as Frame]).flatMap((frame, index) =>
      ofFrame(entry, frame, entry.frames ? ['frames', index] : [], classes, check),
    ),
  ]);
}

/** A hyphen in a phrase is found however a text's words are parted: its parts must be words. */
function ofPhrase(pos: PredicateClass, phrase: string, check: WordCheck): Unmet | null {
  const { head, words } = patternOf(pos, phrase, []);
  for (const word of [head, ...words]) {
    const asVerb = pos === 'verb' && word === head ? 'verb' : undefined;
    const problem =
      word.includes('-') && word === word.toLowerCase()
        ? partsOf(word).length === 1 || partsOf(word).join('') === word
          ? null
          : check(word)
        : // adjectives of one word are found by the form of a participle, too
          pos === 'adjective' && word === head
          ? null
          : check(word, asVerb);
    if (!problem) continue;
    const instead = problem.instead && phrase.replace(word, problem.instead);
    return { ...problem, instead };
  }
  return phrase === phrase.toLowerCase() ? null : { reason: 'lemmas are in lower case', instead: phrase.toLowerCase() };
}

function ofFrame(
  entry: Predicate,
  frame: Frame,
  at: readonly PropertyKey[],
  classes: ReadonlySet<string>,
  check: WordCheck,
): Finding[] {
  return (['when', 'unless'] as const).flatMap((kind) =>
    Object.entries(frame[kind] ?? {}).flatMap(([slot, values]) =>
      values.flatMap((value, index): Finding[] => {
        const problem = ofValue(entry, slot, value, classes, check);
        return problem
          ? [{ entry, path: [...at, kind, slot, index], message: `${slot}: ${told(value, problem)}` }]
          : [];
      }),
    ),
  );
}

/** The words that conditions on no slot know. */
const KNOWN: Readonly<Record<string, string>> = { report: 'politics', auxiliary: 'passive' };

function ofValue(
  entry: Predicate,
  slot: string,
  value: string,
  classes: ReadonlySet<string>,
  check: WordCheck,
): Unmet | null {
  if (KNOWN[slot]) return value === KNOWN[slot] ? null : { reason: 'it is not known here', instead: KNOWN[slot] };
  if (PREDICATE_KEYS.has(slot)) {
    const pos = slot as PredicateClass;
    const own = entry[pos] ?? [];
    if (own.some((phrase) => phrase === value || patternOf(pos, phrase, []).head === value)) return null;
    return { reason: `it is no ${slot} of this entry`, instead: null };
  }
  if (classes.has(value) || TESTS.has(value)) return null;
  if (/^[A-Z]+_?[A-Z_]+$/.test(value)) return { reason: 'there is no list of words of this name', instead: null };
  if (value.includes(' ')) return { reason: 'a condition asks for one word', instead: null };
  return check(value);
}
