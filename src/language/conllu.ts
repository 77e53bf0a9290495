/**
 * CoNLL-U, the format of the Universal Dependencies treebanks: a sentence is its comment lines and its rows of ten
 * columns. Rows are kept as they came, so multiword tokens (`3-4`), empty nodes (`5.1`) and comments survive a round trip.
 */
export interface ConlluSentence {
  /** Lines with their `#`. */
  readonly comments: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The columns of a sentence's syntactic words, without multiword tokens and empty nodes. */
export interface ConlluWords {
  readonly forms: string[];
  readonly lemmas: string[];
  readonly upos: string[];
  readonly xpos: string[];
  /** Index of the head in these arrays, -1 for the root. */
  readonly heads: number[];
  readonly deprels: string[];
  /** Column 10, where GUM keeps its entities and `SpaceAfter`. */
  readonly misc: string[];
}

/** What a parse says of a sentence's words, in their order; heads as in `ConlluWords`. */
export type ConlluAnalysis = Pick<ConlluWords, 'lemmas' | 'upos' | 'xpos' | 'heads' | 'deprels'>;

const WORD_ID = /^\d+$/;

/** Whether a row is a syntactic word. */
export function isWord(row: readonly string[]): boolean {
  return WORD_ID.test(row[0]);
}

/** Reads the sentences of a CoNLL-U text. Throws with the line's number where a line has not ten columns. */
export function* readConllu(text: string): Generator<ConlluSentence> {
  let comments: string[] = [];
  let rows: string[][] = [];
  let number = 0;
  for (const line of text.split(/\r?\n/)) {
    number += 1;
    if (line.trim() === '') {
      if (rows.length > 0) yield { comments, rows };
      if (rows.length > 0 || comments.length > 0) {
        comments = [];
        rows = [];
      }
    } else if (line.startsWith('#') && rows.length === 0) {
      comments.push(line);
    } else {
      const columns = line.split('\t');
      if (columns.length !== 10) throw new Error(`line ${number}: ${columns.length} columns instead of ten`);
      rows.push(columns);
    }
  }
  if (rows.length > 0) yield { comments, rows };
}

export function writeConllu(sentence: ConlluSentence): string {
  return `${[...sentence.comments, ...sentence.rows.map((row) => row.join('\t'))].join('\n')}\n\n`;
}

/** The words of a sentence as columns. */
export function wordsOf(sentence: ConlluSentence): ConlluWords {
  const words = sentence.rows.filter(isWord);
  const column = (index: number) => words.map((row) => row[index]);
  return {
    forms: column(1),
    lemmas: column(2),
    upos: column(3),
    xpos: column(4),
    heads: column(6).map((head) => Number(head) - 1),
    deprels: column(7),
    misc: column(9),
  };
}

/**
 * The sentence with its words' analysis filled in. Features and enhanced dependencies are emptied: they would
 * contradict the new tags and heads.
 */
export function withAnalysis(sentence: ConlluSentence, analysis: ConlluAnalysis): ConlluSentence {
  let word = -1;
  const rows = sentence.rows.map((row) => {
    if (!isWord(row)) return row;
    word += 1;
    const { lemmas, upos, xpos, heads, deprels } = analysis;
    return [
      row[0],
      row[1],
      lemmas[word],
      upos[word],
      xpos[word],
      '_',
      String(heads[word] + 1),
      deprels[word],
      '_',
      row[9],
    ];
  });
  return { comments: sentence.comments, rows };
}
