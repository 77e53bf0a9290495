import { children, firstChild, relation } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Referent } from './record.ts';
import type { Spoken } from './spoken.ts';

/** "X, the foreign minister", "the foreign minister, X" and "the newspaper X": one mention beside another. */
export function apposition(draft: Draft, beside: Spoken): Referent | null {
  for (const { draft: other, referent } of beside) {
    const joined =
      (relation(draft.head) === 'appos' && draft.head.head === other.head.index) ||
      (relation(other.head) === 'appos' && other.head.head === draft.head.index) ||
      isBeside(draft, other);
    if (joined && agree(draft, referent)) return referent;
  }
  return null;
}

const HOLDERS = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'its']);

/** What stands between two commas, or right before a name, whatever the tree makes of it. */
function isBeside(draft: Draft, other: Draft): boolean {
  const { name } = other;
  if (!name || !draft.office) return false;
  const { tokens } = draft.sentence;
  const [start, end] = draft.tokens;
  if (end === name.start) return draft.head.index === end - 1;
  // "the envoy to the Middle East Ana Li", not "the envoy of Ana Li".
  if (end === name.end && name.start > draft.head.index + 1 && !name.known)
    return tokens[name.start - 1].upos === 'PROPN';
  const closes = (at: number) => /^(?:[,.;)–—]|)$/.test(tokens[at]?.form ?? '');
  const opensWith = tokens[start].lowerForm;
  if (start === name.end + 1 && tokens[name.end].form === ',')
    return ['the', 'a', 'an'].includes(opensWith) && closes(end) && name.end === other.tokens[1];
  return end + 1 === name.start && tokens[end].form === ',' && HOLDERS.has(opensWith) && closes(name.end);
}

/** A list in apposition, or a place after its town's name, is no second name of the first. */
function agree(draft: Draft, { kind, number }: Referent): boolean {
  if (kind === 'place' || draft.number !== number) return false;
  return draft.kind === null || kind === null || draft.kind === kind || kind === 'other';
}

const DENYING = new Set(['not', "n't", 'n’t', 'never', 'no']);

/** "He is a man who …", "Berg was a minister": what somebody is said to be is they, unless it is denied or only possible. */
export function predicated(draft: Draft, beside: Spoken): Referent | null {
  const { sentence, head } = draft;
  if (firstChild(sentence, head.index, 'cop')?.lowerLemma !== 'be') return null;
  const subject = firstChild(sentence, head.index, 'nsubj');
  if (!subject || firstChild(sentence, head.index, 'mark')) return null;
  const modal = children(sentence, head.index, 'aux').some(({ xpos }) => xpos === 'MD');
  const denied = children(sentence, head.index, 'advmod', 'det').some(({ lowerLemma }) => DENYING.has(lowerLemma));
  if (modal || denied) return null;
  const meant = beside.find(({ draft: other }) => other.head === subject)?.referent;
  return meant && agree(draft, meant) ? meant : null;
}
