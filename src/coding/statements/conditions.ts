import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import type { SourceKind } from '../reading.ts';
import { children } from '../tree.ts';
import type { Matched, ReportingWords } from './lexicon.ts';
import { isThere, type Slots } from './slots.ts';
import type { SourceWords } from './source.ts';

/** What must hold of a reporting word, its slots, its content and its source, for an entry of the codebook to be meant. */

const hasParticle = (sentence: Sentence, word: Token): boolean =>
  children(sentence, word.index, 'compound').some(({ deprel }) => deprel === 'compound:prt');

/** What shows before anything else of the sentence is read. */
export function mayMean(
  sentence: Sentence,
  word: Token,
  entry: Reporting,
  { particle }: Matched,
  isDenied: boolean,
): boolean {
  if (entry.negated && !isDenied) return false;
  // "The paper tracked down his mother" is no report.
  return !entry.only || particle >= 0 || !hasParticle(sentence, word);
}

/** "demanded proof that she is alive": the clause tells of an object that is no word of saying ("expressed fears that …"). */
function isOfObject(sentence: Sentence, word: Token, slots: Slots, words: ReportingWords): boolean {
  const clause = slots.at.get('clause');
  const object = clause && clause.head !== word.index ? sentence.tokens[clause.head] : null;
  return object !== null && object.relation === 'obj' && object.upos === 'NOUN' && !words.of('noun', object.lowerLemma);
}

/** What shows by the slots alone. */
export function fitsSlots(
  sentence: Sentence,
  word: Token,
  entry: Reporting,
  alternative: string,
  slots: Slots,
  words: ReportingWords,
): boolean {
  if (entry.without.some((slot) => slots.at.has(slot))) return false;
  return alternative !== 'clause' || !entry.content.includes('object') || !isOfObject(sentence, word, slots, words);
}

/** Whether the first verb of what is said is in a list. */
const brings = (sentence: Sentence, content: readonly number[], list: ReadonlySet<string> = new Set()): boolean => {
  const first = content.find((index) => sentence.tokens[index].upos === 'VERB');
  return first !== undefined && list.has(sentence.tokens[first].lowerLemma);
};

/** "defended themselves", "the day that he announced victory": a word that only points to somebody is nothing said. */
const isBare = (sentence: Sentence, content: readonly number[]): boolean =>
  content.length === 1 && /^(?:that|.*sel(?:f|ves))$/.test(sentence.tokens[content[0]].lowerForm);

/** What shows by the words that are brought. */
export function fitsContent(
  sentence: Sentence,
  entry: Reporting,
  alternative: string,
  content: readonly number[],
  words: ReportingWords,
): boolean {
  if (content.length === 0 || (alternative === 'object' && isBare(sentence, content))) return false;
  return !entry.brings || brings(sentence, content, words.classes.get(entry.brings));
}

/** What is judged, or what as, by nobody. */
const JUDGES = new Set(['object', 'object+predicate']);

/** What shows by who says it, if anybody is named. */
export function fitsSource(
  sentence: Sentence,
  word: Token,
  entry: Reporting,
  alternative: string,
  source: SourceWords | null,
  isPassive: boolean,
  kinds: ReadonlyMap<string, SourceKind>,
): boolean {
  if (entry.only) {
    const kind = source && kinds.get(sentence.tokens[source.head].lowerLemma);
    if (!kind || !entry.only.includes(kind)) return false;
  }
  if (source !== null) return true;
  // A passive that only has somebody done to ("was denied a visa", "published on Monday: “…”") says nothing.
  if ((isPassive && alternative === 'quote') || JUDGES.has(alternative)) return false;
  return entry.pos !== 'noun' || alternative === 'clause' || entry.kind !== undefined || isThere(sentence, word);
}
