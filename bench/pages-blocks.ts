import { Parser } from 'htmlparser2';

/** Elements whose text no reader sees, or that hold none. */
const SILENT = /^(?:head|script|style|noscript|template|svg|iframe|select|textarea|object|math|audio|video|canvas)$/;
/** Elements that stand inside a line: all others begin a block and end one. */
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|nobr|q|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;

/**
 * The text of a page cut at its block elements and line breaks, in order, each without surplus white space; empty ones
 * left out. Knows nothing of articles: `pages-bodies.json` names by their positions the blocks that belong to one.
 */
export function blocksOf(html: string): string[] {
  const blocks: string[] = [];
  let text = '';
  let silent = 0;
  const end = (): void => {
    const block = text.replace(/\s+/g, ' ').trim();
    if (block !== '') blocks.push(block);
    text = '';
  };
  const parser = new Parser({
    onopentag(tag) {
      if (SILENT.test(tag)) silent++;
      if (!INLINE.test(tag)) end();
    },
    onclosetag(tag) {
      if (SILENT.test(tag)) silent--;
      if (!INLINE.test(tag)) end();
    },
    ontext(content) {
      if (silent === 0) text += content;
    },
  });
  parser.end(html);
  end();
  return blocks;
}
