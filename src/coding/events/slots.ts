import type { Sentence, Token } from '../../language/document.ts';
import { children, firstChild, hasChild, isPassive, relation } from '../tree.ts';

/**
 * The dependents of a predicate by their slot, voice undone: a passive's subject is its object, its agent its subject.
 * A missing subject is found through relative clauses, participles, conjunction, control and raising.
 */
export interface Slots {
  /** Head tokens of the phrases in a slot, without what is coordinated with them. */
  get(slot: string): readonly number[];
}

const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);
const WITH_CLAUSE = new Set(['ccomp', 'xcomp', 'csubj']);

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

const lemmaOf = (token: Token): string => token.lowerLemma;

/** The preposition of a phrase: "on", "out of". */
export function prepositionOf(sentence: Sentence, index: number): string | null {
  const marker = firstChild(sentence, index, 'case');
  if (!marker) return null;
  const rest = children(sentence, marker.index, 'fixed').map(lemmaOf);
  const own = lemmaOf(marker);
  // "out of" may come as two case markers as well as one fixed phrase
  const second = children(sentence, index, 'case')[1];
  if (rest.length === 0 && second && second.index === marker.index + 1) return `${own} ${lemmaOf(second)}`;
  return [own, ...rest].join(' ');
}

const AUXILIARIES = new Set([
  'be',
  'have',
  'do',
  'get',
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'shall',
  'should',
  'must',
  'need',
  'ought',
]);

/** "Mattis resigned", "May said": a name that the tagger takes for an auxiliary is the subject. */
function misreadSubject(sentence: Sentence, verb: Token): Token | undefined {
  return children(sentence, verb.index, 'aux').find(
    (aux) => /^[A-Z]/.test(aux.form) && !AUXILIARIES.has(lemmaOf(aux)) && aux.index < verb.index,
  );
}

/** Undone voice, with headlines' bare participles ("Two killed in blast"). */
export function isPassiveUse(sentence: Sentence, verb: Token): boolean {
  if (misreadSubject(sentence, verb)) return false;
  if (isPassive(sentence, verb)) return true;
  if (verb.xpos !== 'VBN' || hasChild(sentence, verb.index, 'aux', 'obj')) return false;
  return sentence.tokens.at(-1)?.form !== '.' && !sentence.tokens.some((token) => FINITE.has(token.xpos));
}

export function isInfinitive(sentence: Sentence, index: number): boolean {
  return children(sentence, index, 'mark').some(
    (mark) => mark.xpos === 'TO' || (mark.upos === 'PART' && lemmaOf(mark) === 'to'),
  );
}

/** The verb that a verb shares its subject with in a conjunction. */
function firstConjunct(sentence: Sentence, verb: Token): Token | null {
  return verb.deprel === 'conj' && verb.head >= 0 ? sentence.tokens[verb.head] : null;
}

function antecedent(sentence: Sentence, verb: Token): number | null {
  let top = verb;
  while (top.deprel === 'conj' && top.head >= 0) top = sentence.tokens[top.head];
  return relation(top) === 'acl' && top.head >= 0 ? top.head : null;
}

const resolved = (sentence: Sentence, verb: Token, token: Token): number =>
  RELATIVE.has(lemmaOf(token)) && token.upos !== 'NOUN' ? (antecedent(sentence, verb) ?? token.index) : token.index;

/** The noun right before a position: whom "whose" means, or the subject of a finite verb that the tree gives none. */
function nounBefore(sentence: Sentence, index: number): number | null {
  for (let at = index - 1; at >= 0; at--) {
    const token = sentence.tokens[at];
    if (token.upos === 'PUNCT') continue;
    if (!['NOUN', 'PROPN', 'PRON'].includes(token.upos)) return null;
    const inName = ['flat', 'compound', 'appos'].includes(relation(token)) && token.head >= 0;
    return inName && token.head < index ? nounBefore(sentence, Math.max(token.head, 0) + 1) : at;
  }
  return null;
}

