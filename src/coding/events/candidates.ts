import type { EventTypeEntry, Frame } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import type { EventType } from '../reading.ts';
import { children, firstChild, hasChild, relation } from '../tree.ts';
import { applies, PREDICATE_KEYS, type Setting } from './conditions.ts';
import type { EventLexicon, Pattern, PredicateClass } from './lexicon.ts';
import { type LightUse, lightUse } from './light.ts';
import type { Participants } from './participants.ts';
import { assignRoles, type Wanted } from './roles.ts';
import { type Slots, slotsOf } from './slots/index.ts';
import { prepositionOf } from './slots/phrase.ts';
import { surfaceSubject } from './slots/subject.ts';
import { isMisreadVerb } from './slots/verb.ts';

/** A word that reports an act, with what the codebook makes of it. */
export interface Candidate {
  readonly sentence: Sentence;
  readonly token: Token;
  readonly pos: PredicateClass;
  /** The words of the phrase, ascending: the token and those its pattern asks for. */
  readonly words: readonly number[];
  readonly pattern: Pattern;
  readonly frame: Frame;
  readonly type: EventType;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly light: LightUse | null;
  /** The dependents of the predicate by slot, and the slots in which the frame looks for its sides. */
  readonly slots: Slots;
  readonly wanted: Wanted;
}

export interface Tools {
  readonly lexicon: EventLexicon;
  readonly participants: Participants;
  readonly judged: ReadonlyMap<string, ReadonlySet<string>>;
  /** Told of each rule tried and what came of it, for `codebook why`. */
  readonly trace?: (attempt: Attempt) => void;
}

export interface Attempt {
  readonly sentence: Sentence;
  readonly token: Token;
  readonly pattern: Pattern;
  /** Position of the frame in its entry; null where the phrase's words are not all there. */
  readonly frame: number | null;
  readonly outcome: 'words missing' | 'conditions fail' | 'no event' | 'taken';
}

/** A capital in running text, where the words around have none. */
function isName(sentence: Sentence, token: Token, { participants }: Tools): boolean {
  if (participants.at(sentence, token.index) !== null) return true;
  if (token.index === 0 || token.form === token.lowerForm) return false;
  const others = sentence.tokens.filter(({ upos, index }) => index > 0 && (upos === 'VERB' || upos === 'NOUN'));
  return others.filter(({ form, lowerForm }) => form !== lowerForm).length * 2 < others.length;
}

/** "*Clashes* between the army and rebels continued": a plural that the tagger takes for a verb has no subject. */
function isMisreadNoun(sentence: Sentence, token: Token): boolean {
  return (
    token.xpos === 'VBZ' &&
    token.upos !== 'NOUN' &&
    token.form.length > 3 &&
    !['conj', 'acl', 'parataxis', 'cop'].includes(relation(token)) &&
    !hasChild(sentence, token.index, 'nsubj', 'csubj', 'expl', 'aux', 'obj') &&
    surfaceSubject(sentence, token) === null
  );
}

/** "imprisoned militants", "dead or *imprisoned* militants". */
function isAttribute(sentence: Sentence, token: Token): boolean {
  const relations = ['amod', 'compound'];
  if (relation(token) !== 'conj' || token.head < 0) return relations.includes(relation(token));
  const first = sentence.tokens[token.head];
  return first.upos === 'ADJ' && relation(first) === 'amod';
}

/** The word classes under which a token is looked up, the likeliest first. */
function classesOf(sentence: Sentence, token: Token, tools: Tools): PredicateClass[] {
  // "US-backed", "besieged": attributes, not reports of an act
  const verbal = token.xpos.startsWith('VB') && !['aux', 'aux:pass', 'cop'].includes(token.deprel);
  if (isMisreadNoun(sentence, token)) return ['noun'];
  // "Iranian-backed"
  if (verbal && token.index > 0 && sentence.tokens[token.index - 1].form === '-') return [];
  if (token.upos === 'VERB' || verbal)
    return isAttribute(sentence, token) && !isMisreadVerb(sentence, token)
      ? []
      : token.xpos === 'VBN' || token.xpos === 'VBG'
        ? // "is opposed to", "was disappointed with": a state, unless somebody brings it about
          hasChild(sentence, token.index, 'aux:pass', 'cop') && slotsOf(sentence, token).get('subject').length === 0
          ? ['adjective', 'verb']
          : ['verb', 'adjective']
        : ['verb'];
  if (token.upos === 'NOUN' || token.upos === 'PROPN')
    // "appeals court", "attack helicopter": a kind of something else
    return relation(token) === 'compound' &&
      (token.upos === 'PROPN' || !tools.lexicon.classes.get('OF_AN_ACT')!.has(sentence.tokens[token.head].lowerLemma))
      ? []
      : ['noun'];
  return token.upos === 'ADJ' && (relation(token) !== 'amod' || hasChild(sentence, token.index, 'obl', 'nmod'))
    ? ['adjective']
    : [];
}

