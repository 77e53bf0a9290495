import type { Document, Sentence, Time, Token } from '../../language/document.ts';
import type { Span } from '../../page/article.ts';
import type { When } from '../reading.ts';
import { children, governors } from '../tree.ts';
import type { Draft } from './index.ts';

/** How far in the tree a time's words may hang from an act's. */
const FARTHEST = 4;

/** How many steps apart two words stand in the tree. */
export function distance({ tokens }: Sentence, from: number, to: number): number {
  let up = 0;
  for (let one = from; one >= 0; one = tokens[one].head, up++) {
    let down = 0;
    for (let other = to; other >= 0; other = tokens[other].head, down++) if (one === other) return up + down;
  }
  return 99;
}

/** The word of a stretch that hangs on a word outside it. */
export function headOf(sentence: Sentence, [start, end]: Span): Token | undefined {
  const within = ({ span }: Token): boolean => span[0] >= start && span[1] <= end;
  return sentence.tokens.find((token) => within(token) && (token.head < 0 || !within(sentence.tokens[token.head])));
}

function isBelow({ tokens }: Sentence, index: number, above: number): boolean {
  for (let at = tokens[index].head; at >= 0; at = tokens[at].head) if (at === above) return true;
  return false;
}

/** Whether no clause stands between a word and an act: "in 2009" is not of the lifting in "lift sanctions imposed in 2009". */
export function isInClauseOf(sentence: Sentence, word: number, act: number): boolean {
  const { tokens } = sentence;
  for (let at = tokens[word].head; at >= 0; at = tokens[at].head) {
    if (at === act || isBelow(sentence, act, at)) return true;
    if (tokens[at].upos === 'VERB') return false;
  }
  return true;
}

/** How near a word hangs on an act; null where it hangs on another event's word, or too far off. */
export function nearness(draft: Draft, head: number, others: readonly number[]): number | null {
  const { sentence, token, light } = draft;
  const path = [...governors(sentence, head)].map((each) => each.index);
  const own = (index: number): boolean => index === token.index || index === light?.verb.index;
  const holder = path.find((index) => own(index) || others.includes(index));
  if (holder !== undefined && !own(holder) && !path.includes(token.index) && !isBelow(sentence, token.index, holder))
    return null;
  if (!isInClauseOf(sentence, head, token.index)) return null;
  const away = distance(sentence, head, token.index);
  return away <= FARTHEST ? away : null;
}

const AT_ANOTHER_TIME = new Set(['after', 'before', 'since', 'until']);

/** "said on Monday that it was over, a day after he had flown home": what such a clause tells has not the time of what it hangs on. */
function isAtAnotherTime(sentence: Sentence, act: number, time: number): boolean {
  for (let at = act; at >= 0 && !isBelow(sentence, time, at); at = sentence.tokens[at].head) {
    const { deprel } = sentence.tokens[at];
    if (deprel === 'advcl' && children(sentence, at, 'mark').some(({ lowerLemma }) => AT_ANOTHER_TIME.has(lowerLemma)))
      return true;
  }
  return false;
}

/** The time whose words hang nearest on the event in the tree, but not on another event's word, nor in a stretch of `taken`. */
export function whenOf(
  document: Document,
  draft: Draft,
  others: readonly number[],
  taken: Span | null = null,
): When | null {
  let best: { time: Time; away: number } | null = null;
  for (const time of document.times) {
    if (time.sentence !== draft.sentence.index) continue;
    if (taken && time.span[0] < taken[1] && time.span[1] > taken[0]) continue;
    const head = headOf(draft.sentence, time.span);
    if (!head || isAtAnotherTime(draft.sentence, draft.token.index, head.index)) continue;
    const away = nearness(draft, head.index, others);
    if (away !== null && (!best || away < best.away)) best = { time, away };
  }
  return best && { from: best.time.from, to: best.time.to, text: best.time.text };
}
