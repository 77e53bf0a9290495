import type { Codebook } from '../../codebook/codebook.ts';
import type { Document, Mention, Sentence } from '../../language/document.ts';
import type { Actor, ActorKind, Sector } from '../reading.ts';
import { children, relation } from '../tree.ts';
import { describe, topOf } from './describe.ts';
import { type Found, findKnown, type Gazetteer, gazetteer, type Known, lookUp } from './gazetteer.ts';
import { countryOfPerson } from './persons.ts';

/** The actors of a text, and who is meant where. */
export interface Actors {
  readonly actors: readonly Actor[];
  /** Ids of the actors that a mention (position in `Document.mentions`) refers to. */
  ofMention(mention: number): readonly string[];
  /** Id of the actor whose mention has this token for its head, or else covers it most closely; null where there is none. */
  at(sentence: number, token: number): string | null;
}

interface Draft {
  name: string;
  kind: ActorKind;
  country: string | null;
  sector: Sector | null;
  office: string | null;
  readonly mentions: number[];
}

/** Prepositions with which a capital's name is a place: "in Damascus". */
const LOCAL = new Set(
  'in at near from to outside around inside into through across on of over toward towards within throughout'.split(' '),
);

/** A capital stands for its government where it does something or is dealt with, not where things happen in it. */
function actsAsState(sentence: Sentence, mention: Mention): boolean {
  const head = sentence.tokens[mention.head];
  const cases = children(sentence, head.index, 'case').map((token) => token.lowerLemma);
  if (cases.some((word) => LOCAL.has(word))) return false;
  return ['nsubj', 'obj', 'iobj', 'nmod', 'obl', 'conj'].includes(relation(head));
}

