import { type CodebookData, keyOf, type Predicate, type SectionName, sections } from './schema.ts';

/** How the entries of a user's folder stand to ours. */

type Entries<S extends SectionName> = CodebookData[S];

/** An entry that is a list of words under a heading: a user's words join ours, and leave any other heading. */
const LISTS = {
  persons: 'names',
  givenNames: 'names',
  nameWords: 'words',
  sourceNouns: 'words',
  judgements: 'words',
} as const;

/** Entries whose words are looked up one by one: a user's entry takes its words from ours of the same kind. */
const KINDS: { readonly [S in 'reporting' | 'statusCues']: (entry: Entries<S>[number]) => string } = {
  reporting: ({ pos }) => pos,
  statusCues: ({ as, types }) => `${as} ${types ?? ''}`,
};

const CLASSES = ['verb', 'noun', 'adjective'] as const;

/** Whether some frame of an entry holds for any use of its words, so that nothing after it is asked. */
const endsAll = ({ frames, when, unless }: Predicate): boolean =>
  (frames ?? [{ when, unless }]).some((frame) => !frame.when && !frame.unless);

function listed<S extends keyof typeof LISTS>(section: S, ours: Entries<S>, theirs: Entries<S>): unknown[] {
  const field = LISTS[section] as never;
  const wordsOf = (entry: Entries<S>[number]): string[] => entry[field];
  const named = new Set(theirs.flatMap(wordsOf));
  const key = keyOf[section] as (entry: Entries<S>[number]) => string;
  const known = new Set(ours.map(key));
  const joined = ours.map((entry) => {
    const added = theirs.filter((each) => key(each) === key(entry)).flatMap(wordsOf);
    return { ...entry, [field]: [...wordsOf(entry).filter((word) => !named.has(word)), ...added] };
  });
  return [...joined, ...theirs.filter((entry) => !known.has(key(entry)))];
}

function byWord<S extends keyof typeof KINDS>(section: S, ours: Entries<S>, theirs: Entries<S>): unknown[] {
  const kind = KINDS[section] as (entry: Entries<S>[number]) => string;
  const taken = new Set(theirs.flatMap((entry) => entry.words.map((word) => `${kind(entry)} ${word}`)));
  const left = ours.map((entry) => ({
    ...entry,
    words: entry.words.filter((word) => !taken.has(`${kind(entry)} ${word}`)),
  }));
  return [...theirs, ...left.filter(({ words }) => words.length > 0)];
}

/** A user's frames are tried before ours; an entry of theirs that holds for any use of its words leaves ours without them. */
function predicates(ours: readonly Predicate[], theirs: readonly Predicate[]): Predicate[] {
  const taken = new Set(
    theirs
      .filter(endsAll)
      .flatMap((entry) => CLASSES.flatMap((pos) => (entry[pos] ?? []).map((word) => `${pos} ${word}`))),
  );
  const left = ours.map((entry): Predicate => {
    const words = CLASSES.map((pos) => [pos, entry[pos]?.filter((word) => !taken.has(`${pos} ${word}`))] as const);
    return { ...entry, ...Object.fromEntries(words) };
  });
  return [...theirs, ...left];
}

function byKey<S extends SectionName>(section: S, ours: Entries<S>, theirs: Entries<S>): unknown[] {
  const key = keyOf[section] as (entry: unknown) => string;
  return [...new Map([...ours, ...theirs].map((entry) => [key(entry), entry])).values()];
}

/** Our codebook with a user's entries added, or in the place of ours. */
export function overridden(ours: CodebookData, theirs: CodebookData): CodebookData {
  const combined = (Object.keys(sections) as SectionName[]).map((section) => {
    if (theirs[section].length === 0) return [section, ours[section]];
    if (section === 'predicates') return [section, predicates(ours.predicates, theirs.predicates)];
    if (section in LISTS)
      return [section, listed(section as 'persons', ours[section] as never, theirs[section] as never)];
    if (section in KINDS)
      return [section, byWord(section as 'reporting', ours[section] as never, theirs[section] as never)];
    return [section, byKey(section, ours[section], theirs[section])];
  });
  return Object.fromEntries(combined);
}
