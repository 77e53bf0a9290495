import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import type { SourceKind } from '../reading.ts';
import { children, inOrder, isPassive, relation, subtree } from '../tree.ts';
import { USE } from '../uses.ts';
import { findAccording } from './according.ts';
import { fitToQuotes, toItsEnd, withIncluded, withLooseEnds, withoutAside, withoutOthers } from './edges.ts';
import type { Finding } from './finding.ts';
import { type Matched, match, type ReportingWords } from './lexicon.ts';
import { lostClaim, lostSpeech } from './lost.ts';
import { besideOthers, standsAlone, withoutDoubles } from './nesting.ts';
import type { Quoted } from './quotes.ts';
import { contentAt, isThere, type Slots, SPEECH, slotsOf } from './slots.ts';
import { sourceOf } from './source.ts';
import { clauseStart, quotedWords, range, speechOf } from './speech.ts';
import { isHeld } from './subject.ts';

const CLAUSAL = new Set(['clause', 'quote', 'infinitive', 'gerund']);

/** "appeared to blame them", "began to praise them": who only seems to do it is heard doing it. */
const RAISING = new Set(['appear', 'seem', 'begin', 'start', 'continue', 'proceed']);

/** "to discuss", "in order to meet and seek": no more than an intention. */
function isInfinitive(sentence: Sentence, word: Token): boolean {
  if (relation(word) === 'xcomp' && RAISING.has(sentence.tokens[word.head].lowerLemma)) return false;
  if (word.xpos !== 'VB' || children(sentence, word.index, 'aux').length > 0) return false;
  if (children(sentence, word.index, 'mark').length > 0) return true;
  // "to help defend the port"
  const isHelped = relation(word) === 'xcomp' && sentence.tokens[word.head].lowerLemma === 'help';
  return (relation(word) === 'conj' || isHelped) && isInfinitive(sentence, sentence.tokens[word.head]);
}

/** "a leader who wants to talk", "an effort to convince them that …": tells what somebody is or something is for. */
function describes(word: Token, alternative: string): boolean {
  if (relation(word) !== 'acl') return false;
  return alternative === 'infinitive' ? word.xpos !== 'VBZ' : word.xpos === 'VB' && SPEECH.has(alternative);
}

/** Whether the first verb of what is said is in a list. */
const brings = (sentence: Sentence, content: readonly number[], list: ReadonlySet<string> = new Set()): boolean => {
  const first = content.find((index) => sentence.tokens[index].upos === 'VERB');
  return first !== undefined && list.has(sentence.tokens[first].lowerLemma);
};

/** "demanded proof that she is alive": the clause tells of an object that is no word of saying ("expressed fears that …"). */
function isOfObject(sentence: Sentence, word: Token, slots: Slots, words: ReportingWords): boolean {
  const clause = slots.at.get('clause');
  const object = clause && clause.head !== word.index ? sentence.tokens[clause.head] : null;
  return object !== null && object.relation === 'obj' && object.upos === 'NOUN' && !words.of('noun', object.lowerLemma);
}

const hasParticle = (sentence: Sentence, word: Token): boolean =>
  children(sentence, word.index, 'compound').some(({ deprel }) => deprel === 'compound:prt');

/** "defended themselves", "the day that he announced victory": a word that only points to somebody is nothing said. */
const isBare = (sentence: Sentence, content: readonly number[]): boolean =>
  content.length === 1 && /^(?:that|.*sel(?:f|ves))$/.test(sentence.tokens[content[0]].lowerForm);

/** What is judged, or what as, by nobody. */
const JUDGES = new Set(['object', 'object+predicate']);

/** The object is whom one tells only where something else is told: "warned the king" has no content but the king. */
function addresseeOf(sentence: Sentence, word: Token, entry: Reporting, slots: Slots, alternative: string): number[] {
  const parts = alternative.split('+');
  const indirect = slots.at.get('indirect');
  if (indirect) return subtree(sentence, indirect.index);
  for (const slot of entry.addressee) {
    const told = slots.at.get(slot);
    // A clause that the tree hung on whom it was told ("reminded them that …") is what is told.
    const clauses = told ? children(sentence, told.index, 'acl', 'ccomp').map(({ index }) => index) : [];
    if (told && !parts.includes(slot)) return subtree(sentence, told.index, [word.index, ...clauses]);
  }
  return [];
}

