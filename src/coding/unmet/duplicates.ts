import type { Codebook } from '../../codebook/codebook.ts';
import type { Finding } from './index.ts';
import { CLASSES } from './phrases.ts';

/** A word in a list under a key: of two that are looked up alike, only the first counts. */
interface Listed {
  readonly entry: unknown;
  readonly path: readonly PropertyKey[];
  readonly word: string;
  readonly key: string;
  /** Whether it leaves nothing to those after it. */
  readonly takesAll: boolean;
}

/** Words that stand twice in an entry, and words of lists that an earlier entry takes first. */
export function duplicates(codebook: Codebook): Finding[] {
  const listed: Listed[] = [
    ...codebook.predicates.flatMap((entry, at) =>
      CLASSES.flatMap((pos) => of(entry, pos, entry[pos] ?? [], `predicate ${at} ${pos}`)),
    ),
    ...codebook.lightVerbs.flatMap((entry) => of(entry, 'verb', entry.verb, `light ${entry.noun}`)),
    ...codebook.reporting.flatMap((entry, at) => of(entry, 'words', entry.words, `reporting ${at}`)),
    ...codebook.statusCues.flatMap((entry) =>
      of(entry, 'words', entry.words, `cue ${entry.as}`, entry.types === undefined),
    ),
    ...codebook.deadlines.flatMap((entry) => of(entry, 'words', entry.words, `deadline ${entry.as}`)),
  ];
  const taken = new Set<string>();
  return listed.flatMap(({ entry, path, word, key, takesAll }): Finding[] => {
    const full = `${key} ${word}`;
    if (taken.has(full)) return [{ entry, path, message: `"${word}" is never met here: it stands before already` }];
    if (takesAll) taken.add(full);
    return [];
  });
}

const of = (entry: unknown, field: string, words: readonly string[], key: string, takesAll = true): Listed[] =>
  words.map((word, index) => ({ entry, path: [field, index], word, key, takesAll }));
