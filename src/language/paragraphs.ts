import type { Block } from '../page/article.ts';

/** Lines of hard-wrapped text are about this long. */
const WRAPPED = { shortest: 45, longest: 100 };

/** The paragraphs of a plain text: between blank lines, or line by line where the lines are not wrapped ones. */
export function paragraphsOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const { index, 0: group } of text.matchAll(/\S.*(?:\r?\n[^\S\n]*\S.*)*/g)) {
    if (isWrapped(group.split(/\r?\n/)))
      blocks.push({ kind: 'paragraph', span: [index, index + group.trimEnd().length] });
    else
      for (const { index: offset, 0: line } of group.matchAll(/\S(?:.*\S)?/g))
        blocks.push({ kind: 'paragraph', span: [index + offset, index + offset + line.length] });
  }
  return blocks;
}

function isWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1);
  return full.every((line) => line.length >= WRAPPED.shortest && line.length <= WRAPPED.longest);
}
