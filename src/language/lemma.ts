import { readFileSync } from 'node:fs';
import { isLetters } from './letters.ts';

/**
 * For each class of tags what becomes of a form, and of the forms with an ending that are not named: how many letters
 * go from the end (one digit, base 36) and what comes instead ("ies": "3y").
 */
export type LemmaTable = Record<string, LemmaClass>;

export interface LemmaClass {
  readonly forms: Readonly<Record<string, string>>;
  readonly endings: Readonly<Record<string, string>>;
}

/** Endings longer than this are not looked for. */
export const LONGEST_ENDING = 6;

/** Which part of the table a word's tags ask for: the past of verbs is one, other tags are each their own. */
export function lemmaClass(upos: string, xpos: string): string {
  return upos === 'VERB' && (xpos === 'VBD' || xpos === 'VBN') ? 'VERB|past' : `${upos}|${xpos}`;
}

/** The form as the table knows it: in lower case, apostrophes straight, no separators in numbers. */
export function lemmaKey(form: string): string {
  if (isLetters(form)) return form.toLowerCase();
  const plain = form.toLowerCase().replace(/[‘’`´]/g, "'");
  return /^\d[\d,]*/.test(plain) ? plain.replace(/(?<=\d),(?=\d)/g, '') : plain;
}

export type Lemmatizer = (form: string, upos: string, xpos: string) => string;

/** Loads the English table, learnt from the treebanks by `npm run train:tables`. */
export function loadLemmatizer(): Lemmatizer {
  const path = new URL('./model/english.lemmas.json', import.meta.url);
  return createLemmatizer(JSON.parse(readFileSync(path, 'utf8')));
}

/** Gives lemmas by a table learnt from the treebanks: the form itself first, then its longest known ending. */
export function createLemmatizer(table: LemmaTable): Lemmatizer {
  const classes = new Map(
    Object.entries(table).map(([tags, { forms, endings }]) => [
      tags,
      { forms: new Map(Object.entries(forms)), endings: new Map(Object.entries(endings)) },
    ]),
  );
  // By one tag, then the other: no key is composed for every word.
  const byTags = new Map<string, Map<string, ReturnType<typeof classes.get>>>();
  const classOf = (upos: string, xpos: string) => {
    const ofUpos = byTags.get(upos) ?? new Map<string, ReturnType<typeof classes.get>>();
    byTags.set(upos, ofUpos);
    if (!ofUpos.has(xpos)) ofUpos.set(xpos, classes.get(lemmaClass(upos, xpos)));
    return ofUpos.get(xpos);
  };
  return (form, upos, xpos) => {
    const key = lemmaKey(form);
    const base = upos === 'PROPN' && key.length === form.length ? form : key;
    const known = classOf(upos, xpos);
    const change = known && (known.forms.get(key) ?? changeByEnding(known.endings, key));
    return change === undefined ? base : base.slice(0, base.length - Number.parseInt(change[0], 36)) + change.slice(1);
  };
}

function changeByEnding(endings: ReadonlyMap<string, string>, word: string): string | undefined {
  for (let length = Math.min(LONGEST_ENDING, word.length - 1); length >= 0; length -= 1) {
    const change = endings.get(word.slice(word.length - length));
    if (change !== undefined) return change;
  }
  return undefined;
}
