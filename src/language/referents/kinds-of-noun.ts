import { children, relation } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Referent } from './record.ts';
import { first, recent, type Spoken } from './spoken.ts';

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

/** "the Islamic State group", "the Hurriyet newspaper": the body whose name stands before the noun for its kind. */
export function bearerOf({ sentence, head }: Draft, spoken: Spoken): Referent | null {
  if (!BODIES[head.lowerLemma] || head.xpos === 'NNS') return null;
  for (const { draft, referent } of recent(spoken, sentence, 0))
    if (isModifier(draft) && draft.head.head === head.index && draft.name && referent.known?.kind === 'organisation')
      return referent;
  return null;
}

/** The body, state or place last spoken of that a noun for its kind means. */
export function byKindOfNoun(
  draft: Draft,
  sort: string | undefined,
  near: Spoken,
  gazetteer: Gazetteer,
): Referent | null {
  const noun = draft.head.lowerLemma;
  const sectors = sort && BODIES[noun] ? [sort] : BODIES[noun];
  if (sectors)
    return first(near, ({ referent: { known, kind, titles } }) => {
      if (kind !== 'organisation') return false;
      return known ? sectors.includes(known.sector ?? '') : titles.has(noun);
    });
  if (STATES.has(noun)) return stateOf(draft, near);
  if (noun === 'capital') return capitalOf(near, gazetteer);
  const kinds = PLACES[noun];
  if (kinds) return first(near, ({ referent: { known } }) => known?.kind === 'place' && kinds.includes(known.role));
  return null;
}

const isModifier = ({ sentence, head }: Draft) =>
  relation(head) === 'compound' || sentence.tokens[head.index + 1]?.form === '-';

/** Prepositions with which a state is only where something happens. */
const WHERE = new Set(['in', 'into', 'inside', 'across', 'within', 'throughout', 'near']);

/**
 * The country last named, be it by an adjective: "the Syrian leadership … the country". "The country's army" is not of where
 * something happened.
 */
function stateOf({ head }: Draft, near: Spoken): Referent | null {
  const owns = head.deprel === 'nmod:poss';
  for (const { draft, referent } of near) {
    const isPlace =
      owns && children(draft.sentence, draft.head.index, 'case').some(({ lowerLemma }) => WHERE.has(lowerLemma));
    if (referent.known?.role === 'state' && !isModifier(draft) && !isPlace) return referent;
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

/**
 * "The militants", "the fighters": the armed group most spoken of so far, other than one that acts in the same sentence; "the
 * jihadists" are of no group that is none.
 */
export function militantsMeant(draft: Draft, spoken: Spoken, { classes, militants }: Gazetteer): Referent | null {
  const noun = draft.head.lowerLemma;
  if (!classes.get('MILITANT')?.has(noun)) return null;
  const isJihadist = classes.get('JIHADIST')?.has(noun) ?? false;
  const here = new Set(recent(spoken, draft.sentence, 0).map(({ referent }) => referent));
  let best: Referent | null = null;
  for (const { referent } of spoken) {
    const { known, mentions } = referent;
    if (known?.kind !== 'organisation' || known.sector !== 'REB' || here.has(referent)) continue;
    if (isJihadist && !militants.has(known.name)) continue;
    if (mentions.length > (best?.mentions.length ?? 0)) best = referent;
  }
  return best;
}
