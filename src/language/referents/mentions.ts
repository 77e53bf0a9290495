import type { Office } from '../../codebook/schema.ts';
import type { EntityKind, Mention, Sentence, Token } from '../document.ts';
import { childrenOf, hasChild, headOf, relation } from '../tree.ts';
import { foldedForms, type Gazetteer, type Gender } from './gazetteer.ts';
import type { Name } from './names.ts';

/** A mention before it is known to whom it refers. */
export interface Draft {
  readonly sentence: Sentence;
  readonly tokens: readonly [start: number, end: number];
  readonly head: Token;
  readonly form: Mention['form'];
  name: Name | null;
  /** The office, role, body or population that its noun means. */
  readonly office: Office | null;
  kind: EntityKind | null;
  gender: Gender | null;
  readonly number: 'singular' | 'plural';
}

/** What is said of a noun, or stands beside it, but is no part of its phrase. */
const OUTSIDE = new Set(
  'acl appos conj cc parataxis advcl list discourse vocative case mark cop nsubj csubj aux expl ccomp xcomp obl advmod dislocated orphan'.split(
    ' ',
  ),
);

const PRONOUNS: Readonly<Record<string, { kind: EntityKind | null; gender: Gender | null; number: Draft['number'] }>> =
  {
    he: { kind: 'person', gender: 'male', number: 'singular' },
    she: { kind: 'person', gender: 'female', number: 'singular' },
    it: { kind: null, gender: null, number: 'singular' },
    they: { kind: null, gender: null, number: 'plural' },
    i: { kind: 'person', gender: null, number: 'singular' },
    we: { kind: null, gender: null, number: 'plural' },
    who: { kind: null, gender: null, number: 'singular' },
    which: { kind: null, gender: null, number: 'singular' },
    that: { kind: null, gender: null, number: 'singular' },
  };

/** Personal pronouns in all their forms; what the tagger's lemma may leave open is settled here. */
const FORMS: Readonly<Record<string, string>> = {
  ...{ he: 'he', him: 'he', his: 'he', himself: 'he', she: 'she', her: 'she', hers: 'she', herself: 'she' },
  ...{
    it: 'it',
    its: 'it',
    itself: 'it',
    they: 'they',
    them: 'they',
    their: 'they',
    theirs: 'they',
    themselves: 'they',
  },
  ...{ i: 'i', me: 'i', my: 'i', mine: 'i', myself: 'i', we: 'we', us: 'we', our: 'we', ours: 'we', ourselves: 'we' },
  ...{ who: 'who', whom: 'who', whose: 'who', which: 'which', that: 'that' },
};

/** The pronoun that a word is a form of ("him": "he"), or null. */
export const pronounOf = (token: Token): string | null => FORMS[token.form.toLowerCase()] ?? null;

/** The mentions of a sentence: its names, the nouns that can mean somebody, its pronouns; in the order of their heads. */
export function mentionsOf(
  sentence: Sentence,
  names: readonly Name[],
  gazetteer: Gazetteer,
  speechVerbs: ReadonlySet<string>,
): Draft[] {
  const drafts: Draft[] = names.map((name) => ofName(sentence, name, gazetteer));
  const taken = new Set<number>();
  for (const name of names) for (let index = name.start; index < name.end; index++) taken.add(index);
  for (const { head } of drafts) taken.add(head.index);
  for (const token of sentence.tokens) {
    if (taken.has(token.index)) continue;
    const draft =
      token.upos === 'PRON' || token.upos === 'DET'
        ? ofPronoun(sentence, token)
        : ofNoun(sentence, token, gazetteer, speechVerbs);
    if (draft) drafts.push(draft);
  }
  const heads = new Set(drafts.map(({ head }) => head));
  for (const adjective of demonymsOf(sentence, gazetteer, taken)) {
    const { head } = sentence.tokens[adjective.head];
    if (head < 0 || !heads.has(sentence.tokens[head])) drafts.push(ofName(sentence, adjective, gazetteer));
  }
  return drafts.sort((a, b) => a.head.index - b.head.index || a.tokens[0] - b.tokens[0]);
}

