import type { Office } from '../../codebook/schema.ts';
import type { EntityKind, Sentence, Token } from '../document.ts';
import { foldedForms, lowerForms, type Match } from '../phrases.ts';
import { headOf, relation } from '../tree.ts';
import { BEGINS } from '../words.ts';
import { datelineOf } from './dateline.ts';
import { foldWords } from './fold.ts';
import type { Gazetteer, Gender, KnownName } from './gazetteer.ts';
import { type Casing, casingOf, isAcronym, isNameWord, touches } from './shape.ts';

const JOINING = new Set(['of', 'for', 'the']);

/** A name in a sentence: tokens `[start, end)` without titles; `kind` null where nothing in it tells. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly head: number;
  /** As names are compared (`foldWords`). */
  readonly words: readonly string[];
  readonly kind: EntityKind | null;
  readonly known: KnownName | null;
  readonly gender: Gender | null;
  /** The office written before it. */
  readonly office: Office | null;
  /** It is an adjective of the name ("Turkish"). */
  readonly isAdjective?: true;
}

const NONE: ReadonlySet<string> = new Set();

/** The names of a sentence, in order, not overlapping; `surnames` are words of the calendar that name people here. */
export function namesOf(sentence: Sentence, gazetteer: Gazetteer, surnames: ReadonlySet<string> = NONE): Name[] {
  const casing = casingOf(sentence);
  const finder = new Finder(sentence, gazetteer, surnames);
  const names: Name[] = [];
  for (let index = datelineOf(sentence); index < sentence.tokens.length; ) {
    const end = finder.runEnd(index, casing);
    if (end === index) {
      index++;
      continue;
    }
    names.push(...finder.split(index, end, casing === 'sentence'));
    index = end;
  }
  return names;
}

/** The words of a name as names are compared: no marks on letters, no Arabic article. */
export const wordsOfName = (tokens: readonly Token[], start: number, end: number): string[] =>
  foldWords(tokens.slice(start, end).map(({ form }) => form));

/** One stretch of a run: what the codebook knows, or plain name words. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly known: KnownName | null;
  readonly office: Office | null;
  readonly gender: Gender | null;
  /** A title or honorific stands right before it. */
  readonly titled: boolean;
}

class Finder {
  readonly #sentence: Sentence;
  readonly #gazetteer: Gazetteer;
  readonly #surnames: ReadonlySet<string>;
  readonly #tokens: readonly Token[];
  readonly #forms: readonly string[];
  readonly #lower: readonly string[];
  #singular: readonly string[] | null = null;

  constructor(sentence: Sentence, gazetteer: Gazetteer, surnames: ReadonlySet<string>) {
    this.#surnames = surnames;
    this.#sentence = sentence;
    this.#gazetteer = gazetteer;
    this.#tokens = sentence.tokens;
    this.#forms = foldedForms(sentence.tokens);
    this.#lower = lowerForms(sentence.tokens);
  }

