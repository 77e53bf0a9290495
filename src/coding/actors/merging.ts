import type { Codebook } from '../../codebook/codebook.ts';
import { memo } from '../../codebook/codebook.ts';
import type { Document, Mention, Sentence } from '../../language/document.ts';
import { keyAt, ownersOf } from './belonging.ts';
import type { Cast, Draft } from './draft.ts';

const words = memo((codebook) => {
  const named = (name: string) => new Set(codebook.classes.find((each) => each.name === name)?.words);
  const demonyms = new Set(codebook.countries.flatMap((country) => country.demonyms.map((word) => word.toLowerCase())));
  const names = new Map(codebook.countries.map(({ code, name }) => [code, name]));
  return {
    members: named('MEMBER'),
    governments: named('GOVERNMENT'),
    foreign: named('FROM_ELSEWHERE'),
    demonyms,
    names,
  };
});

function absorb({ drafts, keyOfMention, together }: Cast, key: string, into: string): void {
  for (const index of drafts.get(key)!.mentions) {
    drafts.get(into)!.mentions.push(index);
    if (keyOfMention[index] === key) keyOfMention[index] = into;
    const keys = together.get(index);
    if (keys) together.set(index, [...new Set(keys.map((each) => (each === key ? into : each)))]);
  }
  drafts.delete(key);
}

/** The nouns that an actor is called by; none where it has a name of its own. */
function nounsOf(document: Document, draft: Draft): Mention[] {
  const mentions = draft.mentions.map((index) => document.mentions[index]);
  return mentions.some(({ form }) => form === 'name') ? [] : mentions.filter(({ form }) => form === 'nominal');
}

const lemmaOf = (sentence: Sentence, index: number) => sentence.tokens[index].lowerLemma;

/** Words before a noun that are neither names nor such as count or point. */
function narrowing(sentence: Sentence, { tokens: [start], head }: Mention): string[] {
  return sentence.tokens
    .slice(start, head)
    .filter(({ upos }) => upos === 'ADJ' || upos === 'NOUN' || upos === 'VERB' || upos === 'ADV')
    .map(({ lowerLemma }) => lowerLemma);
}

/** "The Trump administration", "the regime": the government of a state is that state. */
export function mergeGovernments(document: Document, cast: Cast, codebook: Codebook): void {
  const { governments, demonyms, names } = words(codebook);
  for (const [key, draft] of [...cast.drafts]) {
    const nouns = nounsOf(document, draft);
    const isGovernment =
      draft.country !== null &&
      nouns.length > 0 &&
      nouns.every((mention) => {
        const sentence = document.sentences[mention.sentence];
        return (
          governments.has(lemmaOf(sentence, mention.head)) &&
          narrowing(sentence, mention).every((word) => demonyms.has(word))
        );
      });
    if (!isGovernment) continue;
    const state = `state ${draft.country}`;
    if (cast.drafts.has(state)) absorb(cast, key, state);
    else Object.assign(draft, { kind: 'state', sector: 'GOV', name: names.get(draft.country!) ?? draft.name });
  }
}

/** "Isis fighters", "members of the front": who belongs to a body and is not said to be of some country acts as that body. */
export function mergeMembers(document: Document, cast: Cast, codebook: Codebook): void {
  const { members, foreign } = words(codebook);
  for (const [key, draft] of [...cast.drafts]) {
    if (draft.kind !== 'people' && draft.kind !== 'organisation') continue;
    const [first] = nounsOf(document, draft);
    if (!first) continue;
    const sentence = document.sentences[first.sentence];
    if (!members.has(lemmaOf(sentence, first.head))) continue;
    if (
      sentence.tokens.slice(...first.tokens).some(({ upos, lowerLemma }) => upos !== 'PROPN' && foreign.has(lowerLemma))
    )
      continue;
    const body = ownersOf(sentence, first)
      .map(({ index }) => keyAt(document, cast, first.sentence, index))
      .find((owner) => owner !== null && cast.drafts.get(owner)?.kind === 'organisation');
    if (!body || body === key) continue;
    const { country } = cast.drafts.get(body)!;
    if (draft.country === null || draft.country === country) absorb(cast, key, body);
  }
}
