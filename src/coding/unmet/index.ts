import type { Codebook } from '../../codebook/codebook.ts';
import type { Places } from '../../codebook/load.ts';
import { duplicates } from './duplicates.ts';
import { unmetFrames } from './frames.ts';
import { unmetLists } from './lists.ts';
import { unmetPhrases } from './phrases.ts';
import { wordCheck } from './words.ts';

/** A word, phrase or frame of an entry that no text can meet: where it stands within the entry, and why. */
export interface Finding {
  readonly entry: unknown;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The words, phrases and frames of a codebook that no text can meet, a line each with file and line; of the entries that have a place only. */
export function unmet(codebook: Codebook, places: Places): string[] {
  const check = wordCheck();
  const placed = <T>(entries: readonly T[]): T[] => entries.filter((entry) => places.has(entry));
  const own: Codebook = {
    ...codebook,
    predicates: placed(codebook.predicates),
    lightVerbs: placed(codebook.lightVerbs),
    reporting: placed(codebook.reporting),
    statusCues: placed(codebook.statusCues),
    deadlines: placed(codebook.deadlines),
  };
  const found = [
    ...unmetPhrases(own, check),
    ...unmetLists(own, check),
    ...unmetFrames(codebook),
    ...duplicates(codebook),
  ];
  const lines = found.flatMap(({ entry, path, message }) => {
    const placeOf = places.get(entry);
    return placeOf ? [`${placeOf(path)}: ${message}`] : [];
  });
  return [...new Set(lines)];
}
