import type { Sentence } from '../document.ts';
import { childrenOf, relation } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Gazetteer } from './gazetteer.ts';
import { pairOf } from './groups.ts';
import type { Referent } from './record.ts';

/** What has been spoken of, nearest last. */
export type Spoken = { readonly draft: Draft; readonly referent: Referent }[];

/** What has been spoken of in the last `reach` sentences, nearest first. */
export function* recent(spoken: Spoken, sentence: Sentence, reach: number): Generator<Spoken[number]> {
  for (let index = spoken.length - 1; index >= 0; index--) {
    if (sentence.index - spoken[index].draft.sentence.index > reach) return;
    yield spoken[index];
  }
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both']);

/** Nouns for a body by what they can stand for, as the codebook's sectors have it. */
const BODIES: Readonly<Record<string, readonly string[]>> = {
  group: ['REB', 'NGO', 'PTY', 'OPP', 'CRM', 'CVL', 'IGO'],
  organisation: ['REB', 'NGO', 'IGO', 'OPP', 'PTY'],
  organization: ['REB', 'NGO', 'IGO', 'OPP', 'PTY'],
  movement: ['REB', 'PTY', 'OPP', 'CVL'],
  militia: ['REB'],
  faction: ['REB', 'PTY', 'OPP'],
  party: ['PTY', 'OPP', 'REB'],
  alliance: ['REB', 'IGO', 'OPP', 'MIL'],
  coalition: ['OPP', 'MIL', 'PTY'],
  bloc: ['IGO'],
  body: ['IGO', 'NGO'],
  watchdog: ['IGO', 'NGO'],
  charity: ['NGO'],
  agency: ['MED', 'INT', 'IGO', 'NGO', 'GOV', 'COP'],
  newspaper: ['MED'],
  broadcaster: ['MED'],
  network: ['MED', 'REB', 'CRM'],
  channel: ['MED'],
  company: ['BUS'],
  firm: ['BUS'],
  thinktank: ['NGO'],
  council: ['IGO', 'GOV'],
  cartel: ['CRM'],
  gang: ['CRM'],
  monitor: ['NGO'],
  union: ['IGO', 'NGO'],
};
const STATES = new Set(['country', 'nation', 'state', 'kingdom', 'republic', 'emirate']);
const PLACES: Readonly<Record<string, readonly string[]>> = {
  city: ['city', 'capital'],
  town: ['city'],
  village: ['city'],
  camp: ['city'],
  province: ['region'],
  region: ['region'],
  enclave: ['region', 'city'],
  territory: ['region'],
  district: ['region', 'city'],
  peninsula: ['region'],
  island: ['region'],
};

/** How many sentences back a noun may reach for what it means. */
const REACH = 5;

/** Whom a noun phrase means of those spoken of, or null: a new one. */
export function resolveNominal(draft: Draft, spoken: Spoken, named: Spoken, gazetteer: Gazetteer): Referent | null {
  const { sentence, head } = draft;
  const beside = apposition(draft, [...recent(spoken, sentence, 0), ...named]);
  if (beside) return beside;
  const bearer = bearerOf(draft, spoken);
  if (bearer) return bearer;
  const possessed = childrenOf(sentence, head, 'nmod:poss').length > 0;
  const definite = childrenOf(sentence, head, 'det').some(({ lowerLemma }) => DEFINITE.has(lowerLemma));
  const noun = head.lowerLemma;
  const modifiers = modifiersOf(draft);
  if (definite && !possessed && beyondTitle(modifiers, draft).length === 0 && draft.number === 'singular') {
    // "the terror group": one of that sort only.
    const sort = modifiers.length > 0 ? draft.office?.sector : undefined;
    const known = byKindOfNoun(noun, sort, [...recent(spoken, sentence, REACH)], gazetteer);
    if (known) return known;
  }
  const pair = pairOf(draft, spoken);
  if (pair) return pair;
  if (!definite && draft.number === 'singular' && draft.office?.kind !== 'body') return null;
  if (childrenOf(sentence, head, 'nummod').length > 0 || possessed) return null;
  const same = sameNoun(draft, noun, modifiers, definite, spoken) ?? holderOf(draft, definite, spoken);
  return definite && beyondTitle(modifiers, draft).length === 0 && LEADERS.has(draft.office?.title ?? '')
    ? foremost(same, draft, spoken)
    : same;
}

/** How often one must be spoken of by name or pronoun to be the leader that a text means without saying so. */
const KNOWN_TO_READERS = 3;

/**
 * "The president", "the US president" of a text that is about somebody without a title: its readers know who leads them.
 * Another who is called so now and then is a former or a foreign one.
 */
function foremost(same: Referent | null, draft: Draft, spoken: Spoken): Referent | null {
  const { countries } = draft;
  const count = (referent: Referent | null) => referent?.mentions.filter(({ form }) => form !== 'nominal').length ?? 0;
  let best = same;
  for (const { referent } of countries.length > 0 ? spoken : recent(spoken, draft.sentence, 2)) {
    const { kind, titles, mentions, person } = referent;
    if (kind !== 'person' || titles.size > 0 || !mentions.some(({ name }) => name)) continue;
    const own = person && countries.includes(person.country);
    const least = own ? KNOWN_TO_READERS : 4;
    if ((countries.length === 0 || own) && count(referent) >= Math.max(least, 2 * count(best))) best = referent;
  }
  return best;
}

/** "the Islamic State group", "the Hurriyet newspaper": the body whose name stands before the noun for its kind. */
function bearerOf({ sentence, head }: Draft, spoken: Spoken): Referent | null {
  if (!BODIES[head.lowerLemma] || head.xpos === 'NNS') return null;
  for (const { draft, referent } of recent(spoken, sentence, 0))
    if (isModifier(draft) && draft.head.head === head.index && draft.name && referent.known?.kind === 'organisation')
      return referent;
  return null;
}

/** "the Turkish president" for one who is called so, or leads a body, of that country before. */
function holderOf(draft: Draft, definite: boolean, spoken: Spoken): Referent | null {
  const { office, countries, number } = draft;
  if (!definite || number === 'plural' || !office || office.kind !== 'office' || countries.length === 0) return null;
  const isLeader = office.title === 'ruler';
  return first(spoken.toReversed(), ({ referent }) => {
    const { kind, titles, countries: own } = referent;
    if (kind !== 'person' || !countries.every((country) => own.has(country))) return false;
    return titles.has(office.title) || (isLeader && [...titles].some((title) => LEADERS.has(title)));
  });
}

const LEADERS = new Set(['president', 'prime minister', 'chancellor', 'king', 'supreme leader', 'ruler', 'dictator']);

/** "X, the foreign minister", "the foreign minister, X" and "the newspaper X": one mention beside another. */
function apposition(draft: Draft, beside: Spoken): Referent | null {
  for (const { draft: other, referent } of beside) {
    const joined =
      (relation(draft.head) === 'appos' && draft.head.head === other.head.index) ||
      (relation(other.head) === 'appos' && other.head.head === draft.head.index) ||
      isBeside(draft, other);
    if (joined && agree(draft, referent)) return referent;
  }
  return null;
}

const HOLDERS = new Set(['the', 'his', 'her', 'their', 'its']);

/** What stands between two commas, or right before a name, whatever the tree makes of it. */
function isBeside(draft: Draft, other: Draft): boolean {
  const { name } = other;
  if (!name || !draft.office) return false;
  const { tokens } = draft.sentence;
  const [start, end] = draft.tokens;
  if (end === name.start) return draft.head.index === end - 1;
  // "the envoy to the Middle East Ana Li", not "the envoy of Ana Li".
  if (end === name.end && name.start > draft.head.index + 1 && !name.known)
    return tokens[name.start - 1].upos === 'PROPN';
  const closes = (at: number) => /^(?:[,.;)–—]|)$/.test(tokens[at]?.form ?? '');
  const opensWith = tokens[start].lowerForm;
  if (start === name.end + 1 && tokens[name.end].form === ',')
    return ['the', 'a', 'an'].includes(opensWith) && closes(end) && name.end === other.tokens[1];
  return end + 1 === name.start && tokens[end].form === ',' && HOLDERS.has(opensWith) && closes(name.end);
}

