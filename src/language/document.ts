import type { Block, Span } from '../page/article.ts';

/** A form with its tags, and what hangs on nothing else. The same word is the same object wherever it stands, as long as it is kept. */
export interface Word {
  readonly form: string;
  readonly lemma: string;
  /** Form and lemma in lower case: most look-ups are by these. */
  readonly lowerForm: string;
  readonly lowerLemma: string;
  /** The form as phrases of the codebook are looked up, with one kind of apostrophe and hyphen; the same in lower case. */
  readonly folded: string;
  readonly lowerFolded: string;
  /** Universal part of speech (`VERB`). */
  readonly upos: string;
  /** Penn Treebank tag (`VBD`). */
  readonly xpos: string;
  /** What of the codebook's lists may begin with it (`BEGINS`). */
  readonly begins: number;
  /** Its number among the words met, by which what else is known of it can be kept. */
  readonly number: number;
}

/** A word in a sentence. `head` and `children` are indices into the same sentence's `tokens`; the root's head is -1. */
export interface Token extends Omit<Word, 'lowerFolded' | 'begins' | 'number'> {
  readonly index: number;
  readonly span: Span;
  readonly word: Word;
  readonly head: number;
  /** Universal Dependencies relation, with its subtype where the model gives one (`nsubj:pass`). */
  readonly deprel: string;
  /** The relation without its subtype (`nsubj`). */
  readonly relation: string;
  readonly children: readonly number[];
}

export interface Sentence {
  /** Position in `Document.sentences`. */
  readonly index: number;
  readonly span: Span;
  /** Position in `Document.blocks`: a sentence never crosses the edge of a block. */
  readonly block: number;
  readonly tokens: readonly Token[];
}

export type EntityKind = 'person' | 'organisation' | 'place' | 'people' | 'other';

/** A noun phrase or pronoun that refers to an entity: `tokens` is `[start, end)` in its sentence, `head` its head word. */
export interface Mention {
  readonly sentence: number;
  readonly tokens: readonly [start: number, end: number];
  readonly head: number;
  readonly span: Span;
  readonly form: 'name' | 'nominal' | 'pronoun';
  /** The name in it, without titles and articles ("Ahmad al-Sharaa" of "Syrian President Ahmad al-Sharaa"). */
  readonly name: Span | null;
  readonly kind: EntityKind;
  /** Position in `Document.entities`. */
  readonly entity: number;
}

/** What several mentions refer to together. */
export interface Entity {
  readonly id: number;
  /** The fullest name that the text gives it. */
  readonly name: string;
  readonly kind: EntityKind;
  /** As far as names, titles and pronouns tell. */
  readonly gender: 'female' | 'male' | null;
  readonly number: 'singular' | 'plural';
  /** Ids of those it consists of, where several are meant together: "the two presidents", "Aoun and Berri … they". */
  readonly members: readonly number[];
  /** Positions in `Document.mentions`, in text order. */
  readonly mentions: readonly number[];
}

/** A time that the text names, resolved to days as far as text and published date allow; null where they do not. */
export interface Time {
  readonly sentence: number;
  readonly span: Span;
  readonly text: string;
  /** First day, `YYYY-MM-DD`, null where open ("until Friday"). */
  readonly from: string | null;
  /** Last day, inclusive, null where open ("since 2011"). */
  readonly to: string | null;
}

/** A text with everything that the language stage knows of it. The one contract between `language` and `coding`. */
export interface Document {
  readonly text: string;
  readonly published: string | null;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  /** The mention that a word heads, as a position in `mentions`, by sentence and word; -1 where it heads none. */
  readonly mentionAt: readonly Int32Array[];
  readonly entities: readonly Entity[];
  readonly times: readonly Time[];
}
