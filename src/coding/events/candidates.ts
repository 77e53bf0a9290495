import type { EventTypeEntry, Frame } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import type { EventType } from '../reading.ts';
import { hasChild, relation } from '../tree.ts';
import { applies, type Setting } from './conditions.ts';
import type { EventLexicon, Pattern, PredicateClass, TestedFrame } from './lexicon.ts';
import { type LightUse, lightUse } from './light.ts';
import type { Participants } from './participants.ts';
import { Neighbours, phraseWords } from './phrases.ts';
import { assignRoles, type Wanted } from './roles.ts';
import { type Slots, slotsOf } from './slots/index.ts';
import { prepositionOf } from './slots/phrase.ts';
import { classesOf, isAfterHyphen, isName } from './word-classes.ts';

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
  /** Of each sentence whether it tells of politics in a report on politics. */
  readonly isPolitical: readonly boolean[];
  /** Told of each rule tried and what came of it, for `codebook why`. */
  readonly trace?: (attempt: Attempt) => void;
}

export interface Attempt {
  readonly sentence: Sentence;
  readonly token: Token;
  readonly pattern: Pattern;
  /** Position of the frame in its entry. */
  readonly frame: number;
  readonly outcome: 'conditions fail' | 'no event' | 'taken';
}

/** Whether a frame of no type says what its word means here; one that only names words says what its own entry leaves out. */
const isDecisive = ({ conditions }: TestedFrame): boolean => conditions.length > 0;

/** Whether a noun that is said of something tells its act: "is in contact with", "it was a battle", but not "the plan is a gift to us". */
const isTellingOf = ({ type, source, target }: Frame, { types }: EventLexicon): boolean =>
  type === null ||
  types.get(type)!.isPredicated ||
  source?.includes('subject') === true ||
  target?.includes('subject') === true;

/** The events that a token reports: mostly one or none; a frame with `and` lets the next ones add theirs. */
export function candidatesAt(sentence: Sentence, token: Token, tools: Tools): readonly Candidate[] {
  const classes = classesOf(sentence, token, tools);
  if (classes.length === 0) return NONE;
  const isPart = isAfterHyphen(sentence, token);
  let found = NONE;
  let near: Neighbours | null = null;
  for (const pos of classes) {
    const participle = token.upos === 'VERB' && (pos === 'adjective' || (isPart && pos === 'noun'));
    const lemma = participle ? token.lowerForm : token.lowerLemma;
    const patterns = tools.lexicon.patterns(pos, lemma, token.lowerForm);
    // "Amnesty", "Court of Appeals": part of a name
    if (patterns.list.length === 0 || (token.upos === 'PROPN' && isName(sentence, token, tools))) continue;
    let setting: Setting | null = null;
    const [longest] = patterns.list;
    if (longest.words.length > 0 || longest.joined !== null) near ??= new Neighbours(sentence, token);
    for (let at = 0; at < patterns.list.length; at++) {
      if (near !== null && patterns.bits[at] & ~near.bits) continue;
      const pattern = patterns.list[at];
      if (isPart && pattern.joined === null) continue;
      const words = near === null ? [token.index] : phraseWords(sentence, pattern, token, near);
      if (!words) continue;
      setting ??= settingOf(sentence, token, pos, tools);
      for (let position = 0; position < pattern.frames.length; position++) {
        const frame = pattern.frames[position];
        const holds = (!setting.isCopular || isTellingOf(frame, tools.lexicon)) && applies(frame, pattern, setting);
        const outcome = !holds ? 'conditions fail' : frame.type === null ? 'no event' : 'taken';
        tools.trace?.({ sentence, token, pattern, frame: position, outcome });
        if (!holds) continue;
        if (frame.type === null) {
          if (isDecisive(frame)) return found;
          break;
        }
        if (found === NONE) found = [];
        found.push(candidateOf(setting, words, pattern, frame, frame.type));
        if (!frame.and) return found;
      }
    }
  }
  return found;
}

const NONE: Candidate[] = [];

