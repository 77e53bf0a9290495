import { LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type SectionName, sections } from './schema.ts';

/** A mistake in a codebook file, at a line. */
export class CodebookError extends Error {
  readonly file: string;
  readonly line: number;
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.name = 'CodebookError';
    this.file = file;
    this.line = line;
  }
}

/** An entry of a section, and the line where it stands. */
export interface Placed {
  readonly entry: unknown;
  readonly line: number;
}

/** The sections of one YAML file, validated; mistakes are named with file and line. */
export function parseCodebookFile(file: string, text: string): Partial<Record<SectionName, Placed[]>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [mistake] = document.errors;
  if (mistake) throw new CodebookError(file, counter.linePos(mistake.pos[0]).line, mistake.message.split('\n')[0]);
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as Node | undefined;
      if (node?.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const content: unknown = document.toJS() ?? {};
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new CodebookError(file, 1, 'expected sections by name');
  const result: Partial<Record<SectionName, Placed[]>> = {};
  for (const [name, entries] of Object.entries(content)) {
    const schema = sections[name as SectionName];
    if (!schema)
      throw new CodebookError(file, lineOf([name]), `unknown section "${name}" (${Object.keys(sections).join(', ')})`);
    const parsed = (schema as z.ZodType<unknown[]>).safeParse(entries);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const path = [name, ...issue.path];
      throw new CodebookError(file, lineOf(path), `${issue.path.join('.')}: ${issue.message}`);
    }
    result[name as SectionName] = parsed.data.map((entry, index) => ({ entry, line: lineOf([name, index]) }));
  }
  return result;
}
