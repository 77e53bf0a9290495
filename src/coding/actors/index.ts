import type { Codebook } from '../../codebook/codebook.ts';
import type { Document, Entity, Mention, Sentence } from '../../language/document.ts';
import type { Actor } from '../reading.ts';
import { relation } from '../tree.ts';
import { type Uses, usesOf } from '../uses.ts';
import { inherit } from './belonging.ts';
import { countriesIn, otherOwner } from './bodies.ts';
import { describe } from './describe.ts';
import type { Cast, Draft } from './draft.ts';
import { type Found, findKnown, type Gazetteer, gazetteer, type Known, lookUp, withoutArticle } from './gazetteer.ts';
import { giveHomes } from './homes.ts';
import { meant, partsMeant } from './homonyms.ts';
import { stateOf } from './identity.ts';
import { mergeGovernments, mergeMembers, mergeMilitants } from './merging.ts';
import { nameByOthers } from './naming.ts';
import { joinPairs, splitNations, tellMembers } from './nations.ts';
import { recognise } from './persons.ts';
import { settingOf } from './setting.ts';

/** The actors of a text, and who is meant where. */
export interface Actors {
  readonly actors: readonly Actor[];
  /** Ids of the actors that a mention (position in `Document.mentions`) refers to. */
  ofMention(mention: number): readonly string[];
  /** Id of the actor whose mention has this token for its head, or else covers it most closely; null where there is none. */
  at(sentence: number, token: number): string | null;
  /** The country of an actor that its own words or the codebook tell, not only where the report is set. */
  toldCountry(actor: string): string | null;
  /** The body that a person speaks for, null where the text names none. */
  bodyOf(actor: string): string | null;
}

