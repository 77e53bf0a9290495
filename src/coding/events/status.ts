import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { StatusCue } from '../../codebook/schema.ts';
import type { Sentence, Token } from '../../language/document.ts';
import type { EventType, Status } from '../reading.ts';
import { children, firstChild, hasChild, relation } from '../tree.ts';
import { isInfinitive, isThatClause } from './slots.ts';

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

const lemmaOf = (token: Token): string => token.lowerLemma;

const SPEAKING = new Set([
  'say',
  'tell',
  'write',
  'add',
  'tweet',
  'note',
  'state',
  'report',
  'announce',
  'explain',
  'warn',
]);
/** Verbs of taking place: what they deny did not happen at all. */
const OCCURRING = new Set([
  'happen',
  'occur',
  'take',
  'begin',
  'start',
  'resume',
  'hold',
  'launch',
  'come',
  'confirm',
  'be',
]);
/** Acts done by speaking: told as the purpose of another act ("went on television to denounce"), they were done with it. */
const SPOKEN: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT']);
const FIGHTING = new Set(['fight', 'battle', 'partner', 'clash']);
const LINKED_TO_OBJECT = new Set(['of', 'from', 'for']);

export interface StatusReader {
  /** The status of the act that a token reports, by its auxiliaries, modifiers, markers and governors. */
  of(sentence: Sentence, token: Token, type: EventType): Status;
}

export function statusReader(codebook: Codebook): StatusReader {
  const table = cueTable(codebook);
  const cue = (kind: CueKind, lemma: string): Status | null => table.get(kind)?.get(lemma) ?? null;

  function kindOfCue(child: Token): CueKind | null {
    switch (relation(child)) {
      case 'aux':
        return 'auxiliary';
      case 'mark':
        return 'marker';
      case 'advmod':
        return child.xpos === 'WRB' ? 'marker' : 'modifier';
      case 'det':
      case 'cc':
        return 'modifier';
      default:
        return null;
    }
  }

  /** Auxiliaries, adverbs and marker of a clause's own verb. */
  function ofClause(sentence: Sentence, verb: Token): Status {
    let status: Status = 'actual';
    for (const index of verb.children) {
      const child = sentence.tokens[index];
      const lemma = lemmaOf(child);
      const kind = kindOfCue(child);
      const found = kind && cue(kind, lemma);
      // "even if it criticises": it does
      if (kind === 'marker' && sentence.tokens[index - 1]?.lowerLemma === 'even') continue;
      if (!found || (found === 'negated' && (isOnly(sentence, child) || untilLater(sentence, verb)))) continue;
      if (kind === 'marker' && ['until', 'once', 'should'].includes(lemma) && ['VBD', 'VBN'].includes(verb.xpos))
        continue;
      // "said it would": the future of a past report
      status = stronger(status, lemma === 'would' && reportedIn(sentence, verb) ? 'planned' : found);
    }
    const subject = firstChild(sentence, verb.index, 'nsubj', 'nsubj:pass');
    return subject && isNobody(sentence, subject) ? stronger(status, 'negated') : status;
  }

  function modifiersOf(sentence: Sentence, noun: Token): Status {
    let status: Status = 'actual';
    for (const child of children(sentence, noun.index, 'amod', 'det', 'advmod', 'nmod:poss', 'case'))
      status = stronger(status, cue('modifier', lemmaOf(child)) ?? 'actual');
    return status;
  }

  /** What a verb or noun makes of an act told in its clause. */
  function ofClausal(sentence: Sentence, token: Token, governor: Token, type: EventType): Status {
    const lemma = lemmaOf(governor);
    const name = relation(token);
    if (name === 'xcomp' && governor.lowerForm === 'going') return 'planned';
    const held = heldBy(sentence, token, governor);
    if (held) {
      const found = cue('noun', lemmaOf(held));
      // "announced that it had": a past announced is past
      if (found && (found !== 'planned' || isInfinitive(sentence, token.index))) return found;
      if (held === governor) return isInfinitive(sentence, token.index) ? 'hypothetical' : 'actual';
    }
    if (isInfinitive(sentence, token.index)) {
      const found = cue('governor', lemma);
      if (found || name !== 'advcl') return found ?? 'actual';
      return SPOKEN.has(type) || (type === 'ASSAULT' && FIGHTING.has(lemma)) ? 'actual' : 'hypothetical';
    }
    if (name === 'advcl' && !isOfObject(sentence, token)) return 'actual';
    return SPEAKING.has(lemma) ? 'actual' : (cue('governor', lemma) ?? 'actual');
  }

  /** "fears an attack", "plans for talks", "the threat of attack": what governs an event noun. */
  function ofNominal(token: Token, governor: Token): Status {
    const name = relation(token);
    if (name === 'nmod') return cue('noun', lemmaOf(governor)) ?? 'actual';
    if (name === 'obj' || (name === 'obl' && ['prepare', 'brace'].includes(lemmaOf(governor))))
      return cue('governor', lemmaOf(governor)) ?? 'actual';
    return 'actual';
  }

  /** An event noun, up to the clause it is the subject of. */
  function climbNoun(sentence: Sentence, noun: Token, type: EventType): Status {
    let status = stronger(modifiersOf(sentence, noun), ofClause(sentence, noun));
    let current = noun;
    while (relation(current) === 'conj' && current.head >= 0 && sentence.tokens[current.head].upos === 'NOUN')
      current = sentence.tokens[current.head];
    if (current.head < 0) return status;
    const governor = sentence.tokens[current.head];
    if (['acl', 'xcomp', 'ccomp', 'advcl'].includes(relation(current)))
      return stronger(status, climbClause(sentence, current, type));
    status = stronger(status, ofNominal(current, governor));
    if (relation(current) !== 'nsubj' || hasChild(sentence, governor.index, 'obj')) return status;
    const outer = ofClause(sentence, governor);
    const happens = OCCURRING.has(lemmaOf(governor)) || current.deprel === 'nsubj:pass';
    if (outer !== 'negated' || happens) status = stronger(status, outer);
    return stronger(status, climbClause(sentence, governor, type));
  }

  /** A clause, up to the statement or sentence it stands in. */
  function climbClause(sentence: Sentence, verb: Token, type: EventType): Status {
    let status: Status = 'actual';
    let current = verb;
    for (let steps = 0; current.head >= 0 && steps < 12; steps++) {
      const governor = sentence.tokens[current.head];
      const name = relation(current);
      if (name === 'conj') {
        if (!sharesAuxiliary(sentence, current)) break;
        status = stronger(status, ofClause(sentence, governor));
      } else if (['xcomp', 'ccomp', 'csubj', 'acl', 'advcl'].includes(name)) {
        const background = current.deprel === 'acl:relcl' && !heldBy(sentence, current, governor);
        if (
          background ||
          (name === 'advcl' && !isInfinitive(sentence, current.index) && !isOfObject(sentence, current))
        )
          break;
        status = stronger(status, ofClausal(sentence, current, governor, type));
        if (governor.upos === 'NOUN' && !hasChild(sentence, governor.index, 'cop')) break;
        if (SPEAKING.has(lemmaOf(governor))) break;
        // "did not say that it had attacked": the saying is negated, not the attack
        if (name !== 'ccomp' && name !== 'csubj') status = stronger(status, ofClause(sentence, governor));
      } else break;
      current = governor;
    }
    return status;
  }

  return {
    of: (sentence, token, type) => {
      const verbal = token.upos === 'VERB' || token.upos === 'AUX' || token.upos === 'ADJ';
      const status = verbal
        ? stronger(ofClause(sentence, token), climbClause(sentence, token, type))
        : climbNoun(sentence, token, type);
      const asks = sentence.tokens.slice(-2).some((last) => last.form === '?');
      return asks ? stronger(status, 'hypothetical') : status;
    },
  };
}

