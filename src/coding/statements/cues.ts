import type { Reporting } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import { children, governors, relation, subtree } from '../tree.ts';
import { withFurtherClauses, withLooseEnds, withoutAside } from './edges.ts';
import type { Finding } from './finding.ts';
import { type Matched, match, type ReportingWords } from './lexicon.ts';
import type { Quote } from './quotes.ts';
import { contentAt, type Slots, slotsOf } from './slots.ts';
import { sourceOf } from './source.ts';
import { speechOf, tokensOfQuote } from './speech.ts';

const SPEECH = new Set(['clause', 'quote']);
const CLAUSAL = new Set(['clause', 'quote', 'infinitive', 'gerund']);

/** The object is whom one tells only where something else is told: "warned the king" has no content but the king. */
function addresseeOf(sentence: Sentence, word: Token, entry: Reporting, slots: Slots, alternative: string): number[] {
  const parts = alternative.split('+');
  const indirect = slots.at.get('indirect');
  if (indirect) return subtree(sentence, indirect.index);
  for (const slot of entry.addressee) {
    const told = slots.at.get(slot);
    if (told && !parts.includes(slot)) return subtree(sentence, told.index, [word.index]);
  }
  return [];
}

function cueWords(sentence: Sentence, word: Token, particle: number, addressee: readonly number[]): number[] {
  const cue = new Set([word.index]);
  if (particle >= 0) cue.add(particle);
  for (const child of children(sentence, word.index, 'aux', 'cop')) if (child.index < word.index) cue.add(child.index);
  for (const child of children(sentence, word.index, 'advmod'))
    if (Math.abs(child.index - word.index) === 1 || child.lemma === 'not') cue.add(child.index);
  // Whom it was told belongs to the cue where it follows directly ("told reporters").
  if (addressee[0] === word.index + 1) for (const index of addressee) cue.add(index);
  return [...cue].sort((a, b) => a - b);
}

function isNegated(sentence: Sentence, word: Token): boolean {
  return children(sentence, word.index, 'advmod', 'det').some((child) =>
    ['not', 'never', 'no'].includes(child.lemma.toLowerCase()),
  );
}

/** Quotations belong to one speaker whole: content that touches one takes all of it; a word inside one cannot reach out. */
function fitToQuotes(sentence: Sentence, word: Token, content: readonly number[], quotes: readonly Quote[]): number[] {
  let tokens = new Set(content);
  for (const quote of quotes) {
    const inside = tokensOfQuote(sentence, quote);
    if (inside.includes(word.index)) tokens = new Set([...tokens].filter((index) => inside.includes(index)));
    else if (inside.length > 0 && inside.some((index) => tokens.has(index)))
      for (const index of inside) tokens.add(index);
  }
  return trim(
    sentence,
    [...tokens].sort((a, b) => a - b),
    quotes,
  );
}