/** The grammatical subject, whether written at the verb or understood there. `depth` bounds the walk through control. */
export function surfaceSubject(sentence: Sentence, verb: Token, depth = 0): number | null {
  const own = firstChild(sentence, verb.index, 'nsubj', 'nsubj:pass') ?? misreadSubject(sentence, verb);
  if (own) return resolved(sentence, verb, own);
  if (depth > 6 || verb.head < 0) return null;
  if (relation(verb) === 'advcl' && ['VBD', 'VBZ', 'VBP'].includes(verb.xpos)) {
    const before = nounBefore(sentence, verb.index);
    if (before !== null) return before;
  }
  const governor = sentence.tokens[verb.head];
  switch (relation(verb)) {
    case 'conj':
      return surfaceSubject(sentence, governor, depth + 1);
    case 'acl':
      if (isInfinitive(sentence, verb.index)) return holderOf(sentence, governor, depth + 1);
      return governor.index;
    case 'xcomp':
    case 'advcl':
    case 'ccomp': {
      if (governor.upos === 'NOUN') return holderOf(sentence, governor, depth + 1);
      const object = firstChild(sentence, governor.index, 'obj', 'iobj');
      const mark = firstChild(sentence, verb.index, 'mark');
      const ofObject =
        object !== undefined &&
        object.index < verb.index &&
        (relation(verb) !== 'advcl'
          ? isInfinitive(sentence, verb.index)
          : mark !== undefined && ['of', 'from', 'for', 'into'].includes(lemmaOf(mark)));
      if (ofObject) return resolved(sentence, governor, object);
      return surfaceSubject(sentence, governor, depth + 1);
    }
    default:
      return null;
  }
}

/** Whose a noun's infinitive is: "Trump's decision to withdraw", "Trump made the decision to withdraw". */
function holderOf(sentence: Sentence, noun: Token, depth: number): number | null {
  const own = firstChild(sentence, noun.index, 'nmod:poss');
  if (own) return own.index;
  const by = children(sentence, noun.index, 'nmod').find((token) =>
    ['by', 'from'].includes(prepositionOf(sentence, token.index) ?? ''),
  );
  if (by) return by.index;
  const modifier = children(sentence, noun.index, 'amod', 'compound').find((token) => token.upos === 'PROPN');
  if (modifier) return modifier.index;
  if (noun.head < 0 || depth > 6) return null;
  const governor = sentence.tokens[noun.head];
  if (relation(noun) === 'obj' && !isPassiveUse(sentence, governor)) return surfaceSubject(sentence, governor, depth);
  return relation(noun) === 'conj' ? holderOf(sentence, governor, depth + 1) : null;
}

function agentOf(sentence: Sentence, verb: Token): number | null {
  const agent = children(sentence, verb.index, 'obl', 'nmod').find(
    (token) => token.deprel === 'obl:agent' || prepositionOf(sentence, token.index) === 'by',
  );
  return agent && agent.xpos !== 'CD' && agent.deprel !== 'obl:tmod' ? agent.index : null;
}

/** The object of a verb in a relative clause without one of its own: "the town that they attacked". */
function relativeObject(sentence: Sentence, verb: Token): number | null {
  const pronoun = firstChild(sentence, verb.index, 'obj');
  if (pronoun) return resolved(sentence, verb, pronoun);
  const subject = firstChild(sentence, verb.index, 'nsubj');
  if (verb.deprel !== 'acl:relcl' || !subject || RELATIVE.has(lemmaOf(subject))) return null;
  return children(sentence, verb.index, 'obl').some((token) => RELATIVE.has(lemmaOf(token))) ? null : verb.head;
}

function sharedObject(sentence: Sentence, verb: Token): number | null {
  const other = verb.children
    .map((child) => sentence.tokens[child])
    .find((token) => relation(token) === 'conj' && token.upos === 'VERB');
  const object = other && firstChild(sentence, other.index, 'obj');
  // "arrested and questioned the student": the object stands at the last of the verbs
  return object && !isPassiveUse(sentence, other) && adjacent(sentence, verb, other) ? object.index : null;
}

const adjacent = (sentence: Sentence, first: Token, second: Token): boolean =>
  sentence.tokens
    .slice(first.index + 1, second.index)
    .every((token) => ['CCONJ', 'PUNCT', 'ADV', 'VERB'].includes(token.upos));

type Found = (slot: string) => readonly number[];

const list = (index: number | null | undefined): readonly number[] =>
  index === null || index === undefined ? [] : [index];

function prepositional(sentence: Sentence, token: Token, slot: string): number[] {
  const found = children(sentence, token.index, 'obl', 'nmod')
    .filter((child) => child.deprel !== 'nmod:poss' && prepositionOf(sentence, child.index) === slot)
    .map((child) => resolved(sentence, token, child));
  if (found.length > 0) return found;
  // "rebels they fought with": a stranded preposition
  const stranded = children(sentence, token.index, 'advmod', 'obl', 'compound:prt').some(
    (child) => lemmaOf(child) === slot,
  );
  return stranded && token.deprel === 'acl:relcl' && token.upos === 'VERB' ? [token.head] : [];
}

