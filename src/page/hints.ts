import type { Element } from './tree.ts';
import { readWords } from './words.ts';

/** What a part of a page may be by the names that its site gave it. */
export type Hint = 'outside' | 'body' | 'caption' | 'credit' | 'dek' | 'headline' | 'byline' | 'date';

const { modifiers, builders, ...lists } = readWords<Record<Hint | 'modifiers' | 'builders', string[]>>('hints');
const builder = new RegExp(`^(?:${builders.join('|')})(?:-|$)`);
const meanings = new Map<string, Set<Hint>>();
for (const [hint, names] of Object.entries(lists) as [Hint, string[]][]) {
  for (const name of names) {
    const hints = meanings.get(name) ?? new Set();
    meanings.set(name, hints.add(hint));
  }
}
const modifying = new Set(modifiers);
const longestName = 3;
const none: ReadonlySet<Hint> = new Set();

/** What single names were found to say: sites share their content systems, and pages of a site all their names. */
const known = new Map<string, readonly Hint[]>();
const mostKnown = 20_000;

/** Reads hints off elements; remembers the names of one page, which repeat. */
export class Hints {
  private readonly ofNames = new Map<string, ReadonlySet<Hint>>();

  of({ attributes }: Element): ReadonlySet<Hint> {
    const { id, class: classes, itemprop, role } = attributes;
    if (!id && !classes && !itemprop && !role) return none;
    const names = id || itemprop || role ? `${classes ?? ''} ${id ?? ''} ${itemprop ?? ''} ${role ?? ''}` : classes!;
    let hints = this.ofNames.get(names);
    if (!hints) {
      const found = new Set<Hint>();
      for (const name of names.slice(0, longestNames).split(/\s+/)) for (const hint of readName(name)) found.add(hint);
      hints = found.size === 0 ? none : found;
      this.ofNames.set(names, hints);
    }
    return hints;
  }
}

function readName(name: string): readonly Hint[] {
  let hints = known.get(name);
  if (!hints) {
    hints = hintsOf(name);
    if (known.size >= mostKnown) known.clear();
    known.set(name, hints);
  }
  return hints;
}

const longestNames = 1_000;

function hintsOf(name: string): Hint[] {
  // A style rule for a name, as "Bxsh(modalShadow)", says nothing.
  if (name.includes('(')) return [];
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/_+/g, '-')
    .replace(builder, '')
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const whole = meanings.get(words.join('-'));
  if (whole) return [...whole];
  if (words.length > 1 && modifying.has(words[0]!)) return [];
  const hints: Hint[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= Math.min(words.length, start + longestName); end++) {
      const run = end === start + 1 ? words[start]! : words.slice(start, end).join('-');
      for (const hint of meanings.get(run) ?? []) hints.push(hint);
    }
  }
  return hints;
}