const MARKERS = new Set(['case', 'mark', 'fixed']);

/**
 * Whether a phrase may ask for a word of a dependent: its preposition, and what describes an object ("fire *tear* gas"), but not a
 * particle of another verb or the first part of a name or compound behind a preposition ("made in *peace* talks").
 */
function isPartOfPhrase(dependent: Token, word: Token): boolean {
  if (MARKERS.has(relation(word))) return true;
  const describes = relation(word) === 'amod' || (relation(word) === 'compound' && word.deprel !== 'compound:prt');
  return describes && relation(dependent) !== 'obl' && relation(dependent) !== 'nmod';
}

/** The words around a predicate that a phrase may ask for, by lemma: its dependents, their prepositions and modifiers. */
function neighbours(sentence: Sentence, token: Token): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (each: Token): void => {
    const lemma = each.lowerLemma;
    if (!found.has(lemma)) found.set(lemma, each.index);
  };
  for (const index of token.children) {
    const child = sentence.tokens[index];
    if (relation(child) === 'nsubj' && child.deprel !== 'nsubj:pass') continue;
    if (relation(child) === 'conj' || child.upos === 'PUNCT') continue;
    add(child);
    for (const inner of child.children) {
      const word = sentence.tokens[inner];
      if (isPartOfPhrase(child, word)) add(word);
    }
  }
  // "stripped the cleric of his citizenship": what hangs on the object belongs to the verb as often
  const waiting = [...children(sentence, token.index, 'obj', 'nsubj:pass')];
  for (let object = waiting.pop(); object; object = waiting.pop())
    for (const inner of children(sentence, object.index, 'nmod')) {
      if (inner.deprel === 'nmod:poss') continue;
      add(inner);
      for (const word of children(sentence, inner.index, 'case')) add(word);
      waiting.push(inner);
    }
  // "talks held in Geneva", "the deal that was reached"
  if (relation(token) === 'acl' && token.head >= 0) add(sentence.tokens[token.head]);
  return found;
}

/** Words that are adverbs of a phrase as often as prepositions: "taking towns in the area" is no "take in". */
const ADVERBIAL = new Set([
  'in',
  'on',
  'up',
  'out',
  'off',
  'over',
  'back',
  'away',
  'down',
  'about',
  'around',
  'through',
]);
/** How far such a word may stand from the others of its phrase. */
const WIDEST_GAP = 2;

/** "called for elections" is no "call election": a noun behind a preposition that the phrase does not name. */
function isAfterOtherPreposition(sentence: Sentence, verb: Token, index: number, pattern: Pattern): boolean {
  const word = sentence.tokens[index];
  if (word.head !== verb.index || relation(word) !== 'obl' || verb.upos !== 'VERB') return false;
  const preposition = prepositionOf(sentence, index);
  return preposition !== null && !preposition.split(' ').some((each) => pattern.words.includes(each));
}

function phraseWords(
  sentence: Sentence,
  pattern: Pattern,
  token: Token,
  near: () => ReadonlyMap<string, number>,
): number[] | null {
  if (pattern.words.length === 0) return [token.index];
  const found = near();
  const particle = token.upos === 'VERB' ? firstChild(sentence, token.index, 'compound:prt') : undefined;
  // "speak out with" is no "speak with"
  if (particle && !pattern.words.includes(particle.lowerLemma)) return null;
  // Most patterns of a word fail here.
  for (const word of pattern.words) if (!found.has(word)) return null;
  const words = [token.index];
  for (const word of pattern.words) {
    const index = found.get(word)!;
    if (isAfterOtherPreposition(sentence, token, index, pattern)) return null;
    words.push(index);
  }
  for (const index of words) {
    const word = sentence.tokens[index];
    if (index === token.index || (relation(word) !== 'case' && relation(word) !== 'mark')) continue;
    if (index < token.index) {
      if (pattern.before.includes(word.lowerLemma)) continue;
      return null;
    }
    if (!ADVERBIAL.has(word.lowerLemma) || (words.includes(word.head) && word.head !== token.index)) continue;
    const gap = Math.min(...words.filter((other) => other < index).map((other) => index - other));
    if (gap > WIDEST_GAP) return null;
  }
  return words.sort((a, b) => a - b);
}

