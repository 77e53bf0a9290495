import type { Codebook } from '../../codebook/codebook.ts';
import type { Document, Entity, Mention, Sentence } from '../../language/document.ts';
import type { Actor, ActorKind, Sector } from '../reading.ts';
import { children, relation } from '../tree.ts';
import { type Description, describe } from './describe.ts';
import { type Found, findKnown, gazetteer, type Known, lookUp } from './gazetteer.ts';

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
const LOCAL = new Set([
  'in',
  'at',
  'near',
  'from',
  'to',
  'outside',
  'around',
  'inside',
  'into',
  'through',
  'across',
  'on',
  'of',
  'over',
  'toward',
  'towards',
  'within',
  'throughout',
]);

/** A capital stands for its government where it does something or is dealt with, not where things happen in it. */
function actsAsState(sentence: Sentence, mention: Mention): boolean {
  const head = sentence.tokens[mention.head];
  const cases = children(sentence, head.index, 'case').map((token) => token.lemma.toLowerCase());
  if (cases.some((word) => LOCAL.has(word))) return false;
  return ['nsubj', 'obj', 'iobj', 'nmod', 'obl', 'conj'].includes(relation(head));
}

function draftOf(entity: Entity): Draft {
  return { name: entity.name, kind: entity.kind, country: null, sector: null, office: null, mentions: [] };
}

/** What the text says comes first; the codebook fills in what it leaves open. */
function complete(draft: Draft, description: Description): void {
  draft.country ??= description.country;
  draft.sector ??= description.sector;
  draft.office ??= description.office;
}

function fromCodebook(draft: Draft, known: Known): void {
  if (known.type === 'organisation') draft.kind = 'organisation';
  draft.country ??= known.country;
  draft.sector ??= known.sector;
}

/** The name of a mention that is one, else null. */
function nameOf(document: Document, mention: Mention): string | null {
  if (mention.form !== 'name' || mention.name === null) return null;
  return document.text.slice(...mention.name).replace(/['’]s?$/, '');
}

/** The actors of a document: an entity each, a state once however it is called. */
export function actorsOf(document: Document, codebook: Codebook): Actors {
  const known = gazetteer(codebook);
  const inSentence: Found[][] = document.sentences.map((sentence) => findKnown(known, document.text, sentence));
  const drafts = new Map<string, Draft>();
  const keyOfMention: string[] = [];
  for (const entity of document.entities) {
    for (const index of entity.mentions) {
      const mention = document.mentions[index];
      const sentence = document.sentences[mention.sentence];
      const name = nameOf(document, mention);
      const meant = name === null ? undefined : lookUp(known, name);
      const isState =
        meant !== undefined &&
        meant.country !== null &&
        (meant.type === 'state' ||
          meant.type === 'seat' ||
          (meant.type === 'capital' && actsAsState(sentence, mention)));
      const key = isState ? `state ${meant.country}` : `entity ${entity.id}`;
      let draft = drafts.get(key);
      if (!draft) {
        draft = isState
          ? { name: meant.name, kind: 'state', country: meant.country, sector: 'GOV', office: null, mentions: [] }
          : draftOf(entity);
        drafts.set(key, draft);
      }
      draft.mentions.push(index);
      keyOfMention[index] = key;
      if (isState) continue;
      if (mention.form !== 'pronoun')
        complete(draft, describe(document.text, sentence, sentence.tokens[mention.head], inSentence[mention.sentence]));
      if (
        meant &&
        (meant.type === 'organisation' || meant.type === 'people' || meant.type === 'place' || meant.type === 'capital')
      )
        fromCodebook(draft, meant.type === 'place' || meant.type === 'capital' ? { ...meant, sector: null } : meant);
    }
  }
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
  const bySentence = new Map<number, number[]>();
  for (const [index, mention] of document.mentions.entries())
    bySentence.set(mention.sentence, [...(bySentence.get(mention.sentence) ?? []), index]);
  return {
    ofMention: (mention) => {
      const id = idOf(mention);
      return id === null ? [] : [id];
    },
    at: (sentence, token) => {
      let best = -1;
      let size = Number.POSITIVE_INFINITY;
      for (const index of bySentence.get(sentence) ?? []) {
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
