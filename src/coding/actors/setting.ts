import type { Document, Mention, Sentence } from '../../language/document.ts';
import { children, relation } from '../tree.ts';
import type { Cast } from './draft.ts';
import type { Known } from './gazetteer.ts';

/** The country that a report is set in, as far as its places tell, and its part of all that the report names of countries. */
export interface Setting {
  readonly country: string | null;
  readonly share: number;
  /** How much the report names of it. */
  readonly weight: number;
  /** How much the report names of each country as a place. */
  readonly places: ReadonlyMap<string, number>;
}

const WHERE = new Set('in at near outside around inside into across within throughout along'.split(' '));

/** How much a name says of where the report is set: a place more than a state that may only act there. */
const WEIGHTS: Readonly<Partial<Record<Known['type'], number>>> = {
  place: 2,
  state: 1,
  capital: 1,
  demonym: 1,
  seat: 1,
  people: 1,
};

/** Sentences at the head of a report that count double. */
const LEAD = 3;

/** Whether a mention says where something is or happens. */
export function isWhere(document: Document, mention: Mention): boolean {
  return isAt(document.sentences[mention.sentence], mention.head);
}

/** Whether a word stands after a preposition of place. */
export function isAt(sentence: Sentence, index: number): boolean {
  return children(sentence, index, 'case').some(({ lowerLemma }) => WHERE.has(lowerLemma));
}

const add = (counts: Map<string, number>, country: string, weight: number) =>
  counts.set(country, (counts.get(country) ?? 0) + weight);

/** The country with the largest count, ties by code; null where there is none. */
export function foremost(counts: ReadonlyMap<string, number>): string | null {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

const NOWHERE: Setting = { country: null, share: 0, weight: 0, places: new Map() };

/** What the name of a person or body adds of its country to what a report speaks of. */
const VOICE = 0.5;

/**
 * Where a report is set, by the places it names; `meanings` are what the codebook knows of each mention. How much of the report
 * is of that country is told by the people and bodies in it as well.
 */
export function settingOf(
  document: Document,
  { drafts, keyOfMention }: Cast,
  meanings: readonly (Known | undefined)[],
): Setting {
  const places = new Map<string, number>();
  const named = new Map<string, number>();
  for (const [index, mention] of document.mentions.entries()) {
    const meant = meanings[index];
    const weight = meant?.country ? WEIGHTS[meant.type] : undefined;
    const sentence = document.sentences[mention.sentence];
    // "US-backed", "pro-Russian" say nothing of where.
    if (sentence.tokens[mention.tokens[1]]?.form === '-' || sentence.tokens[mention.tokens[0] - 1]?.form === '-')
      continue;
    if (weight) {
      const attributive = ['amod', 'compound'].includes(relation(sentence.tokens[mention.head]));
      add(places, meant!.country!, weight * (mention.sentence < LEAD ? 2 : 1));
      add(named, meant!.country!, attributive ? 0.5 : 1);
      continue;
    }
    const { kind, country } = drafts.get(keyOfMention[index])!;
    if (country && (kind === 'person' || kind === 'organisation')) add(named, country, VOICE);
  }
  const country = foremost(places) ?? foremost(named);
  if (country === null) return NOWHERE;
  const weight = named.get(country) ?? 0;
  return { country, weight, share: weight / [...named.values()].reduce((sum, count) => sum + count, 0), places };
}
