import type { Office } from '../../codebook/schema.ts';
import type { Sentence } from '../document.ts';
import { lowerForms } from '../phrases.ts';
import { headOf } from '../tree.ts';
import { BEGINS } from '../words.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isCapitalised } from './shape.ts';

/** The offices, roles, bodies and populations that a sentence's nouns mean. */
export interface Titles {
  /** By the noun that heads the title. */
  readonly at: ReadonlyMap<number, Office>;
  /** Other words of titles: "state" of "secretary of state". */
  readonly inside: ReadonlySet<number>;
}

export function titlesOf(sentence: Sentence, gazetteer: Gazetteer): Titles {
  const forms = lowerForms(sentence.tokens);
  const singular = sentence.tokens.map(({ xpos, lowerLemma }, index) =>
    xpos === 'NNS' || xpos === 'NNPS' ? lowerLemma : forms[index],
  );
  const at = new Map<number, Office>();
  const inside = new Set<number>();
  for (let start = 0; start < forms.length; ) {
    if (!(sentence.tokens[start].word.begins & BEGINS.title)) {
      start++;
      continue;
    }
    const plain = gazetteer.titles.longestAt(forms, start);
    const plural = gazetteer.titles.longestAt(singular, start);
    const match = plain && (!plural || plain.end >= plural.end) ? plain : plural;
    const small = !isCapitalised(sentence.tokens[start].form);
    if (!match || (small && match === plain && gazetteer.properTitles.has(match.key))) {
      start++;
      continue;
    }
    const head = headOf(sentence, match.start, match.end);
    at.set(head, match.value);
    for (let index = match.start; index < match.end; index++) if (index !== head) inside.add(index);
    start = match.end;
  }
  return { at, inside };
}
