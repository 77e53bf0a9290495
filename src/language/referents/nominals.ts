import { children, firstChild, relation } from '../tree.ts';
import { apposition, predicated } from './apposition.ts';
import type { Draft } from './draft.ts';
import type { Gazetteer } from './gazetteer.ts';
import { coupleBeside } from './groups.ts';
import { bearerOf, byKindOfNoun, militantsMeant } from './kinds-of-noun.ts';
import { foremost, forShort, holderOf, NEEDS_NO_NAME } from './leaders.ts';
import { pairOf } from './pairs.ts';
import type { Referent } from './record.ts';
import { relativeMeant } from './relatives.ts';
import { recent, type Spoken } from './spoken.ts';

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both']);

/** How many sentences back a noun may reach for what it means. */
const REACH = 5;

/** Whom a noun phrase means of those spoken of, or null: a new one. */
export function resolveNominal(draft: Draft, spoken: Spoken, named: Spoken, gazetteer: Gazetteer): Referent | null {
  const { sentence, head, office, number } = draft;
  const here = [...recent(spoken, sentence, 0), ...named];
  const beside =
    coupleBeside(draft, here) ?? apposition(draft, here) ?? predicated(draft, here) ?? bearerOf(draft, spoken);
  if (beside) return beside;
  const relative = relativeMeant(draft, here, gazetteer);
  if (relative) return relative;
  const possessed = children(sentence, head.index, 'nmod:poss').length > 0;
  const definite = children(sentence, head.index, 'det').some(({ lowerLemma }) => DEFINITE.has(lowerLemma));
  const noun = head.lowerLemma;
  const modifiers = modifiersOf(draft);
  const plain = beyondTitle(modifiers, draft).length === 0;
  if (definite && !possessed && plain && number === 'singular') {
    // "the terror group": one of that sort only.
    const sort = modifiers.length > 0 ? office?.sector : undefined;
    const known = byKindOfNoun(draft, sort, recent(spoken, sentence, REACH), gazetteer);
    if (known) return known;
  }
  const pair = pairOf(draft, spoken);
  if (pair) return pair;
  if (!definite && number === 'singular' && office?.kind !== 'body') return null;
  if (children(sentence, head.index, 'nummod').length > 0) return null;
  // "Turkey’s president" is as definite as "the Turkish president".
  const ofState = possessed && draft.countries.length > 0;
  if (possessed && !ofState) return null;
  const same =
    (possessed ? null : sameNoun(draft, noun, modifiers, definite, spoken)) ??
    holderOf(draft, definite || ofState, spoken);
  const isOnly =
    (definite || ofState) && (plain || beyondTitle(modifiers, draft).every((word) => isOfOffice(word, gazetteer)));
  if (isOnly && NEEDS_NO_NAME.has(office?.title ?? '')) return foremost(same, draft, spoken);
  if (same || !isOnly) return same;
  if (number === 'singular') return forShort(draft, spoken, gazetteer);
  return plain ? militantsMeant(draft, spoken, gazetteer) : null;
}

/** Whether a word, in lower case, is the adjective or name of a state, or says no more of an office: "french", "presumptive". */
function isOfOffice(word: string, { adjectives, names, classes }: Gazetteer): boolean {
  if (classes.get('OF_OFFICE')?.has(word)) return true;
  const form = word.charAt(0).toUpperCase() + word.slice(1);
  return (adjectives.get(form) ?? names.get(form) ?? names.get(word.toUpperCase()))?.role === 'state';
}

/** What narrows a noun. */
function modifiersOf({ sentence, head, name }: Draft): string[] {
  return head.children
    .filter((child) => !name || child < name.start || child >= name.end)
    .map((child) => sentence.tokens[child])
    .filter((token) => ['amod', 'compound', 'nmod', 'acl'].includes(relation(token)) && token.deprel !== 'nmod:poss')
    .filter((token) => firstChild(sentence, token.index, 'case')?.lowerLemma !== 'as')
    .map((token) => token.lowerLemma);
}

/** What narrows it beyond the words of its title: nothing in "the prime minister". */
function beyondTitle(modifiers: readonly string[], { office }: Draft): string[] {
  const title = office ? [office.title, ...office.aliases].join(' ').split(' ') : [];
  return modifiers.filter((lemma) => !title.includes(lemma));
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
