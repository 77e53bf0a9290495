import type { Sentence } from '../../language/document.ts';
import type { Statement } from '../reading.ts';

export interface Speech {
  /** Whether any words of a sentence are somebody's, known or not. */
  isIn(sentence: Sentence): boolean;
  /** The actor whose words a token stands in; null for the author's own and for those of nobody known. */
  speakerAt(sentence: Sentence, index: number): string | null;
  /** Whether a token stands in the words of somebody, known or not. */
  isSaid(sentence: Sentence, index: number): boolean;
  /** Whether a token stands in what somebody is accused of. */
  isCharged(sentence: Sentence, index: number): boolean;
}

const size = (statement: Statement): number => statement.content.reduce((sum, [start, end]) => sum + end - start, 0);

/** The last of some statements whose content holds a word, by word. */
function statementsAround({ tokens }: Sentence, statements: readonly Statement[]): (Statement | undefined)[] {
  const found: (Statement | undefined)[] = new Array(tokens.length).fill(undefined);
  for (const statement of statements)
    for (const [from, to] of statement.content)
      for (const { index, span } of tokens) if (from <= span[0] && to >= span[1]) found[index] = statement;
  return found;
}

/** Who says what in a document, by the innermost statement around each word. */
export function speechOf(statements: readonly Statement[]): Speech {
  const bySentence = new Map<number, Statement[]>();
  for (const statement of statements) {
    const list = bySentence.get(statement.sentence);
    if (list) list.push(statement);
    else bySentence.set(statement.sentence, [statement]);
  }
  for (const list of bySentence.values()) list.sort((a, b) => size(a) - size(b)).reverse();
  // By sentence and word: where one statement stands in another, the smaller comes last and has the word.
  const around: (readonly (Statement | undefined)[])[] = [];
  const innermost = (sentence: Sentence, index: number): Statement | undefined => {
    around[sentence.index] ??= statementsAround(sentence, bySentence.get(sentence.index) ?? []);
    return around[sentence.index][index];
  };
  return {
    isIn: (sentence) => bySentence.has(sentence.index),
    speakerAt: (sentence, index) => innermost(sentence, index)?.source?.actor ?? null,
    isSaid: (sentence, index) => Boolean(innermost(sentence, index)?.source),
    isCharged: (sentence, index) => innermost(sentence, index)?.stance === 'accuse',
  };
}
