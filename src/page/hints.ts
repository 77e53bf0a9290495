import type { Element } from './tree.ts';
import { readWords } from './words.ts';

/** What a part of a page may be by the names that its site gave it. */
export type Hint = 'outside' | 'body' | 'caption' | 'credit' | 'dek' | 'headline' | 'byline' | 'date';

const { modifiers, builders, ...lists } = readWords<Record<Hint | 'modifiers' | 'builders', string[]>>('hints');
const builder = new RegExp(`^(?:${builders.join('|')})(?:-|$)`);
const meanings = new Map<string, Set<Hint>>();
/** Words with which the names begin that say something. */
const firstWords = new Set<string>();
for (const [hint, names] of Object.entries(lists) as [Hint, string[]][]) {
  for (const name of names) {
    const hints = meanings.get(name) ?? new Set();
    meanings.set(name, hints.add(hint));
    firstWords.add(name.split('-')[0]!);
  }
}
const modifying = new Set(modifiers);
const longestName = 3;
const none: ReadonlySet<Hint> = new Set();

/** What single names were found to say: sites share their content systems, and pages of a site all their names. */
const known = new Map<string, readonly Hint[]>();
const mostKnown = 20_000;

/** Reads hints off the elements of one page; remembers its names, which repeat. */
export class Hints {
  private readonly ofElements: ReadonlySet<Hint>[] = [];
  private readonly ofNames = new Map<string, ReadonlySet<Hint>>();

  of({ attributes, index }: Element): ReadonlySet<Hint> {
    const { id, class: classes, itemprop, role } = attributes;
    if (!id && !classes && !itemprop && !role) return none;
    const seen = this.ofElements[index];
    if (seen) return seen;
    const names = id || itemprop || role ? `${classes ?? ''} ${id ?? ''} ${itemprop ?? ''} ${role ?? ''}` : classes!;
    let hints = this.ofNames.get(names);
    if (!hints) {
      hints = hintsIn(names);
      this.ofNames.set(names, hints);
    }
    this.ofElements[index] = hints;
    return hints;
  }
}

const longestNames = 1_000;

/** What the names say that stand in a `class` or an `id`, apart by white space. */
export function hintsIn(names: string): ReadonlySet<Hint> {
  let found: Set<Hint> | null = null;
  const length = Math.min(names.length, longestNames);
  for (let start = 0, end = 0; start < length; start = end + 1) {
    for (end = start; end < length && names.charCodeAt(end) > 32; ) end++;
    if (end === start) continue;
    const name = names.slice(start, end);
    let hints = known.get(name);
    if (!hints) {
      hints = hintsOf(name);
      if (known.size >= mostKnown) known.clear();
      known.set(name, hints);
    }
    for (const hint of hints) found = (found ?? new Set<Hint>()).add(hint);
  }
  return found ?? none;
}

const nothing: readonly Hint[] = [];

function hintsOf(name: string): readonly Hint[] {
  const words = wordsOf(name);
  // Most names say nothing; a style rule for one, as "Bxsh(modalShadow)", says nothing either.
  if (!words.some((word) => firstWords.has(word)) || name.includes('(')) return nothing;
  const built = name.replace(/_+/g, '-').toLowerCase().match(builder)?.[0];
  if (built) words.splice(0, wordsOf(built).length);
  const whole = meanings.get(words.join('-'));
  if (whole) return [...whole];
  if (words.length > 1 && modifying.has(words[0]!)) return nothing;
  const hints: Hint[] = [];
  for (let start = 0; start < words.length; start++) {
    if (!firstWords.has(words[start]!)) continue;
    for (let end = start + 1; end <= Math.min(words.length, start + longestName); end++) {
      const run = end === start + 1 ? words[start]! : words.slice(start, end).join('-');
      for (const hint of meanings.get(run) ?? []) hints.push(hint);
    }
  }
  return hints;
}

/** The words of a name, in small letters: "articleBody", "article-body" and "Article_Body2" have the same two. */
function wordsOf(name: string): string[] {
  const words: string[] = [];
  let start = -1;
  let wasSmall = false;
  for (let index = 0; index <= name.length; index++) {
    const code = name.charCodeAt(index);
    const isLetter = (code | 32) >= 97 && (code | 32) <= 122;
    const isCapital = isLetter && code < 97;
    if (start >= 0 && (!isLetter || (isCapital && wasSmall))) {
      words.push(name.slice(start, index).toLowerCase());
      start = -1;
    }
    if (isLetter && start < 0) start = index;
    wasSmall = isLetter && !isCapital;
  }
  return words;
}
