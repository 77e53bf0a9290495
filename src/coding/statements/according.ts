import type { Sentence, Token } from '../../language/document.ts';
import { governors, relation, subtree } from '../tree.ts';
import { trim } from './edges.ts';
import type { Finding } from './finding.ts';
import type { ReportingWords } from './lexicon.ts';
import type { Quote } from './quotes.ts';

/** "according to the ministry", "in the words of the mayor": the phrase's governor's clause is the content. */
export function findAccording(
  sentence: Sentence,
  token: Token,
  words: ReportingWords,
  quotes: readonly Quote[],
): Finding | null {
  if (!words.has(`start:${token.lowerForm}`)) return null;
  const lower = (index: number): string => sentence.tokens[index]?.lowerForm ?? '';
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
