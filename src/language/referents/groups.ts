import type { EntityKind } from '../document.ts';
import { children } from '../tree.ts';
import type { Draft } from './draft.ts';
import { Referent } from './record.ts';
import { recent, type Spoken } from './spoken.ts';

/** Whether somebody of whom no more is known than this may be a person. */
export const mayBePerson = (kind: EntityKind | null): boolean => kind === null || kind === 'person' || kind === 'other';

/** Several that are spoken of together. */
export function groupOf(members: readonly Referent[]): Referent {
  const group = new Referent();
  group.members.push(...members);
  group.kind = members.every(({ kind }) => kind === 'person') ? 'people' : members[0].kind;
  group.number = 'plural';
  return group;
}

/** Several whom a noun calls people, which what their names look like may leave open. */
export function groupOfPeople(members: readonly Referent[]): Referent {
  for (const member of members) member.kind = 'person';
  return groupOf(members);
}

/** Several named together, and the first of them. */
export interface Row {
  readonly first: Draft;
  readonly referent: Referent;
}

/** The names joined to one by "and", it included, as far as all of them are known to mean somebody; null where it stands alone. */
export function rowOf(first: Draft, spoken: Spoken): Referent[] | null {
  const rest = children(first.sentence, first.head.index, 'conj');
  if (first.form !== 'name' || rest.length === 0) return null;
  const row = [first.head, ...rest].map((head) => spoken.find((entry) => entry.draft.head === head)?.referent);
  return row.every((referent): referent is Referent => referent !== undefined) ? [...new Set(row)] : null;
}

/** Names joined by "and", for a "they" that follows: the subjects of this sentence or the one before. */
export function rowBefore(draft: Draft, spoken: Spoken): Row | null {
  for (const { draft: first } of recent(spoken, draft.sentence, 1)) {
    if (first.head.index > draft.head.index && first.sentence === draft.sentence) continue;
    const row = first.head.deprel === 'nsubj' ? rowOf(first, spoken) : null;
    if (row) return { first, referent: groupOf(row) };
  }
  return null;
}

/** What may stand between two people named together: "Ana Li, 34, and Omar Haddad". */
const BETWEEN = /^(?:,|and|aged|now|\d+)$/;

/** A person and the next named, where the words make them two: "Ana Li, 34, and Omar Haddad"; whatever the tree makes of it. */
export function coupleAt(first: Draft, here: Spoken): Referent[] | null {
  const { sentence, name } = first;
  if (!name || !isUnknown(first)) return null;
  const names = here.filter(({ draft }) => draft.name && draft.sentence === sentence);
  const nearest = (isNearer: (draft: Draft, best: Draft) => boolean, holds: (draft: Draft) => boolean) =>
    names.reduce<Spoken[number] | null>(
      (best, entry) => (holds(entry.draft) && (!best || isNearer(entry.draft, best.draft)) ? entry : best),
      null,
    );
  const next = nearest(
    (draft, best) => draft.name!.start < best.name!.start,
    (draft) => draft.name!.start >= name.end,
  );
  if (!next || !isUnknown(next.draft)) return null;
  const between = sentence.tokens.slice(name.end, next.draft.name!.start).map(({ lowerForm }) => lowerForm);
  if (!between.includes('and') || !between.every((word) => BETWEEN.test(word))) return null;
  // "Berg, Lund and Moen" are three.
  const before = nearest(
    (draft, best) => draft.name!.end > best.name!.end,
    (draft) => draft.name!.end <= name.start,
  );
  const gap = before ? sentence.tokens.slice(before.draft.name!.end, name.start).map(({ lowerForm }) => lowerForm) : [];
  if (before && isUnknown(before.draft) && gap.every((word) => BETWEEN.test(word))) return null;
  const own = names.find(({ draft }) => draft === first)?.referent;
  return own && own !== next.referent ? [own, next.referent] : null;
}

const isUnknown = ({ name, kind }: Draft): boolean => name !== null && !name.known && mayBePerson(kind);

/** How many words after a noun the names of those whom it means may begin: "the two men from London, Ana Li and Omar Haddad". */
const APART = 6;

/** "The brothers, Ali and Omar Haddad", "Ali and Omar Haddad, the brothers": the two who stand beside a noun for several. */
export function coupleBeside({ sentence, head, number, tokens }: Draft, here: Spoken): Referent | null {
  if (number !== 'plural') return null;
  for (const { draft } of here) {
    const { name } = draft;
    if (draft.sentence !== sentence || !name) continue;
    const follows =
      name.start === head.index + 1 ||
      (name.start > head.index && name.start <= head.index + APART && sentence.tokens[name.start - 1].form === ',');
    const leads =
      head.relation === 'appos' && head.head === draft.head.index && sentence.tokens[tokens[0] - 1]?.form === ',';
    const two = follows || leads ? coupleAt(draft, here) : null;
    if (two) return groupOfPeople(two);
  }
  return null;
}
