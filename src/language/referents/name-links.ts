import type { EntityKind } from '../document.ts';
import { children } from '../tree.ts';
import type { Draft } from './draft.ts';
import { KINDS, kindFeatures, scoreKinds } from './kind-model.ts';
import { nameWords, Referent } from './record.ts';
import { isAcronym } from './shape.ts';

/** The last words of the full names of persons that a text has: "Paris" of "Ana Paris". */
function surnamesOf(drafts: readonly Draft[]): Set<string> {
  const found = new Set<string>();
  for (const draft of drafts) {
    const words = draft.name?.kind === 'person' && !draft.name.known ? nameWords(draft) : [];
    if (words.length > 1) found.add(words.at(-1)!);
  }
  return found;
}

/** Puts the names of a text together: full name and surname, name and acronym, all names that the codebook knows for one. */
export function linkNames(drafts: readonly Draft[]): Map<Draft, Referent> {
  const of = new Map<Draft, Referent>();
  const named = drafts.filter((draft) => draft.name !== null);
  const acronyms = acronymsOf(named);
  const byKey = new Map<string, Referent>();
  const join = (draft: Draft, key: string): Referent => {
    const referent = byKey.get(key) ?? new Referent();
    byKey.set(key, referent);
    referent.add(draft);
    referent.names.push(nameWords(draft));
    of.set(draft, referent);
    return referent;
  };
  // The codebook's names and names of several words first: they settle what single words mean.
  const single: Draft[] = [];
  for (const draft of named) {
    const { known } = draft.name!;
    const words = nameWords(draft);
    const introduced = acronyms.get(words.join(' '));
    if (introduced && introduced !== draft) continue;
    if (known) join(draft, `${known.kind} ${known.name}`);
    else if (words.length > 1) join(draft, `name ${words.join(' ')}`);
    else single.push(draft);
  }
  for (const draft of named) {
    const introduced = acronyms.get(nameWords(draft).join(' '));
    const referent = introduced && of.get(introduced);
    if (!referent || of.has(draft)) continue;
    referent.add(draft);
    referent.names.push(nameWords(draft));
    of.set(draft, referent);
  }
  mergeVariants(byKey, of);
  const bearers = bearersByWord(of);
  for (const draft of single) {
    const owner = ownerOf(draft, bearers);
    if (owner) {
      owner.add(draft);
      of.set(draft, owner);
    } else join(draft, `name ${nameWords(draft).join(' ')}`);
  }
  return of;
}

/** Acronyms by the name that stands right before them in brackets: "Free Villages Front (FVF)". */
function acronymsOf(named: readonly Draft[]): Map<string, Draft> {
  const found = new Map<string, Draft>();
  for (const [position, draft] of named.entries()) {
    const next = named[position + 1];
    if (!next || next.sentence !== draft.sentence) continue;
    const { tokens } = draft.sentence;
    const between = tokens.slice(draft.name!.end, next.name!.start).map(({ form }) => form);
    const bracketed = between.join(' ') === '(' && tokens[next.name!.end]?.form === ')';
    if (!bracketed || next.name!.end !== next.name!.start + 1 || !isAcronym(tokens[next.name!.start].form)) continue;
    const sameKind = !draft.name!.known || !next.name!.known || draft.name!.known.name === next.name!.known.name;
    const letters = tokens[next.name!.start].lowerForm;
    const initial = nameWords(draft)[0]?.[0];
    if (sameKind || initial === letters[0]) found.set(nameWords(next).join(' '), draft);
  }
  return found;
}

/** "Ricardo Luis Vega" and "Ricardo Vega": the same last word, the rest of one among the rest of the other. */
function mergeVariants(byKey: Map<string, Referent>, of: Map<Draft, Referent>): void {
  const people = [...byKey.values()].filter((referent) => !referent.known && isPerson(referent.kind));
  for (const [position, referent] of people.entries()) {
    const words = referent.names[0];
    const fuller = people.find((other, index) => {
      if (index === position || other.names.length === 0) return false;
      const longer = other.names[0];
      return (
        longer.length > words.length && longer.at(-1) === words.at(-1) && words.every((word) => longer.includes(word))
      );
    });
    if (!fuller) continue;
    fuller.absorb(referent);
    for (const draft of referent.mentions) of.set(draft, fuller);
    referent.names.length = 0;
    for (const [key, value] of byKey) if (value === referent) byKey.set(key, fuller);
  }
}

