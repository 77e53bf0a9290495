import type { Sentence, Token } from '../document.ts';
import { firstChild, hasChild } from '../tree.ts';
import { judgedOwner, subjectAhead } from './bound.ts';
import type { Draft } from './draft.ts';
import { type Row, rowBefore } from './groups.ts';
import { pronounOf } from './pronoun-mentions.ts';
import type { Referent } from './record.ts';
import { recent, type Spoken } from './spoken.ts';

/** How many sentences back a pronoun may reach. */
const REACH = 2;
/** How many back a noun that means nobody may be what it stands for. */
const REACH_OF_THINGS = 1;

/** What a pronoun may stand for: one that is spoken of, or (null) a noun that means nobody, or nothing named. */
export interface Candidate {
  readonly referent: Referent | null;
  /** The word that heads it; null for nothing named. */
  readonly head: Token | null;
  readonly sentence: Sentence;
  /** What it looks like beside the pronoun: template and value in turn. */
  readonly features: readonly string[];
}

/** Parts of names and compounds, which nobody takes up again. */
const PARTS = new Set(['compound', 'flat', 'amod', 'case', 'fixed', 'goeswith', 'mark', 'cc', 'advmod']);

/**
 * All that a personal pronoun may stand for, nearest last; features are counted per `pronounClass`. `named` are the names of
 * its sentence.
 */
export function candidatesOf(draft: Draft, spoken: Spoken, named: Spoken, sentences: readonly Sentence[]): Candidate[] {
  const { sentence, head } = draft;
  const pronoun = pronounOf(head)!;
  const found: Candidate[] = [{ referent: null, head: null, sentence, features: ['none', 'any'] }];
  const actors = new Set<Token>();
  const bindsFreely = head.deprel === 'nmod:poss' || /sel(?:f|ves)$/.test(head.lowerForm);
  for (const { draft: other, referent } of recent(spoken, sentence, REACH)) {
    actors.add(other.head);
    if (!mayMean(pronoun, draft, referent) || isBound(draft, other, bindsFreely)) continue;
    found.push({ referent, head: other.head, sentence: other.sentence, features: featuresOf(draft, other, referent) });
  }
  const ahead = subjectAhead(draft, named);
  if (ahead && mayMean(pronoun, draft, ahead.referent))
    found.push({
      referent: ahead.referent,
      head: ahead.draft.head,
      sentence,
      features: featuresOf(draft, ahead.draft, ahead.referent),
    });
  const judged = found.filter(({ head: candidate }) => candidate !== null && candidate === judgedOwner(draft));
  if (judged.length > 0) return judged;
  if (pronoun !== 'it' && pronoun !== 'they') return found;
  const row = pronoun === 'they' ? rowBefore(draft, spoken) : null;
  if (row) found.push(rowCandidate(draft, row));
  for (let back = 0; back <= REACH_OF_THINGS; back++) {
    const where = sentences[sentence.index - back];
    if (!where) break;
    for (const noun of where.tokens) {
      if (noun.upos !== 'NOUN' || actors.has(noun) || PARTS.has(noun.relation)) continue;
      if (where === sentence && (noun.index >= head.index || noun.head === head.head)) continue;
      found.push({ referent: null, head: noun, sentence: where, features: featuresOfThing(draft, where, noun) });
    }
  }
  return found;
}

/** Gender and number where they rule one out; what is only unlikely is weighed. */
function mayMean(pronoun: string, draft: Draft, { kind, gender, number }: Referent): boolean {
  if (pronoun === 'he' || pronoun === 'she')
    return kind === 'person' && number === 'singular' && (gender === null || gender === draft.gender);
  if (pronoun === 'it') return number === 'singular' && kind !== 'person' && kind !== 'people';
  return number === 'plural' || kind === 'organisation' || kind === 'people' || kind === 'place';
}

/** A pronoun cannot mean what it is a part of, nor, unless reflexive or possessive, another argument of its own verb. */
function isBound(draft: Draft, candidate: Draft, bindsFreely: boolean): boolean {
  if (candidate.sentence !== draft.sentence) return false;
  const { head } = draft;
  if (head.index >= candidate.tokens[0] && head.index < candidate.tokens[1]) return true;
  if (bindsFreely) return false;
  return candidate.head.head === head.head && candidate.head.relation !== 'conj' && head.head >= 0;
}