/** Adjectives that name a country or people: "Turkish" in "the Turkish offensive", "Israeli" in "Israeli-Syrian talks". */
function demonymsOf(sentence: Sentence, gazetteer: Gazetteer, taken: ReadonlySet<number>): Name[] {
  const found: Name[] = [];
  const forms = foldedForms(sentence.tokens);
  for (let start = 0; start < forms.length; start++) {
    const match = taken.has(start) ? null : gazetteer.adjectives.longestAt(forms, start);
    if (!match) continue;
    const { end, value } = match;
    const head = headOf(sentence, start, end);
    if (['amod', 'compound'].includes(relation(sentence.tokens[head])))
      found.push({ start, end, head, kind: value.kind, known: value, gender: null, office: null });
    start = end - 1;
  }
  return found;
}

/** The noun phrase of a head: what depends on it without a break, less what is only said about it. */
function phraseOf(sentence: Sentence, head: Token): [start: number, end: number] {
  const inside = new Set<number>([head.index]);
  const waiting = head.children.filter((child) => !OUTSIDE.has(relation(sentence.tokens[child])));
  while (waiting.length > 0) {
    const token = sentence.tokens[waiting.pop()!];
    if (token.deprel === 'acl:relcl' || token.deprel === 'appos' || token.deprel === 'nmod:unmarked') continue;
    inside.add(token.index);
    waiting.push(...token.children);
  }
  let start = head.index;
  while (inside.has(start - 1)) start--;
  let end = head.index + 1;
  while (inside.has(end)) end++;
  while (start < head.index && sentence.tokens[start].upos === 'PUNCT') start++;
  while (end > head.index + 1 && (sentence.tokens[end - 1].upos === 'PUNCT' || sentence.tokens[end - 1].xpos === 'POS'))
    end--;
  return [start, end];
}

/** The noun that a name is joined to without a comma: "spokesman" of "spokesman Ivan Petrov", as parsers have it. */
function topOf(sentence: Sentence, name: Name): Token {
  let top = sentence.tokens[name.head];
  for (let steps = 0; steps < 3 && top.head >= 0; steps++) {
    const governor = sentence.tokens[top.head];
    const joined =
      relation(top) === 'flat' ||
      (relation(top) === 'appos' && governor.index < name.start && !comma(sentence, governor.index, name.start));
    if (!joined || !['NOUN', 'PROPN'].includes(governor.upos)) break;
    top = governor;
  }
  return top;
}

