import type { Block } from '../../page/article.ts';
import type { Sentence } from '../document.ts';
import { children } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Referent } from './record.ts';
import { recent, type Spoken } from './spoken.ts';

/** How many sentences of a quotation may pass without a word on who speaks. */
const LONGEST_SPEECH = 5;

const MARKS = /[“”"]/g;

/** Who speaks in the quotation that holds a pronoun: "I" and "we" are theirs. */
export class Speakers {
  readonly #text: string;
  readonly #blocks: readonly Block[];
  readonly #speechVerbs: ReadonlySet<string>;
  /** The quotation marks of the text. */
  readonly #marks: readonly RegExpExecArray[];

  constructor(text: string, blocks: readonly Block[], speechVerbs: ReadonlySet<string>) {
    this.#text = text;
    this.#blocks = blocks;
    this.#speechVerbs = speechVerbs;
    this.#marks = [...text.matchAll(MARKS)];
  }

  of(draft: Draft, spoken: Spoken): Referent | null {
    const { sentence, head } = draft;
    const start = this.#blocks[sentence.block]?.span[0] ?? sentence.span[0];
    if (!this.#isQuoted(start, head.span[0]) && !this.#isQuoted(sentence.span[0], head.span[0])) return null;
    const own = this.#named(sentence, spoken);
    if (own) return own;
    const opens = /^["“]/.test(this.#text.slice(sentence.span[0], sentence.span[0] + 1));
    return opens || this.#isQuoted(start, sentence.span[0]) ? this.#before(sentence, spoken) : null;
  }

  /** The subject of a verb of saying that stands outside the quotation. */
  #named(sentence: Sentence, spoken: Spoken): Referent | null {
    for (const verb of sentence.tokens) {
      if (verb.upos !== 'VERB' || !this.#speechVerbs.has(verb.lemma)) continue;
      const [subject] = children(sentence, verb.index, 'nsubj');
      if (!subject || this.#isQuoted(sentence.span[0], subject.span[0])) continue;
      for (const { draft, referent } of recent(spoken, sentence, 0)) if (draft.head === subject) return referent;
    }
    return null;
  }

  /** Who spoke last, where the quotation goes on. */
  #before(sentence: Sentence, spoken: Spoken): Referent | null {
    const seen = new Set<Sentence>();
    for (const { draft } of recent(spoken, sentence, LONGEST_SPEECH)) {
      if (draft.sentence === sentence || seen.has(draft.sentence)) continue;
      seen.add(draft.sentence);
      const within = spoken.filter((entry) => entry.draft.sentence === draft.sentence);
      const speaker = this.#named(draft.sentence, within);
      if (speaker) return speaker;
    }
    return null;
  }

  /** Whether a quotation mark is open at `at`, counted from `start`. */
  #isQuoted(start: number, at: number): boolean {
    let open = false;
    for (const { index, 0: mark } of this.#marks) {
      if (index >= at) break;
      if (index >= start) open = mark === '“' || (mark === '"' && !open);
    }
    return open;
  }
}
