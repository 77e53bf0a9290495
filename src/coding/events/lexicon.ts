import { memo } from '../../codebook/codebook.ts';
import type { EventTypeEntry, Frame, LightVerb, Predicate } from '../../codebook/schema.ts';
import type { EventType } from '../reading.ts';
import { type Condition, conditionsOf, PREDICATE_KEYS } from './conditions.ts';

export type PredicateClass = 'verb' | 'noun' | 'adjective';

/** Pasts that the tagger now and then takes for presents or nouns ("he *shot* the guard"), so that their lemma is lost. */
const PASTS: ReadonlyMap<string, readonly string[]> = new Map(
  'shoot shot,shake shook,tear tore,swear swore,strike struck,drive drove,break broke,steal stole,freeze froze,throw threw,withdraw withdrew,overthrow overthrew,override overrode overridden,forgive forgave,forbid forbade,undertake undertook,retake retook,slay slew,fling flung,cling clung'
    .split(',')
    .map((forms) => forms.split(' '))
    .map(([lemma, ...pasts]) => [lemma, pasts]),
);

/** The inflections of a verb or noun, each possible spelling: words that a lemmatizer does not know still find their entry. */
function inflections(lemma: string): string[] {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}i` : lemma;
  // "barred", "gassed", "panicked"
  const last = /[^aeiou][aeiou][bdglmnprst]$/.test(lemma) ? lemma.at(-1) : /[aeiou]c$/.test(lemma) ? 'k' : null;
  const doubled = last === null ? [] : [`${lemma}${last}ed`, `${lemma}${last}ing`];
  const third = /(s|x|z|ch|sh|o|e|[^aeiou]y)$/.test(lemma) ? `${stem}es` : `${lemma}s`;
  return [third, `${stem}ed`, `${lemma.endsWith('e') ? stem : lemma}ing`, ...doubled, ...(PASTS.get(lemma) ?? [])];
}

/** A frame with its conditions as they are tested. */
export interface TestedFrame extends Frame {
  readonly conditions: readonly Condition[];
  readonly exceptions: readonly Condition[];
}

/** A codebook entry under one of its words: `words` are those that must stand by the head ("open" + fire). */
export interface Pattern {
  readonly phrase: string;
  readonly head: string;
  readonly words: readonly string[];
  /** Those of them that stand before the head ("*in* contact with"). */
  readonly before: readonly string[];
  /** The parts of a head that is written with hyphens where a text's tokens are those parts ("walk - out"). */
  readonly joined: readonly string[] | null;
  readonly frames: readonly TestedFrame[];
}

/** The patterns of a head, those of most words first, and the bits of the words that each asks for. */
export interface Patterns {
  readonly list: readonly Pattern[];
  /** Where the words around a head lack one of these, the phrase is not there: most are told so without a look at them. */
  readonly bits: Int32Array;
}

export interface LightPattern {
  readonly words: readonly string[];
  readonly entry: LightVerb;
}

/** The codebook's predicates by class and head lemma, the longest phrases first. */
export interface EventLexicon {
  /** The patterns of a word by its lemma, else by its form in lower case. */
  patterns(pos: PredicateClass, lemma: string, form?: string): Patterns;
  /** Every word by which patterns are found. */
  readonly heads: ReadonlySet<string>;
  lightVerbs(lemma: string): readonly LightPattern[];
  readonly types: ReadonlyMap<EventType, EventTypeEntry>;
  /** Forms that are one class of word whatever the tagger says. */
  readonly only: ReadonlyMap<string, PredicateClass>;
  /** The words of a class by its name (`WEAPON`). */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One of 32 bits for a word: words of different bits are different. */
export const bitOf = (word: string): number =>
  1 << ((7 * word.charCodeAt(0) + 3 * word.charCodeAt(word.length - 1) + word.length) & 31);

const PREPOSITIONS = new Set(['of', 'for', 'on', 'to', 'with', 'between', 'in', 'at', 'by', 'from', 'against', 'into']);

/** Whether a frame can be meant for a phrase of its entry: what it asks of the predicate's own word is known beforehand. */
function isFor({ type, when, unless }: Frame, phrase: string, head: string): boolean {
  if (type === null && !when && !unless) return false;
  const names = (words: readonly string[] | undefined): boolean =>
    words?.some((word) => word === phrase || word === head) ?? false;
  return [...PREDICATE_KEYS].every((key) => !names(unless?.[key]) && (when?.[key] === undefined || names(when[key])));
}

/** The head of a phrase: a verb stands first, a noun last or before its preposition ("use of force"). */
export function patternOf(pos: PredicateClass, phrase: string, frames: readonly TestedFrame[]): Pattern {
  const words = phrase.toLowerCase().split(' ');
  const preposition = words.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word));
  const head = pos === 'verb' ? 0 : pos === 'noun' && preposition > 0 ? preposition - 1 : words.length - 1;
  const others = words.filter((_, index) => index !== head);
  return {
    phrase,
    head: words[head],
    words: others,
    before: words.slice(0, head),
    joined: null,
    frames: frames.filter((frame) => isFor(frame, phrase, words[head])),
  };
}

/** A phrase as a text's tokens may have it: after a prefix a hyphen stays in its word ("re-arm"), else it parts two ("walk - out"). */
export function patternsOfPhrase(pos: PredicateClass, phrase: string, frames: readonly TestedFrame[]): Pattern[] {
  const whole = patternOf(pos, phrase, frames);
  if (!phrase.includes('-')) return [whole];
  const parts = (words: readonly string[]): string[] => words.flatMap((word) => word.split('-'));
  const apart = { ...whole, words: parts(whole.words), before: parts(whole.before) };
  if (!whole.head.includes('-')) return [whole, apart];
  const joined = whole.head.split('-');
  // which part heads the others is up to the parser: "a *sit* - in", "a walk - *out*"
  const heads = pos === 'noun' ? new Set([joined[0], joined.at(-1)!]) : [joined.at(-1)!];
  return [whole, ...[...heads].map((head) => ({ ...apart, head, joined }))];
}

export function framesOf(entry: Predicate): readonly Frame[] {
  if (entry.frames) return entry.frames;
  const { verb: _verb, noun: _noun, adjective: _adjective, frames: _frames, note: _note, ...frame } = entry;
  return [frame as Frame];
}

const append = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

interface Entry {
  readonly predicate: Predicate;
  readonly frames: readonly TestedFrame[];
}

/** Patterns of one word class by head lemma, and heads by the forms that a lemmatizer may leave as they are. */
interface ClassIndex {
  readonly byHead: ReadonlyMap<string, Patterns>;
  readonly byForm: ReadonlyMap<string, Patterns>;
}

function indexOf(pos: PredicateClass, entries: readonly Entry[]): ClassIndex {
  const all = entries.flatMap(({ predicate, frames }) =>
    (predicate[pos] ?? []).flatMap((phrase) => patternsOfPhrase(pos, phrase, frames)),
  );
  const byHead = new Map([...Map.groupBy(all, ({ head }) => head)].map(([head, list]) => [head, patternsOf(list)]));
  const byForm = new Map<string, Patterns>();
  if (pos !== 'adjective')
    for (const [head, patterns] of byHead)
      for (const form of inflections(head)) if (!byForm.has(form)) byForm.set(form, patterns);
  return { byHead, byForm };
}

const lengthOf = ({ words, joined }: Pattern): number => words.length + (joined?.length ?? 1);

function patternsOf(patterns: readonly Pattern[]): Patterns {
  const list = patterns.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  return { list, bits: Int32Array.from(list, ({ words }) => words.reduce((bits, word) => bits | bitOf(word), 0)) };
}

const NONE = patternsOf([]);

export const eventLexicon = memo((codebook): EventLexicon => {
  const classes = new Map(codebook.classes.map((entry) => [entry.name, new Set(entry.words)]));
  // Every key in its place, so that all frames are alike to the engine.
  const tested = (frame: Frame): TestedFrame => ({
    type: frame.type,
    mode: frame.mode,
    contexts: frame.contexts,
    source: frame.source,
    target: frame.target,
    place: frame.place,
    when: frame.when,
    unless: frame.unless,
    content: frame.content,
    status: frame.status,
    intensity: frame.intensity,
    and: frame.and,
    conditions: conditionsOf(frame.when, classes),
    exceptions: conditionsOf(frame.unless, classes),
  });
  const entries = codebook.predicates.map((predicate) => ({ predicate, frames: framesOf(predicate).map(tested) }));
  const indexes: Readonly<Record<PredicateClass, ClassIndex>> = {
    verb: indexOf('verb', entries),
    noun: indexOf('noun', entries),
    adjective: indexOf('adjective', entries),
  };
  const light = new Map<string, LightPattern[]>();
  for (const entry of codebook.lightVerbs) {
    for (const phrase of entry.verb) {
      const [head, ...words] = phrase.split(' ');
      append(light, head, { words, entry });
    }
  }
  return {
    patterns: (pos, lemma, form) => {
      const { byHead, byForm } = indexes[pos];
      return byHead.get(lemma) ?? (form === undefined ? undefined : byForm.get(form)) ?? NONE;
    },
    heads: new Set(Object.values(indexes).flatMap(({ byHead, byForm }) => [...byHead.keys(), ...byForm.keys()])),
    lightVerbs: (lemma) => light.get(lemma) ?? [],
    types: new Map(codebook.types.map((entry) => [entry.type, entry])),
    only: new Map<string, PredicateClass>([
      ...[...classes.get('ONLY_NOUN')!].map((form) => [form, 'noun'] as const),
      ...[...classes.get('ONLY_VERB')!].map((form) => [form, 'verb'] as const),
    ]),
    classes,
  };
});