function comma(sentence: Sentence, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (/^[,(–—:-]$/.test(sentence.tokens[index].form)) return true;
  return false;
}

function ofName(sentence: Sentence, name: Name, gazetteer: Gazetteer): Draft {
  const head = topOf(sentence, name);
  const [start, end] = phraseOf(sentence, head);
  const office = name.office ?? titleAt(sentence, head, gazetteer) ?? titleBefore(sentence, head, gazetteer);
  return {
    sentence,
    tokens: [Math.min(start, name.start), Math.max(end, name.end)],
    head,
    form: 'name',
    name,
    office: name.known ? null : office,
    kind: name.kind ?? (office && isPersonal(office) && head.index !== name.head ? 'person' : null),
    gender: name.gender ?? office?.gender ?? null,
    number: name.kind === 'people' && head.xpos !== 'NNP' ? 'plural' : 'singular',
  };
}

/** The title in a name's own phrase: "finance minister" of "the finance minister Ana Li". */
function titleBefore(sentence: Sentence, head: Token, gazetteer: Gazetteer): Office | null {
  for (const child of childrenOf(sentence, head, 'nmod:desc', 'compound', 'amod')) {
    const office = child.index < head.index ? titleAt(sentence, child, gazetteer) : null;
    if (office && isPersonal(office)) return office;
  }
  return null;
}

const isPersonal = (office: Office) => office.kind === 'office' || office.kind === 'role';

/** The longest title of the codebook that ends with this noun. */
export function titleAt(sentence: Sentence, noun: Token, gazetteer: Gazetteer): Office | null {
  const words: string[] = [];
  for (let index = Math.max(0, noun.index - 4); index < noun.index; index++)
    words.push(sentence.tokens[index].form.toLowerCase());
  for (let skip = 0; skip <= words.length; skip++) {
    const before = words.slice(skip).join('');
    const office =
      gazetteer.titles.get(before + noun.form.toLowerCase()) ?? gazetteer.titles.get(before + noun.lemma.toLowerCase());
    if (office) return office;
  }
  return null;
}

const KIND_OF_OFFICE: Readonly<Record<Office['kind'], EntityKind>> = {
  office: 'person',
  role: 'person',
  people: 'people',
  body: 'organisation',
};

/** Nouns made from verbs and fields of work, whose subject of a verb of saying is a person. */
const AGENT = /(?:er|or|ist|ian|ant|man|woman|ee|crat|logue)$/;

function ofNoun(sentence: Sentence, noun: Token, gazetteer: Gazetteer, speechVerbs: ReadonlySet<string>): Draft | null {
  const deprel = relation(noun);
  const isHead = !['compound', 'flat', 'amod', 'case', 'cc', 'mark', 'fixed', 'goeswith'].includes(deprel);
  if (!isHead || noun.deprel === 'nmod:desc') return null;
  const plural = noun.xpos === 'NNS' || noun.xpos === 'NNPS';
  const speaks = noun.deprel === 'nsubj' && noun.head >= 0 && speechVerbs.has(sentence.tokens[noun.head].lemma);
  if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN') {
    // "the wounded", "two", "others", "some of them".
    if (!speaks || !['ADJ', 'NUM', 'DET'].includes(noun.upos)) return null;
  }
  const office = titleAt(sentence, noun, gazetteer);
  const word = noun.lemma.charAt(0).toUpperCase() + noun.lemma.slice(1).toLowerCase();
  const isPlace = gazetteer.lastWords.get(word) === 'place';
  const isAgent = speaks && (noun.upos !== 'NOUN' || AGENT.test(noun.lemma));
  if (!office && !isPlace && !isAgent) return null;
  const kind = office ? KIND_OF_OFFICE[office.kind] : isPlace ? 'place' : 'person';
  return {
    sentence,
    tokens: phraseOf(sentence, noun),
    head: noun,
    form: 'nominal',
    name: null,
    office,
    kind: kind === 'person' && plural ? 'people' : kind,
    gender: office?.gender ?? null,
    number: plural ? 'plural' : 'singular',
  };
}

function ofPronoun(sentence: Sentence, token: Token): Draft | null {
  const pronoun = pronounOf(token);
  if (!pronoun || relation(token) === 'expl') return null;
  const relative = pronoun === 'who' || pronoun === 'which' || pronoun === 'that';
  if (relative && !antecedentOf(sentence, token)) return null;
  if (pronoun === 'it' && token.form.toLowerCase() === 'it' && isEmpty(sentence, token)) return null;
  return {
    sentence,
    tokens: [token.index, token.index + 1],
    head: token,
    form: 'pronoun',
    name: null,
    office: null,
    ...PRONOUNS[pronoun],
  };
}

/** The noun that a relative pronoun stands for. */
export function antecedentOf(sentence: Sentence, pronoun: Token): Token | null {
  for (let token = pronoun; token.head >= 0; token = sentence.tokens[token.head]) {
    if (token.deprel !== 'acl:relcl') continue;
    const noun = sentence.tokens[token.head];
    return noun.index < pronoun.index ? noun : null;
  }
  return null;
}

/** "It is clear that", "it was raining", "it took hours to": nobody is meant. */
function isEmpty(sentence: Sentence, it: Token): boolean {
  if (it.head < 0) return true;
  const governor = sentence.tokens[it.head];
  if (hasChild(sentence, governor, 'csubj')) return true;
  if (hasChild(sentence, governor, 'cop')) return hasChild(sentence, governor, 'ccomp', 'xcomp', 'advcl', 'acl');
  return (
    ['seem', 'appear', 'happen', 'emerge', 'rain', 'take', 'turn'].includes(governor.lemma) && relation(it) === 'nsubj'
  );
}
