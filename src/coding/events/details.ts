import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Document, Sentence, Token } from '../../language/document.ts';
import type { Span } from '../../page/article.ts';
import type { Actor, Evidence, Statement, Where } from '../reading.ts';
import { children, subtree } from '../tree.ts';
import type { Draft } from './index.ts';
import { prepositionOf } from './slots/phrase.ts';
import { distance, isInClauseOf } from './when.ts';

/** What is told of an event beside who did what to whom: its words, mode, contexts, place and statement. */

/** At most this many words make a trigger; a longer stretch is cut to the predicate itself. */
const LONGEST_TRIGGER = 5;

export function triggerOf(document: Document, draft: Draft): Evidence {
  const { sentence, token, words, light } = draft;
  const verb = light && Math.abs(light.verb.index - token.index) < LONGEST_TRIGGER ? light.verb.index : token.index;
  const first = Math.min(words[0], verb);
  const last = Math.max(words[words.length - 1], verb);
  const isShort = last - first < LONGEST_TRIGGER;
  const start = sentence.tokens[isShort ? first : token.index].span[0];
  const end = sentence.tokens[isShort ? last : token.index].span[1];
  return { text: document.text.slice(start, end), span: [start, end] };
}

/** The mode that each word tells of an act of a type: of several the first. */
const modeWords = memo(
  (codebook) =>
    new Map(
      codebook.types.map(({ type, modes }) => [
        type,
        new Map(modes.toReversed().flatMap(({ mode, words }) => words.map((word) => [word, mode]))),
      ]),
    ),
);

const contextWords = memo((codebook) => {
  const byWord = new Map<string, string[]>();
  for (const { context, words } of codebook.contexts)
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), context]);
  return byWord;
});

/** The words of the act: the predicate, its dependents' heads and their modifiers. */
export function wordsAround({ sentence, token, light }: Draft): string[] {
  const { tokens } = sentence;
  const near = [token.index, ...dependents(sentence, token)];
  if (light) near.push(light.verb.index, ...dependents(sentence, light.verb));
  const inner = near.flatMap((index) => tokens[index].children.filter((child) => isModifier(tokens[child])));
  return [...new Set([...near, ...inner])].map((index) => tokens[index].lowerLemma);
}

const isModifier = ({ relation }: Token): boolean =>
  relation === 'compound' || relation === 'amod' || relation === 'nmod';

const dependents = ({ tokens }: Sentence, { children }: Token): number[] =>
  children.filter((child) => tokens[child].relation !== 'nsubj' && tokens[child].relation !== 'conj');

export function modeOf(draft: Draft, around: readonly string[], codebook: Codebook): string | null {
  if (draft.frame.mode) return draft.frame.mode;
  const modes = modeWords(codebook).get(draft.type)!;
  for (const word of around) {
    const mode = modes.get(word);
    if (mode !== undefined) return mode;
  }
  return null;
}

export function contextsOf(draft: Draft, around: readonly string[], codebook: Codebook): string[] {
  if (draft.frame.contexts) return [...draft.frame.contexts];
  const byWord = contextWords(codebook);
  return [...new Set(around.flatMap((word) => byWord.get(word) ?? []))].sort();
}

/** Goldstein's value of the frame, else of the mode, else of the type. */
export function intensityOf(draft: Draft, mode: string | null, codebook: Codebook): number {
  const entry = codebook.types.find((each) => each.type === draft.type)!;
  return draft.frame.intensity ?? entry.modes.find((each) => each.mode === mode)?.goldstein ?? entry.goldstein;
}

const placeTable = memo((codebook) => {
  const places = new Map<string, Omit<Where, 'span'>>();
  for (const { name, aliases, country, lat, lon } of codebook.places)
    for (const phrase of [name, ...aliases]) if (!places.has(phrase)) places.set(phrase, { name, country, lat, lon });
  for (const { name, code, aliases, capital, lat, lon } of codebook.countries) {
    for (const phrase of [name, ...aliases]) places.set(phrase, { name, country: code, lat: null, lon: null });
    if (capital) places.set(capital, { name: capital, country: code, lat, lon });
  }
  return places;
});

const LOCAL = new Set([
  'in',
  'at',
  'near',
  'outside',
  'around',
  'inside',
  'across',
  'from',
  'to',
  'into',
  'on',
  'over',
  'of',
  'off',
  'through',
  'within',
  'along',
  'toward',
  'towards',
  'against',
]);

/** Relations of the words at an act in whose phrases a place may stand. */
const PLACING = new Set(['obl', 'nmod', 'obj', 'nsubj', 'compound']);

/** The named place that the event's own words put it in. */
export function whereOf(document: Document, draft: Draft, codebook: Codebook): Where | null {
  const { sentence, token, light } = draft;
  const places = placeTable(codebook);
  let nearest: Where | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const top of light ? [token, light.verb] : [token])
    for (const start of top.children) {
      if (!PLACING.has(sentence.tokens[start].relation)) continue;
      for (const index of subtree(sentence, start)) {
        const rank = placeRank(sentence, index, token.index);
        if (rank === null || rank > least) continue;
        const where = placeAt(document, sentence, index, places);
        if (!where || (rank === least && nearest && nearest.span[0] <= where.span[0])) continue;
        nearest = where;
        least = rank;
      }
    }
  return nearest;
}

/** How far a name behind a preposition of place stands from an act, the likeliest prepositions first; null where it is none. */
function placeRank(sentence: Sentence, index: number, act: number): number | null {
  if (sentence.tokens[index].upos !== 'PROPN') return null;
  const preposition = prepositionOf(sentence, index);
  if (!preposition || !LOCAL.has(preposition.split(' ')[0])) return null;
  if (!isInClauseOf(sentence, index, act)) return null;
  return (['in', 'at', 'near'].includes(preposition) ? 0 : 10) + distance(sentence, index, act);
}

/** The place that the codebook knows by the name with this head. */
function placeAt(
  document: Document,
  sentence: Sentence,
  index: number,
  places: ReadonlyMap<string, Omit<Where, 'span'>>,
): Where | null {
  const parts = children(sentence, index, 'flat', 'compound').map((each) => each.index);
  const first = sentence.tokens[Math.min(index, ...parts)];
  const last = sentence.tokens[Math.max(index, ...parts)];
  const span: Span = [first.span[0], last.span[1]];
  const known = places.get(document.text.slice(...span)) ?? places.get(sentence.tokens[index].form);
  return known ? { ...known, span } : null;
}

const isSame = (one: Span, other: Span): boolean => one[0] === other[0] && one[1] === other[1];

/** A place as the text means its name: Georgia in the United States, where the report is about it. */
export function asRead(where: Where | null, actors: readonly Actor[]): Where | null {
  const named = where && actors.find(({ mentions }) => mentions.some((span) => isSame(span, where.span)));
  if (!where || !named?.country || named.country === where.country) return where;
  return ['place', 'state'].includes(named.kind) ? { ...where, country: named.country, lat: null, lon: null } : where;
}

/** The innermost statement whose content holds the event's words. */
export function statementOf(draft: Draft, trigger: Evidence, statements: readonly Statement[]): Statement | null {
  const [from, to] = trigger.span;
  const holding = statements.filter(
    (statement) =>
      statement.sentence === draft.sentence.index &&
      statement.content.some(([start, end]) => start <= from && end >= to),
  );
  const length = (statement: Statement): number =>
    statement.content.reduce((sum, [start, end]) => sum + end - start, 0);
  return holding.sort((a, b) => length(a) - length(b))[0] ?? null;
}