function settingOf(sentence: Sentence, token: Token, pos: PredicateClass, tools: Tools): Setting {
  const asAdjective = token.upos === 'VERB' && pos !== 'verb';
  return {
    sentence,
    token,
    pos,
    slots: slotsOf(sentence, token, asAdjective),
    isCopular: token.upos === 'NOUN' && hasChild(sentence, token.index, 'cop'),
    lexicon: tools.lexicon,
    participants: tools.participants,
    judged: tools.judged,
    isPolitical: tools.isPolitical[sentence.index],
  };
}

/** "accused each other", "relied on one another". */
const isToEachOther = ({ tokens }: Sentence, token: Token): boolean =>
  token.children.some((child) => {
    const [first, second] = [tokens[child].lowerForm, tokens[child + 1]?.lowerForm];
    return (first === 'each' && second === 'other') || (first === 'one' && second === 'another');
  });

/** Whether several who do it do it to each other: "Kenya and Uganda met", "clashed", but not "attacked". */
const isMutual = (
  entry: EventTypeEntry,
  pos: PredicateClass,
  { head, phrase }: Pattern,
  { target }: Frame,
  { classes }: EventLexicon,
): boolean => {
  if (pos !== 'verb') return false;
  const mutual = classes.get('MUTUAL')!;
  return mutual.has(head) || mutual.has(phrase) || (entry.isMutual && target?.[0] !== 'object');
};

/** What a word reports by a frame whose conditions hold. */
function candidateOf(
  { sentence, token, pos, slots, lexicon, participants }: Setting,
  words: readonly number[],
  pattern: Pattern,
  frame: Frame,
  type: EventType,
): Candidate {
  const entry = lexicon.types.get(type)!;
  const light = pos === 'noun' ? lightUse(sentence, token, lexicon) : null;
  const defaults = defaultsOf(entry, pos);
  const marked = markedBy(sentence, token, words);
  const scene = {
    sentence,
    participants,
    slots,
    light,
    noun: pos === 'noun' ? token : null,
    phraseNoun: phraseNoun(sentence, token, words),
  };
  const wanted: Wanted = {
    source: frame.source ?? defaults.source,
    target: targetSlots(frame, defaults.target, marked, entry.clauseTarget),
  };
  const { sources, targets } = assignRoles(
    scene,
    token.index,
    wanted,
    entry.noun,
    isMutual(entry, pos, pattern, frame, lexicon) || isToEachOther(sentence, token),
  );
  // In the order of `spokenAct`, so that all candidates are alike to the engine.
  return { sentence, token, pos, words, pattern, frame, type, sources, targets, light, slots, wanted };
}

function defaultsOf(entry: EventTypeEntry, pos: PredicateClass): { source: string[]; target: string[] } {
  return entry[pos] ?? { source: ['subject'], target: ['of', 'to', 'with', 'about'] };
}

/** What is demanded, promised or refused tells whom it concerns where nothing else does ("refused to meet Bolton"). */
function targetSlots(frame: Frame, defaults: readonly string[], marked: string | null, ofClause: boolean): string[] {
  const own = frame.target ?? (marked ? [marked, ...defaults] : defaults);
  return ofClause && own.length > 0 ? [...own, 'clause object'] : [...own];
}

/** The noun of a verb phrase ("issued a *warning*"), whose own dependents play a part too. */
function phraseNoun({ tokens }: Sentence, token: Token, words: readonly number[]): number | null {
  for (const index of words)
    if (index !== token.index && tokens[index].upos === 'NOUN' && tokens[index].head === token.index) return index;
  return null;
}

/** The preposition that belongs to the phrase itself ("call on"): what stands after it comes first as target. */
function markedBy(sentence: Sentence, token: Token, words: readonly number[]): string | null {
  for (const index of words) {
    const word = sentence.tokens[index];
    if (index !== token.index && relation(word) === 'case' && word.head >= 0) return prepositionOf(sentence, word.head);
  }
  return null;
}
