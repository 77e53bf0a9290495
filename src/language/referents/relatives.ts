import { children, firstChild } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Referent } from './record.ts';
import type { Spoken } from './spoken.ts';

/** Whose somebody is: "wife" and the one meant by "his" of "his wife", "the wife of Ana Li". */
interface Relation {
  readonly noun: string;
  readonly owner: Referent;
}

/** Whether a mention can be somebody of somebody. */
export const mayBelong = ({ form, kind }: Draft): boolean =>
  form !== 'pronoun' && (kind === 'person' || kind === 'people');

const key = ({ noun }: Relation, { number }: Draft): string => `${noun} ${number}`;

function relationOf(draft: Draft, here: Spoken): Relation | null {
  if (!mayBelong(draft)) return null;
  const { sentence, head, tokens } = draft;
  for (const noun of sentence.tokens.slice(...tokens)) {
    if (noun.upos !== 'NOUN' || (noun !== head && noun.head !== head.index)) continue;
    const of = children(sentence, noun.index, 'nmod').find(
      (token) => firstChild(sentence, token.index, 'case')?.lowerForm === 'of',
    );
    const possessor = firstChild(sentence, noun.index, 'nmod:poss') ?? of;
    const owner = possessor && here.find(({ draft }) => draft.head === possessor)?.referent;
    if (owner) return { noun: noun.lowerLemma, owner };
  }
  return null;
}

/** Keeps whose somebody is said to be. */
export function keepRelation(draft: Draft, referent: Referent, here: Spoken, { classes }: Gazetteer): void {
  const relation = relationOf(draft, here);
  if (!relation || relation.owner === referent) return;
  relation.owner.own.set(key(relation, draft), referent);
  if (classes.get('PARENT')?.has(relation.noun) && relation.owner.kind === 'person') referent.child ??= relation.owner;
}

/** "Her husband" for the husband of hers that was spoken of; "their son" of parents for the one whose parents they are. */
export function relativeMeant(draft: Draft, here: Spoken, { classes }: Gazetteer): Referent | null {
  const relation = relationOf(draft, here);
  if (!relation) return null;
  const { owner, noun } = relation;
  const before = owner.own.get(key(relation, draft));
  if (before) return before;
  const { child } = owner;
  const isChild = child !== null && draft.number === 'singular' && classes.get('CHILD')?.has(noun);
  return isChild && (draft.gender === null || child.gender === null || draft.gender === child.gender) ? child : null;
}
