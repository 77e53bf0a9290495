import type { Codebook } from '../../codebook/codebook.ts';
import { memo } from '../../codebook/codebook.ts';
import type { Document, Mention, Sentence, Token } from '../../language/document.ts';
import { headOf } from '../../language/tree.ts';
import { firstChild } from '../tree.ts';
import { keyAt, ownersOf } from './belonging.ts';
import type { Cast, Draft } from './draft.ts';
import { type Found, SPEAKING } from './gazetteer.ts';

const words = memo((codebook) => {
  const named = (name: string) => new Set(codebook.classes.find((each) => each.name === name)?.words);
  const demonyms = new Set(codebook.countries.flatMap((country) => country.demonyms.map((word) => word.toLowerCase())));
  const names = new Map(codebook.countries.map(({ code, name }) => [code, name]));
  return {
    members: named('MEMBER'),
    governments: named('GOVERNMENT'),
    foreign: named('FROM_ELSEWHERE'),
    taken: named('TAKEN'),
    justice: named('JUSTICE'),
    unnamed: named('UNNAMED_MILITANT'),
    fighters: named('MILITANT'),
    militant: new Set(codebook.organisations.filter(({ militant }) => militant).map(({ name }) => name)),
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

/**
 * "Isis fighters", "members of the front": who belongs to a body acts as it. Those of some country or from elsewhere, and
 * those whom somebody holds, tries or takes home, are people of their own.
 */
export function mergeMembers(document: Document, cast: Cast, codebook: Codebook): void {
  const { members } = words(codebook);
  for (const [key, draft] of [...cast.drafts]) {
    if (draft.kind !== 'people' && draft.kind !== 'organisation') continue;
    const nouns = nounsOf(document, draft);
    const [first] = nouns;
    if (!first) continue;
    const sentence = document.sentences[first.sentence];
    if (!members.has(lemmaOf(sentence, first.head))) continue;
    const owner = ownersOf(sentence, first).find(
      ({ index }) => cast.drafts.get(keyAt(document, cast, first.sentence, index) ?? '')?.kind === 'organisation',
    );
    const body = owner ? keyAt(document, cast, first.sentence, owner.index) : null;
    if (!owner || !body || body === key || isApart(sentence, first, owner, codebook)) continue;
    if (nouns.some((mention) => isInHand(document.sentences[mention.sentence], mention.head, codebook))) continue;
    const { country } = cast.drafts.get(body)!;
    if (draft.country === null || draft.country === country) absorb(cast, key, body);
  }
}

/** Whether words beside the name of its body tell a noun apart: "foreign fighters", "suspected members". */
function isApart(sentence: Sentence, { tokens: [start, end] }: Mention, owner: Token, codebook: Codebook): boolean {
  const { foreign, taken } = words(codebook);
  return sentence.tokens.slice(start, end).some((token) => {
    if (token === owner || token.head === owner.index || token.upos === 'PROPN') return false;
    return foreign.has(token.lowerLemma) || taken.has(token.lowerForm);
  });
}

const LINKS = new Set(['nmod', 'conj', 'nummod', 'obl']);

/** Whether somebody is held, tried, let go or taken home by what governs a noun: "repatriate 800 fighters", "the trial of two members". */
function isInHand(sentence: Sentence, head: number, codebook: Codebook): boolean {
  const { justice } = words(codebook);
  let token = sentence.tokens[head];
  for (let steps = 0; steps < 3 && token.head >= 0; steps++) {
    const governor = sentence.tokens[token.head];
    const isObject = token.relation === 'obj' || token.deprel === 'nsubj:pass';
    if (justice.has(governor.lowerLemma)) return isObject || governor.upos === 'NOUN';
    if (!LINKS.has(token.relation)) return false;
    token = governor;
  }
  return false;
}

/** How often a report must name a militant group for its militants to be those without a name, and how much more than another. */
const SPOKEN_OF = 3;
const FOREMOST = 2;

/** The militant group that a report is about, where there is only one. */
function foremostGroup({ drafts }: Cast, militant: ReadonlySet<string>): string | null {
  const groups = [...drafts]
    .filter(([, { kind, name, settled }]) => settled && kind === 'organisation' && militant.has(name))
    .sort(([, a], [, b]) => b.mentions.length - a.mentions.length);
  const [first, second] = groups.map(([, { mentions }]) => mentions.length);
  return first >= SPOKEN_OF && first >= FOREMOST * (second ?? 0) ? groups[0][0] : null;
}

/** A place that a noun is said to be at, or to come from. */
function isPlaceAfter(sentence: Sentence, head: number, { start, end, type }: Found): boolean {
  const place = sentence.tokens[headOf(sentence, start, end)];
  return start > head && type !== 'organisation' && firstChild(sentence, place.index, 'case')?.lowerForm !== 'of';
}

/** "Militants", "a suicide bomber" that no word tells apart are of the one militant group that a report is about. */
export function mergeMilitants(
  document: Document,
  cast: Cast,
  found: readonly (readonly Found[])[],
  codebook: Codebook,
) {
  const { unnamed, fighters, militant } = words(codebook);
  const group = foremostGroup(cast, militant);
  if (group === null) return;
  // Where other armed groups are named, "fighters" may be theirs.
  const isAlone = [...cast.drafts].every(
    ([key, { kind, sector, settled }]) => key === group || sector !== 'REB' || kind === 'person' || !settled,
  );
  for (const [key, draft] of [...cast.drafts]) {
    if (key === group || draft.settled) continue;
    const nouns = nounsOf(document, draft);
    const isOfGroup = nouns.every(({ sentence: at, head, tokens: [start, end] }) => {
      const sentence = document.sentences[at];
      // Where they are says nothing of whose they are: "the militants in Juba".
      const isTold = found[at].some(
        (each) =>
          each.start >= start && each.end <= end && !SPEAKING.has(each.type) && !isPlaceAfter(sentence, head, each),
      );
      const noun = lemmaOf(sentence, head);
      const owner = firstChild(sentence, head, 'nmod:poss');
      const isOwned = owner !== undefined && (keyAt(document, cast, at, owner.index) ?? group) !== group;
      return (unnamed.has(noun) || (isAlone && fighters.has(noun))) && !isTold && !isOwned;
    });
    if (nouns.length > 0 && isOfGroup) absorb(cast, key, group);
  }
}