/** "sold Turkey missiles": a name between verb and object that the tree takes for part of the object. */
function beforeObject(sentence: Sentence, verb: Token): number | null {
  const object = firstChild(sentence, verb.index, 'obj');
  const next = sentence.tokens[verb.index + 1];
  const isPart = object && next && next.upos === 'PROPN' && relation(next) === 'compound' && next.head === object.index;
  return isPart ? next.index : null;
}

/** A clause that the predicate calls for: its head. */
export function complements(sentence: Sentence, token: Token): readonly Token[] {
  const own = token.children
    .map((child) => sentence.tokens[child])
    .filter(
      (child) =>
        (WITH_CLAUSE.has(relation(child)) && child.upos !== 'PUNCT') ||
        (relation(child) === 'acl' &&
          token.upos === 'NOUN' &&
          (child.deprel !== 'acl:relcl' || isThatClause(sentence, child))) ||
        (relation(child) === 'advcl' && token.upos !== 'NOUN' && takesAsComplement(sentence, token, child)),
    );
  const object = firstChild(sentence, token.index, 'obj');
  const ofObject = object
    ? children(sentence, object.index, 'acl').filter(
        (child) => child.deprel !== 'acl:relcl' && isInfinitive(sentence, child.index),
      )
    : [];
  return [...own, ...ofObject];
}

/** "his insistence that Turkey not attack": a clause with a subject of its own, which parsers often call relative. */
export function isThatClause(sentence: Sentence, clause: Token): boolean {
  const subject = firstChild(sentence, clause.index, 'nsubj', 'nsubj:pass');
  const that = clause.children.map((child) => sentence.tokens[child]).find((child) => child.lowerForm === 'that');
  return that !== undefined && subject !== undefined && subject.index !== that.index;
}

/** An infinitive or "of …ing" right behind the verb, which parsers often call adverbial. */
function takesAsComplement(sentence: Sentence, token: Token, child: Token): boolean {
  const mark = firstChild(sentence, child.index, 'mark');
  if (!mark || child.index < token.index) return false;
  if (['of', 'for', 'from', 'against', 'about'].includes(lemmaOf(mark))) return child.xpos === 'VBG';
  return (
    isInfinitive(sentence, child.index) &&
    !sentence.tokens.slice(token.index + 1, mark.index).some((each) => each.upos === 'PUNCT' || each.lemma === 'order')
  );
}

/**
 * A verb that the tree takes for an attribute of its object ("Norway increased aid"): right behind a noun no participle
 * stands before the noun it describes.
 */
export function isMisreadVerb(sentence: Sentence, token: Token): boolean {
  const before = token.index > 0 ? sentence.tokens[token.index - 1] : null;
  return (
    (token.xpos === 'VBD' || token.xpos === 'VBN') &&
    ['amod', 'compound'].includes(relation(token)) &&
    token.head > token.index &&
    before !== null &&
    (before.upos === 'NOUN' || before.upos === 'PROPN')
  );
}

function misreadSlot(sentence: Sentence, verb: Token, slot: string): readonly number[] {
  if (slot === 'subject') return list(nounBefore(sentence, verb.index));
  return slot === 'object' ? [verb.head] : prepositional(sentence, sentence.tokens[verb.head], slot);
}

function verbSlot(sentence: Sentence, verb: Token, slot: string): readonly number[] {
  if (isMisreadVerb(sentence, verb)) return misreadSlot(sentence, verb, slot);
  const passive = isPassiveUse(sentence, verb);
  switch (slot) {
    case 'subject':
      return passive ? list(agentOf(sentence, verb)) : list(surfaceSubject(sentence, verb));
    case 'object': {
      if (passive) return list(surfaceSubject(sentence, verb));
      // "asked Washington to …": parsers differ on which object that is
      return list(
        relativeObject(sentence, verb) ??
          sharedObject(sentence, verb) ??
          firstChild(sentence, verb.index, 'iobj')?.index,
      );
    }
    case 'indirect':
      return list(firstChild(sentence, verb.index, 'iobj')?.index ?? beforeObject(sentence, verb));
    default: {
      const own = prepositional(sentence, verb, slot);
      if (own.length > 0) return own;
      const first = firstConjunct(sentence, verb);
      if (first && verb.index < first.index) return prepositional(sentence, first, slot);
      // "launched strikes on Aleppo": the phrase may hang on the object
      const object = firstChild(sentence, verb.index, 'obj', 'xcomp', 'nsubj:pass');
      return object ? prepositional(sentence, object, slot) : [];
    }
  }
}

