import type { EntityKind } from '../document.ts';
import type { Draft } from './draft.ts';
import type { Gender, KnownName } from './gazetteer.ts';
import type { KnownPerson } from './persons.ts';

/** One that is spoken of, as far as the text has been read. */
export class Referent {
  kind: EntityKind | null = null;
  gender: Gender | null = null;
  number: 'singular' | 'plural' = 'singular';
  known: KnownName | null = null;
  readonly mentions: Draft[] = [];
  /** What the codebook knows of a person of public life. */
  person: KnownPerson | undefined = undefined;
  /** Titles of the codebook that the text gives it. */
  readonly titles = new Set<string>();
  readonly countries = new Set<string>();
  /** Lemmas of the nouns that it is called by. */
  readonly nouns = new Set<string>();
  /** Whom it consists of, where they are spoken of together: "the two presidents". */
  readonly members: Referent[] = [];
  /** Whom a noun means of what is its own: "wife" of "his wife". */
  readonly own = new Map<string, Referent>();
  /** Whose parent it is said to be. */
  child: Referent | null = null;
  /** Words of its names, folded, each name a list. */
  readonly names: (readonly string[])[] = [];

  add(draft: Draft): void {
    if (this.mentions.includes(draft)) return;
    this.mentions.push(draft);
    if (draft.form !== 'pronoun' || this.kind === null) this.kind ??= draft.kind;
    this.gender ??= draft.gender;
    if (draft.number === 'plural' && draft.form !== 'pronoun') this.number = 'plural';
    this.known ??= draft.name?.known ?? null;
    if (draft.office) this.titles.add(draft.office.title);
    for (const country of draft.countries) this.countries.add(country);
    if (draft.form === 'nominal') this.nouns.add(draft.head.lowerLemma);
  }

  absorb(other: Referent): void {
    for (const draft of other.mentions) this.add(draft);
    this.names.push(...other.names);
    for (const title of other.titles) this.titles.add(title);
  }
}

const NONE: readonly string[] = [];

/** The words of a mention's name. */
export const nameWords = ({ name }: Draft): readonly string[] => name?.words ?? NONE;
