import type { Sentence, Token } from '../../language/document.ts';
import type { Status } from '../reading.ts';
import { children, hasChild, relation } from '../tree.ts';
import type { Candidate } from './candidates.ts';
import type { EventLexicon } from './lexicon.ts';
import { complements } from './slots/clause.ts';

/** What a governing act makes of the acts in its content: not events of their own, or of that status. */
export type Fate = 'skip' | Status;

/** Speech acts whose noun object is their content too ("demanded a ceasefire", "promised aid"). */
const CONTENT_PREPOSITIONS = new Set(['for', 'to', 'with', 'of']);

/** The nouns by which somebody denies their part in an act, and that act: "denied involvement in the attack". */
function partsDenied({ sentence, token }: Candidate, lexicon: EventLexicon): number[] {
  const parts = children(sentence, token.index, 'obj').filter((each) =>
    lexicon.classes.get('PART_IN_AN_ACT')!.has(each.lowerLemma),
  );
  return parts.length === 0 ? [] : [...parts, ...children(sentence, token.index, 'obl')].map((each) => each.index);
}

/** The heads of what a candidate's act is about. */
export function contentHeads(candidate: Candidate, skips: boolean): number[] {
  const { sentence, token, words, pos } = candidate;
  const clauses = complements(sentence, token).map((clause) => clause.index);
  // "should take them back and put them on trial": all that is demanded
  if (candidate.pattern.frames.length === 0 && candidate.type === 'REQUEST')
    clauses.push(...children(sentence, token.index, 'conj').map((demanded) => demanded.index));
  if (!skips || (candidate.type === 'REJECT' && candidate.frame.content === undefined)) return clauses;
  const objects = token.children.filter((child) => {
    const each = sentence.tokens[child];
    if (each.upos !== 'NOUN' || words.includes(child)) return false;
    const name = relation(each);
    if (name === 'obj' || each.deprel === 'nsubj:pass') return pos === 'verb';
    const marker = each.children.map((inner) => sentence.tokens[inner]).find((inner) => relation(inner) === 'case');
    return (name === 'obl' || name === 'nmod') && marker !== undefined && CONTENT_PREPOSITIONS.has(marker.lowerLemma);
  });
  return [...clauses, ...objects];
}

/** For the candidates of a sentence: the head tokens of content, and what becomes of acts in it. */
export function fates(
  candidates: readonly Candidate[],
  lexicon: EventLexicon,
): Map<number, { fate: Fate; by: Candidate }> {
  const found = new Map<number, { fate: Fate; by: Candidate }>();
  for (const candidate of candidates) {
    const content = candidate.frame.content ?? lexicon.types.get(candidate.type)!.content;
    if (content === 'keep') continue;
    const denied = content === 'negated' && candidate.pos === 'verb' ? partsDenied(candidate, lexicon) : [];
    for (const head of [...contentHeads(candidate, content === 'skip'), ...denied])
      if (!found.has(head)) found.set(head, { fate: content, by: candidate });
  }
  return found;
}

/** Conjunctions of what is told as the ground or occasion of an act. */
const GROUND = new Set(['since', 'after', 'because', 'as', 'while', 'when', 'although', 'though', 'whereas']);
const OCCASION = new Set(['against', 'after', 'since', 'during', 'amid', 'amidst', 'despite', 'following', 'over']);

/** A happening that a phrase takes for granted: "against the Turkish advance", "despite his offensive". */
function isGiven(sentence: Sentence, token: Token): boolean {
  if (token.upos !== 'NOUN' || !hasChild(sentence, token.index, 'det', 'nmod:poss')) return false;
  return children(sentence, token.index, 'case').some((marker) => OCCASION.has(marker.lowerLemma));
}

/** "denied it, and Trump went on to …": a clause with a subject of its own behind a comma goes on by itself. */
function isNextStatement(sentence: Sentence, token: Token): boolean {
  if (relation(token) !== 'conj' || !hasChild(sentence, token.index, 'nsubj', 'nsubj:pass')) return false;
  const and = children(sentence, token.index, 'cc')[0];
  const isThat = children(sentence, token.index, 'mark').some((mark) => mark.lowerLemma === 'that');
  return and !== undefined && !isThat && sentence.tokens[and.index - 1]?.form === ',';
}

/** What governing content makes of a token; a relative clause on the way is background, told by the author. */
export function fateOf(
  sentence: Sentence,
  index: number,
  heads: ReadonlyMap<number, { fate: Fate; by: Candidate }>,
): { fate: Fate; by: Candidate } | null {
  for (let at = index; at >= 0; at = sentence.tokens[at].head) {
    const found = heads.get(at);
    if (found && found.by.token.index !== index) return found;
    const token = sentence.tokens[at];
    if (token.deprel === 'acl:relcl' || isNextStatement(sentence, token)) return null;
    // "threatened to go further since sending troops": what was so when it was said
    if (
      relation(token) === 'advcl' &&
      token.children.some(
        (child) => GROUND.has(sentence.tokens[child].lowerLemma) && relation(sentence.tokens[child]) === 'mark',
      )
    )
      return null;
    // "protect the border against the Turkish advance": what is spoken of as going on
    if (isGiven(sentence, token) && at === index) return null;
    // ", leaving him to hold talks": what came of it
    const first = token.index > 0 ? sentence.tokens[token.index - 1] : null;
    if (relation(token) === 'advcl' && token.xpos === 'VBG' && first?.upos === 'PUNCT') return null;
  }
  return null;
}
