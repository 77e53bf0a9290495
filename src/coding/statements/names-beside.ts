import type { Sentence, Token } from '../../language/document.ts';
import { children, relation, subtree } from '../tree.ts';
import { namesDay, namesTime } from './time-words.ts';

/** Who says something by where his name stands, for verbs whose subject the tree has lost. */

const BETWEEN = new Set(['AUX', 'ADV', 'PART']);

const NAMING = new Set(['NOUN', 'PROPN', 'PRON']);

/** The noun that follows a verb directly ("…”, wrote [a man] calling himself Paul"), -1 where there is none. */
export function nameAfter(sentence: Sentence, verb: number): number {
  const first = sentence.tokens[verb + 1];
  if (!first || !['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON'].includes(first.upos)) return -1;
  let at = verb + 1;
  while (sentence.tokens[at].head > verb && !NAMING.has(sentence.tokens[at].upos)) at = sentence.tokens[at].head;
  if (!NAMING.has(sentence.tokens[at].upos)) return -1;
  while (NAMING.has(sentence.tokens[sentence.tokens[at].head]?.upos ?? '') && sentence.tokens[at].head > verb)
    at = sentence.tokens[at].head;
  return at;
}

/** The noun right before a verb, -1 where there is none. */
export function nameBefore(sentence: Sentence, verb: number): number {
  let at = verb - 1;
  while (at >= 0 && BETWEEN.has(sentence.tokens[at].upos)) at--;
  if (at < 0 || !NAMING.has(sentence.tokens[at].upos) || namesDay(sentence.tokens[at])) return -1;
  while (
    sentence.tokens[at].head >= 0 &&
    sentence.tokens[at].head < at &&
    (['flat', 'compound'].includes(relation(sentence.tokens[at])) || isOf(sentence, sentence.tokens[at]))
  )
    at = sentence.tokens[at].head;
  return at;
}

/** "leaders of [the movement] say": they speak, not what they lead. */
const isOf = (sentence: Sentence, noun: Token): boolean =>
  relation(noun) === 'nmod' && children(sentence, noun.index, 'case').some(({ lowerForm }) => lowerForm === 'of');

/** "Alarmed by the raid, Senator Ana Li, the leader, said": the phrase whose apposition ends at the comma before the verb, -1. */
export function nameBeforeComma(sentence: Sentence, verb: number): number {
  let at = verb - 1;
  while (at >= 0 && BETWEEN.has(sentence.tokens[at].upos)) at--;
  if (at < 1 || sentence.tokens[at].upos !== 'PUNCT' || !NAMING.has(sentence.tokens[at - 1].upos)) return -1;
  let token = sentence.tokens[at - 1];
  let apposed = false;
  while (token.head >= 0 && token.head < token.index && NAMING.has(sentence.tokens[token.head].upos)) {
    if (token.relation === 'appos') {
      if (apposed) break;
      apposed = true;
    }
    token = sentence.tokens[token.head];
  }
  return apposed && !namesTime(token) ? token.index : -1;
}

/** "The king, in a speech to the guests, said": the noun that the sentence starts with, -1 where it starts with another word. */
export function firstName(sentence: Sentence, verb: number): number {
  const start = sentence.tokens.findIndex((token) => !['CCONJ', 'ADV'].includes(token.upos));
  for (let at = start; at < verb; at++) {
    const { upos } = sentence.tokens[at];
    if (NAMING.has(upos)) {
      let head = sentence.tokens[at];
      while (head.head > at && head.head < verb && NAMING.has(sentence.tokens[head.head].upos))
        head = sentence.tokens[head.head];
      return head.index;
    }
    if (!['DET', 'ADJ', 'NUM', 'ADV', 'X'].includes(upos)) return -1;
  }
  return -1;
}

/** "took a hard line, with Ana Li, the minister, saying": whose participle follows "with" and a name; -1 where there is none. */
export function companionBefore(sentence: Sentence, participle: Token): number {
  const { tokens } = sentence;
  let at = participle.index - 1;
  while (at > 0 && !(tokens[at].upos === 'ADP' && tokens[at].relation === 'case' && tokens[at].lowerForm === 'with')) {
    const { upos } = tokens[at];
    if (upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ' || participle.index - at > MOST_OF_NAME) return -1;
    at--;
  }
  const noun = at > 0 ? tokens[at].head : -1;
  const opens = at > 0 && tokens[at - 1].upos === 'PUNCT';
  if (noun < at || noun > participle.index || !opens || !NAMING.has(tokens[noun].upos)) return -1;
  const inside = subtree(sentence, noun, [participle.index]).filter((index) => tokens[index].upos !== 'PUNCT');
  return inside.at(-1) === lastWordBefore(sentence, participle.index) ? noun : -1;
}

const MOST_OF_NAME = 16;

function lastWordBefore(sentence: Sentence, index: number): number {
  let at = index - 1;
  while (at > 0 && sentence.tokens[at].upos === 'PUNCT') at--;
  return at;
}

/** The noun between what is said and the verb ("“…,” the admiral, 59, told them"), -1 where there is none. */
export function nameBetween(sentence: Sentence, from: number, verb: number): number {
  for (let at = from + 1; at < verb; at++) {
    if (!NAMING.has(sentence.tokens[at].upos)) continue;
    let head = sentence.tokens[at];
    while (head.head > from && head.head < verb && NAMING.has(sentence.tokens[head.head].upos))
      head = sentence.tokens[head.head];
    return namesTime(head) ? -1 : head.index;
  }
  return -1;
}
