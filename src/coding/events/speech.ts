import type { Sentence } from '../../language/document.ts';
import type { Statement } from '../reading.ts';

export interface Speech {
  /** The actor whose words a token stands in; null for the author's own. */
  speakerAt(sentence: Sentence, index: number): string | null;
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
  return {
    speakerAt: (sentence, index) => {
      const around = bySentence.get(sentence.index);
      if (!around) return null;
      const [start, end] = sentence.tokens[index].span;
      const innermost = around.find((statement) =>
        statement.content.some((span) => span[0] <= start && span[1] >= end),
      );
      return innermost?.source?.actor ?? null;
    },
  };
}
