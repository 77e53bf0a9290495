import type { Sentence, Token } from '../document.ts';
import { relation } from '../tree.ts';
import { datelineOf } from './dateline.ts';
import type { Name } from './names.ts';
import { isCalendarWord } from './shape.ts';

/** What is said of a noun, or stands beside it, but is no part of its phrase. */
const OUTSIDE = new Set(
  'acl appos conj cc parataxis advcl list discourse vocative case mark cop nsubj csubj aux expl ccomp xcomp obl advmod dislocated orphan dep'.split(
    ' ',
  ),
);

/** The noun phrase of a head: what depends on it without a break, less what is only said about it. */
export function phraseOf(sentence: Sentence, head: Token): [start: number, end: number] {
  const inside = new Set<number>([head.index]);
  const waiting = head.children.filter((child) => !OUTSIDE.has(relation(sentence.tokens[child])));
  while (waiting.length > 0) {
    const token = sentence.tokens[waiting.pop()!];
    if (['acl:relcl', 'appos', 'nmod:unmarked', 'parataxis'].includes(token.deprel)) continue;
    inside.add(token.index);
    waiting.push(...token.children);
  }
  let start = head.index;
  const first = datelineOf(sentence);
  while (start > first && inside.has(start - 1)) start--;
  let end = head.index + 1;
  while (inside.has(end)) end++;
  const isEdge = (token: Token) => token.upos === 'PUNCT' || token.xpos === 'POS' || isCalendarWord(token);
  while (start < head.index && (isEdge(sentence.tokens[start]) || sentence.tokens[start].upos === 'CCONJ')) start++;
  while (end > head.index + 1 && (isEdge(sentence.tokens[end - 1]) || sentence.tokens[end - 1].upos === 'ADP')) end--;
  return [start, end];
}

/** The noun that a name is joined to without a comma: "spokesman" of "spokesman Ivan Petrov", as parsers have it. */
export function topOf(sentence: Sentence, name: Name): Token {
  let top = sentence.tokens[name.head];
  for (let steps = 0; steps < 3 && top.head >= 0; steps++) {
    const governor = sentence.tokens[top.head];
    const joined =
      relation(top) === 'flat' ||
      (relation(top) === 'appos' && governor.index < name.start && !hasBreak(sentence, governor.index, name.start));
    if (!joined || !['NOUN', 'PROPN'].includes(governor.upos)) break;
    top = governor;
  }
  return top;
}

function hasBreak(sentence: Sentence, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (/^[,(–—:-]$/.test(sentence.tokens[index].form)) return true;
  return false;
}
