import type { Sentence, Token } from '../../language/document.ts';
import type { EventType, Statement } from '../reading.ts';
import { children, hasChild, relation } from '../tree.ts';
import type { Candidate, Tools } from './candidates.ts';
import type { Pattern } from './lexicon.ts';
import type { Participants } from './participants.ts';
import { isInfinitive, isPassiveUse, slotsOf } from './slots.ts';

/**
 * Acts that are done by saying something: demanding ("must", "should"), judging ("is a liar"), announcing an act of one's own
 * against or for another ("we will strike"), refusing one ("will never agree").
 */

export interface Speech {
  /** The actor whose words a token stands in; null for the author's own. */
  speakerAt(sentence: Sentence, index: number): string | null;
}

/** Who says what in a document, by the innermost statement around each word. */
export function speechOf(statements: readonly Statement[]): Speech {
  const bySentence = new Map<number, Statement[]>();
  for (const statement of statements)
    bySentence.set(statement.sentence, [...(bySentence.get(statement.sentence) ?? []), statement]);
  const size = (statement: Statement): number => statement.content.reduce((sum, [start, end]) => sum + end - start, 0);
  return {
    speakerAt: (sentence, index) => {
      const [start, end] = sentence.tokens[index].span;
      const around = (bySentence.get(sentence.index) ?? [])
        .filter((statement) => statement.content.some((span) => span[0] <= start && span[1] >= end))
        .sort((a, b) => size(a) - size(b));
      return around[0]?.source?.actor ?? null;
    },
  };
}

const lemmaOf = (token: Token): string => token.lowerLemma;

const auxiliaries = (sentence: Sentence, verb: Token): string[] => children(sentence, verb.index, 'aux').map(lemmaOf);

const WILL = new Set(['will', 'shall', 'would', "'ll", '’ll', "'d", '’d', 'wo']);
const CAN = new Set(['can', 'could', 'ca']);

/** "will", "would", "is going to". */
export function isFuture(sentence: Sentence, verb: Token): boolean {
  if (auxiliaries(sentence, verb).some((lemma) => WILL.has(lemma))) return true;
  const governor = verb.head >= 0 ? sentence.tokens[verb.head] : null;
  if (governor && relation(verb) === 'xcomp' && governor.lowerForm === 'going') return true;
  return governor !== null && relation(verb) === 'conj' && verb.xpos === 'VB' && isFuture(sentence, governor);
}

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never']);

const isNegated = (sentence: Sentence, token: Token): boolean =>
  children(sentence, token.index, 'advmod').some((child) => NEGATIONS.has(lemmaOf(child)));

export function isRefusal(sentence: Sentence, verb: Token): boolean {
  const negated = isNegated(sentence, verb);
  return negated && auxiliaries(sentence, verb).some((lemma) => WILL.has(lemma) || CAN.has(lemma));
}

function inCondition(sentence: Sentence, token: Token): boolean {
  for (let at: Token | null = token; at; at = at.head >= 0 ? sentence.tokens[at.head] : null) {
    if (children(sentence, at.index, 'mark').some((mark) => ['if', 'unless', 'whether'].includes(lemmaOf(mark))))
      return true;
    if (relation(at) === 'acl' && at.deprel === 'acl:relcl') return true;
  }
  return false;
}

const said = (phrase: string): Pattern => ({ phrase, head: phrase, words: [], frames: [] });

function spoken(
  sentence: Sentence,
  token: Token,
  type: EventType,
  words: readonly number[],
  rule: string,
  sources: string[],
  targets: readonly string[],
): Candidate {
  return {
    sentence,
    token,
    pos: 'verb',
    words,
    pattern: said(rule),
    frame: { type, status: 'actual' },
    type,
    sources,
    targets,
    light: null,
  };
}

/** "Iran must stop": what the speaker demands of the subject. */
function demandAt(
  sentence: Sentence,
  verb: Token,
  speaker: string,
  { lexicon, participants }: Tools,
): Candidate | null {
  const obliging = lexicon.classes.get('OBLIGATION')!;
  const modal = children(sentence, verb.index, 'aux').find((aux) => obliging.has(lemmaOf(aux)));
  const governor = verb.head >= 0 ? sentence.tokens[verb.head] : null;
  const needing =
    !modal &&
    governor &&
    relation(verb) === 'xcomp' &&
    ['need', 'have'].includes(lemmaOf(governor)) &&
    isInfinitive(sentence, verb.index)
      ? governor
      : null;
  const cue = modal ?? needing;
  if (!cue || inCondition(sentence, verb)) return null;
  const subjects = slotsOf(sentence, verb).get(isPassiveUse(sentence, verb) ? 'object' : 'subject');
  if (
    subjects.length === 0 ||
    subjects.some((index) => ['i', 'we', 'it', 'you', 'there'].includes(lemmaOf(sentence.tokens[index])))
  )
    return null;
  const asked = subjects.flatMap((index) => participants.of(sentence, index));
  if (asked.length === 0 || asked.includes(speaker)) return null;
  return spoken(
    sentence,
    verb,
    'REQUEST',
    [cue.index, verb.index].sort((a, b) => a - b),
    'must',
    [speaker],
    asked,
  );
}

