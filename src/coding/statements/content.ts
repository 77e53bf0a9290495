import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import { children, firstChild, inOrder, relation, subtree } from '../tree.ts';
import { fitToQuotes, withIncluded, withLooseEnds, withoutAside } from './edges.ts';
import type { ReportingWords } from './lexicon.ts';
import { lostClaim } from './lost.ts';
import type { Quoted } from './quotes.ts';
import { isInfinitive, type Slots, SPEECH } from './slots.ts';
import { clauseStart, quotedWords, speechOf } from './speech.ts';

/** The words that a reporting word brings. */

const POINTING = new Set(['it', 'this', 'that', 'them']);

const pointsBack = (sentence: Sentence, word: Token): boolean =>
  children(sentence, word.index, 'obj').some((object) => POINTING.has(object.lowerForm));

/** "The road, officials believe, is open": set off by marks on both sides. */
function isInserted(sentence: Sentence, word: Token): boolean {
  const { tokens } = sentence;
  if (word.relation !== 'parataxis' || !/^VB[DPZ]$/.test(word.xpos)) return false;
  return tokens[clauseStart(sentence, word) - 1]?.form === ',' && tokens[word.index + 1]?.upos === 'PUNCT';
}

function hasQuote(tokens: readonly number[] | null, quotes: readonly Quoted[]): boolean {
  const inside = quotedWords(quotes);
  return tokens?.some((index) => inside.has(index)) ?? false;
}

/** "called half of them “deplorables”": the object with the quoted words that say what it is. */
function quotedOf(sentence: Sentence, slots: Slots, quotes: readonly Quoted[]): number[] | null {
  const object = slots.at.get('object');
  if (!object) return null;
  const own = subtree(sentence, object.index);
  const quoted = quotes.map((quote) => quote.words).find(([start]) => start > object.index);
  if (!quoted || quoted[0] - own[0] > 25) return null;
  return [...new Set([...own, ...quoted])].sort((a, b) => a - b);
}

/** "reportedly fled": the clause that the adverb stands in. */
function adverbContent(sentence: Sentence, adverb: Token): number[] | null {
  const governor = sentence.tokens[adverb.head];
  if (!governor || relation(adverb) !== 'advmod') return null;
  return subtree(sentence, governor.index, [adverb.index]);
}

/** "prefer to wait, [and think that …]": a verb with a tense beside an infinitive goes with the verb above. */
const hasTense = (sentence: Sentence, infinitive: Token, verb: Token): boolean =>
  isInfinitive(sentence, infinitive.index) && ['VBZ', 'VBP', 'VBD'].includes(verb.xpos) && verb.deprel === 'conj';

/** "are believed to be there, [and residents saw them]", "wants to sing; [his brother paints]": with a subject of its own it is another clause. */
function furtherClauses(sentence: Sentence, top: Token): number[] {
  return children(sentence, top.index, 'conj', 'parataxis')
    .filter(
      (clause) =>
        clause.upos !== 'NOUN' &&
        (hasTense(sentence, top, clause) ||
          children(sentence, clause.index, 'nsubj').some(({ xpos }) => !xpos.startsWith('W'))),
    )
    .map(({ index }) => index);
}

/** The tokens of an alternative like `object+of`: null where one of its parts is not there. */
function contentAt(
  sentence: Sentence,
  word: Token,
  slots: Slots,
  alternative: string,
  parts: readonly string[],
): readonly number[] | null {
  let found: readonly number[] = [];
  for (const part of parts) {
    // "warned Oslo not to come": whom the tree has for an indirect object.
    const top = slots.at.get(part) ?? (alternative === 'object+infinitive' ? slots.at.get('indirect') : undefined);
    if (!top) return null;
    // "the aim is [to return]": what is said of the noun starts after "is".
    const isSaidOf = word.upos === 'NOUN' && top.index === word.head;
    const others = SPEECH.has(part) ? [] : furtherClauses(sentence, top);
    const start = isSaidOf ? (firstChild(sentence, top.index, 'mark')?.index ?? 0) : 0;
    const branch = subtree(sentence, top.index, [word.index, ...others]).filter((index) => index >= start);
    found = found.length === 0 ? branch : inOrder([...found, ...branch]);
  }
  return found;
}

/** The words in the place that an alternative names; null where there are none. */
export type ContentReader = (alternative: string) => readonly number[] | null;

/** Reads what a word brings by an entry. "clause" and "quote" ask for the same words of a verb, which are looked for once. */
export function contentReader(
  sentence: Sentence,
  word: Token,
  entry: Reporting,
  slots: Slots,
  words: ReportingWords,
  quotes: readonly Quoted[],
): ContentReader {
  let speech: readonly number[] | null | undefined;
  const spoken = (alternative: string): readonly number[] | null => {
    if (alternative === 'clause' && !slots.at.has('clause')) return null;
    // "Kinshasa blamed Kigali; Rwanda denies it": what stands before is only pointed to
    if (word.relation === 'parataxis' && pointsBack(sentence, word)) return null;
    if (speech === undefined) speech = speechOf(sentence, word, slots, quotes, entry);
    const isSpoken = alternative === 'clause' || entry.nested || hasQuote(speech, quotes) || isInserted(sentence, word);
    return isSpoken ? speech : null;
  };
  return (alternative) => {
    if (entry.pos === 'adverb') return adverbContent(sentence, word);
    // "urged Oslo to leave" asks it of Oslo; "made a plan to leave" only names a plan.
    if (alternative === 'infinitive' && word.upos !== 'NOUN' && slots.at.get('infinitive')?.head !== word.index)
      return null;
    if (SPEECH.has(alternative) && word.upos === 'VERB') return spoken(alternative);
    if (alternative === 'clause' && word.upos === 'NOUN' && !slots.at.has('clause'))
      return lostClaim(sentence, word, quotes);
    if (alternative === 'object+quote') return quotedOf(sentence, slots, quotes);
    return contentAt(sentence, word, slots, alternative, words.partsOf(alternative));
  };
}

const CLAUSAL = new Set(['clause', 'quote', 'infinitive', 'gerund']);

/** What is found in a place, with what the tree hung elsewhere, without the author's asides and the words `outside` it. */
export function wholeContent(
  sentence: Sentence,
  word: Token,
  alternative: string,
  found: readonly number[],
  outside: readonly number[],
  words: ReportingWords,
  quotes: readonly Quoted[],
): number[] {
  const isNoun = found[0] > word.index && !CLAUSAL.has(alternative) && words.partsOf(alternative).length === 1;
  const loose = isNoun ? withLooseEnds(sentence, word.index, found, words.channels) : found;
  const reported = withoutAside(sentence, loose, quotes, isNoun);
  const whole = reported[reported.length - 1] > word.index ? withIncluded(sentence, reported) : reported;
  return fitToQuotes(sentence, word, whole, quotes).filter((index) => index !== word.index && !outside.includes(index));
}
