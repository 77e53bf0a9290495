import type { Article, Block, BlockKind } from './article.ts';

/** A block of an article before the text is put together. */
export interface Piece {
  readonly kind: BlockKind;
  readonly text: string;
  readonly heading?: true;
}

/** Joins pieces to the article's text, a blank line between them, and says where each lies. */
export function assemble(pieces: readonly Piece[]): Pick<Article, 'text' | 'blocks'> {
  const blocks: Block[] = [];
  let text = '';
  for (const piece of pieces) {
    if (text !== '') text += '\n\n';
    blocks.push({
      kind: piece.kind,
      span: [text.length, text.length + piece.text.length],
      ...(piece.heading && { heading: true }),
    });
    text += piece.text;
  }
  return { text, blocks };
}