const isQuoteMark = (token: Token): boolean => /^["“”‘’'«»„`]+$/.test(token.form);

/** Without the commas, colons and conjunctions at the edges of each of its stretches; what is quoted stays. */
export function trim(sentence: Sentence, tokens: readonly number[], quotes: readonly Quote[]): number[] {
  const loose = (index: number): boolean => {
    const token = sentence.tokens[index];
    if (token.upos !== 'PUNCT' || isQuoteMark(token)) return false;
    return !quotes.some((quote) => token.span[0] >= quote.span[0] && token.span[1] <= quote.span[1]);
  };
  const kept: number[] = [];
  let from = 0;
  for (let to = 1; to <= tokens.length; to++) {
    if (tokens[to] === tokens[to - 1] + 1) continue;
    let [first, last] = [from, to - 1];
    while (first <= last && (loose(tokens[first]) || (first < last && sentence.tokens[tokens[first]].upos === 'CCONJ')))
      first++;
    while (last >= first && loose(tokens[last])) last--;
    kept.push(...tokens.slice(first, last + 1));
    from = to;
  }
  return kept;
}

function contentOf(
  sentence: Sentence,
  word: Token,
  slots: Slots,
  alternative: string,
  quotes: readonly Quote[],
): number[] | null {
  if (alternative === 'noun') return null;
  if (SPEECH.has(alternative) && word.upos === 'VERB') {
    if (alternative === 'clause' && !slots.at.has('clause')) return null;
    return speechOf(sentence, word, slots, quotes);
  }
  return contentAt(sentence, word, slots, alternative);
}

/** "reportedly fled": the clause that the adverb stands in. */
function adverbContent(sentence: Sentence, adverb: Token): number[] | null {
  const governor = sentence.tokens[adverb.head];
  if (!governor || relation(adverb) !== 'advmod') return null;
  return subtree(sentence, governor.index, [adverb.index]);
}

function findingOf(sentence: Sentence, word: Token, words: ReportingWords, quotes: readonly Quote[]): Finding | null {
  const matched = match(words, sentence, word);
  if (!matched) return null;
  const slots = slotsOf(sentence, word);
  for (const entry of matched.entries) {
    // "is said to have fled": what is said has the passive's subject for its own.
    const alternatives =
      slots.passive && slots.at.has('infinitive') ? ['object+infinitive', ...entry.content] : entry.content;
    for (const alternative of alternatives) {
      const found =
        entry.pos === 'adverb' ? adverbContent(sentence, word) : contentOf(sentence, word, slots, alternative, quotes);
      if (found === null) continue;
      const addressee = addresseeOf(sentence, word, entry, slots, alternative);
      const told = new Set(addressee);
      const isNoun = found[0] > word.index && !CLAUSAL.has(alternative) && !alternative.includes('+');
      const loose = isNoun ? withLooseEnds(sentence, word.index, found) : found;
      const reported = withoutAside(sentence, withFurtherClauses(sentence, loose), quotes);
      const content = fitToQuotes(sentence, word, reported, quotes).filter(
        (index) => !told.has(index) && index !== word.index && index !== matched.particle,
      );
      if (content.length === 0) continue;
      // A passive that only has somebody done to ("was denied a visa") says nothing.
      if (slots.passive && alternative === 'object' && !slots.at.has('by')) continue;
      const source = sourceOf(sentence, word, entry, content);
      if (entry.pos === 'noun' && source === null && alternative !== 'clause') continue;
      return {
        sentence: sentence.index,
        word: word.index,
        cue: cueWords(sentence, word, matched.particle, addressee),
        entry,
        alternative,
        source,
        content,
        addressee,
        negated: isNegated(sentence, word),
      };
    }
  }
  return announcementOf(sentence, word, matched);
}

/** "She replied:" at the end of a sentence: what she said follows in the next. */
function announcementOf(sentence: Sentence, word: Token, { entries, particle }: Matched): Finding | null {
  const entry = entries.find((each) => each.content.includes('quote'));
  const last = sentence.tokens[sentence.tokens.length - 1];
  if (!entry || entry.pos !== 'verb' || (last.form !== ':' && last.form !== ',')) return null;
  const source = sourceOf(sentence, word, entry, []);
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

/** "according to the ministry", "in the words of the mayor": the phrase's governor's clause is the content. */
function prepositionFinding(
  sentence: Sentence,
  token: Token,
  words: ReportingWords,
  quotes: readonly Quote[],
): Finding | null {
  if (token.upos !== 'ADP' && token.upos !== 'VERB' && token.upos !== 'SCONJ') return null;
  const lower = (index: number): string => sentence.tokens[index]?.form.toLowerCase() ?? '';
  for (const length of [4, 3, 2]) {
    const phrase = Array.from({ length }, (_, offset) => lower(token.index + offset)).join(' ');
    const [entry] = words.get(`preposition:${phrase}`) ?? [];
    if (!entry) continue;
    const last = token.index + length - 1;
    const head = nounAfter(sentence, last);
    if (head < 0) return null;
    const phraseTokens = new Set(subtree(sentence, head));
    for (let index = token.index; index <= last; index++) phraseTokens.add(index);
    const top = clauseAround(sentence, head, token.index, phraseTokens);
    const content = trim(
      sentence,
      subtree(sentence, top).filter((index) => !phraseTokens.has(index)),
      quotes,
    );
    if (content.length === 0) return null;
    const sourceTokens = trim(
      sentence,
      [...phraseTokens].filter((index) => index > last).sort((a, b) => a - b),
      quotes,
    );
    const cue = Array.from({ length }, (_, offset) => token.index + offset);
    return {
      sentence: sentence.index,
      word: token.index,
      cue,
      entry,
      alternative: 'clause',
      source: { head, tokens: sourceTokens },
      content,
      addressee: [],
      negated: false,
    };
  }
  return null;
}

/** The head of the noun phrase that starts after a token. */
function nounAfter(sentence: Sentence, last: number): number {
  for (let index = last + 1; index < sentence.tokens.length; index++) {
    const token = sentence.tokens[index];
    if (!['NOUN', 'PROPN', 'PRON', 'NUM'].includes(token.upos)) continue;
    let head = token;
    while (head.head > last && ['NOUN', 'PROPN', 'PRON'].includes(sentence.tokens[head.head].upos))
      head = sentence.tokens[head.head];
    return head.index;
  }
  return -1;
}

/** At the edge of the sentence the phrase goes for all of it, else for the clause it stands in. */
function clauseAround(sentence: Sentence, head: number, start: number, phrase: ReadonlySet<number>): number {
  const root = sentence.tokens.findIndex((token) => token.head < 0);
  const after = sentence.tokens.findIndex(
    (token, index) => index > start && !phrase.has(index) && token.upos !== 'PUNCT',
  );
  if (start <= 1 || after < 0) return root;
  for (const governor of governors(sentence, head)) {
    if (phrase.has(governor.index)) continue;
    if (['root', 'ccomp', 'conj', 'advcl', 'acl', 'parataxis'].includes(relation(governor))) return governor.index;
  }
  return root;
}

function isIn(tokens: readonly number[], index: number): boolean {
  return tokens.includes(index);
}

/** What somebody says inside quotation marks, and what the quoted think or want, is part of the quotation. */
function standsAlone(finding: Finding, sentence: Sentence, all: readonly Finding[], quotes: readonly Quote[]): boolean {
  const quoted = quotes.some((quote) => {
    const tokens = tokensOfQuote(sentence, quote);
    return tokens.length > SCARE_QUOTE && isIn(tokens, finding.word);
  });
  if (quoted) return false;
  const reports = finding.entry.nested && SPEECH.has(finding.alternative) && finding.source !== null;
  return reports || !all.some((other) => other !== finding && isIn(other.content, finding.word));
}

/** Tokens, marks included, of a quotation too short to be speech. */
const SCARE_QUOTE = 4;

/** Every statement that a sentence makes by a word of its own. */
export function findCues(sentence: Sentence, words: ReportingWords, quotes: readonly Quote[]): Finding[] {
  const findings: Finding[] = [];
  for (const token of sentence.tokens) {
    const finding = findingOf(sentence, token, words, quotes) ?? prepositionFinding(sentence, token, words, quotes);
    if (finding) findings.push(finding);
  }
  return findings.filter((finding) => standsAlone(finding, sentence, findings, quotes));
}
