import type { Parse } from './parser.ts';
import { beginsTime, MONTHS, unitOf, WEEKDAYS } from './times/vocabulary.ts';
import { isUnder } from './under.ts';

/** Slots of which a word has one: two phrases side by side in one of them are a name in parts, or a time. */
const ONE = new Set(['nsubj', 'nsubj:pass', 'obj', 'obl', 'nmod']);
const isName = (upos: string): boolean => upos === 'PROPN' || upos === 'NOUN';
const INSIDE_NAME = /^(?:flat|compound)\b/;
const PART_OF_NAME = /^(?:PROPN|NOUN|ADJ)$/;
/** What stands before a phrase and belongs to it as a whole. */
const OPENS_PHRASE = /^(?:case|det|cc|mark)$/;

/**
 * "Her rival Lisa Haddad left", "Minister Haddad last week left": the parser gives a word two subjects, two objects or two names
 * behind one preposition now and then. Where they stand side by side, a name is the other's, and a time is when it was.
 */
export function onePhraseInASlot(forms: readonly string[], parse: Parse): void {
  const { upos, head, deprel } = parse;
  for (let second = 1; second < forms.length; second++) {
    if (!isName(upos[second]) || !ONE.has(deprel[second])) continue;
    const first = siblingBefore(forms, parse, second);
    if (first === -1 || !isName(upos[first])) continue;
    const start = startUnder(head, second);
    if (!isUnder(head, start - 1, first)) continue;
    const isArgument = !/^(?:obl|nmod)$/.test(deprel[second]);
    const time = isArgument ? [second, first].find((word) => isTime(forms, word)) : undefined;
    if (time !== undefined) deprel[time] = 'obl:unmarked';
    else if (upos[second] === 'PROPN' && isName(upos[start - 1]) && !isTime(forms, second) && !isTime(forms, first))
      joinName(parse, first, second, start);
  }
}

/** The word before in the same slot of the same word, -1 where there is none. */
function siblingBefore(forms: readonly string[], parse: Parse, word: number): number {
  const { head, deprel } = parse;
  for (let other = word - 1; other >= 0; other--)
    if (head[other] === head[word] && (deprel[other] === deprel[word] || isTitle(forms, parse, other))) return other;
  return -1;
}

/** "Her senior adviser Lisa Haddad said", with the adviser in a slot that only times stand in. */
function isTitle(forms: readonly string[], { upos, head, deprel }: Parse, word: number): boolean {
  if (deprel[word] !== 'obl:unmarked' || upos[word] !== 'NOUN') return false;
  const form = forms[word].toLowerCase();
  if (form === 'time' || beginsTime(form)) return false;
  return !head.some((at, other) => at === word && deprel[other] === 'det');
}

function startUnder(head: readonly number[], top: number): number {
  let start = top;
  while (start > 0 && isUnder(head, start - 1, top)) start--;
  return start;
}

/**
 * As the parser has it elsewhere: a title stands before a name of several words as its description ("President Lisa Haddad"), a
 * common noun has the name beside it ("her rival Lisa Haddad"), and what is left of a name follows its first part.
 */
function joinName(parse: Parse, first: number, name: number, start: number): void {
  const { upos, head, deprel } = parse;
  for (let word = start; word < name; word++) if (!PART_OF_NAME.test(upos[word])) return;
  if (deprel[first] === 'obl:unmarked') deprel[first] = deprel[name];
  let before = start - 1;
  while (before !== first && INSIDE_NAME.test(deprel[before]) && isUnder(head, head[before], first))
    before = head[before];
  const isLong = head.some((at, word) => at === name && INSIDE_NAME.test(deprel[word]));
  if (upos[before] === 'PROPN' && isLong && before === first) {
    head[first] = name;
    deprel[first] = 'nmod:desc';
    for (let word = 0; word < first; word++)
      if (head[word] === first && OPENS_PHRASE.test(deprel[word])) head[word] = name;
  } else if (upos[before] === 'PROPN') {
    head[name] = before;
    deprel[name] = 'flat';
  } else if (isLong || !head.some((at, word) => at === before && deprel[word] === 'det')) {
    // "a role Ankara said it would not play" has no name beside the role.
    head[name] = before;
    deprel[name] = 'appos';
  }
}

function isTime(forms: readonly string[], word: number): boolean {
  const form = forms[word].toLowerCase();
  const isDay = form.length > 3 && (WEEKDAYS.has(form) || MONTHS.has(form));
  return isDay || (unitOf(form) !== undefined && TELLS_WHICH.has(forms[word - 1]?.toLowerCase() ?? ''));
}

const TELLS_WHICH = new Set(['last', 'this', 'next', 'that', 'past']);
