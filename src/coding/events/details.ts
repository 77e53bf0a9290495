import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Document } from '../../language/document.ts';
import type { Span } from '../../page/article.ts';
import type { Actor, Evidence, Statement, Where } from '../reading.ts';
import { children, relation, subtree } from '../tree.ts';
import type { Draft } from './index.ts';
import { coordinated, prepositionOf } from './slots/phrase.ts';
import { distance, isInClauseOf } from './when.ts';

/** What is told of an event beside who did what to whom: its words, mode, contexts, place and statement. */

/** At most this many words make a trigger; a longer stretch is cut to the predicate itself. */
const LONGEST_TRIGGER = 5;

export function triggerOf(document: Document, draft: Draft): Evidence {
  const { sentence, token, words, light } = draft;
  const all = [
    ...words,
    ...(light && Math.abs(light.verb.index - token.index) < LONGEST_TRIGGER ? [light.verb.index] : []),
  ];
  const first = Math.min(...all);
  const last = Math.max(...all);
  const [from, to] = last - first < LONGEST_TRIGGER ? [first, last] : [token.index, token.index];
  const span: Span = [sentence.tokens[from].span[0], sentence.tokens[to].span[1]];
  return { text: document.text.slice(...span), span };
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
export function wordsAround(draft: Draft): string[] {
  const { sentence, token, light } = draft;
  const tops = [token, ...(light ? [light.verb] : [])];
  const near = tops.flatMap((top) => [
    top.index,
    ...top.children.filter(
      (child) => relation(sentence.tokens[child]) !== 'nsubj' && relation(sentence.tokens[child]) !== 'conj',
    ),
  ]);
  const inner = near.flatMap((index) =>
    sentence.tokens[index].children.filter((child) =>
      ['compound', 'amod', 'nmod'].includes(relation(sentence.tokens[child])),
    ),
  );
  return [...new Set([...near, ...inner])].map((index) => sentence.tokens[index].lowerLemma);
}

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

/** The named place that the event's own words put it in. */
export function whereOf(document: Document, draft: Draft, codebook: Codebook): Where | null {
  const { sentence, token, light } = draft;
  const places = placeTable(codebook);
  const tops = [token.index, ...(light ? [light.verb.index] : [])];
  const queue = tops.flatMap((top) => [...sentence.tokens[top].children]);
  const ranked: { where: Where; rank: number }[] = [];
  for (const start of queue) {
    if (!['obl', 'nmod', 'obj', 'nsubj', 'compound'].includes(relation(sentence.tokens[start]))) continue;
    for (const index of subtree(sentence, start)) {
      if (sentence.tokens[index].upos !== 'PROPN') continue;
      const preposition = coordinated(sentence, index).length > 0 ? prepositionOf(sentence, index) : null;
      if (!preposition || !LOCAL.has(preposition.split(' ')[0])) continue;
      if (!isInClauseOf(sentence, index, token.index)) continue;
      const parts = [...children(sentence, index, 'flat', 'compound').map((each) => each.index), index].sort(
        (a, b) => a - b,
      );
      const span: Span = [sentence.tokens[parts[0]].span[0], sentence.tokens[parts[parts.length - 1]].span[1]];
      const known = places.get(document.text.slice(...span)) ?? places.get(sentence.tokens[index].form);
      if (known)
        ranked.push({
          where: { ...known, span },
          rank: (['in', 'at', 'near'].includes(preposition) ? 0 : 1) * 10 + distance(sentence, index, token.index),
        });
    }
  }
  ranked.sort((a, b) => a.rank - b.rank || a.where.span[0] - b.where.span[0]);
  return ranked[0]?.where ?? null;
}

/** A place as the text means its name: Georgia in the United States, where the report is about it. */
export function asRead(where: Where | null, actors: readonly Actor[]): Where | null {
  const named = where && actors.find(({ mentions }) => mentions.some((span) => span.join() === where.span.join()));
  if (!where || !named?.country || named.country === where.country) return where;
  return ['place', 'state'].includes(named.kind) ? { ...where, country: named.country, lat: null, lon: null } : where;
}

/** The innermost statement whose content holds the event's words. */
export function statementOf(draft: Draft, trigger: Evidence, statements: readonly Statement[]): Statement | null {
  const holding = statements.filter(
    (statement) =>
      statement.sentence === draft.sentence.index &&
      statement.content.some(([start, end]) => start <= trigger.span[0] && end >= trigger.span[1]),
  );
  const length = (statement: Statement): number =>
    statement.content.reduce((sum, [start, end]) => sum + end - start, 0);
  return holding.sort((a, b) => length(a) - length(b))[0] ?? null;
}