/** "told [reporters] that …": whom it was told ends where what was told begins, whatever the tree made of it. */
function partedAtThat(
  sentence: Sentence,
  word: Token,
  found: readonly number[],
  addressee: readonly number[],
): { found: readonly number[]; addressee: readonly number[] } {
  const that = addressee.find(
    (index) =>
      sentence.tokens[index].lowerForm === 'that' &&
      index > addressee[0] &&
      sentence.tokens[index].relation !== 'nsubj',
  );
  if (that === undefined || addressee[0] < word.index) return { found, addressee };
  const end = Math.max(found[found.length - 1] ?? 0, addressee[addressee.length - 1]);
  return { found: range(that, end + 1), addressee: addressee.filter((index) => index < that) };
}

const BEFORE_CUE = new Set(['AUX', 'ADV', 'PART', 'PUNCT']);

function cueWords(sentence: Sentence, word: Token, particle: number, addressee: readonly number[]): readonly number[] {
  const cue = [word.index];
  if (particle >= 0) cue.push(particle);
  // In "the signs are that they would win" only what stands right before the word goes with it.
  let first = word.index;
  while (first > 0 && BEFORE_CUE.has(sentence.tokens[first - 1].upos)) first--;
  for (const child of children(sentence, word.index, 'aux', 'cop'))
    if (child.index < word.index && child.index >= first) cue.push(child.index);
  for (const child of children(sentence, word.index, 'advmod'))
    if (Math.abs(child.index - word.index) === 1 || child.lemma === 'not') cue.push(child.index);
  // Whom it was told belongs to the cue where it follows directly ("told reporters").
  if (addressee[0] === word.index + 1) cue.push(...addressee);
  return inOrder(cue);
}

function isNegated(sentence: Sentence, word: Token): boolean {
  const isDenied = children(sentence, word.index, 'advmod', 'det').some((child) =>
    ['not', 'never', 'no'].includes(child.lowerLemma),
  );
  return isDenied || isYetTo(sentence, word);
}

/** "has yet to respond". */
function isYetTo(sentence: Sentence, word: Token): boolean {
  const governor = word.head >= 0 && relation(word) === 'xcomp' ? sentence.tokens[word.head] : null;
  return (
    governor?.lowerLemma === 'have' &&
    children(sentence, governor.index, 'advmod').some((adverb) => adverb.lowerLemma === 'yet')
  );
}

