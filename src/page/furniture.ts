import { readWords } from './words.ts';

interface Furniture {
  readonly labels: readonly string[];
  readonly openings: readonly { readonly most: number; readonly begins: readonly string[] }[];
  readonly patterns: readonly string[];
  readonly endings: readonly string[];
}

const furniture = readWords<Furniture>('furniture');
const labels = new Set(furniture.labels.map(bare));
const endings = new Set(furniture.endings.map(bare));
const openings = furniture.openings.map(({ most, begins }) => ({
  most,
  begins: new RegExp(`^(?:${begins.map(escaped).join('|')})`, 'i'),
}));
const pattern = new RegExp(`^(?:${furniture.patterns.join('|')})$`, 'iu');
const longestLabel = Math.max(...[...labels].map((label) => label.length));

/** True for a block that is a button, a label or a call to read, share or subscribe: no part of any article. */
export function isFurniture(text: string): boolean {
  if (text.length <= longestLabel + 4 && (labels.has(bare(text)) || text.trim() === '')) return true;
  if (text.length <= 100 && pattern.test(text)) return true;
  return openings.some(({ most, begins }) => text.length <= most && begins.test(text));
}

/** True for a heading after which the article is over: "Related stories", "Comments (12)". */
export function isEnding(heading: string): boolean {
  return heading.length <= 60 && endings.has(bare(heading.replace(/[([]?\d+[)\]]?/g, '')));
}

/** A label without case, typographic quotes and surrounding punctuation. */
function bare(label: string): string {
  return label
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+-]+$/gu, '')
    .replace(/\s+/g, ' ');
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
