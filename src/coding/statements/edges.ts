import type { Sentence, Token } from '../../language/document.ts';
import { children, inOrder, leftEdge, relation, rightEdge, subtree } from '../tree.ts';
import { isChannel } from './channel.ts';
import type { ReportingWords } from './lexicon.ts';
import type { Quoted } from './quotes.ts';
import { quotedWords, range } from './speech.ts';
import { namesTime } from './time-words.ts';

/** Where reported words end: the tree alone gives too much (an author's aside) or too little (what it hung elsewhere). */

export const CONTRASTS = new Set(['while', 'whereas', 'though', 'although']);

export function isMarkedBy(sentence: Sentence, clause: Token, words: ReadonlySet<string>): boolean {
  return children(sentence, clause.index, 'mark').some((mark) => words.has(mark.lowerLemma));
}

const BREAKS = new Set([',', '–', '—', '-', '--']);

/**
 * An aside after a comma, at the end of what is reported, is the author's: ", who fought there", ", leaving them alone"; behind
 * a noun (no clause) also who that is.
 */
function isAside(sentence: Sentence, index: number, isNoun: boolean): boolean {
  const token = sentence.tokens[index];
  const isApposed = isNoun && token.relation === 'appos';
  const isRelative = token.deprel === 'acl:relcl';
  const isParticiple = relation(token) === 'advcl' && token.xpos === 'VBG';
  const isContrast = relation(token) === 'advcl' && isMarkedBy(sentence, token, CONTRASTS);
  if (!isRelative && !isParticiple && !isContrast && !isApposed) return false;
  const first = subtree(sentence, index).find((each) => sentence.tokens[each].upos !== 'PUNCT')!;
  return first > 0 && BREAKS.has(sentence.tokens[first - 1].form);
}

/** What is reported without the author's aside at its end. Quoted words are nobody else's. */
export function withoutAside(
  sentence: Sentence,
  content: readonly number[],
  quotes: readonly Quoted[],
  isNoun = false,
): readonly number[] {
  const isWord = (index: number): boolean => sentence.tokens[index].upos !== 'PUNCT';
  for (const index of content) {
    if (!isAside(sentence, index, isNoun)) continue;
    const quoted = quotedWords(quotes);
    const last = content.findLast(isWord);
    const aside = new Set(subtree(sentence, index));
    if (last === undefined || !aside.has(last) || [...aside].some((each) => quoted.has(each))) continue;
    const rest = content.filter((each) => !aside.has(each));
    if (rest.filter(isWord).length >= 2) return rest;
  }
  return content;
}

/** Dependents that the tree likes to hang too high: after the reported words they belong to them more often than to the verb. */
const LOOSE = new Set(['obl', 'advcl', 'advmod', 'nmod', 'acl']);

/** What tells when, or through what, something was said. */
const WHEN = new Set(['when', 'whenever', 'while', 'before', 'after', 'until', 'since', 'during', 'because', 'once']);

/** "on Monday", "in a speech", "when asked": circumstances of saying. */
function tellsHowSaid(sentence: Sentence, token: Token, channels: ReportingWords['channels']): boolean {
  if (namesTime(token) || isChannel(sentence, token, channels)) return true;
  return children(sentence, token.index, 'case', 'mark', 'advmod').some((marker) => WHEN.has(marker.lowerLemma));
}

/** "condemned the raid on the port": what follows the noun in the clause of the reporting word belongs to it, up to when and how it was said. */
export function withLooseEnds(
  sentence: Sentence,
  word: number,
  content: readonly number[],
  channels: ReportingWords['channels'],
): number[] {
  const tokens = [...content];
  for (const child of sentence.tokens[word].children) {
    const token = sentence.tokens[child];
    if (!LOOSE.has(token.relation) || leftEdge(sentence, child) <= tokens[tokens.length - 1]) continue;
    if (relation(token) === 'advcl' && token.xpos === 'VBG') continue;
    if (tellsHowSaid(sentence, token, channels)) break;
    tokens.push(...subtree(sentence, child));
  }
  return tokens;
}

/** "vowed to retake the country, including the ports": what is included belongs to what includes it, wherever the tree hung it. */
export function withIncluded(sentence: Sentence, content: readonly number[]): readonly number[] {
  const end = content[content.length - 1];
  const at = BREAKS.has(sentence.tokens[end + 1]?.form ?? '') ? end + 2 : end + 1;
  const including = sentence.tokens[at];
  if (including?.lowerForm !== 'including') return content;
  const top = ['case', 'mark'].includes(relation(including)) ? including.head : at;
  const last = rightEdge(sentence, top);
  return [...content, ...range(end + 1, last + 1)];
}

/** Quotations belong to one speaker whole: content that touches one takes all of it; a word inside one cannot reach out. */
export function fitToQuotes(
  sentence: Sentence,
  word: Token,
  content: readonly number[],
  quotes: readonly Quoted[],
): number[] {
  let tokens = inOrder(content);
  for (const { words } of quotes) {
    if (words.includes(word.index)) tokens = tokens.filter((index) => words.includes(index));
    else if (words.some((index) => tokens.includes(index))) tokens = inOrder([...tokens, ...words]);
  }
  return trim(sentence, tokens, quotes);
}

const isQuoteMark = (token: Token): boolean => /^["“”‘’'«»„`]+$/.test(token.form);

/** A conjunction at the end belongs to what comes next. */
const dangles = (token: Token): boolean => ['CCONJ', 'SCONJ'].includes(token.upos) && token.lowerForm !== 'that';

/** Without the commas, colons and conjunctions at the edges of each of its stretches; what is quoted stays. */
export function trim(sentence: Sentence, tokens: readonly number[], quotes: readonly Quoted[]): number[] {
  const quoted = quotedWords(quotes);
  const loose = (index: number): boolean => {
    const token = sentence.tokens[index];
    return token.upos === 'PUNCT' && !isQuoteMark(token) && !quoted.has(index);
  };
  // "“But the night is ours,” she said": what is quoted begins as it was said.
  const joins = (index: number): boolean => sentence.tokens[index].upos === 'CCONJ' && !quoted.has(index);
  const kept: number[] = [];
  let from = 0;
  for (let to = 1; to <= tokens.length; to++) {
    if (tokens[to] === tokens[to - 1] + 1) continue;
    let [first, last] = [from, to - 1];
    while (first <= last && (loose(tokens[first]) || (first < last && joins(tokens[first])))) first++;
    while (last >= first && (loose(tokens[last]) || dangles(sentence.tokens[tokens[last]]))) last--;
    for (let at = first; at <= last; at++) kept.push(tokens[at]);
    from = to;
  }
  return kept;
}