/** Whether a frame of no type says what its word means here; one that only names words says what its own entry leaves out. */
function isDecisive(frame: Frame): boolean {
  return Object.keys(frame.when ?? {}).some((slot) => !PREDICATE_KEYS.has(slot));
}

/** Whether a noun's frame tells of its subject: "is in contact with", "is under siege". */
const hasSubject = ({ source, target }: Frame): boolean =>
  source?.includes('subject') === true || target?.includes('subject') === true;

/** The events that a token reports: mostly one or none; a frame with `and` lets the next ones add theirs. */
export function candidatesAt(sentence: Sentence, token: Token, tools: Tools): Candidate[] {
  const found: Candidate[] = [];
  const copular = token.upos === 'NOUN' && hasChild(sentence, token.index, 'cop');
  let around: ReadonlyMap<string, number> | null = null;
  const near = () => {
    around ??= neighbours(sentence, token);
    return around;
  };
  for (const pos of classesOf(sentence, token, tools)) {
    const participle = pos === 'adjective' && token.upos === 'VERB';
    const lemma = participle ? token.lowerForm : token.lowerLemma;
    const patterns = tools.lexicon.patterns(pos, lemma, token.lowerForm);
    // "Amnesty", "Court of Appeals": part of a name
    if (patterns.length === 0 || (token.upos === 'PROPN' && isName(sentence, token, tools))) continue;
    const slots = slotsOf(sentence, token, participle || (pos === 'noun' && token.upos === 'VERB'));
    for (const pattern of patterns) {
      const words = phraseWords(sentence, pattern, token, near);
      const tell = (frame: number | null, outcome: Attempt['outcome']) =>
        tools.trace?.({ sentence, token, pattern, frame, outcome });
      if (!words) {
        tell(null, 'words missing');
        continue;
      }
      const setting: Setting = { sentence, token, pos, pattern, slots, ...tools };
      for (const [position, frame] of pattern.frames.entries()) {
        if (frame.type === null && !frame.when && !frame.unless) continue;
        // "the plan is an attack on us" judges and reports nothing
        const holds = (!copular || hasSubject(frame)) && applies(frame, setting);
        tell(position, !holds ? 'conditions fail' : frame.type === null ? 'no event' : 'taken');
        if (!holds) continue;
        if (frame.type === null) {
          if (isDecisive(frame)) return found;
          break;
        }
        const light = pos === 'noun' ? lightUse(sentence, token, tools.lexicon) : null;
        const defaults = defaultsOf(tools.lexicon.types.get(frame.type)!, pos);
        const marked = markedBy(sentence, token, words);
        const scene = {
          sentence,
          participants: tools.participants,
          slots,
          light,
          noun: pos === 'noun' ? token : null,
          phraseNoun: phraseNoun(sentence, token, words),
        };
        const type = tools.lexicon.types.get(frame.type)!;
        const wanted: Wanted = {
          source: frame.source ?? defaults.source,
          target: targetSlots(frame, defaults.target, marked, type.content),
        };
        const roles = assignRoles(scene, token.index, wanted, type.noun);
        found.push({ sentence, token, pos, words, pattern, frame, type: frame.type, light, slots, wanted, ...roles });
        if (!frame.and) return found;
      }
    }
  }
  return found;
}

function defaultsOf(entry: EventTypeEntry, pos: PredicateClass): { source: string[]; target: string[] } {
  return entry[pos] ?? { source: ['subject'], target: ['of', 'to', 'with', 'about'] };
}

/** What is demanded, promised or refused tells whom it concerns where nothing else does ("refused to meet Bolton"). */
function targetSlots(frame: Frame, defaults: readonly string[], marked: string | null, content: string): string[] {
  const own = frame.target ?? (marked ? [marked, ...defaults] : defaults);
  return content === 'skip' && own.length > 0 ? [...own, 'clause object'] : [...own];
}

/** The noun of a verb phrase ("issued a *warning*"), whose own dependents play a part too. */
function phraseNoun(sentence: Sentence, token: Token, words: readonly number[]): number | null {
  return (
    words.find(
      (index) =>
        index !== token.index && sentence.tokens[index].upos === 'NOUN' && sentence.tokens[index].head === token.index,
    ) ?? null
  );
}

/** The preposition that belongs to the phrase itself ("call on"): what stands after it comes first as target. */
function markedBy(sentence: Sentence, token: Token, words: readonly number[]): string | null {
  for (const index of words) {
    const word = sentence.tokens[index];
    if (index !== token.index && relation(word) === 'case' && word.head >= 0) return prepositionOf(sentence, word.head);
  }
  return null;
}
