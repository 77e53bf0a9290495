import type { EntityKind, Sentence, Token } from '../document.ts';
import { hasChild, relation } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Gender } from './gazetteer.ts';

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
export const pronounOf = (token: Token): string | null => FORMS[token.lowerForm] ?? null;

/** The mention that a pronoun is, or null where it stands for nobody. */
export function pronounMention(sentence: Sentence, token: Token): Draft | null {
  const pronoun = pronounOf(token);
  if (!pronoun || relation(token) === 'expl') return null;
  const relative = pronoun === 'who' || pronoun === 'which' || pronoun === 'that';
  if (relative && (!/^W/.test(token.xpos) || !antecedentOf(sentence, token))) return null;
  if (pronoun === 'it' && token.lowerForm === 'it' && isEmpty(sentence, token)) return null;
  return {
    sentence,
    tokens: [token.index, token.index + 1],
    head: token,
    form: 'pronoun',
    name: null,
    office: null,
    countries: [],
    ...PRONOUNS[pronoun],
  };
}

/** The noun that a relative pronoun stands for. */
export function antecedentOf(sentence: Sentence, pronoun: Token): Token | null {
  for (let token = pronoun; token.head >= 0; token = sentence.tokens[token.head]) {
    if (token.deprel !== 'acl:relcl') continue;
    const noun = sentence.tokens[token.head];
    return noun.index < pronoun.index ? nearer(sentence, noun, pronoun) : null;
  }
  return null;
}

/** The noun right before a relative clause, where the tree has the clause say something of an unrelated one further back. */
function nearer(sentence: Sentence, noun: Token, pronoun: Token): Token {
  let before = pronoun.index - 1;
  while (before > noun.index && ['PUNCT', 'ADP'].includes(sentence.tokens[before].upos)) before--;
  const last = sentence.tokens[before];
  if (last.upos !== 'NOUN' && last.upos !== 'PROPN') return noun;
  let top = last;
  while (top !== noun && top.head >= 0 && sentence.tokens[top.head].index <= last.index)
    top = sentence.tokens[top.head];
  return top === noun ? noun : flatTop(sentence, last);
}

/** The head of a name of several words. */
function flatTop(sentence: Sentence, token: Token): Token {
  return relation(token) === 'flat' && token.head >= 0 ? sentence.tokens[token.head] : token;
}

/** "It is clear that", "it was raining", "it took hours to": nobody is meant. */
function isEmpty(sentence: Sentence, it: Token): boolean {
  if (it.head < 0) return true;
  const governor = sentence.tokens[it.head];
  if (hasChild(sentence, governor.index, 'csubj')) return true;
  if (hasChild(sentence, governor.index, 'cop'))
    return hasChild(sentence, governor.index, 'ccomp', 'xcomp', 'advcl', 'acl');
  return (
    ['seem', 'appear', 'happen', 'emerge', 'rain', 'take', 'turn'].includes(governor.lemma) && relation(it) === 'nsubj'
  );
}