/** "Assad is a butcher": how the speaker judges the subject. */
function judgementAt(
  sentence: Sentence,
  word: Token,
  speaker: string,
  { judged, participants }: Tools,
): Candidate | null {
  const isPredicate = hasChild(sentence, word.index, 'cop');
  if (!isPredicate && word.upos !== 'VERB') return null;
  if (inCondition(sentence, word)) return null;
  const parts = [word, ...(isPredicate ? children(sentence, word.index, 'amod', 'compound') : [])].map(lemmaOf);
  const type = (['ACCUSE', 'SUPPORT'] as const).find((each) => parts.some((part) => judged.get(each)?.has(part)));
  if (!type) return null;
  const negated = children(sentence, word.index, 'advmod', 'det').some((child) =>
    ['not', "n't", 'n’t', 'never', 'no'].includes(lemmaOf(child)),
  );
  const subjects = children(sentence, word.index, 'nsubj');
  if (subjects.length === 0) return null;
  const whom = subjects.flatMap((subject) => participants.of(sentence, subject.index));
  if (whom.includes(speaker) || whom.length === 0) return null;
  if (negated && type === 'ACCUSE') return null;
  return spoken(sentence, word, negated ? 'ACCUSE' : type, [word.index], 'judgement', [speaker], whom);
}

const STATIVE = new Set([
  'be',
  'have',
  'know',
  'think',
  'believe',
  'see',
  'happen',
  'exist',
  'remain',
  'need',
  'want',
  'seem',
  'go',
  'say',
]);
const CONCERNED = ['object', 'to', 'with', 'for', 'on', 'clause object'];

/** "We will not pay for the wall": an own act that the speaker declares will not be done. */
function refusalAt(sentence: Sentence, verb: Token, speaker: string, { participants }: Tools): Candidate | null {
  if (
    STATIVE.has(lemmaOf(verb)) ||
    !isRefusal(sentence, verb) ||
    inCondition(sentence, verb) ||
    isPassiveUse(sentence, verb)
  )
    return null;
  const slots = slotsOf(sentence, verb);
  const who = slots.get('subject').flatMap((index) => participants.of(sentence, index));
  const country = participants.countryOf(speaker);
  const own = who.filter(
    (actor) => actor === speaker || (country !== null && participants.countryOf(actor) === country),
  );
  if (own.length === 0) return null;
  for (const slot of CONCERNED) {
    const targets = slots
      .get(slot)
      .flatMap((index) => participants.of(sentence, index))
      .filter((actor) => !own.includes(actor));
    if (targets.length > 0) return spoken(sentence, verb, 'REJECT', [verb.index], 'will not', own, targets);
  }
  return spoken(sentence, verb, 'REJECT', [verb.index], 'will not', own, []);
}

/** What speakers of a sentence do by what they say. */
export function spokenActs(sentence: Sentence, speech: Speech, tools: Tools): Candidate[] {
  const found: Candidate[] = [];
  for (const token of sentence.tokens) {
    if (token.upos === 'PUNCT') continue;
    const speaker = speech.speakerAt(sentence, token.index);
    if (speaker === null) continue;
    const act =
      ((token.upos === 'VERB' || hasChild(sentence, token.index, 'cop')) &&
        (demandAt(sentence, token, speaker, tools) ?? refusalAt(sentence, token, speaker, tools))) ||
      judgementAt(sentence, token, speaker, tools);
    if (act) found.push(act);
  }
  return found;
}

/** Whether the speaker of an act's words is who does it, or speaks for the same state. */
function isOwn({ sentence, token, sources }: Candidate, speech: Speech, participants: Participants): boolean {
  const speaker = speech.speakerAt(sentence, token.index);
  if (speaker === null) return false;
  const country = participants.countryOf(speaker);
  return sources.some(
    (source) => source === speaker || (country !== null && participants.countryOf(source) === country),
  );
}

/** An act that its own doer announces or refuses in words is a threat, a promise, a refusal; agreement denied is refusal. */
export function announced(candidate: Candidate, speech: Speech, { lexicon, participants }: Tools): Candidate {
  const { sentence, token, light } = candidate;
  const entry = lexicon.types.get(candidate.type)!;
  const verb = light?.verb ?? token;
  const own = isOwn(candidate, speech, participants);
  const denied = candidate.pos !== 'noun' && isNegated(sentence, token) ? entry.negated : undefined;
  const said = isRefusal(sentence, verb) ? entry.refused : isFuture(sentence, verb) ? entry.announced : undefined;
  const type = (own ? said : undefined) ?? denied;
  return type ? { ...candidate, type, frame: { type, status: 'actual', content: 'skip' } } : candidate;
}
