import { repairJson } from './json-repair.ts';
import { Budget, defaultLimits } from './limits.ts';
import { parseTree, textOf } from './tree.ts';

export type JsonObject = { readonly [key: string]: unknown };

/**
 * All objects of a page's JSON-LD scripts, out of graphs and arrays, each before those inside it. Scripts that are
 * no JSON are mended where pages usually break them; what stays broken is passed over.
 */
export function readJsonLd(scripts: readonly string[]): JsonObject[] {
  const objects: JsonObject[] = [];
  for (const script of scripts) collect(parseMended(script), objects, 0);
  return objects;
}

const deepest = 20;
const mostObjects = 5_000;
/** Characters of a script that is repaired letter by letter. */
const longestRepaired = 200_000;

function collect(value: unknown, objects: JsonObject[], depth: number): void {
  if (depth > deepest || objects.length > mostObjects || typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) objects.push(value as JsonObject);
  for (const inner of Object.values(value)) collect(inner, objects, depth + 1);
}

function parseMended(script: string): unknown {
  const bare = script
    .trim()
    .replace(/^(?:<!--|(?:\/\/|\/\*)?\s{0,9}<!\[CDATA\[(?:\s{0,9}\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s{0,9}\]\]>(?:\s{0,9}\*\/)?)$/, '')
    .replace(/;{1,9}\s{0,9}$/, '');
  for (const attempt of [
    (text: string) => text,
    mend,
    (text: string) => `[${mend(text).replace(/\}\s*\{/g, '},{')}]`,
    (text: string) => (text.length <= longestRepaired ? repairJson(mend(text)) : text),
  ]) {
    try {
      return JSON.parse(attempt(bare));
    } catch {}
  }
  return null;
}

/** Raw line breaks and tabs inside strings, stray backslashes, trailing commas, entities for quotes. */
function mend(text: string): string {
  return (
    text
      .replace(/&quot;/g, '"')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are the fault that is mended
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/\\(?!["\\/bfnrtu])/g, '\\\\')
      .replace(/,\s*([}\]])/g, '$1')
  );
}

/** The text of a value that pages give as a string, a list, or an object with a name. */
export function namesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const text = /[&<]/.test(value) ? textOfHtml(value) : value.trim();
    return text === '' ? [] : [text];
  }
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { name, givenName, familyName } = value as JsonObject;
  if (name === undefined && typeof familyName === 'string') return namesIn(`${givenName ?? ''} ${familyName}`);
  return namesIn(name);
}

const longestText = 10_000;

/** Pages put escaped text and even markup into JSON-LD. */
function textOfHtml(html: string): string {
  const twice = html.replace(/&amp;(?=#?\w+;)/g, '&');
  return textOf(parseTree(twice.slice(0, longestText), defaultLimits, new Budget(defaultLimits.milliseconds)).root);
}

/** The types of an object, without their vocabulary's address. */
export function typesOf(object: JsonObject): string[] {
  const types = object['@type'];
  return (Array.isArray(types) ? types : [types])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''));
}