function contentOf(
  sentence: Sentence,
  word: Token,
  slots: Slots,
  alternative: string,
  quotes: readonly Quoted[],
  entry: Reporting,
): readonly number[] | null {
  // "urged Oslo to leave" asks it of Oslo; "made a plan to leave" only names a plan.
  if (alternative === 'infinitive' && word.upos !== 'NOUN' && slots.at.get('infinitive')?.head !== word.index)
    return null;
  if (SPEECH.has(alternative) && word.upos === 'VERB') {
    // "Kinshasa blamed Kigali; Rwanda denies it": what stands before is only pointed to
    if (word.relation === 'parataxis' && pointsBack(sentence, word)) return null;
    if (alternative === 'clause' && !slots.at.has('clause')) return null;
    const speech = speechOf(sentence, word, slots, quotes, entry);
    const isSpoken = entry.nested || hasQuote(speech, quotes) || isInserted(sentence, word);
    return alternative === 'quote' && !isSpoken ? null : speech;
  }
  if (alternative === 'clause' && word.upos === 'NOUN' && !slots.at.has('clause'))
    return lostClaim(sentence, word, quotes);
  if (alternative === 'object+quote') return quotedOf(sentence, slots, quotes);
  return contentAt(sentence, word, slots, alternative);
}

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
  const slots = slotsOf(sentence, word);
  const negated = isNegated(sentence, word);
  for (const entry of matched.entries) {
    if (entry.negated && !negated) continue;
    // "is said to have fled": what is said has the passive's subject for its own.
    const alternatives =
      slots.passive && slots.at.has('infinitive') ? ['object+infinitive', ...entry.content] : entry.content;
    for (const alternative of alternatives) {
      const brought =
        entry.pos === 'adverb'
          ? adverbContent(sentence, word)
          : contentOf(sentence, word, slots, alternative, quotes, entry);
      if (brought === null) continue;
      // Whoever "met to discuss the port" has not been heard yet; whoever "spoke up to vow to fight" has.
      const isAttitude = alternative === 'object' || (alternative === 'infinitive' && entry.stance === 'assert');
      if (isAttitude && !negated && isInfinitive(sentence, word)) continue;
      if (word.upos === 'VERB' && describes(word, alternative) && !isHeld(sentence, word)) continue;
      // "The paper tracked down his mother" is no report.
      if (entry.only && matched.particle < 0 && hasParticle(sentence, word)) continue;
      const named = addresseeOf(sentence, word, entry, slots, alternative);
      const { found, addressee } = SPEECH.has(alternative)
        ? partedAtThat(sentence, word, brought, named)
        : { found: brought, addressee: named };
      const told = new Set(addressee);
      const isNoun = found[0] > word.index && !CLAUSAL.has(alternative) && !alternative.includes('+');
      const loose = isNoun ? withLooseEnds(sentence, word.index, found, words.channels) : found;
      const reported = withoutAside(sentence, loose, quotes, isNoun);
      const whole = reported[reported.length - 1] > word.index ? withIncluded(sentence, reported) : reported;
      const content = fitToQuotes(sentence, word, whole, quotes).filter(
        (index) => !told.has(index) && index !== word.index && index !== matched.particle,
      );
      if (content.length === 0 || (alternative === 'object' && isBare(sentence, content))) continue;
      const source = sourceOf(sentence, word, entry, content, alternative, words.making);
      // A passive that only has somebody done to ("was denied a visa", "published on Monday: “…”") says nothing.
      if (slots.passive && source === null && alternative === 'quote') continue;
      if (source === null && JUDGES.has(alternative)) continue;
      const kind = source && kinds.get(sentence.tokens[source.head].lowerLemma);
      if (entry.only && !(kind && entry.only.includes(kind))) continue;
      if (alternative === 'clause' && entry.content.includes('object') && isOfObject(sentence, word, slots, words))
        continue;
      if (entry.without.some((slot) => slots.at.has(slot))) continue;
      if (entry.brings && !brings(sentence, content, words.classes.get(entry.brings))) continue;
      if (
        entry.pos === 'noun' &&
        source === null &&
        alternative !== 'clause' &&
        !entry.kind &&
        !isThere(sentence, word)
      )
        continue;
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
  return (
    lostOf(sentence, word, words, matched, quotes) ??
    announcementOf(sentence, word, words, matched) ??
    silenceOf(sentence, word, words, matched)
  );
}

/** "The ministry has not responded", "has yet to comment": no answer, to what stands before. */
function silenceOf(
  sentence: Sentence,
  word: Token,
  words: ReportingWords,
  { entries, particle }: Matched,
): Finding | null {
  const entry = entries.find((each) => each.stance === 'no answer' && each.content.includes('to'));
  if (entry?.pos !== 'verb' || !isNegated(sentence, word) || isPassive(sentence, word)) return null;
  const own = new Set([word.index, ...children(sentence, word.index, 'mark').map(({ index }) => index)]);
  const refused = isYetTo(sentence, word) ? cueWords(sentence, sentence.tokens[word.head], -1, []) : [];
  const cue = [...refused, ...cueWords(sentence, word, particle, [])].filter((index) => !own.has(index));
  const source = sourceOf(sentence, word, entry, [...own], 'silence', words.making);
  if (!source || cue.length === 0) return null;
  return {
    alternative: 'silence',
    sentence: sentence.index,
    word: word.index,
    cue: cue.sort((a, b) => a - b),
    entry,
    source,
    content: [...own].sort((a, b) => a - b),
    addressee: [],
    negated: true,
  };
}

/** What a verb of reporting brings where the tree misses it. */
function lostOf(
  sentence: Sentence,
  word: Token,
  words: ReportingWords,
  { entries, particle }: Matched,
  quotes: readonly Quoted[],
): Finding | null {
  const entry =
    entries.find((each) => (each.nested || each.stance === 'question') && each.content[0] === 'clause') ??
    entries.find((each) => each.content[0] === 'clause');
  if (entry?.pos !== 'verb') return null;
  const content = lostSpeech(sentence, word, particle, entry, quotes);
  if (content === null) return null;
  return {
    sentence: sentence.index,
    word: word.index,
    cue: cueWords(sentence, word, particle, []),
    entry,
    alternative: 'rest',
    source: sourceOf(sentence, word, entry, content, 'rest', words.making),
    content,
    addressee: [],
    negated: isNegated(sentence, word),
  };
}

/** "She replied:" at the end of a sentence: what she said follows in the next. */
function announcementOf(
  sentence: Sentence,
  word: Token,
  words: ReportingWords,
  { entries, particle }: Matched,
): Finding | null {
  const entry = entries.find((each) => each.content.includes('quote'));
  const last = sentence.tokens[sentence.tokens.length - 1];
  if (entry?.pos !== 'verb' || (last.form !== ':' && last.form !== ',')) return null;
  const source = sourceOf(sentence, word, entry, [], 'quote', words.making);
  if (!source) return null;
  const cue = cueWords(sentence, word, particle, []);
  return {
    alternative: 'quote',
    sentence: sentence.index,
    word: word.index,
    cue,
    entry,
    source,
    content: [],
    addressee: [],
    negated: false,
  };
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
