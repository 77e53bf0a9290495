import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { StatusCue } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import type { Status } from '../reading.ts';
import { children, relation } from '../tree.ts';
import { isInfinitive } from './slots.ts';

type CueKind = StatusCue['as'];
type CueTable = ReadonlyMap<CueKind, ReadonlyMap<string, Status>>;

const cueTable = memo((codebook): CueTable => {
  const table = new Map<CueKind, Map<string, Status>>();
  for (const { words, as, status } of codebook.statusCues) {
    const map = table.get(as) ?? new Map<string, Status>();
    table.set(as, map);
    for (const word of words) if (!map.has(word)) map.set(word, status);
  }
  return table;
});

/** Of two cues on one act, the one that says more against its having happened. */
const STRENGTH: Readonly<Record<Status, number>> = { actual: 0, planned: 1, alleged: 2, hypothetical: 3, negated: 4 };

export const stronger = (a: Status, b: Status): Status => (STRENGTH[b] > STRENGTH[a] ? b : a);

const lemmaOf = (token: Token): string => token.lemma.toLowerCase();

const CLAUSAL = new Set(['xcomp', 'ccomp', 'csubj']);
const SPEAKING = new Set(['say', 'tell', 'write', 'add', 'tweet', 'note', 'state', 'report', 'announce', 'explain']);

export interface StatusReader {
  /** The status of the act that a token reports, by its auxiliaries, modifiers, markers and governors. */
  of(sentence: Sentence, token: Token): Status;
}

export function statusReader(codebook: Codebook): StatusReader {
  const table = cueTable(codebook);
  const cue = (kind: CueKind, lemma: string): Status | null => table.get(kind)?.get(lemma) ?? null;

  /** Auxiliaries, adverbs and marker of a clause's own verb. */
  function ofClause(sentence: Sentence, verb: Token): Status {
    let status: Status = 'actual';
    for (const index of verb.children) {
      const child = sentence.tokens[index];
      const lemma = lemmaOf(child);
      const kind: CueKind | null =
        relation(child) === 'aux'
          ? 'auxiliary'
          : relation(child) === 'mark' || (relation(child) === 'advmod' && child.xpos === 'WRB')
            ? 'marker'
            : ['advmod', 'det', 'cc'].includes(relation(child))
              ? 'modifier'
              : null;
      const found = kind && cue(kind, lemma);
      if (!found) continue;
      if (found === 'negated' && isOnly(sentence, child)) continue;
      if (kind === 'marker' && ['until', 'once', 'should'].includes(lemma) && ['VBD', 'VBN'].includes(verb.xpos))
        continue;
      // "said it would": the future of a past report
      const reported = lemma === 'would' && reportedIn(sentence, verb);
      status = stronger(status, reported ? 'planned' : found);
    }
    const subject = children(sentence, verb.index, 'nsubj', 'nsubj:pass')[0];
    if (
      subject &&
      (['no', 'neither', 'none', 'nobody', 'nothing', 'few'].includes(lemmaOf(subject)) ||
        children(sentence, subject.index, 'det').some((det) => ['no', 'neither'].includes(lemmaOf(det))))
    )
      status = stronger(status, 'negated');
    return status;
  }

  function modifiersOf(sentence: Sentence, noun: Token): Status {
    let status: Status = 'actual';
    for (const child of children(sentence, noun.index, 'amod', 'det', 'advmod', 'nmod:poss', 'case')) {
      const found = cue('modifier', lemmaOf(child));
      if (found && !(lemmaOf(child) === 'any' && noun.upos !== 'NOUN')) status = stronger(status, found);
    }
    return status;
  }

  /** What a governor makes of the act below it. */
  function fromGovernor(sentence: Sentence, token: Token, governor: Token): Status {
    const lemma = lemmaOf(governor);
    const name = relation(token);
    const goingTo = lemma === 'go' && governor.form.toLowerCase() === 'going' && name === 'xcomp';
    if (goingTo) return 'planned';
    if (name === 'advcl' && isInfinitive(sentence, token.index)) return cue('governor', lemma) ?? 'hypothetical';
    if (governor.upos === 'NOUN' && (name === 'acl' || name === 'nmod' || name === 'ccomp')) {
      if (token.deprel === 'acl:relcl') return 'actual';
      const found = cue('noun', lemma);
      if (found) return found;
      return name === 'acl' && isInfinitive(sentence, token.index) ? 'hypothetical' : 'actual';
    }
    if (CLAUSAL.has(name) || name === 'advcl') {
      const found = cue('governor', lemma);
      if (
        name === 'advcl' &&
        !children(sentence, token.index, 'mark').some((mark) => ['of', 'from', 'for'].includes(lemmaOf(mark)))
      )
        return 'actual';
      return found ?? 'actual';
    }
    // "fears an attack", "threatened with attack", "plans for talks": the noun as the word's object
    if ((name === 'obj' || name === 'obl') && (token.upos === 'NOUN' || token.upos === 'PROPN')) {
      if (name === 'obl' && governor.upos !== 'VERB') return 'actual';
      return name === 'obj' || lemma === 'prepare' ? (cue('governor', lemma) ?? 'actual') : 'actual';
    }
    return 'actual';
  }

  function of(sentence: Sentence, token: Token): Status {
    let status =
      token.upos === 'VERB' || token.upos === 'AUX'
        ? ofClause(sentence, token)
        : stronger(modifiersOf(sentence, token), ofClause(sentence, token));
    let current = token;
    for (let steps = 0; current.head >= 0 && steps < 12; steps++) {
      const governor = sentence.tokens[current.head];
      const name = relation(current);
      if (current.deprel === 'acl:relcl' || name === 'parataxis') break;
      if (name === 'advcl' && !isInfinitive(sentence, current.index) && !hasPreposition(sentence, current)) break;
      status = stronger(status, fromGovernor(sentence, current, governor));
      if (SPEAKING.has(lemmaOf(governor)) && governor.upos === 'VERB') break;
      const shares =
        name === 'conj'
          ? sharesAuxiliary(sentence, current)
          : CLAUSAL.has(name) ||
            name === 'obj' ||
            name === 'nsubj' ||
            name === 'acl' ||
            name === 'advcl' ||
            name === 'obl' ||
            name === 'nmod';
      if (!shares) break;
      const clause =
        governor.upos === 'VERB' ||
        governor.upos === 'AUX' ||
        (governor.upos === 'ADJ' && children(sentence, governor.index, 'cop').length > 0);
      if (clause && (token.upos !== 'VERB' || name !== 'nsubj')) {
        const outer = ofClause(sentence, governor);
        if (inherits(sentence, current, governor, outer)) status = stronger(status, outer);
      } else if (governor.upos === 'NOUN') {
        if (name === 'nmod') status = stronger(status, modifiersOf(sentence, governor));
      }
      if (name === 'nmod' && governor.upos !== 'NOUN') break;
      current = governor;
    }
    const last = sentence.tokens[sentence.tokens.length - 1];
    const asks = last && (last.form === '?' || sentence.tokens[sentence.tokens.length - 2]?.form === '?');
    return asks ? stronger(status, 'hypothetical') : status;
  }

  return { of };
}

