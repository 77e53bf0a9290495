import type { Office } from '../../codebook/schema.ts';
import type { EntityKind, Sentence, Token } from '../document.ts';
import { foldedForms } from '../phrases.ts';
import { children, headOf, relation } from '../tree.ts';
import { BEGINS } from '../words.ts';
import { datelineOf } from './dateline.ts';
import type { Draft } from './draft.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type Name, wordsOfName } from './names.ts';
import { pairMention } from './pairs.ts';
import { phraseOf, topOf } from './phrase.ts';
import { pronounMention } from './pronoun-mentions.ts';
import { isCapitalised } from './shape.ts';
import { type Titles, titlesOf } from './titles.ts';

/** What the mentions of one sentence are made with. */
interface Scene {
  readonly sentence: Sentence;
  readonly gazetteer: Gazetteer;
  readonly titles: Titles;
  readonly speechVerbs: ReadonlySet<string>;
  /** Country codes by the word that names the country. */
  readonly countries: ReadonlyMap<number, string>;
}

/** The mentions of a sentence: its names, the nouns that can mean somebody, its pronouns; in the order of their heads. */
export function mentionsOf(
  sentence: Sentence,
  names: readonly Name[],
  gazetteer: Gazetteer,
  speechVerbs: ReadonlySet<string>,
): Draft[] {
  const taken = new Set<number>();
  for (const name of names) for (let index = name.start; index < name.end; index++) taken.add(index);
  const demonyms = demonymsOf(sentence, gazetteer, taken);
  const countries = new Map<number, string>();
  // "The Iran-backed party" is not of Iran.
  for (const { end, head, known } of [...names, ...demonyms])
    if (known?.country && sentence.tokens[end]?.form !== '-') countries.set(head, known.country);
  const scene: Scene = { sentence, gazetteer, titles: titlesOf(sentence, gazetteer), speechVerbs, countries };
  const drafts: Draft[] = names.map((name) => ofName(scene, name));
  for (const { head } of drafts) taken.add(head.index);
  const first = datelineOf(sentence);
  for (const token of sentence.tokens) {
    if (token.index < first || taken.has(token.index)) continue;
    const isPronoun = token.upos === 'PRON' || token.upos === 'DET';
    const draft =
      pairMention(sentence, token, gazetteer) ?? (isPronoun ? pronounMention(sentence, token) : ofNoun(scene, token));
    if (draft) drafts.push(draft);
  }
  // "Turkish" is a mention in "the Turkish offensive", and only a part of one in "the Turkish president".
  for (const demonym of demonyms) {
    const isPart = drafts.some(
      ({ head, tokens, countries }) =>
        head.index === sentence.tokens[demonym.head].head ||
        (countries.length > 0 && demonym.start >= tokens[0] && demonym.end <= tokens[1]),
    );
    if (!isPart) drafts.push(ofName(scene, demonym));
  }
  return drafts.sort((a, b) => a.head.index - b.head.index || a.tokens[0] - b.tokens[0]);
}

/** Adjectives that name a country or people: "Turkish" in "the Turkish offensive", "Israeli" in "Israeli-Syrian talks". */
function demonymsOf(sentence: Sentence, gazetteer: Gazetteer, taken: ReadonlySet<number>): Name[] {
  const found: Name[] = [];
  const forms = foldedForms(sentence.tokens);
  for (let start = 0; start < forms.length; start++) {
    if (!(sentence.tokens[start].word.begins & BEGINS.adjective) || taken.has(start) || !isCapitalised(forms[start]))
      continue;
    const match = gazetteer.adjectives.longestAt(forms, start);
    if (!match) continue;
    const { end, value } = match;
    const head = headOf(sentence, start, end);
    if (['amod', 'compound'].includes(relation(sentence.tokens[head]))) {
      const words = wordsOfName(sentence.tokens, start, end);
      const { kind } = value;
      found.push({ start, end, head, words, kind, known: value, gender: null, office: null, isAdjective: true });
    }
    start = end - 1;
  }
  return found;
}

function ofName({ sentence, titles, countries }: Scene, name: Name): Draft {
  const head = topOf(sentence, name);
  // What follows a name says something of its bearer, and is no part of what it is called.
  const [start] = phraseOf(sentence, head);
  const office = name.office ?? titles.at.get(head.index) ?? titleBefore(sentence, head, titles);
  return {
    sentence,
    tokens: [Math.min(start, name.start), Math.max(head.index + 1, name.end)],
    head,
    form: 'name',
    name,
    office: name.known ? null : office,
    countries: name.known ? [] : countriesIn(sentence, start, name.start, head, countries),
    kind: name.kind ?? (office && isPersonal(office) && head.index !== name.head ? 'person' : null),
    gender: name.gender ?? office?.gender ?? null,
    number: name.kind === 'people' && head.xpos !== 'NNP' ? 'plural' : 'singular',
  };
}