const isPerson = (kind: EntityKind | null) => kind === null || kind === 'person';

/** Somebody with a name of several words, by its last or its first. */
interface Bearer {
  readonly draft: Draft;
  readonly referent: Referent;
  readonly isSurname: boolean;
}

function bearersByWord(of: ReadonlyMap<Draft, Referent>): Map<string, Bearer[]> {
  const bearers = new Map<string, Bearer[]>();
  const add = (word: string, bearer: Bearer) => bearers.set(word, [...(bearers.get(word) ?? []), bearer]);
  for (const [draft, referent] of of) {
    const words = nameWords(draft);
    if (referent.known || words.length < 2 || !isPerson(referent.kind)) continue;
    add(words.at(-1)!, { draft, referent, isSurname: true });
    add(words[0], { draft, referent, isSurname: false });
  }
  return bearers;
}

/** Whose surname, or else first word, a single word is: the first before it, or the first after it. */
function ownerOf(draft: Draft, bearers: ReadonlyMap<string, readonly Bearer[]>): Referent | null {
  const [word] = nameWords(draft);
  if (!word || (!isPerson(draft.kind) && draft.kind !== 'organisation')) return null;
  let best: Referent | null = null;
  let rank = 0;
  for (const { draft: other, referent, isSurname } of bearers.get(word) ?? []) {
    if (draft.gender && referent.gender && draft.gender !== referent.gender) continue;
    const [at] = other.head.span;
    // A surname goes before a first name, one met already before one still to come, the first before the others: a report
    // begins with whom it is about, and names relatives in full.
    const score = (isSurname ? 2e9 : 1e9) + (isBefore(other, draft) ? 1e8 - at : 1e7 - at);
    if (score > rank) [best, rank] = [referent, score];
  }
  return best;
}

export function isBefore(a: Draft, b: Draft): boolean {
  return a.head.span[0] < b.head.span[0];
}

/**
 * Takes the place from a name that speaks in this text and that nobody is in: a person who is called like a town.
 * Capitals and states do speak: they are persons only where the text has one of that surname.
 */
export function dropNamesakes(drafts: readonly Draft[], speechVerbs: ReadonlySet<string>): void {
  const borne = surnamesOf(drafts);
  const isBorne = (draft: Draft) => borne.has(nameWords(draft).join(' '));
  const places = drafts.filter((draft) => {
    const role = draft.name?.known?.role;
    return role === 'city' || role === 'region' || ((role === 'capital' || role === 'state') && isBorne(draft));
  });
  const speaking = new Set<string>();
  const located = new Set<string>();
  for (const { sentence, head, name } of places) {
    const governor = sentence.tokens[head.head];
    if (head.deprel === 'nsubj' && speechVerbs.has(governor.lemma)) speaking.add(name!.known!.name);
    const cases = children(sentence, head.index, 'case').map(({ lowerLemma }) => lowerLemma);
    if (cases.some((word) => AT_PLACE.has(word) || word === 'at')) located.add(name!.known!.name);
  }
  for (const draft of places) {
    const { name: place } = draft.name!.known!;
    if (located.has(place) || !(speaking.has(place) || isBorne(draft))) continue;
    draft.name = { ...draft.name!, known: null, kind: 'person' };
    draft.kind = 'person';
  }
}

const AT_PLACE = new Set(['in', 'near', 'around', 'outside', 'inside', 'across', 'toward', 'towards', 'into']);

/** What kind a name's look and company speak for, where nothing in it tells: weighed over all its mentions. */
export function guessKind(referent: Referent): EntityKind {
  const sums = KINDS.map(() => 0);
  for (const draft of referent.mentions)
    for (const [kind, score] of scoreKinds(kindFeatures(draft)).entries()) sums[kind] += score;
  return KINDS[sums.indexOf(Math.max(...sums))];
}
