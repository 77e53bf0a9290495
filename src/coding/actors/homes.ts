import type { Codebook } from '../../codebook/codebook.ts';
import { memo } from '../../codebook/codebook.ts';
import type { Document, Token } from '../../language/document.ts';
import { children } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Known } from './gazetteer.ts';
import { foremost, isWhere, type Setting } from './setting.ts';

const groupWords = memo((codebook) => {
  const words = (name: string) => new Set(codebook.classes.find((each) => each.name === name)?.words);
  return { local: words('LOCAL_GROUP'), foreign: words('FROM_ELSEWHERE') };
});

/** The states that a people lives in, by the people's name. */
const homelands = memo((codebook) => new Map(codebook.peoples.map(({ name, homes }) => [name, homes])));

/** From what part of all countries named on a report is taken to be of one country alone. */
const DOMESTIC = 0.6;
/** How much a report must name of it for that. */
const ENOUGH = 8;

/** From what part a person without a word on where from is. */
const MOSTLY = 0.42;

/** Whether a report speaks so much of one country that whoever it does not place is of it. */
function isOfTheCountry({ kind, sector }: Draft, { share, weight }: Setting): boolean {
  return weight >= ENOUGH && sector !== 'IGO' && share >= (kind === 'person' ? MOSTLY : DOMESTIC);
}

/** Whether an actor is an unnamed group that belongs where the report is set: "the rebels", "residents", "the police". */
function isLocalGroup(document: Document, draft: Draft, codebook: Codebook): boolean {
  const { local, foreign } = groupWords(codebook);
  let found = false;
  for (const index of draft.mentions) {
    const mention = document.mentions[index];
    if (mention.form === 'pronoun') continue;
    if (mention.form === 'name') return false;
    const sentence = document.sentences[mention.sentence];
    const { tokens } = sentence;
    // "The rebels" and "a rebel commander".
    const isLocal = ({ lowerLemma }: Token) => local.has(lowerLemma);
    if (!isLocal(tokens[mention.head]) && !children(sentence, mention.head, 'compound', 'amod').some(isLocal))
      return false;
    // "The Vega government" is of whom it is named after.
    const isOther = ({ head, relation, upos, lowerLemma }: Token) =>
      foreign.has(lowerLemma) ||
      (upos === 'PROPN' && head === mention.head && (relation === 'compound' || relation === 'nmod'));
    if (tokens.slice(...mention.tokens).some(isOther)) return false;
    found = true;
  }
  return found;
}

/** The country of the places named where the actor is spoken of. */
function placesBeside(document: Document, draft: Draft, meanings: readonly (Known | undefined)[]): string | null {
  const sentences = new Set(draft.mentions.map((index) => document.mentions[index].sentence));
  const counts = new Map<string, number>();
  for (const [index, mention] of document.mentions.entries()) {
    const country = meanings[index]?.country;
    if (!country || !sentences.has(mention.sentence) || !isWhere(document, mention)) continue;
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return foremost(counts);
}

/**
 * Countries that neither words nor codebook tell, from where the report is set: unnamed groups are of the place that they are
 * spoken of with, a people of the land of its own that the report is set in, and all others of the one country of a report
 * that hardly speaks of another.
 */
export function giveHomes(
  document: Document,
  drafts: Iterable<Draft>,
  setting: Setting,
  meanings: readonly (Known | undefined)[],
  codebook: Codebook,
): void {
  if (setting.country === null) return;
  const homes = homelands(codebook);
  for (const draft of drafts) {
    if (draft.country !== null || draft.kind === 'place' || draft.kind === 'other') continue;
    const lands = draft.kind === 'people' ? homes.get(draft.name) : undefined;
    if (draft.settled) draft.country = lands?.includes(setting.country) ? setting.country : null;
    else if (isLocalGroup(document, draft, codebook))
      draft.country = placesBeside(document, draft, meanings) ?? setting.country;
    else if (isOfTheCountry(draft, setting)) draft.country = setting.country;
  }
}