/** What the codebook means by a mention's name; undefined where it has none or does not know it. */
function meaningOf(document: Document, known: Gazetteer, mention: Mention): Known | undefined {
  if (mention.form !== 'name' || mention.name === null || mention.kind === 'person') return undefined;
  const [start] = mention.tokens;
  const { tokens } = document.sentences[mention.sentence];
  // Ethnic Germans are citizens of where they live.
  if (tokens[start].lowerForm === 'ethnic' || tokens[start - 1]?.lowerForm === 'ethnic') return undefined;
  return lookUp(known, document.text.slice(...mention.name).replace(/['’]s?$/, ''));
}

/** What a sentence has of the codebook, but for words inside the names of people: "Rhodes" of "Ben Rhodes" is no island. */
function foundIn(document: Document, known: Gazetteer, uses: Uses): Found[][] {
  const taken = document.sentences.map((): Set<number> | null => null);
  for (const { sentence, kind, name, tokens } of document.mentions) {
    if (kind !== 'person' || name === null) continue;
    taken[sentence] ??= new Set();
    for (const { index, span } of document.sentences[sentence].tokens.slice(...tokens))
      if (span[0] >= name[0] && span[1] <= name[1]) taken[sentence].add(index);
  }
  return document.sentences.map((sentence, index) => {
    const found = findKnown(known, sentence, uses[index]);
    const inNames = taken[index];
    return inNames ? found.filter(({ start, end }) => !rangeHas(inNames, start, end)) : found;
  });
}

function rangeHas(tokens: ReadonlySet<number>, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (tokens.has(at)) return true;
  return false;
}

/** "the Trump administration", "Assad's regime": whose government it is governs. */
function governs(sentence: Sentence, mention: Mention, known: readonly Found[]): Found | undefined {
  const head = sentence.tokens[mention.head];
  if (relation(head) !== 'compound' && head.deprel !== 'nmod:poss') return undefined;
  return known.find(
    (found) =>
      head.head >= found.start &&
      head.head < found.end &&
      found.sector === 'GOV' &&
      (found.type === 'seat' || ['administration', 'government', 'regime'].includes(found.name)),
  );
}

/** Names that the codebook knows are what it says; of all else the text tells first. */
function fillIn(
  draft: Draft,
  document: Document,
  mention: Mention,
  meant: Known | undefined,
  known: readonly Found[],
  countries: ReadonlySet<string>,
) {
  const sentence = document.sentences[mention.sentence];
  if (meant && (meant.type === 'organisation' || meant.type === 'people')) {
    draft.kind = meant.type === 'organisation' ? 'organisation' : 'people';
    const words = withoutArticle(document.text.slice(...(mention.name ?? mention.span)));
    const owner = meant.type === 'organisation' ? otherOwner(mention, words, meant, known, countries) : undefined;
    // Brazil's Supreme Court, and then "the Supreme Court".
    if (draft.sector === meant.sector && draft.country !== null && draft.country !== meant.country) return;
    if (owner !== undefined) {
      draft.name = owner === null ? words : withoutArticle(document.text.slice(...mention.span));
      draft.country = owner;
      draft.sector = meant.sector;
      draft.settled = owner !== null;
      return;
    }
    // Every report calls it by the same name, whichever of its names it uses.
    draft.name = meant.name;
    draft.country = meant.country;
    draft.sector = meant.sector;
    draft.settled = true;
    return;
  }
  if (meant && (meant.type === 'place' || meant.type === 'capital')) draft.country ??= meant.country;
  if (draft.kind === 'place' || draft.settled || mention.form === 'pronoun') return;
  const start = mention.name && sentence.tokens.findIndex(({ span }) => span[0] === mention.name![0]);
  const description = describe(document.text, sentence, sentence.tokens[mention.head], known, start);
  draft.country ??= description.country;
  draft.around ??= description.around;
  // What somebody is by office says more than what else they are: "his father, the president".
  if (description.office !== null && draft.office === null) draft.sector = description.sector ?? draft.sector;
  draft.sector ??= description.sector;
  if (draft.kind === 'person' || draft.kind === 'people') {
    draft.office ??= description.office;
    draft.title ??= description.title;
  }
  if (draft.kind !== 'person') return;
  const government = governs(sentence, mention, known);
  draft.sector ??= government?.sector ?? null;
  draft.country ??= government?.country ?? null;
}

/** Several that the text speaks of together only as "they" are called by their names. */
function nameOf({ entities, mentions }: Document, { name, members, mentions: own }: Entity): string {
  const isNamed = members.length === 0 || own.some((index) => mentions[index].form !== 'pronoun');
  return isNamed ? name : members.map((member) => entities[member].name).join(' and ');
}

/** An actor for each entity, and one for each state however it is called. */
function castOf(
  document: Document,
  found: readonly (readonly Found[])[],
  meanings: readonly (Known | undefined)[],
): Cast {
  const drafts = new Map<string, Draft>();
  const countries = countriesIn(found);
  const keyOfMention: string[] = [];
  for (const entity of document.entities) {
    const states = entity.mentions.map((index) => {
      const mention = document.mentions[index];
      return stateOf(document.sentences[mention.sentence], mention, meanings[index]);
    });
    const own = `entity ${entity.id}`;
    // "it" and "the country" are the state that the names of the entity mean.
    const itself = states.find((state) => state !== null) ?? null;
    for (const [position, index] of entity.mentions.entries()) {
      const mention = document.mentions[index];
      const state = mention.form === 'name' ? states[position] : itself;
      const key = state ? `state ${state.country}` : own;
      let draft = drafts.get(key);
      if (!draft) {
        const blank = {
          country: null,
          around: null,
          sector: null,
          office: null,
          title: null,
          body: null,
          settled: false,
          mentions: [],
        };
        draft = state
          ? { ...blank, name: state.name, kind: 'state', country: state.country, sector: 'GOV' }
          : { ...blank, name: nameOf(document, entity), kind: entity.kind };
        drafts.set(key, draft);
      }
      draft.mentions.push(index);
      keyOfMention[index] = key;
      if (!state) fillIn(draft, document, mention, meanings[index], found[mention.sentence], countries);
    }
  }
  return { drafts, keyOfMention, together: new Map() };
}

/** The actors of a document: an entity each, a state once however it is called. */
export function actorsOf(document: Document, codebook: Codebook): Actors {
  const known = gazetteer(codebook);
  const phrases = foundIn(document, known, usesOf(document, codebook));
  const parts = partsMeant(phrases, codebook);
  const found = parts.size === 0 ? phrases : phrases.map((each) => each.map((one) => meant(one, parts)));
  const meanings = document.mentions.map((mention) => {
    const named = meaningOf(document, known, mention);
    return named && meant(named, parts);
  });
  const cast = castOf(document, found, meanings);
  nameByOthers(document, cast, codebook);
  splitNations(document, cast, found);
  for (const draft of cast.drafts.values()) if (draft.kind === 'person') recognise(document, draft, codebook);
  for (const draft of cast.drafts.values()) if (!draft.settled) draft.country ??= draft.around;
  inherit(document, cast, codebook);
  tellMembers(document, cast);
  mergeMembers(document, cast, codebook);
  mergeMilitants(document, cast, found, codebook);
  const told = new Map([...cast.drafts].map(([key, { country }]) => [key, country]));
  giveHomes(document, cast.drafts.values(), settingOf(document, cast, meanings), meanings, found, codebook);
  mergeGovernments(document, cast, codebook);
  joinPairs(document, cast);
  const ordered = [...cast.drafts]
    .map(([key, draft]) => ({ key, draft, first: Math.min(...draft.mentions) }))
    .sort((a, b) => a.first - b.first);
  const ids = new Map(ordered.map(({ key }, index) => [key, `a${index + 1}`]));
  const actors = ordered.map(({ key, draft }) => ({
    id: ids.get(key)!,
    name: draft.name,
    kind: draft.kind,
    country: draft.country,
    sector: draft.sector ?? 'UNK',
    office: draft.office,
    mentions: draft.mentions.map((index) => document.mentions[index].span).sort((a, b) => a[0] - b[0]),
  }));
  const idOf = new Map(ordered.map(({ key, draft }) => [draft, ids.get(key)!]));
  const bodies = new Map(ordered.map(({ draft }) => [idOf.get(draft)!, draft.body && (idOf.get(draft.body) ?? null)]));
  const toldOf = new Map(ordered.map(({ key }) => [ids.get(key)!, told.get(key) ?? null]));
  return {
    actors,
    bodyOf: (actor) => bodies.get(actor) ?? null,
    toldCountry: (actor) => toldOf.get(actor) ?? null,
    ...lookUps(
      document,
      cast.keyOfMention.map((own, mention) =>
        (cast.together.get(mention) ?? [own]).flatMap((key) => ids.get(key) ?? []),
      ),
    ),
  };
}

/** Who is meant where, by the ids of those whom each mention means. */
function lookUps(document: Document, idsOf: readonly (readonly string[])[]): Pick<Actors, 'ofMention' | 'at'> {
  const bySentence: number[][] = document.sentences.map(() => []);
  for (const [index, mention] of document.mentions.entries()) bySentence[mention.sentence].push(index);
  const closestAround = (sentence: number, token: number): number => {
    let best = -1;
    let size = Number.POSITIVE_INFINITY;
    for (const index of bySentence[sentence]) {
      const [start, end] = document.mentions[index].tokens;
      if (token < start || token >= end || end - start >= size) continue;
      best = index;
      size = end - start;
    }
    return best;
  };
  return {
    ofMention: (mention) => {
      // "the two presidents" are both of them.
      const { members } = document.entities[document.mentions[mention].entity];
      return members.length === 0
        ? idsOf[mention]
        : members.flatMap((member) => idsOf[document.entities[member].mentions[0]]);
    },
    at: (sentence, token) => {
      const own = document.mentionAt[sentence][token];
      return idsOf[own < 0 ? closestAround(sentence, token) : own]?.[0] ?? null;
    },
  };
}