/** The title in a name's own phrase: "finance minister" of "the finance minister Ana Li". */
function titleBefore(sentence: Sentence, head: Token, titles: Titles): Office | null {
  for (const child of children(sentence, head.index, 'nmod:desc', 'compound', 'amod')) {
    const office = child.index < head.index ? titles.at.get(child.index) : undefined;
    if (office && isPersonal(office)) return office;
  }
  return null;
}

const isPersonal = (office: Office) => office.kind === 'office' || office.kind === 'role';

/** Countries named before a noun in its phrase, or after it with "of" or "for". */
function countriesIn(
  sentence: Sentence,
  start: number,
  end: number,
  head: Token,
  countries: ReadonlyMap<number, string>,
): string[] {
  const found: string[] = [];
  for (const [index, country] of countries) {
    const token = sentence.tokens[index];
    const isAfter = token.head === head.index && relation(token) === 'nmod';
    if ((index >= start && index < end) || isAfter) found.push(country);
  }
  return found;
}

const KIND_OF_OFFICE: Readonly<Record<Office['kind'], EntityKind>> = {
  office: 'person',
  role: 'person',
  people: 'people',
  body: 'organisation',
};

/** Nouns made from verbs and fields of work, whose subject of a verb of saying is a person. */
const AGENT = /(?:er|or|ist|ian|ant|man|woman|ee|crat)$/;
const PARTS = new Set(['compound', 'flat', 'amod', 'case', 'cc', 'mark', 'fixed', 'goeswith']);

/** "a state of emergency", "a state of war": no state. */
const isCondition = (sentence: Sentence, noun: Token, { classes }: Gazetteer): boolean =>
  noun.lowerLemma === 'state' &&
  children(sentence, noun.index, 'nmod').some(({ lowerLemma }) => classes.get('CONDITION')!.has(lowerLemma));

const LOCAL = new Set('in to from of at towards toward into across through'.split(' '));

/** Whether a direction acts or is dealt with: "the west has failed", not "the west of the city", "in the west". */
function acts(sentence: Sentence, noun: Token): boolean {
  if (children(sentence, noun.index, 'nmod').length > 0) return false;
  return !children(sentence, noun.index, 'case').some(({ lowerForm }) => LOCAL.has(lowerForm));
}

function ofNoun({ sentence, gazetteer, titles, speechVerbs, countries }: Scene, noun: Token): Draft | null {
  if (PARTS.has(relation(noun)) || noun.deprel === 'nmod:desc' || titles.inside.has(noun.index)) return null;
  if (isCondition(sentence, noun, gazetteer)) return null;
  const speaks = noun.deprel === 'nsubj' && noun.head >= 0 && speechVerbs.has(sentence.tokens[noun.head].lemma);
  const isNoun = noun.upos === 'NOUN' || noun.upos === 'PROPN';
  // "the wounded", "two", "others" where they speak.
  if (!isNoun && !(speaks && ['ADJ', 'NUM', 'DET'].includes(noun.upos))) return null;
  // "Western capitals" are governments, "the capital" is where they sit.
  const isWhere = noun.xpos === 'NN' && gazetteer.classes.get('PLACE_NOUN')!.has(noun.lowerLemma);
  const title = titles.at.get(noun.index) ?? null;
  const office =
    isWhere || (title && gazetteer.classes.get('DIRECTION')!.has(title.title) && !acts(sentence, noun)) ? null : title;
  const isPlace = isWhere || gazetteer.placeNouns.has(noun.lowerLemma);
  const isAgent = speaks && (!isNoun || AGENT.test(noun.lemma));
  if (!office && !isPlace && !isAgent) return null;
  const plural = noun.xpos === 'NNS' || noun.xpos === 'NNPS';
  const kind = office ? KIND_OF_OFFICE[office.kind] : isPlace ? 'place' : 'person';
  const tokens = phraseOf(sentence, noun);
  return {
    sentence,
    tokens,
    head: noun,
    form: 'nominal',
    name: null,
    office,
    countries: countriesIn(sentence, tokens[0], noun.index, noun, countries),
    kind: kind === 'person' && plural ? 'people' : kind,
    gender: office?.gender ?? null,
    number: plural ? 'plural' : 'singular',
  };
}
