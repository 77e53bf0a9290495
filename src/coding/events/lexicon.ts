import { memo } from '../../codebook/codebook.ts';
import type { EventTypeEntry, Frame, LightVerb, Predicate } from '../../codebook/schema.ts';
import type { EventType } from '../reading.ts';

export type PredicateClass = 'verb' | 'noun' | 'adjective';

/** A codebook entry under one of its words: `words` are those that must stand by the head ("open" + fire). */
export interface Pattern {
  readonly phrase: string;
  readonly head: string;
  readonly words: readonly string[];
  readonly frames: readonly Frame[];
}

export interface LightPattern {
  readonly words: readonly string[];
  readonly entry: LightVerb;
}

/** The codebook's predicates by class and head lemma, the longest phrases first. */
export interface EventLexicon {
  patterns(pos: PredicateClass, lemma: string): readonly Pattern[];
  lightVerbs(lemma: string): readonly LightPattern[];
  readonly types: ReadonlyMap<EventType, EventTypeEntry>;
  /** The words of a class by its name (`WEAPON`). */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
}

const PREPOSITIONS = new Set(['of', 'for', 'on', 'to', 'with', 'between', 'in', 'at', 'by', 'from', 'against', 'into']);

/** The head of a phrase: a verb stands first, a noun last or before its preposition ("use of force"). */
function patternOf(pos: PredicateClass, phrase: string, frames: readonly Frame[]): Pattern {
  const words = phrase.toLowerCase().split(' ');
  const preposition = words.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word));
  const head = pos === 'verb' ? 0 : pos === 'noun' && preposition > 0 ? preposition - 1 : words.length - 1;
  return { phrase, head: words[head], words: words.filter((_, index) => index !== head), frames };
}

function framesOf(entry: Predicate): readonly Frame[] {
  if (entry.frames) return entry.frames;
  const { verb: _verb, noun: _noun, adjective: _adjective, frames: _frames, note: _note, ...frame } = entry;
  return [frame as Frame];
}

const append = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

export const eventLexicon = memo((codebook): EventLexicon => {
  const byHead = new Map<string, Pattern[]>();
  for (const entry of codebook.predicates) {
    for (const pos of ['verb', 'noun', 'adjective'] as const) {
      for (const phrase of entry[pos] ?? []) {
        const pattern = patternOf(pos, phrase, framesOf(entry));
        append(byHead, `${pos} ${pattern.head}`, pattern);
      }
    }
  }
  for (const list of byHead.values()) list.sort((a, b) => b.words.length - a.words.length);
  const light = new Map<string, LightPattern[]>();
  for (const entry of codebook.lightVerbs) {
    for (const phrase of entry.verb) {
      const [head, ...words] = phrase.split(' ');
      append(light, head, { words, entry });
    }
  }
  return {
    patterns: (pos, lemma) => byHead.get(`${pos} ${lemma}`) ?? [],
    lightVerbs: (lemma) => light.get(lemma) ?? [],
    types: new Map(codebook.types.map((entry) => [entry.type, entry])),
    classes: new Map(codebook.classes.map((entry) => [entry.name, new Set(entry.words)])),
  };
});