/** Whether what is so of the governing clause is so of the act in it. */
function inherits(sentence: Sentence, token: Token, governor: Token, outer: Status): boolean {
  if (outer === 'actual') return false;
  const name = relation(token);
  if (name === 'obl' || name === 'nmod') return false;
  // "did not say that it had attacked": the saying is negated, not the attack
  if (name === 'ccomp') return false;
  if (name === 'nsubj') return token.upos === 'NOUN' && !isAgentive(governor, sentence);
  return true;
}

/** Whether the subject is what brings the act about ("the attack will kill") rather than what happens ("talks will begin"). */
function isAgentive(verb: Token, sentence: Sentence): boolean {
  return children(sentence, verb.index, 'obj').length > 0;
}

function hasPreposition(sentence: Sentence, token: Token): boolean {
  return children(sentence, token.index, 'mark').some((mark) => ['of', 'from', 'for'].includes(lemmaOf(mark)));
}

function isOnly(sentence: Sentence, negation: Token): boolean {
  return ['only', 'just', 'merely', 'simply'].includes(sentence.tokens[negation.index + 1]?.lemma.toLowerCase() ?? '');
}

/** "will attack and destroy": the second verb has no auxiliary or subject of its own. */
function sharesAuxiliary(sentence: Sentence, verb: Token): boolean {
  if (verb.upos !== 'VERB') return verb.upos === 'NOUN';
  return (
    children(sentence, verb.index, 'aux', 'nsubj', 'nsubj:pass').length === 0 &&
    ['VB', 'VBN', 'VBG'].includes(verb.xpos)
  );
}

function reportedIn(sentence: Sentence, verb: Token): boolean {
  let current = verb;
  while (current.deprel === 'conj' && current.head >= 0) current = sentence.tokens[current.head];
  if (current.head < 0) return false;
  return (
    relation(current) === 'ccomp' ||
    relation(current) === 'parataxis' ||
    relation(current) === 'acl' ||
    children(sentence, current.index, 'parataxis').length > 0
  );
}
