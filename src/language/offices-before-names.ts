import type { Parse } from './parser.ts';
import { isUnder } from './under.ts';

/** What is known of words, from a codebook. */
export interface OfficeWords {
  /** A word for who holds an office, in lower case: "minister", "envoy". */
  isTitle(word: string): boolean;
  isGivenName(form: string): boolean;
  /** Where the known name that begins at a word ends; the word itself where none begins. */
  nameEnd(word: number): number;
}

const FIELD_OPENS = new Set(['of', 'for', 'to']);
const FIELD_WORD = /^(?:NOUN|PROPN|ADJ|DET|CCONJ|ADP)$/;
const NAMED = /^\p{Lu}/u;
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}.'’-]*$/u;
const BEFORE_TITLE = /^(?:NOUN|PROPN|ADJ)$/;
const CORE = /^(?:root|[nc]subj|obj|iobj|conj|ccomp)\b/;
const LONGEST_FIELD = 8;

/** An office whose field stands before the name of who holds it; positions of words, ends exclusive. */
interface Held {
  readonly start: number;
  readonly title: number;
  readonly name: number;
  readonly end: number;
}

/**
 * "US ambassador to Lebanon Lisa Johnson": between the office and the name stands the office's field, which the parser
 * runs together with the name. Where a given name tells the two apart, the name is what the sentence is about, as in
 * "Ambassador Johnson", and the office describes it.
 */
export function officesBeforeNames(forms: readonly string[], parse: Parse, words: OfficeWords): void {
  for (let title = 0; title + 4 < forms.length; title++) {
    if (!FIELD_OPENS.has(forms[title + 1]) || !words.isTitle(forms[title].toLowerCase())) continue;
    const held = heldOffice(forms, parse, title, words);
    if (held) hang(forms, parse, held);
  }
}

function heldOffice(forms: readonly string[], parse: Parse, title: number, words: OfficeWords): Held | null {
  const { upos, deprel } = parse;
  let first = title + 2;
  if (upos[first] === 'DET') first++;
  const known = words.nameEnd(first);
  if (known === first && words.isGivenName(forms[first])) return null;
  for (let name = Math.max(first + 1, known); name + 1 < forms.length && name - title <= LONGEST_FIELD; name++) {
    // "An aide to President Omar Haddad": the name has a title of its own.
    if (!FIELD_WORD.test(upos[name - 1]) || words.isTitle(forms[name - 1].toLowerCase())) return null;
    const follows = NAMED.test(forms[name - 1]) || upos[name - 1] === 'NOUN';
    if (!follows || !words.isGivenName(forms[name]) || !NAME_WORD.test(forms[name + 1])) continue;
    let end = name + 2;
    while (end < forms.length && NAME_WORD.test(forms[end]) && !deprel[end].startsWith('obl')) end++;
    return { start: startOf(forms, parse, title, words), title, name, end };
  }
  return null;
}

/** Where the office begins, with what describes it: "Deputy UN special envoy". */
function startOf(forms: readonly string[], { upos, head }: Parse, title: number, words: OfficeWords): number {
  let start = title;
  while (
    start > 0 &&
    BEFORE_TITLE.test(upos[start - 1]) &&
    (isUnder(head, start - 1, title) || words.isTitle(forms[start - 1].toLowerCase()))
  )
    start--;
  return start;
}

function hang(forms: readonly string[], { upos, xpos, head, deprel }: Parse, { start, title, name, end }: Held): void {
  const isInside = (word: number): boolean => word >= start && word < end;
  const leaves = (word: number): boolean => {
    let at = head[word];
    while (at !== -1 && !isInside(at)) at = head[at];
    return at === -1;
  };
  const tops = head.flatMap((_, word) => (isInside(word) && leaves(word) ? [word] : []));
  // What is misread is mostly hung on a noun: an argument of a verb tells best what the phrase is.
  const top = tops.find((word) => CORE.test(deprel[word])) ?? tops.find((word) => deprel[word] === 'obl') ?? tops[0];
  const [above, relation] = [head[top], deprel[top]];
  const field = fieldHead(upos, head, title, name);
  for (let word = 0; word < forms.length; word++) {
    if (!isInside(word)) {
      if (isInside(head[word])) head[word] = name;
    } else if (word < title) {
      if (!isInside(head[word]) || head[word] > title) [head[word], deprel[word]] = [title, 'compound'];
    } else if (word > name) {
      [head[word], deprel[word], upos[word], xpos[word]] = [name, 'flat', 'PROPN', 'NNP'];
    } else if (word > title && word < name && word !== field && (head[word] <= title || head[word] >= name)) {
      [head[word], deprel[word]] = [field, upos[word] === 'ADP' ? 'case' : upos[word] === 'DET' ? 'det' : 'compound'];
    }
  }
  [head[field], deprel[field]] = [title, 'nmod'];
  [head[title], deprel[title]] = [name, 'nmod:desc'];
  [head[name], deprel[name], upos[name], xpos[name]] = [above, relation, 'PROPN', 'NNP'];
}

/** The uppermost word of the field: what hangs on the title, or the last word. */
function fieldHead(upos: readonly string[], head: readonly number[], title: number, end: number): number {
  for (let word = title + 2; word < end; word++)
    if (head[word] === title && /^(?:NOUN|PROPN)$/.test(upos[word])) return word;
  return end - 1;
}