/** "Berg and Lund … they": several named together. */
function rowCandidate(draft: Draft, { first, referent }: Row): Candidate {
  const features = [...placeFeatures(draft, first.sentence, first.head), 'form', 'row'];
  return { referent, head: first.head, sentence: first.sentence, features };
}

// Templates and values are written out: strings put together for each candidate would take longer than all the rest.
const TIMES = ['none', '1', '2', 'some', 'some', 'often'] as const;
const BODY: Readonly<Record<string, string>> = {
  person: 'body person',
  organisation: 'body organisation',
  place: 'body place',
  people: 'body people',
  other: 'body other',
};
const FORMS = {
  name: { singular: 'name singular', plural: 'name plural' },
  nominal: { singular: 'noun singular', plural: 'noun plural' },
  pronoun: { singular: 'pronoun singular', plural: 'pronoun plural' },
} as const;

function featuresOf(draft: Draft, other: Draft, referent: Referent): string[] {
  const { kind, number, gender, mentions } = referent;
  const features = placeFeatures(draft, other.sentence, other.head);
  features.push('form', other.form, 'kind', kind ?? 'none', 'number', number);
  features.push('often', TIMES[Math.min(mentions.length, 5)], 'gender', gender === null ? 'open' : 'same');
  features.push(BODY[kind ?? 'other'], FORMS[other.form][other.number]);
  return features;
}

function featuresOfThing(draft: Draft, sentence: Sentence, noun: Token): string[] {
  const features = placeFeatures(draft, sentence, noun);
  features.push('form', 'thing', 'number', noun.xpos === 'NNS' ? 'plural' : 'singular');
  features.push('definite', firstChild(sentence, noun.index, 'det')?.lowerLemma ?? 'bare');
  return features;
}

const DISTANCE = ['0', '1', '2'] as const;
const ROLE = ['role here', 'role before', 'role before'] as const;
const CLAUSE = ['clause here', 'clause 1', 'clause 2'] as const;
const ROLES: Readonly<Record<string, string>> = {
  'nmod:poss': 'roles possessor',
  nsubj: 'roles subject',
  obj: 'roles object',
  obl: 'roles oblique',
  nmod: 'roles modifier',
};

/** Where a candidate stands to the pronoun. */
function placeFeatures({ sentence, head }: Draft, where: Sentence, candidate: Token): string[] {
  const distance = sentence.index - where.index;
  const role = candidate.relation;
  const clause = distance === 0 ? clauseOf(sentence, head, candidate) : mainRole(where, candidate);
  return [
    ...['any', 'any', 'distance', DISTANCE[distance], ROLE[distance], role],
    ...[ROLES[head.deprel] ?? ROLES[head.relation] ?? 'roles other', role, CLAUSE[distance], clause],
    ...['gap', distance === 0 ? gapOf(head.index - candidate.index) : 'other'],
    ...['case', firstChild(where, candidate.index, 'case')?.lowerLemma ?? 'none'],
  ];
}

const gapOf = (words: number) => (words < 4 ? 'near' : words < 10 ? 'middle' : words < 20 ? 'far' : 'farthest');

/** Whether a candidate is the subject of its sentence's main clause. */
function mainRole({ tokens }: Sentence, candidate: Token): string {
  const isMain = candidate.head >= 0 && tokens[candidate.head].head < 0;
  return isMain && candidate.relation === 'nsubj' ? 'main' : candidate.relation === 'nsubj' ? 'subject' : 'other';
}

const UP = ['up 0', 'up 1', 'up 2', 'up 3'] as const;
const UP_FROM_SPEECH = ['spoken 0', 'spoken 1', 'spoken 2', 'spoken 3'] as const;

/** How many clauses up the pronoun's clause has the candidate for its subject, and whether it speaks there. */
function clauseOf(sentence: Sentence, head: Token, candidate: Token): string {
  if (candidate.relation !== 'nsubj') return 'other';
  let steps = 0;
  for (let at = head; at.head >= 0; at = sentence.tokens[at.head]) {
    const above = sentence.tokens[at.head];
    if (!hasChild(sentence, above.index, 'nsubj')) continue;
    if (candidate.head === above.index)
      return (at.relation === 'ccomp' || at.relation === 'parataxis' ? UP_FROM_SPEECH : UP)[steps];
    steps = Math.min(steps + 1, 3);
  }
  return 'subject';
}
