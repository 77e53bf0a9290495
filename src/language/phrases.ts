import type { Token } from './document.ts';
import { isLetters } from './letters.ts';

/** A phrase found in a sentence: `[start, end)` in its tokens. */
export interface Match<T> {
  readonly start: number;
  readonly end: number;
  /** The phrase as the index spells it (see `phraseKey`). */
  readonly key: string;
  readonly value: T;
}

/** Most names: words of ASCII letters with a space between them. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/i;

/**
 * Kinds of apostrophes and hyphens do not tell phrases apart, nor do spaces, but for those that part two words ("I ran"
 * is not "Iran"): tokenising is not the codebook's business.
 */
export const phraseKey = (text: string) =>
  isLetters(text) || PLAIN.test(text)
    ? text
    : text
        .replace(/\s+/g, ' ')
        .replace(/(?<![\p{L}\p{N}]) | (?![\p{L}\p{N}])/gu, '')
        .replace(/[‘’ʼ`]/g, "'")
        .replace(/[‐‑–]/g, '-');

/** What a phrase is made of, however it is cut into tokens: words, and each mark by itself. */
const PIECES = /[\p{L}\p{N}]+|[^\s]/gu;

type Phrase<T> = Pick<Match<T>, 'key' | 'value'>;

/** What phrases have in common up to a piece: the phrase that ends there, and how others go on. */
interface Branch<T> {
  phrase: Phrase<T> | null;
  next: Map<string, Branch<T>> | null;
}

/** Phrases of the codebook, found piece by piece: nearly all words of a text begin none, and most others do not go on as any does. */
export class PhraseIndex<T> {
  readonly #root: Branch<T> = { phrase: null, next: null };
  readonly #phrases = new Map<string, T>();

  add(phrase: string, value: T): void {
    const key = phraseKey(phrase);
    if (key === '' || this.#phrases.has(key)) return;
    this.#phrases.set(key, value);
    let branch = this.#root;
    for (const piece of key.match(PIECES)!) {
      branch.next ??= new Map();
      let next = branch.next.get(piece);
      if (!next) {
        next = { phrase: null, next: null };
        branch.next.set(piece, next);
      }
      branch = next;
    }
    branch.phrase = { key, value };
  }

  get(phrase: string): T | undefined {
    return this.#phrases.get(phraseKey(phrase));
  }

  /** Whether a phrase may begin with a token of this form. */
  begins(form: string): boolean {
    return after(this.#root, form) !== undefined;
  }

  /** The longest phrase that begins at token `start` and ends before `limit`; forms as `foldedForms` gives them. */
  longestAt(forms: readonly string[], start: number, limit = forms.length): Match<T> | null {
    let best: Match<T> | null = null;
    let branch: Branch<T> | undefined = this.#root;
    for (let at = start; branch && at < limit; at++) {
      branch = after(branch, forms[at]);
      if (branch?.phrase) best = matchOf(branch.phrase, start, at + 1);
    }
    return best;
  }

  /** The same where the last word may also stand as `last` has it ("army officer" for "army officers"). */
  longestEndingAs(forms: readonly string[], last: (form: string) => string, start: number): Match<T> | null {
    let best: Match<T> | null = null;
    let branch: Branch<T> | undefined = this.#root;
    for (let at = start; branch && at < forms.length; at++) {
      const before: Branch<T> = branch;
      branch = after(before, forms[at]);
      const phrase = branch?.phrase ?? after(before, last(forms[at]))?.phrase;
      if (phrase) best = matchOf(phrase, start, at + 1);
    }
    return best;
  }
}

const matchOf = <T>({ key, value }: Phrase<T>, start: number, end: number): Match<T> => ({ start, end, key, value });

/** How phrases go on with a token. */
function after<T>(branch: Branch<T>, form: string): Branch<T> | undefined {
  const next = branch.next?.get(form);
  if (next || form.length === 1 || isLetters(form)) return next;
  let found: Branch<T> | undefined = branch;
  for (const piece of form.match(PIECES) ?? []) {
    found = found.next?.get(piece);
    if (!found) return undefined;
  }
  return found;
}

/** Token forms as names are looked up: one apostrophe, one hyphen. */
export const foldedForms = (tokens: readonly Token[]) => tokens.map(({ folded }) => folded);

/** The same in lower case, as titles are looked up. */
export const lowerForms = (tokens: readonly Token[]) => tokens.map(({ word }) => word.lowerFolded);
