import type { Sentence, Token } from '../../language/document.ts';
import { headOf } from '../../language/tree.ts';
import type { Sector } from '../reading.ts';
import { children, relation } from '../tree.ts';
import { type Found, SPEAKING } from './gazetteer.ts';

/** What a noun phrase itself tells about whom it names. */
export interface Description {
  readonly country: string | null;
  /** A country in a phrase that may be about something else: "the newspaper in Dubai". */
  readonly around: string | null;
  readonly sector: Sector | null;
  /** In the text's own words. */
  readonly office: string | null;
  /** The codebook's word for the office. */
  readonly title: string | null;
}

/** How a phrase of the codebook stands to the noun that is described. */
type Nearness = 'itself' | 'before' | 'of' | 'around' | 'led';
const ORDER: readonly Nearness[] = ['itself', 'before', 'of', 'around', 'led'];

const CLAUSES = new Set(['acl', 'conj', 'parataxis', 'advcl', 'cc', 'ccomp']);
const isJoined = ({ relation, deprel }: Token): boolean =>
  relation === 'appos' || relation === 'flat' || deprel === 'nmod:desc';
/** Whether a word narrows down the noun that it hangs on. */
const isModifier = (token: Token): boolean =>
  token.relation === 'compound' ||
  token.relation === 'amod' ||
  token.relation === 'det' ||
  token.relation === 'nummod' ||
  token.deprel === 'nmod:poss' ||
  token.deprel === 'nmod:unmarked' ||
  isJoined(token);

/** The noun that a name belongs to: itself, or the one it stands in apposition to ("the minister, Ana Li"). */
export function topOf(sentence: Sentence, head: Token): Token {
  let top = head;
  for (let steps = 0; steps < 4 && top.head >= 0; steps++) {
    const governor = sentence.tokens[top.head];
    if (!isJoined(top) || !['NOUN', 'PROPN'].includes(governor.upos)) break;
    top = governor;
  }
  return top;
}

function nearness(sentence: Sentence, found: Found, top: Token, head: Token): Nearness | null {
  let at = headOf(sentence, found.start, found.end);
  if (at === top.index || at === head.index) return 'itself';
  let nearest: Nearness = 'before';
  for (let steps = 0; steps < 12 && at !== top.index; steps++) {
    const token = sentence.tokens[at];
    if (token.head < 0 || CLAUSES.has(relation(token))) return null;
    // "US-backed", "Kurdish-led", "pro-Assad" tell of others.
    const governor = sentence.tokens[token.head];
    if (token.head !== top.index && ['VERB', 'ADJ', 'ADV'].includes(governor.upos)) {
      // "a 24-year-old from Bath", "formerly of Bath"
      if (isOrigin(sentence, token, governor, top)) return 'around';
      const by = LED.has(governor.lowerForm) ? 'led' : BORN.has(governor.lowerForm) ? 'around' : null;
      return by && governor.head === top.index ? by : null;
    }
    if (!isModifier(token)) {
      const cases = children(sentence, token.index, 'case').map((marker) => marker.lowerLemma);
      if (cases.includes('to') || cases.includes('against') || cases.includes('on')) return null;
      if (nearest !== 'around') nearest = cases.includes('of') || cases.includes('for') ? 'of' : 'around';
    }
    at = token.head;
  }
  return at === top.index ? nearest : null;
}

/** Whether a place after "from" or "of" says where the person comes from whom a word describes that is no noun: "aged 24, from Bath". */
function isOrigin(sentence: Sentence, place: Token, by: Token, top: Token): boolean {
  if (by.head !== top.index || by.upos === 'VERB' || !ASIDES.has(by.relation)) return false;
  return children(sentence, place.index, 'case').some(({ lowerForm }) => lowerForm === 'from' || lowerForm === 'of');
}

/** Relations of what is said of a name in passing. */
const ASIDES = new Set(['appos', 'advmod', 'amod', 'parataxis']);
/** Participles by which a force is of whom they name: "Kurdish-led". */
const LED = new Set(['led', 'run', 'dominated', 'controlled']);
/** Participles of somebody or something that is of the place before: "London-born". */
const BORN = new Set(['born', 'raised', 'educated', 'based', 'registered']);
const NATIONAL = new Set(['state', 'demonym', 'capital', 'seat', 'people', 'place']);

/**
 * "Syria expert", "Iran deal", "Syria envoy": the name of a state before a common noun says what it is about; "US envoy",
 * "Syrian envoy" whose it is.
 */
function isTopic(sentence: Sentence, found: Found, office: Found | null): boolean {
  const token = sentence.tokens[found.end - 1];
  if (found.type !== 'state' || relation(token) !== 'compound') return false;
  return token.form !== token.form.toUpperCase() && (office?.type !== 'office' || ABROAD.has(office.name));
}

/** Offices, by the codebook's title, that are held towards a state. */
const ABROAD = new Set(['envoy', 'adviser', 'negotiator', 'mediator']);

interface Near {
  readonly found: Found;
  readonly near: Nearness;
}

const nearer = (a: Near, b: Near): number => ORDER.indexOf(a.near) - ORDER.indexOf(b.near);