/** What the codebook means by a mention's name; undefined where it has none or does not know it. */
function meaningOf(document: Document, known: Gazetteer, mention: Mention): Known | undefined {
  if (mention.form !== 'name' || mention.name === null) return undefined;
  return lookUp(known, document.text.slice(...mention.name).replace(/['’]s?$/, ''));
}

function stateOf(sentence: Sentence, mention: Mention, meant: Known | undefined): Known | null {
  if (!meant || meant.country === null) return null;
  if (['state', 'seat', 'demonym'].includes(meant.type)) return meant;
  return meant.type === 'capital' && actsAsState(sentence, mention) ? meant : null;
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
function fillIn(draft: Draft, document: Document, mention: Mention, meant: Known | undefined, known: readonly Found[]) {
  const sentence = document.sentences[mention.sentence];
  if (meant && (meant.type === 'organisation' || meant.type === 'people')) {
    draft.kind = meant.type === 'organisation' ? 'organisation' : 'people';
    // Every report calls it by the same name, whichever of its names it uses.
    if (meant.type === 'organisation') draft.name = meant.name;
    draft.name = meant.name;
    draft.country = meant.country;
    draft.sector = meant.sector;
    return;
  }
  if (meant && (meant.type === 'place' || meant.type === 'capital')) draft.country ??= meant.country;
  if (draft.kind === 'place' || mention.form === 'pronoun') return;
  const description = describe(document.text, sentence, sentence.tokens[mention.head], known);
  draft.country ??= description.country;
  draft.sector ??= description.sector;
  if (draft.kind === 'person' || draft.kind === 'people') draft.office ??= description.office;
  if (draft.kind !== 'person') return;
  const government = governs(sentence, mention, known);
  draft.sector ??= government?.sector ?? null;
  draft.country ??= government?.country ?? null;
}

/** "Erdoğan's spokesman", "his counterpart", "the Obama adviser": what is left open is as it is of whom they belong to. */
function inherit(document: Document, drafts: ReadonlyMap<string, Draft>, keyOfMention: readonly string[]): void {
  const keyAt = new Map<string, string>();
  for (const [index, mention] of document.mentions.entries())
    keyAt.set(`${mention.sentence} ${mention.head}`, keyOfMention[index]);
  for (const draft of drafts.values()) {
    if (draft.country !== null || draft.kind === 'place' || draft.kind === 'other') continue;
    for (const index of draft.mentions) {
      const mention = document.mentions[index];
      const sentence = document.sentences[mention.sentence];
      const top = topOf(sentence, sentence.tokens[mention.head]);
      for (const owner of children(sentence, top.index, 'nmod:poss', 'compound')) {
        const owning = drafts.get(keyAt.get(`${mention.sentence} ${owner.index}`) ?? '');
        if (!owning || owning === draft || owning.kind === 'place') continue;
        draft.country ??= owning.country;
        if (owning.kind === 'organisation' || owning.kind === 'state') draft.sector ??= owning.sector;
      }
    }
  }
}

/** The actors of a document: an entity each, a state once however it is called. */
export function actorsOf(document: Document, codebook: Codebook): Actors {
  const known = gazetteer(codebook);
  const inSentence = document.sentences.map((sentence) => findKnown(known, document.text, sentence));
  const drafts = new Map<string, Draft>();
  const keyOfMention: string[] = [];
  for (const entity of document.entities) {
    const meanings = entity.mentions.map((index) => meaningOf(document, known, document.mentions[index]));
    const states = entity.mentions.map((index, position) => {
      const mention = document.mentions[index];
      return stateOf(document.sentences[mention.sentence], mention, meanings[position]);
    });
    // "it" and "the country" are the state that the names of the entity mean.
    const itself = states.find((state) => state !== null) ?? null;
    for (const [position, index] of entity.mentions.entries()) {
      const mention = document.mentions[index];
      const state = mention.form === 'name' ? states[position] : itself;
      const key = state ? `state ${state.country}` : `entity ${entity.id}`;
      let draft = drafts.get(key);
      if (!draft) {
        draft = state
          ? { name: state.name, kind: 'state', country: state.country, sector: 'GOV', office: null, mentions: [] }
          : { name: entity.name, kind: entity.kind, country: null, sector: null, office: null, mentions: [] };
        drafts.set(key, draft);
      }
      draft.mentions.push(index);
      keyOfMention[index] = key;
      if (!state) fillIn(draft, document, mention, meanings[position], inSentence[mention.sentence]);
    }
  }
  for (const draft of drafts.values())
    if (draft.kind === 'person') draft.country ??= countryOfPerson(draft.name, codebook);
  inherit(document, drafts, keyOfMention);
  const ordered = [...drafts].sort(([, a], [, b]) => Math.min(...a.mentions) - Math.min(...b.mentions));
  const ids = new Map(ordered.map(([key], index) => [key, `a${index + 1}`]));
  const actors = ordered.map(([key, draft]) => ({
    id: ids.get(key)!,
    name: draft.name,
    kind: draft.kind,
    country: draft.country,
    sector: draft.sector ?? 'UNK',
    office: draft.office,
    mentions: draft.mentions.map((index) => document.mentions[index].span).sort((a, b) => a[0] - b[0]),
  }));
  return { actors, ...lookUps(document, (index) => ids.get(keyOfMention[index]) ?? null) };
}

function lookUps(document: Document, idOf: (mention: number) => string | null): Pick<Actors, 'ofMention' | 'at'> {
  const bySentence: number[][] = document.sentences.map(() => []);
  for (const [index, mention] of document.mentions.entries()) bySentence[mention.sentence].push(index);
  return {
    ofMention: (mention) => {
      // "the two presidents" are both of them.
      const { members } = document.entities[document.mentions[mention].entity];
      const meant = members.length > 0 ? members.map((member) => document.entities[member].mentions[0]) : [mention];
      return meant.flatMap((each) => idOf(each) ?? []);
    },
    at: (sentence, token) => {
      let best = -1;
      let size = Number.POSITIVE_INFINITY;
      for (const index of bySentence[sentence]) {
        const { head, tokens } = document.mentions[index];
        if (head === token) return idOf(index);
        if (token < tokens[0] || token >= tokens[1] || tokens[1] - tokens[0] >= size) continue;
        best = index;
        size = tokens[1] - tokens[0];
      }
      return best < 0 ? null : idOf(best);
    },
  };
}
