import type { Codebook } from '../../codebook/codebook.ts';
import { memo } from '../../codebook/codebook.ts';
import type { Document, Mention, Token } from '../../language/document.ts';
import type { Sector } from '../reading.ts';
import { children } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Found, Known } from './gazetteer.ts';
import { foremost, isAt, isWhere, type Setting } from './setting.ts';

const groupWords = memo((codebook) => {
  const words = (name: string) => new Set(codebook.classes.find((each) => each.name === name)?.words);
  return { local: words('LOCAL_GROUP'), foreign: words('FROM_ELSEWHERE'), governments: words('GOVERNMENT') };
});

/** The country of an office whose holder is said to be of none. */
const usual = memo((codebook) => new Map(codebook.offices.map((office) => [office.title, office.usual])));

/** The states that a people lives in, by the people's name. */
const homelands = memo(
  (codebook) => new Map(codebook.peoples.flatMap(({ name, homes }) => (homes.length > 0 ? [[name, homes]] : []))),
);

/** From what part of all countries named on a report is taken to be of one country alone. */
const DOMESTIC = 0.6;
/** How much a report must name of it for that. */
const ENOUGH = 5;

/** From what part a person without a word on where from is. */
const MOSTLY = 0.42;
/** From what part, and how much named, who holds a public office is: a report says of which state those of others are. */
const OFFICIALLY = 0.25;
const SOMEWHAT = 3;

/** Sectors that serve a state. */
const PUBLIC: ReadonlySet<Sector | null> = new Set<Sector>(['GOV', 'LEG', 'JUD', 'COP']);

/** Whether a report speaks so much of one country that whoever it does not place is of it. */
function isOfTheCountry({ kind, sector, title }: Draft, { share, weight }: Setting): boolean {
  if (kind === 'person' && title !== null && PUBLIC.has(sector)) return weight >= SOMEWHAT && share >= OFFICIALLY;
  return weight >= ENOUGH && sector !== 'IGO' && share >= (kind === 'person' ? MOSTLY : DOMESTIC);
}

/** Whether the words of a noun say that it is of elsewhere, or of somebody: "foreign donors", "the Vega government". */
function isOfOthers(document: Document, mention: Mention, foreign: ReadonlySet<string>): boolean {
  const sentence = document.sentences[mention.sentence];
  return sentence.tokens.slice(...mention.tokens).some(({ index, head, relation, upos, lowerLemma }) => {
    if (foreign.has(lowerLemma)) return true;
    if (upos !== 'PROPN' || head !== mention.head) return false;
    return relation === 'compound' || (relation === 'nmod' && !isAt(sentence, index));
  });
}

/** Whether an actor is an unnamed group that belongs where the report is set: "the rebels", "a rebel commander", "residents". */
function isLocalGroup(
  document: Document,
  { mentions, sector }: Draft,
  { local, governments }: ReturnType<typeof groupWords>,
): boolean {
  return mentions.every((position) => {
    const { form, sentence: at, head } = document.mentions[position];
    if (form !== 'nominal') return form === 'pronoun';
    const sentence = document.sentences[at];
    // "many governments"
    if (sentence.tokens[head].xpos === 'NNS' && governments.has(sentence.tokens[head].lowerForm.replace(/s$/, '')))
      return false;
    // "his family" is of where he is from
    if (sector === 'CVL' && children(sentence, head, 'nmod:poss').length > 0) return false;
    const isLocal = ({ lowerLemma }: Token) => local.has(lowerLemma);
    return isLocal(sentence.tokens[head]) || children(sentence, head, 'compound', 'amod').some(isLocal);
  });
}

/** The countries of the places that each sentence is set in. */
function placesOf(document: Document, meanings: readonly (Known | undefined)[]): string[][] {
  const places: string[][] = document.sentences.map(() => []);
  for (const [index, mention] of document.mentions.entries()) {
    const country = meanings[index]?.country;
    if (country && isWhere(document, mention)) places[mention.sentence].push(country);
  }
  return places;
}

function countsOf(countries: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const country of countries) counts.set(country, (counts.get(country) ?? 0) + 1);
  return counts;
}

/** The country of the places named where the actor is spoken of, of those that fit. */
function placesBeside(
  document: Document,
  draft: Draft,
  places: readonly (readonly string[])[],
  fits: (country: string) => boolean,
): string | null {
  const sentences = [...new Set(draft.mentions.map((index) => document.mentions[index].sentence))];
  return foremost(countsOf(sentences.flatMap((sentence) => places[sentence].filter(fits))));
}

/** The states that an actor's people lives in: "the Kurds", "Kurdish forces"; undefined where it is of none such. */
function landsOf(
  document: Document,
  { name, kind, settled, mentions }: Draft,
  found: readonly (readonly Found[])[],
  homes: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  if (settled) return kind === 'people' ? homes.get(name) : undefined;
  for (const index of mentions) {
    const { form, sentence, tokens, head } = document.mentions[index];
    if (form !== 'nominal') continue;
    for (const each of found[sentence])
      if (each.start >= tokens[0] && each.end <= head && homes.has(each.name)) return homes.get(each.name);
  }
  return undefined;
}

/** Sectors of those who hold a land: "Kurdish forces" are at home, a "Kurdish community" may be abroad. */
const AT_HOME: ReadonlySet<Sector | null> = new Set<Sector>(['REB', 'MIL', 'GOV', 'COP', 'JUD']);

/** In which of its lands a people, or part of it, is spoken of: where it is itself, else where things happen, else the most named. */
function landOf(
  document: Document,
  draft: Draft,
  lands: readonly string[],
  places: readonly (readonly string[])[],
  setting: Setting,
): string | null {
  const isLand = (country: string): boolean => lands.includes(country);
  const beside = draft.settled ? null : placesBeside(document, draft, places, isLand);
  const named = new Map([...setting.places].filter(([country]) => isLand(country)));
  return beside ?? foremost(countsOf(places.flat().filter(isLand))) ?? foremost(named);
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
  found: readonly (readonly Found[])[],
  codebook: Codebook,
): void {
  if (setting.country === null) return;
  const homes = homelands(codebook);
  const groups = groupWords(codebook);
  const usually = usual(codebook);
  const places = placesOf(document, meanings);
  const spokenOf = new Set(meanings.map((meant) => meant?.country));
  for (const draft of drafts) {
    if (draft.country !== null || draft.kind === 'place' || draft.kind === 'other') continue;
    const country = draft.kind === 'person' ? usually.get(draft.title ?? '') : undefined;
    if (country && spokenOf.has(country)) {
      draft.country = country;
      continue;
    }
    const lands = landsOf(document, draft, found, homes);
    if (lands && (draft.settled || AT_HOME.has(draft.sector) || lands.includes(setting.country))) {
      draft.country = landOf(document, draft, lands, places, setting);
      continue;
    }
    const mentions = draft.mentions.map((index) => document.mentions[index]);
    if (draft.settled) continue;
    if (mentions.some((mention) => mention.form === 'nominal' && isOfOthers(document, mention, groups.foreign)))
      continue;
    else if (mentions.some(({ form }) => form !== 'pronoun') && isLocalGroup(document, draft, groups))
      // Refugees are where they are not from.
      draft.country =
        (draft.sector === 'REF' ? null : placesBeside(document, draft, places, () => true)) ?? setting.country;
    else if (isOfTheCountry(draft, setting)) draft.country = setting.country;
  }
}