/** A list in apposition, or a place after its town's name, is no second name of the first. */
function agree(draft: Draft, { kind, number }: Referent): boolean {
  if (kind === 'place' || draft.number !== number) return false;
  return draft.kind === null || kind === null || draft.kind === kind || kind === 'other';
}

/** What narrows a noun. */
function modifiersOf({ sentence, head, name }: Draft): string[] {
  return head.children
    .filter((child) => !name || child < name.start || child >= name.end)
    .map((child) => sentence.tokens[child])
    .filter((token) => ['amod', 'compound', 'nmod', 'acl'].includes(relation(token)) && token.deprel !== 'nmod:poss')
    .map((token) => token.lowerLemma);
}

/** What narrows it beyond the words of its title: nothing in "the prime minister". */
function beyondTitle(modifiers: readonly string[], { office }: Draft): string[] {
  const title = office ? [office.title, ...office.aliases].join(' ').split(' ') : [];
  return modifiers.filter((lemma) => !title.includes(lemma));
}

function byKindOfNoun(noun: string, sort: string | undefined, near: Spoken, gazetteer: Gazetteer): Referent | null {
  const sectors = sort && BODIES[noun] ? [sort] : BODIES[noun];
  if (sectors)
    return first(near, ({ referent: { known, kind, titles } }) => {
      if (kind !== 'organisation') return false;
      return known ? sectors.includes(known.sector ?? '') : titles.has(noun);
    });
  if (STATES.has(noun)) return stateOf(near);
  if (noun === 'capital') return capitalOf(near, gazetteer);
  const kinds = PLACES[noun];
  if (kinds) return first(near, ({ referent: { known } }) => known?.kind === 'place' && kinds.includes(known.role));
  return null;
}

