import type { Sentence } from '../../language/document.ts';
import type { Statement } from '../reading.ts';

export interface Speech {
  /** The actor whose words a token stands in; null for the author's own and for those of nobody known. */
  speakerAt(sentence: Sentence, index: number): string | null;
  /** Whether a token stands in the words of somebody, known or not. */
  isSaid(sentence: Sentence, index: number): boolean;
}

const size = (statement: Statement): number => statement.content.reduce((sum, [start, end]) => sum + end - start, 0);

/** Who says what in a document, by the innermost statement around each word. */
export function speechOf(statements: readonly Statement[]): Speech {
  const bySentence = new Map<number, Statement[]>();
  for (const statement of statements) {
    const list = bySentence.get(statement.sentence);
    if (list) list.push(statement);
    else bySentence.set(statement.sentence, [statement]);
  }
  for (const list of bySentence.values()) list.sort((a, b) => size(a) - size(b));
  const innermost = (sentence: Sentence, index: number): Statement | undefined => {
    const [start, end] = sentence.tokens[index].span;
    return bySentence
      .get(sentence.index)
      ?.find((statement) => statement.content.some((span) => span[0] <= start && span[1] >= end));
  };
  return {
    speakerAt: (sentence, index) => innermost(sentence, index)?.source?.actor ?? null,
    isSaid: (sentence, index) => Boolean(innermost(sentence, index)?.source),
  };
}
