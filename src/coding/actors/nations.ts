import type { Document, Sentence, Token } from '../../language/document.ts';
import { headOf } from '../../language/tree.ts';
import { children } from '../tree.ts';
import type { Cast } from './draft.ts';
import type { Found } from './gazetteer.ts';

/** Adjectives and names of states before a noun, those joined to them with "and" included, by country. */
function nationsOf(sentence: Sentence, head: Token, known: readonly Found[]): Map<string, Found> {
  const nations = new Map<string, Found>();
  for (const found of known) {
    if (found.country === null || (found.type !== 'demonym' && found.type !== 'state') || found.end > head.index)
      continue;
    let top = sentence.tokens[headOf(sentence, found.start, found.end)];
    while (top.relation === 'conj' && top.head >= 0) top = sentence.tokens[top.head];
    const before = top.relation === 'amod' || top.relation === 'compound';
    if (before && top.head === head.index && !nations.has(found.country)) nations.set(found.country, found);
  }
  return nations;
}

/** "Turkish and Syrian forces" are two actors: a draft for each country; `found` is what each sentence has of the codebook. */
export function splitNations(document: Document, cast: Cast, found: readonly (readonly Found[])[]): void {
  for (const [key, draft] of [...cast.drafts]) {
    if (draft.kind !== 'people' && draft.kind !== 'organisation') continue;
    for (const index of draft.mentions) {
      const { sentence: at, head: position, form } = document.mentions[index];
      if (form !== 'nominal') continue;
      const sentence = document.sentences[at];
      const head = sentence.tokens[position];
      const nations = nationsOf(sentence, head, found[at]);
      if (nations.size < 2) continue;
      const keys: string[] = [];
      for (const [country, { start, end }] of nations) {
        const nation = document.text.slice(sentence.tokens[start].span[0], sentence.tokens[end - 1].span[1]);
        keys.push(`${key} ${country}`);
        cast.drafts.set(keys.at(-1)!, {
          ...draft,
          name: `${nation} ${head.form}`,
          country,
          mentions: [...draft.mentions],
        });
      }
      for (const mention of draft.mentions) {
        cast.keyOfMention[mention] = keys[0];
        cast.together.set(mention, keys);
      }
      cast.drafts.delete(key);
      break;
    }
  }
}

/** "The two states’ armies", "both sides’ negotiators": who belongs to several spoken of together is all of them. */
export function joinPairs(document: Document, { keyOfMention, together }: Cast): void {
  for (const [index, { sentence, head, form }] of document.mentions.entries()) {
    if (form !== 'nominal') continue;
    for (const owner of children(document.sentences[sentence], head, 'nmod:poss')) {
      const owning = document.mentionAt[sentence][owner.index];
      if (owning < 0) continue;
      const { members } = document.entities[document.mentions[owning].entity];
      const keys = members.map((member) => keyOfMention[document.entities[member].mentions[0]]);
      if (keys.length > 0) together.set(index, [...new Set(keys)]);
    }
  }
}

/** What a noun for several tells of each: "two British men, Ana Li and Omar Haddad". */
export function tellMembers({ entities }: Document, { drafts, keyOfMention }: Cast): void {
  const draftOf = (entity: number) => drafts.get(keyOfMention[entities[entity].mentions[0]]);
  for (const { id, members } of entities) {
    const group = members.length > 0 ? draftOf(id) : undefined;
    if (group?.kind !== 'people') continue;
    for (const member of members) {
      const draft = draftOf(member);
      if (draft?.kind !== 'person') continue;
      draft.country ??= group.country;
      draft.sector ??= group.sector;
    }
  }
}
