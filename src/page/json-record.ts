/** An article as a line of JSON Lines gives it; other fields of the line are passed over. */
export interface JsonRecord {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[] | null;
  readonly section: string | null;
  readonly image: string | null;
  readonly language: string | null;
}

/** What is wrong with a value, as "text": expected a string, found a number. */
export class BadRecord extends Error {}

const optional = ['title', 'published', 'updated', 'url', 'publisher', 'section', 'image', 'language'] as const;

/**
 * Checks that a value is an article's record: `id` a name or a number, `text` with something in it, everything else
 * of its kind or absent. By hand, since a schema library takes longer to load than a page to read.
 * @throws BadRecord
 */
export function checkRecord(value: unknown): JsonRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadRecord(`expected an object, found ${kindOf(value)}`);
  }
  const given = value as Readonly<Record<string, unknown>>;
  const id = given['id'];
  if ((typeof id !== 'string' || id === '') && typeof id !== 'number') throw wrong('id', 'a string or a number', id);
  const text = given['text'];
  if (typeof text !== 'string' || text === '') throw wrong('text', 'a string', text);
  const strings = Object.fromEntries(optional.map((field) => [field, stringOrNull(field, given[field])]));
  return {
    ...(strings as Record<(typeof optional)[number], string | null>),
    id: String(id),
    text,
    authors: namesOrNull(given['authors']),
  };
}

function stringOrNull(field: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw wrong(field, 'a string', value);
  return value;
}

function namesOrNull(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) throw wrong('authors', 'a list of strings', value);
  const other = value.findIndex((name) => typeof name !== 'string');
  if (other >= 0) throw wrong(`authors.${other}`, 'a string', value[other]);
  return value;
}

function wrong(field: string, expected: string, value: unknown): BadRecord {
  return new BadRecord(`"${field}": expected ${expected}, found ${kindOf(value)}`);
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === '') return 'an empty string';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
