import type { Sentence, Token } from '../document.ts';
import { childrenOf, relation } from '../tree.ts';
import type { Draft } from './draft.ts';
import { rowBefore } from './groups.ts';
import { recent, type Spoken } from './nominals.ts';
import { antecedentOf, pronounOf } from './pronoun-mentions.ts';
import type { Referent } from './record.ts';

/** How many sentences back a pronoun may reach. */
const REACH = 2;

/** Whom a pronoun means of those spoken of, or null where that is not plain. */
export function resolvePronoun(draft: Draft, spoken: Spoken, speaker: Referent | null): Referent | null {
  const { sentence, head } = draft;
  const pronoun = pronounOf(head);
  if (pronoun === 'i') return speaker?.kind === 'organisation' ? null : speaker;
  if (pronoun === 'we') return speaker;
  if (pronoun === 'who' || pronoun === 'which' || pronoun === 'that') {
    const noun = antecedentOf(sentence, head);
    const meant = noun ? (find(spoken, sentence, noun)?.referent ?? null) : null;
    return pronoun === 'which' && meant?.kind === 'person' ? null : meant;
  }
  const scores = new Map<Referent, number>();
  for (const entry of recent(spoken, sentence, REACH)) {
    const distance = sentence.index - entry.draft.sentence.index;
    if (!fits(draft, pronoun!, entry.draft, entry.referent) || isBound(draft, entry.draft)) continue;
    const clause = distance === 0 ? clauseBonus(draft, entry.draft) : 0;
    const score =
      salience(entry.draft, distance, relation(head)) + clause + Math.min(entry.referent.mentions.length, 6);
    scores.set(entry.referent, Math.max(scores.get(entry.referent) ?? 0, score));
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const row = pronoun === 'they' ? rowBefore(draft, spoken) : null;
  if (ranked.length === 0) return row;
  const [[best, score], second] = ranked;
  // A row of subjects right before goes ahead of all but what this sentence names.
  if (row && score < 22) return row;
  if (pronoun === 'it' && (score < 26 || rivalOf(draft, spoken) > score)) return null;
  return second && score - second[1] < 1.5 ? null : best;
}

function find(spoken: Spoken, sentence: Sentence, noun: Token): Spoken[number] | undefined {
  for (const entry of recent(spoken, sentence, 0)) if (entry.draft.head === noun) return entry;
}

function fits(draft: Draft, pronoun: string, candidate: Draft, referent: Referent): boolean {
  const { kind, gender, number } = referent;
  if (pronoun === 'he' || pronoun === 'she')
    return kind === 'person' && number === 'singular' && (gender === null || gender === draft.gender);
  if (pronoun === 'they')
    return number === 'plural' || (kind === 'organisation' && candidate.form !== 'name') || kind === 'people';
  return number === 'singular' && kind !== 'person' && kind !== 'people' && kind !== null;
}

/** A pronoun cannot mean what it is a part of, nor, unless reflexive or possessive, another argument of its own verb. */
function isBound(draft: Draft, candidate: Draft): boolean {
  if (candidate.sentence !== draft.sentence) return false;
  const { head } = draft;
  if (head.index >= candidate.tokens[0] && head.index < candidate.tokens[1]) return true;
  if (/sel(?:f|ves)$/i.test(head.form) || head.deprel === 'nmod:poss') return false;
  return candidate.head.head === head.head && relation(candidate.head) !== 'conj' && head.head >= 0;
}

/** The subject of the pronoun's own clause comes before that of the clause above it, and so on. */
function clauseBonus({ sentence, head }: Draft, candidate: Draft): number {
  let bonus = 9;
  for (let index = head.head; index >= 0 && bonus > 0; index = sentence.tokens[index].head) {
    const subject = sentence.tokens[index].children.find((child) => relation(sentence.tokens[child]) === 'nsubj');
    if (subject === undefined) continue;
    if (subject === candidate.head.index) return bonus;
    bonus -= 3;
  }
  return 0;
}

const ROLE: Readonly<Record<string, number>> = { nsubj: 12, obj: 6, iobj: 6, obl: 3, nmod: 2, appos: 1 };

function salience(candidate: Draft, distance: number, role: string): number {
  const own = relation(candidate.head);
  const parallel = own === role && role === 'nsubj' ? 4 : 0;
  const name = candidate.form === 'name' ? 2 : candidate.form === 'pronoun' ? 3 : 0;
  const order = distance === 0 ? candidate.head.index / 100 : 0;
  const main = own === 'nsubj' && isRootClause(candidate) ? 3 : 0;
  return [22, 14, 0][distance] + (ROLE[own] ?? 0) + parallel + name + order + main;
}

function isRootClause({ sentence, head }: Draft): boolean {
  return head.head >= 0 && sentence.tokens[head.head].head < 0;
}

/** How salient the best noun is that means no actor at all but that "it" could mean: "the deal", "the message". */
function rivalOf({ sentence, head }: Draft, spoken: Spoken): number {
  let best = 0;
  const actors = new Set([...recent(spoken, sentence, 1)].map(({ draft }) => draft.head));
  const before = spoken.findLast(({ draft }) => draft.sentence !== sentence)?.draft.sentence;
  for (const [distance, where] of [sentence, before].entries()) {
    if (!where || sentence.index - where.index > 1) continue;
    for (const noun of where.tokens) {
      if (noun.upos !== 'NOUN' || noun.xpos === 'NNS' || actors.has(noun)) continue;
      if (where === sentence && noun.index >= head.index) continue;
      const role = relation(noun);
      if (!ROLE[role] || childrenOf(where, noun, 'case').some(({ lemma }) => ['on', 'at', 'during'].includes(lemma)))
        continue;
      best = Math.max(best, [22, 14][distance] + ROLE[role] + (role === 'nsubj' ? 4 : 0));
    }
  }
  return best;
}
