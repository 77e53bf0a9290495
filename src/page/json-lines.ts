import type { Article, Block, Provenance } from './article.ts';
import { BadLine } from './errors.ts';
import { BadRecord, checkRecord, type JsonRecord } from './json-record.ts';
import { languageOf } from './language.ts';

/**
 * Reads a JSON Lines file of articles (`{"id", "published", "title", "text"}` and any other field of an article).
 * Ids, order and text are kept to the character; a bad line gives a BadLine that names it, the others are still read.
 * @param firstLine number of the text's first line in its file, where the text is a part of one
 */
export function* readJsonLines(text: string, file: string | null, firstLine = 1): Generator<Article | BadLine> {
  let start = 0;
  for (let line = firstLine; start < text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const content = text.slice(start, end).trim();
    start = end + 1;
    if (content !== '') yield readLine(content, line, file);
  }
}

function readLine(content: string, line: number, file: string | null): Article | BadLine {
  let record: JsonRecord;
  try {
    record = checkRecord(JSON.parse(content));
  } catch (error) {
    const { message } = error as Error;
    return new BadLine(
      `line ${line}: ${error instanceof BadRecord ? 'not an article' : 'not JSON'} (${message})`,
      line,
    );
  }
  const { id, text, ...known } = record;
  const provenance: Record<string, Provenance> = {};
  for (const [field, given] of Object.entries(known)) if (given !== null) provenance[field] = 'given';
  return {
    ...known,
    id,
    file,
    authors: known.authors ?? [],
    language: known.language ?? languageOf(text),
    text,
    blocks: lineBlocks(text, known.title),
    provenance,
  };
}

/** The runs between line breaks; the first is the headline where it is the title. */
function lineBlocks(text: string, title: string | null): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const content = match[0].trim();
    if (content === '') continue;
    const start = match.index + match[0].indexOf(content);
    const kind = blocks.length === 0 && title !== null && content === title.trim() ? 'headline' : 'paragraph';
    blocks.push({ kind, span: [start, start + content.length] });
  }
  return blocks;
}
