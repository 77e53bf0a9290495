import { z } from 'zod';
import type { Article, Block, Provenance } from './article.ts';
import { BadLine } from './errors.ts';
import { languageOf } from './language.ts';

const record = z.looseObject({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  text: z.string().min(1),
  title: z.string().nullish(),
  published: z.string().nullish(),
  updated: z.string().nullish(),
  url: z.string().nullish(),
  publisher: z.string().nullish(),
  authors: z.array(z.string()).nullish(),
  section: z.string().nullish(),
  image: z.string().nullish(),
  language: z.string().nullish(),
});

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
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    return new BadLine(`line ${line}: not JSON (${(error as Error).message})`, line);
  }
  const parsed = record.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return new BadLine(`line ${line}: not an article ("${issue.path.join('.')}": ${issue.message})`, line);
  }
  const { id, text, title, published, updated, url, publisher, authors, section, image, language } = parsed.data;
  const known = { title, published, updated, url, publisher, authors, section, image, language };
  const provenance: Record<string, Provenance> = {};
  for (const [field, given] of Object.entries(known)) if (given != null) provenance[field] = 'given';
  return {
    id,
    file,
    url: url ?? null,
    publisher: publisher ?? null,
    title: title ?? null,
    authors: authors ?? [],
    published: published ?? null,
    updated: updated ?? null,
    section: section ?? null,
    image: image ?? null,
    language: language ?? languageOf(text),
    text,
    blocks: lineBlocks(text, title ?? null),
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