const isModifier = ({ sentence, head }: Draft) =>
  relation(head) === 'compound' || sentence.tokens[head.index + 1]?.form === '-';

/** The country last named, be it by an adjective: "the Syrian leadership … the country". */
function stateOf(near: Spoken): Referent | null {
  for (const { draft, referent } of near) {
    if (referent.known?.role === 'state' && !isModifier(draft)) return referent;
    const [code] = draft.countries;
    const state = code && first(near, ({ referent: { known } }) => known?.role === 'state' && known.country === code);
    if (state) return state;
  }
  return null;
}

/** The capital that the text names, of the country last spoken of. */
function capitalOf(near: Spoken, gazetteer: Gazetteer): Referent | null {
  const capital = first(near, ({ referent }) => referent.known?.role === 'capital');
  const state = first(near, ({ referent }) => referent.known?.role === 'state');
  if (!capital || !state?.known?.country) return capital;
  return gazetteer.countries.get(state.known.country)?.capital === capital.known?.name ? capital : null;
}

function first(spoken: Spoken, holds: (entry: Spoken[number]) => boolean): Referent | null {
  return spoken.find(holds)?.referent ?? null;
}

/** "the minister" for "the foreign minister Ana Li", "the sources" for "official sources": the same noun or title before. */
function sameNoun(
  draft: Draft,
  noun: string,
  modifiers: readonly string[],
  definite: boolean,
  spoken: Spoken,
): Referent | null {
  for (const { draft: earlier, referent } of recent(spoken, draft.sentence, REACH * 3)) {
    if (earlier.form === 'pronoun') continue;
    const title = draft.office?.title;
    const sameTitle = title !== undefined && referent.titles.has(title) && referent.kind === 'person' && definite;
    const same = earlier.form === 'nominal' && earlier.head.lowerLemma === noun && earlier.number === draft.number;
    const shorter =
      definite && title !== undefined && [...referent.titles].some((other) => other.endsWith(` ${title}`));
    if (!same && !sameTitle && !(shorter && referent.number === draft.number)) continue;
    const before = modifiersOf(earlier);
    const wanted = sameTitle ? beyondTitle(modifiers, draft) : modifiers;
    if (wanted.every((word) => before.includes(word)) && (definite || wanted.length === before.length)) return referent;
    if (!definite) continue;
    // Another one of the same kind has come between: nothing is certain.
    if (wanted.length > 0) continue;
    return null;
  }
  return null;
}