/** The sector of the body goes before that of the office ("army spokesman"), but a party's minister governs. */
function sectorOf(office: Found | null, body: Found | null): Sector | null {
  if (!office) return null;
  if (office.sector === 'UNK') return body?.sector ?? null;
  const rules = office.type === 'office' && (office.sector === 'GOV' || office.sector === 'LEG');
  if (!body?.sector || body === office || (body.sector === 'PTY' && rules)) return office.sector;
  return office.sector === 'GOV' || office.type !== 'office' ? body.sector : office.sector;
}

/** Armed forces of a people that is no state ("Kurdish forces"), and authorities led by one, are rebels. */
function stateless(office: Found | null, national: Found | undefined, leading: Found | undefined): boolean {
  const isPeople = (found: Found | undefined) => found?.sector === 'CVL' && found.type !== 'people';
  if (isPeople(leading) && office?.type === 'body') return office.sector === 'GOV' || office.sector === 'MIL';
  return office?.sector === 'MIL' && isPeople(national);
}

const PLACES = new Set(['state', 'capital', 'place']);

/** The state whose a name is in so many words, whatever the tree makes of it: "France's Li and *Spain's* Ruiz". */
function ownerRightBefore(sentence: Sentence, known: readonly Found[], nameStart: number | null): Found | undefined {
  if (nameStart === null || sentence.tokens[nameStart - 1]?.xpos !== 'POS') return undefined;
  return known.find(({ end, type }) => end === nameStart - 1 && NATIONAL.has(type));
}

const covers = ({ start, end }: Found, index: number) => index >= start && index < end;

/** Country, sector and office as the noun phrase around `head`, and before a name at `nameStart`, tells them: "Russian Deputy Foreign Minister Mikhail Bogdanov". */
export function describe(
  text: string,
  sentence: Sentence,
  head: Token,
  known: readonly Found[],
  nameStart: number | null = null,
): Description {
  const above = topOf(sentence, head);
  // Nobody is a place in other words: "the envoy for Yemen, Ana Li".
  const owner = ownerRightBefore(sentence, known, nameStart);
  const isPlace = above !== head && known.some((found) => PLACES.has(found.type) && covers(found, above.index));
  const top = isPlace || owner ? head : above;
  const all: Near[] = [];
  for (const found of known) {
    // A title right before a name is its bearer's, whatever the tree makes of it.
    const isTitle = found.end === nameStart && found.type === 'office';
    const near = found === owner ? 'itself' : isTitle ? 'before' : nearness(sentence, found, top, head);
    if (near !== null) all.push({ found, near });
  }
  all.sort(nearer);
  const speaking = all.filter(
    ({ found, near }) =>
      SPEAKING.has(found.type) &&
      (near === 'itself' || near === 'before') &&
      // "Conservative" is an adjective as well as a noun.
      sentence.tokens[headOf(sentence, found.start, found.end)].upos !== 'ADJ',
  );
  const office = (speaking.find(({ found }) => found.type === 'office') ?? speaking[0])?.found ?? null;
  const body =
    all.find(
      ({ found, near }) =>
        ['organisation', 'seat'].includes(found.type) && near !== 'itself' && near !== 'led' && found.sector,
    )?.found ?? null;
  const ofStates = office?.sector === 'IGO' || body?.sector === 'IGO';
  const nations = all.filter(
    ({ found, near }) =>
      near !== 'led' &&
      // The UN's envoy for a country is not of that country.
      (!ofStates || near === 'itself' || near === 'before') &&
      (found.country !== null || found.sector === 'CVL') &&
      (NATIONAL.has(found.type) || (found.type === 'organisation' && near !== 'itself')) &&
      !(near === 'around' && office?.type === 'office') &&
      !isTopic(sentence, found, office),
  );
  const national = nations[0];
  // "Kurdish Syrian forces": of the two, one tells the state.
  const nation = nations.find(({ found }) => found.country !== null);
  const isSure = nation !== undefined && (nation.near !== 'around' || office?.country === nation.found.country);
  // "Special forces members": what neither office nor body tells, the group does.
  const group = speaking.find(
    ({ found }) => found.type === 'body' && found !== office && found.sector !== 'UNK',
  )?.found;
  const leading = all.find(({ near, found }) => near === 'led' && NATIONAL.has(found.type))?.found;
  return {
    title: office?.type === 'office' ? office.name : null,
    country: office?.country ?? (isSure ? nation.found.country : null),
    around: isSure ? null : (nation?.found.country ?? null),
    sector: stateless(office, national?.found, leading) ? 'REB' : (sectorOf(office, body) ?? group?.sector ?? null),
    office: office?.type === 'office' ? officeWords(text, sentence, office, known) : null,
  };
}

/** The office with the words that narrow it ("Deputy Foreign Minister", "special envoy"), as the text has it. */
function officeWords(text: string, sentence: Sentence, office: Found, known: readonly Found[]): string {
  const last = sentence.tokens[office.end - 1];
  const elsewhere = (index: number): boolean => known.some((found) => index >= found.start && index < found.end);
  let first = office.start;
  while (first > 0 && !elsewhere(first - 1)) {
    const before = sentence.tokens[first - 1];
    if (!['ADJ', 'NOUN'].includes(before.upos)) break;
    if (before.head !== last.index && before.head !== last.head) break;
    first--;
  }
  return text.slice(sentence.tokens[first].span[0], last.span[1]);
}
