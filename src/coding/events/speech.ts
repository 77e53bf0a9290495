import type { Sentence } from '../../language/document.ts';
import type { Statement } from '../reading.ts';

export interface Speech {
  /** The actor whose words a token stands in; null for the author's own. */
  speakerAt(sentence: Sentence, index: number): string | null;
}

/** Who says what in a document, by the innermost statement around each word. */
export function speechOf(statements: readonly Statement[]): Speech {
  const bySentence = new Map<number, Statement[]>();
  for (const statement of statements)
    bySentence.set(statement.sentence, [...(bySentence.get(statement.sentence) ?? []), statement]);
  const size = (statement: Statement): number => statement.content.reduce((sum, [start, end]) => sum + end - start, 0);
  return {
    speakerAt: (sentence, index) => {
      const [start, end] = sentence.tokens[index].span;
      const around = (bySentence.get(sentence.index) ?? [])
        .filter((statement) => statement.content.some((span) => span[0] <= start && span[1] >= end))
        .sort((a, b) => size(a) - size(b));
      return around[0]?.source?.actor ?? null;
    },
  };
}
