import { LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type SectionName, sections } from './schema.ts';

/** Something wrong at a line. */
export interface Mistake {
  readonly line: number;
  readonly message: string;
}

/** The mistakes of a codebook file, a line of the message each. */
export class CodebookError extends Error {
  constructor(file: string, mistakes: readonly Mistake[]) {
    super(mistakes.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.name = 'CodebookError';
  }
}

/** An entry of a section, and the line where it stands. */
export interface Placed {
  readonly entry: unknown;
  readonly line: number;
  /** The line of something within it, by the keys and positions that lead there. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** The sections of one YAML file, validated; mistakes are named with file and line. */
export function parseCodebookFile(file: string, text: string): Partial<Record<SectionName, Placed[]>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const wrong = document.errors.map(({ pos, message }): Mistake => {
    return {
      line: counter.linePos(pos[0]).line,
      message: message.split('\n')[0].replace(/ at line \d+, column \d+:?$/, ''),
    };
  });
  if (wrong.length > 0) throw new CodebookError(file, wrong);
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as Node | undefined;
      if (node?.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const content: unknown = document.toJS() ?? {};
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new CodebookError(file, [{ line: 1, message: 'expected sections by name' }]);
  const result: Partial<Record<SectionName, Placed[]>> = {};
  for (const [name, entries] of Object.entries(content)) {
    const schema = sections[name as SectionName];
    if (!schema) {
      const known = Object.keys(sections).join(', ');
      wrong.push({ line: lineOf([name]), message: `unknown section "${name}" (${known})` });
      continue;
    }
    const parsed = (schema as z.ZodType<unknown[]>).safeParse(entries);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const path = [name, ...issue.path];
        const given = document.getIn(path);
        wrong.push({
          line: lineOf(path),
          message: `${path.join('.')}: ${given === undefined ? 'missing. ' : ''}${issue.message}`,
        });
      }
      continue;
    }
    result[name as SectionName] = parsed.data.map((entry, index) => ({
      entry,
      line: lineOf([name, index]),
      lineOf: (path) => lineOf([name, index, ...path]),
    }));
  }
  if (wrong.length > 0) throw new CodebookError(file, wrong);
  return result;
}
