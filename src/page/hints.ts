import type { Element } from './tree.ts';
import { readWords } from './words.ts';

/** What a part of a page may be by the names that its site gave it. */
export type Hint = 'outside' | 'body' | 'caption' | 'credit' | 'dek' | 'headline' | 'byline' | 'date';

const { modifiers, ...lists } = readWords<Record<Hint | 'modifiers', string[]>>('hints');
const meanings = new Map<string, Set<Hint>>();
for (const [hint, names] of Object.entries(lists) as [Hint, string[]][]) {
  for (const name of names) {
    const known = meanings.get(name) ?? new Set();
    meanings.set(name, known.add(hint));
  }
}
const modifying = new Set(modifiers);
const longestName = 3;
const none: ReadonlySet<Hint> = new Set();

/** Reads hints off elements; remembers class names of one page, which repeat. */
export class Hints {
  private readonly known = new Map<string, ReadonlySet<Hint>>();

  of(element: Element): ReadonlySet<Hint> {
    const { id, class: classes, itemprop, role } = element.attributes;
    if (!id && !classes && !itemprop && !role) return none;
    const key = `${classes ?? ''} ${id ?? ''} ${itemprop ?? ''} ${role ?? ''}`;
    let hints = this.known.get(key);
    if (!hints) {
      hints = read(key.slice(0, 1_000));
      this.known.set(key, hints);
    }
    return hints;
  }
}

function read(names: string): ReadonlySet<Hint> {
  const hints = new Set<Hint>();
  for (const name of names.split(/\s+/)) {
    if (name.includes('(')) continue; // A style rule for a name, as "Bxsh(modalShadow)".
    const words = name
      .replace(/([a-z\d])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word !== '');
    if (words.length === 0 || (words.length > 1 && modifying.has(words[0]!))) continue;
    for (let start = 0; start < words.length; start++) {
      for (let end = start + 1; end <= Math.min(words.length, start + longestName); end++) {
        for (const hint of meanings.get(words.slice(start, end).join('-')) ?? []) hints.add(hint);
      }
    }
  }
  return hints;
}
