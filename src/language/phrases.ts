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

/**
 * Kinds of apostrophes and hyphens do not tell phrases apart, nor do spaces, but for those that part two words ("I ran"
 * is not "Iran"): tokenising is not the codebook's business.
 */
export const phraseKey = (text: string) =>
  isLetters(text)
    ? text
    : text
        .replace(/\s+/g, ' ')
        .replace(/(?<![\p{L}\p{N}]) | (?![\p{L}\p{N}])/gu, '')
        .replace(/[‘’ʼ`]/g, "'")
        .replace(/[‐‑–]/g, '-');

/** Whether a letter or digit stands at the end of a text, told without an expression where it is ASCII. */
function endsInWord(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last < 128 ? isAsciiWord(last) : /[\p{L}\p{N}]$/u.test(text);
}

function beginsWithWord(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 128 ? isAsciiWord(first) : /^[\p{L}\p{N}]/u.test(text);
}

const isAsciiWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** The key of a phrase and the word after it. */
const join = (phrase: string, form: string) =>
  phrase !== '' && endsInWord(phrase) && beginsWithWord(form) ? `${phrase} ${form}` : phrase + form;

/** What any tokeniser leaves together at the begin of a phrase: "al" of "al-Bab", "U" of "U.S.". */
export const stemOf = (text: string) => /^[^\s\-'.’‑]*/.exec(text)![0];

/** Phrases of the codebook looked up token by token. */
export class PhraseIndex<T> {
  readonly #phrases = new Map<string, T>();
  /** Length of the longest phrase by its first word: most words begin none. */
  readonly #longest = new Map<string, number>();

  add(phrase: string, value: T): void {
    const key = phraseKey(phrase);
    if (key === '' || this.#phrases.has(key)) return;
    this.#phrases.set(key, value);
    const stem = stemOf(phrase);
    this.#longest.set(stem, Math.max(this.#longest.get(stem) ?? 0, key.length));
  }

  /** The words by which its phrases begin, as far as any tokeniser leaves them together. */
  firstWords(): string[] {
    return [...this.#longest.keys()];
  }

  get(phrase: string): T | undefined {
    return this.#phrases.get(phraseKey(phrase));
  }

  /** The longest phrase that begins at token `start` and ends before `limit`; forms as `foldedForms` gives them. */
  longestAt(forms: readonly string[], start: number, limit = forms.length): Match<T> | null {
    const most = this.#longestFrom(forms[start]);
    if (most === 0) return null;
    let best: Match<T> | null = null;
    let key = '';
    for (let end = start; end < limit && key.length < most; end++) {
      key = join(key, forms[end]);
      const value = this.#phrases.get(key);
      if (value !== undefined) best = { start, end: end + 1, key, value };
    }
    return best;
  }

  /** The same where the last word may also stand as `last` has it ("army officer" for "army officers"). */
  longestEndingAs(forms: readonly string[], last: (form: string) => string, start: number): Match<T> | null {
    const first = forms[start];
    const other = last(first);
    const most = Math.max(this.#longestFrom(first), other === first ? 0 : this.#longestFrom(other));
    if (most === 0) return null;
    let best: Match<T> | null = null;
    let key = '';
    for (let end = start; end < forms.length && key.length < most; end++) {
      const other = join(key, last(forms[end]));
      key = join(key, forms[end]);
      const found = this.#phrases.has(key) ? key : other;
      const value = this.#phrases.get(found);
      if (value !== undefined) best = { start, end: end + 1, key: found, value };
    }
    return best;
  }

  #longestFrom(first: string): number {
    const most = this.#longest.get(first);
    if (most !== undefined || isLetters(first)) return most ?? 0;
    return this.#longest.get(stemOf(first)) ?? 0;
  }
}

/** Token forms as names are looked up: one apostrophe, one hyphen. */
export const foldedForms = (tokens: readonly Token[]) => tokens.map(({ folded }) => folded);

/** The same in lower case, as titles are looked up. */
export const lowerForms = (tokens: readonly Token[]) =>
  tokens.map(({ form, folded, lowerForm }) => (folded === form ? lowerForm : folded.toLowerCase()));