  /** In lower case, nouns in the plural by their lemma: titles are listed in the singular. */
  #singularForms(): readonly string[] {
    this.#singular ??= this.#tokens.map(({ xpos, lowerLemma }, index) =>
      xpos === 'NNPS' || xpos === 'NNS' ? lowerLemma.replace(/s$/, '') : this.#lower[index],
    );
    return this.#singular;
  }

  /** The longest name that begins at a word. */
  #nameAt(start: number, end = this.#tokens.length): Match<KnownName> | null {
    const mayBegin = this.#tokens[start].word.begins & BEGINS.name;
    return mayBegin ? this.#gazetteer.names.longestAt(this.#forms, start, end) : null;
  }

  #titleAt(start: number, end: number): Match<Office> | null {
    if (!(this.#tokens[start].word.begins & BEGINS.title)) return null;
    const { titles } = this.#gazetteer;
    return titles.longestAt(this.#lower, start, end) ?? titles.longestAt(this.#singularForms(), start, end);
  }

  /** Where the run of name words that begins at `start` ends; `start` where none begins there. */
  runEnd(start: number, casing: Casing): number {
    const tokens = this.#tokens;
    const first = this.#nameAt(start);
    const isWord = (index: number) =>
      index < tokens.length && isNameWord(this.#sentence, tokens[index], casing, this.#surnames);
    const joinsParticle = (index: number) =>
      this.#gazetteer.particles.has(this.#lower[index]) && this.#particleEnd(index, isWord) > index;
    // "The National Union" is no paper
    const isPart = first && this.#lower[start] === 'the' && first.end === start + 2 && isWord(first.end);
    let end = first && !isPart ? first.end : start;
    if (end === start) {
      if (isWord(start)) end = start + 1;
      else if (joinsParticle(start) && (tokens[start + 1]?.form === '-' || this.#isForeign(start)))
        end = this.#particleEnd(start, isWord);
    }
    if (end === start) return start;
    while (end < tokens.length) {
      const known = this.#nameAt(end);
      if (isWord(end)) end = Math.max(end + 1, known?.end ?? 0);
      else if (
        this.#isHyphen(end) &&
        (isWord(end + 1) || (touches(tokens[end], tokens[end + 1]) && this.#isFlat(end + 1)))
      )
        end += 2;
      else if (joinsParticle(end) && !this.#isPreposition(end)) end = this.#particleEnd(end, isWord);
      else if (this.#joinsOf(end, isWord)) end += tokens[end + 1].upos === 'DET' ? 3 : 2;
      else if (tokens[end].form === '&' && isWord(end + 1)) end += 2;
      else break;
    }
    return end;
  }

  #isHyphen(index: number): boolean {
    if (index >= this.#tokens.length) return false;
    const { [index - 1]: left, [index]: hyphen, [index + 1]: right } = this.#tokens;
    return /^[-‑]$/.test(hyphen.form) && right !== undefined && touches(left, hyphen) && touches(hyphen, right);
  }

  /** "de" or "bin" as the tagger knows them in names, not "an" or "as". */
  #isForeign(index: number): boolean {
    const { upos, xpos } = this.#tokens[index];
    return upos === 'PROPN' || xpos === 'FW' || xpos === 'NNP';
  }

  /** "at" of "met Ana Li at Oslo airport", not of "Omar at-Tarawneh". */
  #isPreposition(index: number): boolean {
    return relation(this.#tokens[index]) === 'case' && !this.#isForeign(index) && !this.#isHyphen(index + 1);
  }

  #isFlat(index: number): boolean {
    return relation(this.#tokens[index]) === 'flat';
  }

  /** After "bin" or "al -" and the like, past the name word they lead to; `index` where there is none. */
  #particleEnd(index: number, isWord: (index: number) => boolean): number {
    let end = index + 1;
    while (end < this.#tokens.length && end < index + 4) {
      if (isWord(end)) return end + 1;
      if (!this.#isHyphen(end) && !this.#gazetteer.particles.has(this.#lower[end])) return index;
      end++;
    }
    return index;
  }

  /** "of" after the word of a body or place: "Bank of England", "Ministry of the Interior". */
  #joinsOf(index: number, isWord: (index: number) => boolean): boolean {
    if (index + 1 === this.#tokens.length || (this.#lower[index] !== 'of' && this.#lower[index] !== 'for'))
      return false;
    const kind = this.#gazetteer.lastWords.get(this.#tokens[index - 1].form);
    if (!kind || this.#nameAt(index + 1)?.value.role === 'state') return false;
    return isWord(index + 1) || (this.#lower[index + 1] === 'the' && isWord(index + 2));
  }

  /** The names in a run: titles and adjectives are cut off, what the codebook knows apart from what it does not. */
  split(start: number, end: number, plainCase: boolean): Name[] {
    const whole = this.#nameAt(start, end);
    if (whole?.end === end && !this.#isAdjective(start, end)) return [this.#name(start, end, whole.value)];
    const pieces = this.#pieces(start, end);
    const last = this.#lastWord(start, end);
    const firstName = pieces.find((piece) => piece.end > piece.start);
    if (last && firstName && !pieces.some((piece) => piece.titled) && this.#isProperBody(pieces, end))
      return [this.#name(this.#withAdjective(start, firstName.start), end, null, last)];
    return this.#join(pieces).filter(({ start, end, kind, known }) => plainCase || known || kind || end - start > 1);
  }

  /** What the last word of a name makes of it; nothing of "Sally Lane", who may be anybody. */
  #lastWord(start: number, end: number): EntityKind | undefined {
    const kind = this.#gazetteer.lastWords.get(this.#tokens[end - 1].form);
    return kind === 'place' && end - start === 2 && this.#isGiven(start) ? undefined : kind;
  }

  /** A last word makes a name of the run only where plain words stand in it: "Turkish Foreign Ministry" is no name. */
  #isProperBody(pieces: readonly Piece[], end: number): boolean {
    const tail = pieces.at(-1);
    if (!tail) return false;
    const plain = pieces.some(({ known }) => !known);
    return (
      (plain && tail.end === end) || (tail.known?.kind === 'place' && tail.known.role !== 'state' && tail.end < end)
    );
  }

  #withAdjective(start: number, first: number): number {
    return this.#gazetteer.adjectives.longestAt(this.#forms, start, first)?.end === first ? start : first;
  }

  /** An adjective of a country or people that modifies what follows it; "the Kurdish" alone names its people. */
  #isAdjective(start: number, end: number): boolean {
    if (this.#gazetteer.adjectives.longestAt(this.#forms, start, end)?.end !== end) return false;
    const head = this.#tokens[headOf(this.#sentence, start, end)];
    return head.upos === 'ADJ' || ['amod', 'compound'].includes(relation(head));
  }

  #pieces(start: number, end: number): Piece[] {
    const { adjectives, honorifics } = this.#gazetteer;
    const pieces: Piece[] = [];
    let office: Office | null = null;
    let gender: Gender | null = null;
    let titled = false;
    let plain = -1;
    const close = (at: number) => {
      // "National Guard | of | Arizona": what joins names is none
      while (plain >= 0 && plain < at && (this.#isHyphen(plain) || JOINING.has(this.#lower[plain]))) plain++;
      if (plain === at) plain = -1;
      if (plain >= 0) pieces.push({ start: plain, end: at, known: null, office, gender, titled });
      if (plain >= 0) [office, gender, titled] = [null, null, false];
      plain = -1;
    };
    for (let at = start; at < end; ) {
      if (this.#followsField(at)) plain = -1;
      const inside =
        plain >= 0 && (this.#isGiven(plain) || this.#isFlat(at) || this.#isHyphen(at) || this.#isHyphen(at - 1));
      const title = inside ? null : this.#titleAt(at, end);
      const known = inside ? null : this.#nameAt(at, end);
      const adjective = inside ? null : adjectives.longestAt(this.#forms, at, end);
      const longest = Math.max(title?.end ?? 0, known?.end ?? 0, adjective?.end ?? 0);
      if (adjective && adjective.end === longest && (adjective.end < end || this.#isAdjective(at, end))) {
        close(at);
        at = adjective.end;
      } else if (title && title.end === longest && title.end > (known?.end ?? 0)) {
        close(at);
        const isPerson = title.value.kind === 'office' || title.value.kind === 'role';
        [office, titled] = isPerson ? [title.value, true] : [null, false];
        if (isPerson) gender = title.value.gender ?? gender;
        at = title.end;
      } else if (known && !this.#givenFirst(at, known.end, end)) {
        close(at);
        pieces.push({ start: at, end: known.end, known: known.value, office, gender, titled: false });
        at = known.end;
      } else if (plain < 0 && honorifics.has(this.#tokens[at].form)) {
        gender = honorifics.get(this.#tokens[at].form) ?? gender;
        titled = true;
        at++;
      } else {
        if (plain < 0 && !this.#isHyphen(at)) plain = at;
        at++;
      }
    }
    close(end);
    return pieces;
  }

  /** The field of an office ends before a word, and the name of who holds it begins: "Minister of Defence Omar Haddad". */
  #followsField(index: number): boolean {
    const field = this.#tokens[index - 1];
    const office = field && relation(field) === 'nmod' ? this.#tokens[field.head] : undefined;
    return office !== undefined && office.deprel === 'nmod:desc' && office.head === index;
  }

  /** A place name that is somebody's given name: "Israel Katz", "Jordan Henderson". */
  #givenFirst(start: number, knownEnd: number, end: number): boolean {
    return knownEnd === start + 1 && knownEnd < end && this.#isFlat(knownEnd) && this.#tokens[knownEnd].head === start;
  }

  /** Puts together what the codebook knows and the plain words beside it where they are one name. */
  #join(pieces: readonly Piece[]): Name[] {
    const names: Name[] = [];
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index];
      const next = pieces[index + 1];
      if (next && next.start === piece.end && this.#isOneName(piece, next)) {
        const known = piece.known && !next.known ? null : next.known;
        const kind = known ? known.kind : piece.known ? piece.known.kind : 'person';
        const person = this.#isGiven(piece.start);
        names.push(this.#name(piece.start, next.end, person ? null : known, person ? 'person' : kind, piece));
        index++;
      } else if (piece.known) names.push(this.#name(piece.start, piece.end, piece.known));
      else names.push(this.#name(piece.start, piece.end, null, this.#kindOf(piece), piece));
    }
    return names;
  }

  #isOneName(left: Piece, right: Piece): boolean {
    if (right.titled || (left.known && right.known)) return false;
    if (this.#isFlat(right.start) && this.#tokens[right.start].head >= left.start) return true;
    if (!left.known && right.known)
      return (
        this.#isGiven(left.start) ||
        (left.end === left.start + 1 && this.#gazetteer.prefixes.has(this.#tokens[left.start].form))
      );
    return (
      left.known?.kind === 'organisation' &&
      !this.#isGiven(right.start) &&
      this.#tokens[left.end - 1].deprel === 'compound'
    );
  }

  #isGiven(index: number): boolean {
    return this.#gazetteer.givenNames.has(this.#tokens[index].form);
  }

  #kindOf({ start, end, titled }: Piece): EntityKind | null {
    if (titled) return 'person';
    const last = this.#lastWord(start, end);
    if (last && end - start > 1) return last;
    const first = this.#gazetteer.firstWords.get(this.#tokens[start].form);
    if (first && end - start > 1) return first;
    if (this.#isGiven(start)) return 'person';
    if (end - start > 1 && /^(?:\p{Lu}\.)+$/u.test(this.#tokens[start].form)) return 'person';
    if (end - start > 1 && ['abu', 'umm', 'abd'].includes(this.#lower[start])) return 'person';
    if (end === start + 1 && isAcronym(this.#tokens[start].form)) return null;
    return null;
  }

  #name(start: number, end: number, known: KnownName | null, kind?: EntityKind | null, piece?: Piece): Name {
    const given = kind === 'person' ? (this.#gazetteer.givenNames.get(this.#tokens[start].form) ?? null) : null;
    return {
      start,
      end,
      head: headOf(this.#sentence, start, end),
      words: wordsOfName(this.#tokens, start, end),
      kind: kind ?? known?.kind ?? null,
      known,
      gender: piece?.gender ?? given,
      office: piece?.titled ? piece.office : null,
    };
  }
}