/** "the arrest of the journalist by police", parsed as if the journalist were by the police. */
function nested(sentence: Sentence, noun: Token, slot: string): number[] {
  for (const child of children(sentence, noun.index, 'nmod')) {
    if (child.deprel === 'nmod:poss') continue;
    const found = prepositional(sentence, child, slot);
    if (found.length > 0) return found;
  }
  return [];
}

function nounSlot(sentence: Sentence, noun: Token, slot: string): readonly number[] {
  switch (slot) {
    case 'governor':
      return ['obj', 'nsubj', 'obl'].includes(relation(noun)) ? list(noun.head < 0 ? null : noun.head) : [];
    case 'subject':
      return list(surfaceSubject(sentence, noun));
    case 'object':
    case 'indirect':
      return [];
    case 'possessor': {
      const own = children(sentence, noun.index, 'nmod:poss').map((token) =>
        lemmaOf(token) === 'whose' ? (nounBefore(sentence, token.index) ?? token.index) : token.index,
      );
      const first = firstConjunct(sentence, noun);
      return own.length > 0 || !first ? own : children(sentence, first.index, 'nmod:poss').map((token) => token.index);
    }
    case 'modifier':
    case 'site':
      return children(sentence, noun.index, 'amod', 'compound', 'nmod:desc', 'det:predet').map((token) => token.index);
    default: {
      const own = prepositional(sentence, noun, slot);
      if (own.length > 0) return own;
      // "meetings and calls with Assad", "a campaign led by the SDF"
      for (const child of children(sentence, noun.index, 'conj')) {
        const shared = child.upos === 'NOUN' ? prepositional(sentence, child, slot) : [];
        if (shared.length > 0) return shared;
      }
      // "a campaign led by the SDF", "a deal reached with Iran"
      for (const child of children(sentence, noun.index, 'acl')) {
        if (child.deprel === 'acl:relcl' || !isPassiveUse(sentence, child)) continue;
        return slot === 'by' ? list(agentOf(sentence, child)) : prepositional(sentence, child, slot);
      }
      return slot === 'of' || slot === 'in' ? [] : nested(sentence, noun, slot);
    }
  }
}

function clauseSlot(sentence: Sentence, token: Token, slot: string): readonly number[] | null {
  if (!slot.startsWith('clause') && slot !== 'complement') return null;
  const clauses = complements(sentence, token);
  switch (slot) {
    case 'complement':
      return [
        ...clauses.filter((clause) => clause.upos !== 'VERB'),
        // "called the king a friend", parsed as two objects or an apposition
        ...children(sentence, token.index, 'obj').slice(1),
        ...children(sentence, token.index, 'obj').flatMap((object) => children(sentence, object.index, 'appos')),
      ].map((clause) => clause.index);
    case 'clause':
      return clauses.map((clause) => clause.index);
    case 'clause subject':
      return clauses.flatMap((clause) => {
        const own = firstChild(sentence, clause.index, 'nsubj', 'nsubj:pass');
        if (own) return [own.index];
        const object = firstChild(sentence, token.index, 'obj', 'iobj');
        return object && object.index < clause.index && isInfinitive(sentence, clause.index) ? [object.index] : [];
      });
    default:
      return clauses.flatMap((clause) => {
        const inner = slotsOf(sentence, clause);
        for (const side of ['object', 'against', 'on', 'with', 'to', 'from', 'in']) {
          const found = inner.get(side);
          if (found.length > 0) return found;
        }
        return [];
      });
  }
}

/** `asAdjective`: a participle that describes ("is frustrated with"), whose subject stays its subject. */
export function slotsOf(sentence: Sentence, token: Token, asAdjective = false): Slots {
  const known = new Map<string, readonly number[]>();
  const compute: Found = (slot) => {
    const clause = clauseSlot(sentence, token, slot);
    if (clause) return clause;
    const nominal = asAdjective || (token.upos !== 'VERB' && token.upos !== 'AUX' && !token.xpos.startsWith('VB'));
    if (!nominal) return verbSlot(sentence, token, slot);
    return nounSlot(sentence, token, slot);
  };
  return {
    get: (slot) => {
      let found = known.get(slot);
      if (!found) {
        found = compute(slot);
        known.set(slot, found);
      }
      return found;
    },
  };
}

/** A phrase's head and the heads coordinated with it. */
export function coordinated(sentence: Sentence, index: number): number[] {
  return [
    index,
    ...children(sentence, index, 'conj')
      .filter((token) => ['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'].includes(token.upos))
      .map((token) => token.index),
  ];
}