/** The noun that holds a clause: "the decision to withdraw", also where the tree hangs the clause on the verb before it. */
function heldBy(sentence: Sentence, clause: Token, governor: Token): Token | null {
  if (governor.upos === 'NOUN' && (clause.deprel !== 'acl:relcl' || isThatClause(sentence, clause))) return governor;
  const to = children(sentence, clause.index, 'mark').find((mark) => mark.index < clause.index);
  const before = to && to.index > 0 ? sentence.tokens[to.index - 1] : null;
  return before && before.upos === 'NOUN' && isInfinitive(sentence, clause.index) ? before : null;
}

function isNobody(sentence: Sentence, subject: Token): boolean {
  return (
    ['no', 'neither', 'none', 'nobody', 'nothing', 'few'].includes(lemmaOf(subject)) ||
    children(sentence, subject.index, 'det').some((det) => ['no', 'neither'].includes(lemmaOf(det)))
  );
}

/** "accused X of bombing": a clause tied to the verb by a preposition. */
function isOfObject(sentence: Sentence, token: Token): boolean {
  return children(sentence, token.index, 'mark').some((mark) => LINKED_TO_OBJECT.has(lemmaOf(mark)));
}

function isOnly(sentence: Sentence, negation: Token): boolean {
  return ['only', 'just', 'merely', 'simply'].includes(sentence.tokens[negation.index + 1]?.lowerLemma ?? '');
}

/** "were not sent until 2015": they were, later. */
function untilLater(sentence: Sentence, verb: Token): boolean {
  return verb.children.some((child) =>
    children(sentence, child, 'case', 'mark').some((mark) => lemmaOf(mark) === 'until'),
  );
}

/** "will attack and destroy": the second verb has no auxiliary or subject of its own. */
function sharesAuxiliary(sentence: Sentence, verb: Token): boolean {
  return !hasChild(sentence, verb.index, 'aux', 'nsubj', 'nsubj:pass') && ['VB', 'VBN', 'VBG'].includes(verb.xpos);
}

function reportedIn(sentence: Sentence, verb: Token): boolean {
  let current = verb;
  while (current.deprel === 'conj' && current.head >= 0) current = sentence.tokens[current.head];
  if (current.head < 0) return false;
  return ['ccomp', 'parataxis', 'acl'].includes(relation(current)) || hasChild(sentence, current.index, 'parataxis');
}
